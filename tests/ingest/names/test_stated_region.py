"""``--region``: what a user may write, and what is answered to a slip."""

import pytest

from dutygraph.ingest.errors import RegionNameError
from dutygraph.ingest.names.stated_region import stated_region


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("430408", "430408"),
        ("衡阳市蒸湘区", "430408"),
        ("湖南省衡阳市蒸湘区", "430408"),
        (" 蒸湘 ", "430408"),
        ("云溪市澜江区", "x-云溪市澜江区"),  # in no register, and like nothing in it
        ("x-云溪市", "x-云溪市"),
        ("x-衡阳市蒸相区", "x-衡阳市蒸相区"),
    ],
)
def test_a_region_is_known_by_its_name_or_code(text: str, code: str) -> None:
    assert stated_region(text).code == code


@pytest.mark.parametrize(
    ("text", "similar"),
    [
        ("衡阳市蒸相区", "衡阳市蒸湘区（430408）"),
        ("蒸相区", "衡阳市蒸湘区（430408）"),
        ("朝阳区", "长春市朝阳区（220104）"),
        ("云溪市澜江区民政局", "云溪市澜江区"),
        ("430499", "430499"),
        ("民政局", "六位代码"),
    ],
)
def test_what_is_no_region_is_answered_with_similar_ones(text: str, similar: str) -> None:
    with pytest.raises(RegionNameError) as raised:
        stated_region(text)
    assert text in raised.value.text.zh
    assert text in raised.value.text.en
    assert similar in raised.value.text.zh
