"""The table of former bodies is sound: long forms that name resolution gives, and no body that succeeds itself."""

from dutygraph.ingest.names.body_words import read_key
from dutygraph.ingest.names.former_bodies import former_bodies


def test_bodies_are_in_the_form_in_which_departments_are_kept() -> None:
    local = [body for body in former_bodies() if not body.startswith(("国家", "中国", "国务院"))]
    assert [body for body in local if str(read_key(body)) != body] == []


def test_no_successor_has_gone_itself() -> None:
    gone = set(former_bodies())
    assert [one.body for one in former_bodies().values() if one.successor in gone] == []
    assert {one.year for one in former_bodies().values()} <= {2018, 2021, 2023}
