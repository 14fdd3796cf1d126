"""Names in texts lead to their pages: the longest one, in its own body, and never the body of another level."""

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.known_names import KnownNames, known_names
from dutygraph.visualize.wording import with_links

ROWS = [
    ("Department", "d-health", ["云溪市澜江区卫生局", "区卫生局", "卫生局"], None),
    ("Department", "d-civil", ["云溪市澜江区民政局", "区民政局", "民政局"], None),
    ("Office", "o-civil", ["社会救助股", "办公室"], "d-civil"),
    ("Office", "o-health", ["社会救助股", "办公室"], "d-health"),
    ("LegalBasis", "b-law", ["社会救助办法"], None),
    ("LegalBasis", "b-rules", ["社会救助办法实施细则"], None),
    ("SharedMatter", "m-1", ["流浪人员救助"], None),
    ("SharedMatter", "m-2", ["流浪人员救助"], None),
    ("PublicService", "s-1", ["救助咨询"], None),
]
KNOWN = KnownNames(
    {"label": label, "id": id_, "names": names, "within": within} for label, id_, names, within in ROWS
)


@pytest.mark.parametrize(
    ("text", "department", "found"),
    [
        ("会同区卫生局、民政局办理", "d-civil", {"区卫生局": "d-health", "民政局": "d-civil"}),
        ("报市卫生局备案", "d-civil", {}),
        ("《社会救助办法实施细则》《社会救助办法》", None, {"社会救助办法实施细则": "b-rules", "社会救助办法": "b-law"}),
        ("由社会救助股承办", "d-health", {"社会救助股": "o-health"}),
        ("由社会救助股承办", None, {}),
        ("报办公室", "d-civil", {}),
        ("办公室", "d-civil", {"办公室": "o-civil"}),
        ("流浪人员救助", "d-civil", {}),
        ("提供救助咨询", "d-civil", {}),
        ("救助咨询", "d-civil", {"救助咨询": "s-1"}),
    ],
)  # fmt: skip
def test_names_are_found_in_texts(text: str, department: str | None, found: dict[str, str]) -> None:
    places = KNOWN.places(text, department)
    assert {text[place.start : place.end]: place.thing.id for place in places} == found


def test_a_page_has_no_link_to_itself_and_texts_are_escaped() -> None:
    text = "<b>区卫生局</b>"
    assert KNOWN.places(text, None, here="d-health") == []
    linked = with_links(text, KNOWN.places(text, None))
    assert linked == '&lt;b&gt;<a class="named" href="/departments/d-health">区卫生局</a>&lt;/b&gt;'


def test_the_names_of_a_region_are_those_of_its_graph(sample: GraphStore) -> None:
    region = sample.read("MATCH (d:Department {name: '云溪市澜江区民政局'}) RETURN d.region AS code")[0][
        "code"
    ]
    names = known_names(sample, region)
    (place,) = names.places("商区民政局后办理", None)
    assert place.thing.label == "Department"
    assert known_names(sample, None).places("商区民政局后办理", None) == []
