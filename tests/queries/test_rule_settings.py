"""Rules are switched and set for a graph, and every program that opens it sees the same."""

import math

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import ArgumentError, UnknownQueryError
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.rules.cards import rule_card, rule_cards
from dutygraph.queries.findings.rules.headers import rules
from dutygraph.queries.findings.rules.settings import (
    configured_rules,
    rules_version,
    set_rule,
    written_values,
)
from dutygraph.queries.findings.rules.thresholds import Threshold
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.found import find
from tests.queries.short import load

LISTS = [{"department": "云溪市澜江区民政局", "duties": [{"text": "管理殡葬服务机构。"}]}]


def with_threshold() -> tuple[str, str, Threshold]:
    """The first rule that has a threshold, and that threshold."""
    return next(
        (kind, name, threshold) for kind, rule in rules().items() for name, threshold in rule.settings.items()
    )


def test_a_rule_that_is_off_finds_nothing(store: GraphStore) -> None:
    load(store, LISTS)
    recompute(store)
    assert [finding.kind for finding in stored_findings(store).findings].count("orphan.no_task") == 1
    assert not set_rule(store, "orphan.no_task", on=False).on
    changes = recompute(store)
    assert [finding.kind for finding in changes.vanished] == ["orphan.no_task"]
    assert find(store, kinds=["orphan.no_task"]).findings == []
    set_rule(store, "orphan.no_task", on=True)
    assert [finding.kind for finding in recompute(store).appeared] == ["orphan.no_task"]


def test_thresholds_are_kept_and_change_the_version_of_the_rules(store: GraphStore) -> None:
    kind, name, threshold = with_threshold()
    before = rules_version(configured_rules(store))
    one = set_rule(store, kind, values={name: threshold.maximum})
    assert one.values[name] == threshold.maximum
    assert configured_rules(store)[kind] == one
    assert rules_version(configured_rules(store)) != before
    assert set_rule(store, kind, on=False).values == one.values  # switching leaves thresholds alone
    set_rule(store, kind, on=True, values={name: None})
    assert rules_version(configured_rules(store)) == before


@pytest.mark.parametrize("text", ["much", "", "nan", "inf", "1e999", "-1e9", "-1000000000"])
def test_a_text_that_a_threshold_cannot_have_is_told(text: str) -> None:
    kind, name, _ = with_threshold()
    with pytest.raises(ArgumentError, match=name):
        written_values(kind, {name: text})


@pytest.mark.parametrize("number", [math.nan, math.inf, -1e9])
def test_a_value_that_a_threshold_cannot_have_changes_nothing(number: float, store: GraphStore) -> None:
    kind, name, _ = with_threshold()
    before = configured_rules(store)
    with pytest.raises(ArgumentError, match=name):
        set_rule(store, kind, on=False, values={name: number})
    assert configured_rules(store) == before


def test_whole_numbers_stay_whole() -> None:
    count = Threshold(zh="个数", en="how many", default=3, minimum=1, maximum=9)
    assert count.read("count", "4") == 4
    assert (whole := count.checked("count", 4.0)) == 4
    assert isinstance(whole, int)
    for number in (4.5, 10.0, math.nan, math.inf):
        with pytest.raises(ArgumentError, match="count"):
            count.checked("count", number)
    for text in ("4.5", "0", "10", "1_0", "４", " 4", "4 ", "+4", "4\n", "1" * 5000):
        with pytest.raises(ArgumentError, match="count"):
            count.read("count", text)


@pytest.mark.parametrize("text", ["0_1", "０.５", " 0.5", ".5", "1.", "5e-1", "0x1"])
def test_a_number_is_written_in_plain_digits(text: str) -> None:
    share = Threshold(zh="份额", en="share", default=0.4, minimum=-1, maximum=9)
    assert [share.read("share", plain) for plain in ("0.5", "-0.5", "2")] == [0.5, -0.5, 2]
    with pytest.raises(ArgumentError, match="share"):
        share.read("share", text)


def test_unknown_rules_and_thresholds_are_told(store: GraphStore) -> None:
    with pytest.raises(UnknownQueryError, match=r"orphan\.no_task"):
        set_rule(store, "orphan.no_tasks", on=False)
    with pytest.raises(ArgumentError, match="no_such"):
        set_rule(store, "orphan.no_task", values={"no_such": 1})


def test_cards_show_every_rule_as_it_is_set(store: GraphStore) -> None:
    kind, name, threshold = with_threshold()
    set_rule(store, kind, on=False, values={name: threshold.minimum})
    cards = {card.kind: card for card in rule_cards(store)}
    assert list(cards) == list(rules())
    assert not cards[kind].on
    assert cards[kind].settings[name].value == threshold.minimum
    assert rule_card(store, kind) == cards[kind]


def test_every_rule_is_explained_in_both_languages() -> None:
    silent = [kind for kind, rule in rules().items() if rule.description is None]
    assert silent == []
