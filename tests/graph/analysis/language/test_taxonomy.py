"""The two data files say what they should, and whoever extends them is told what does not fit."""

from collections import Counter
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any

import pytest
import yaml

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy, taxonomy_of

FILES = ("functions", "objects")
FACETS = ("fields", "people", "matters")
KIND_KEYS = {"zh", "en", "words", "weak"}
CONCEPT_KEYS = {"en", "words", "things", "within", "bodies", "each", "broad"}
LONGEST = 12
"""Characters; what is longer is no word but a sentence of some list."""

Data = dict[str, Any]


def text_of(name: str) -> str:
    return (
        resources.files("dutygraph.graph.analysis.language")
        .joinpath(f"{name}.yaml")
        .read_text(encoding="utf-8")
    )


@pytest.fixture
def functions() -> Data:
    return dict(yaml.safe_load(text_of("functions")))


@pytest.fixture
def objects() -> Data:
    return dict(yaml.safe_load(text_of("objects")))


def entries(data: Data) -> Iterator[tuple[str, Data]]:
    for group in ("kinds", *FACETS):
        yield from data.get(group, {}).items()


def words(data: Data) -> Iterator[str]:
    yield from data["ignored"]
    for _, entry in entries(data):
        yield from (*entry.get("words", ()), *entry.get("things", ()))


def test_every_word_of_objects_stands_once(objects: Data) -> None:
    names = [name for name, _ in entries(objects)]
    assert [word for word, times in Counter((*names, *words(objects))).items() if times > 1] == []


def test_every_word_of_functions_stands_once(functions: Data) -> None:
    assert [word for word, times in Counter(words(functions)).items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_no_entry_hides_another_of_the_same_name(name: str) -> None:
    """YAML keeps the last of two and says nothing."""
    root = yaml.compose(text_of(name))
    assert isinstance(root, yaml.MappingNode)
    for _, group in root.value:
        if isinstance(group, yaml.MappingNode):
            names = [key.value for key, _ in group.value]
            assert len(names) == len(set(names))


def test_no_word_is_a_sentence(functions: Data, objects: Data) -> None:
    every = [*words(functions), *words(objects), *(name for name, _ in entries(objects))]
    assert [word for word in every if len(word) > LONGEST] == []


@pytest.mark.parametrize(("name", "keys"), [("functions", KIND_KEYS), ("objects", CONCEPT_KEYS)])
def test_every_entry_has_known_keys_and_a_name_in_english(name: str, keys: set[str]) -> None:
    every = list(entries(yaml.safe_load(text_of(name))))
    assert len(every) > 20
    for entry, one in every:
        assert set(one) <= keys, entry
        assert one["en"].isprintable(), entry
        assert one["en"].strip(), entry


def test_what_contains_a_concept_contains_what_is_in_it() -> None:
    taxonomy = load_taxonomy()
    for name, concept in taxonomy.concepts.items():
        assert name in concept.around
        for outer in concept.around:
            assert taxonomy.concepts[outer].around <= concept.around
            assert outer == name or not taxonomy.contains(name, outer)


def a_word_of_two_kinds(functions: Data, _: Data) -> None:
    functions["kinds"]["audit"]["words"].append("招标")


def a_word_of_two_concepts(_: Data, objects: Data) -> None:
    objects["fields"]["体育"]["words"].append("水库")


def the_name_of_another_concept(_: Data, objects: Data) -> None:
    objects["fields"]["体育"]["words"].append("殡葬")


def within_what_is_unknown(_: Data, objects: Data) -> None:
    objects["fields"]["体育"]["within"] = ["健身业"]


def within_itself(_: Data, objects: Data) -> None:
    objects["fields"]["卫生"]["within"] = ["药品"]


def without_a_name_in_english(_: Data, objects: Data) -> None:
    del objects["people"]["老年人"]["en"]


def a_target_that_is_no_concept(_: Data, objects: Data) -> None:
    objects["targets"].append("健身业")


def safety_of_no_concept(_: Data, objects: Data) -> None:
    objects["safety"].append("健身业")


@pytest.mark.parametrize(
    ("broken", "file", "word"),
    [
        (a_word_of_two_kinds, "functions.yaml", "招标"),
        (a_word_of_two_concepts, "objects.yaml", "水库"),
        (the_name_of_another_concept, "objects.yaml", "殡葬"),
        (within_what_is_unknown, "objects.yaml", "健身业"),
        (within_itself, "objects.yaml", "药品"),
        (without_a_name_in_english, "objects.yaml", "老年人"),
        (a_target_that_is_no_concept, "objects.yaml", "targets.*健身业"),
        (safety_of_no_concept, "objects.yaml", "safety.*健身业"),
    ],
)
def test_what_does_not_fit_is_named(
    broken: Callable[[Data, Data], None], file: str, word: str, functions: Data, objects: Data
) -> None:
    broken(functions, objects)
    with pytest.raises(ValueError, match=word) as raised:
        taxonomy_of(functions, objects)
    assert file in str(raised.value)
