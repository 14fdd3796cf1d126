"""The ontology file is whole, and an ontology that is not is refused."""

import re
from importlib import resources

import pytest

from dutygraph.graph.errors import OntologyError
from dutygraph.graph.ontology import ontology, parse
from dutygraph.graph.store.cypher_files import cypher, filled

NODE = (
    "{zh: 甲, en: A, color: '#000000', owner: shared, caption: name, index: [], properties: {name: string}}"
)
NAMES = {name: f"A{name}" for name in ("LABEL", "TYPE", "START", "END", "NAME", "PROPERTY")}
"""What stands for the placeholders that a caller fills."""
CYPHER = [
    item.name.removesuffix(".cypher")
    for item in resources.files("dutygraph.graph").joinpath("cypher").iterdir()
]


def test_every_kind_has_a_name_in_both_languages() -> None:
    kinds = [*ontology().nodes.values(), *ontology().edges.values()]
    assert len(kinds) > 30
    assert [kind.name for kind in kinds if not kind.zh or not kind.en] == []


def test_names_and_colours_tell_kinds_apart() -> None:
    legend = ontology().legend()
    for field in ("zh", "en", "color"):
        assert len({entry[field] for entry in legend}) == len(legend) == len(ontology().nodes)


def test_a_star_stands_for_every_label() -> None:
    assert set(ontology().edge("CONCERNS").end) == set(ontology().nodes)


@pytest.mark.parametrize("name", ["Person", "", "Duty) DETACH DELETE (n"])
def test_an_unknown_label_is_refused(name: str) -> None:
    with pytest.raises(OntologyError, match="没有节点类型"):
        ontology().node(name)


@pytest.mark.parametrize(
    "text",
    [
        "nodes: [",
        "nodes: {}",
        f"nodes: {{A: {NODE}}}\nedges: {{R: {{zh: 乙, en: r, from: [A], to: [B]}}}}",
        f"nodes: {{A: {NODE.replace('caption: name', 'caption: title')}}}\nedges: {{}}",
        f"nodes: {{A: {NODE.replace('owner: shared', 'owner: list')}}}\nedges: {{}}",
        f"nodes: {{A: {NODE.replace('name: string', 'name: text')}}}\nedges: {{}}",
        f"nodes: {{'A) DELETE (n': {NODE}}}\nedges: {{}}",
        f"nodes: {{A: {NODE.replace('#000000', 'red')}}}\nedges: {{}}",
    ],
)
def test_an_ontology_with_a_mistake_is_refused(text: str) -> None:
    with pytest.raises(OntologyError, match="本体文件有误"):
        parse(text)


def test_a_statement_takes_nothing_but_a_plain_name() -> None:
    assert "(n:Duty {list: list})" in cypher("delete_lists", LABEL="Duty")
    with pytest.raises(OntologyError, match="不能用作名称"):
        cypher("delete_lists", LABEL="Duty) DETACH DELETE (m")


@pytest.mark.parametrize("file", CYPHER)
def test_labels_written_out_in_statements_are_in_the_ontology(file: str) -> None:
    text = filled(
        resources.files("dutygraph.graph").joinpath("cypher", f"{file}.cypher").read_text(encoding="utf-8"),
        **NAMES,
    )
    known = {*ontology().nodes, *ontology().edges, *NAMES.values()}
    assert set(re.findall(r"[(\[]\w*:(\w+)", text)) <= known
