"""The words of the corpus: ``words.yaml`` with the concepts of the field's taxonomy, and the names of made-up places."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import cycle, product
from pathlib import Path
from random import Random
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from dutygraph.graph.analysis.language.data_files import read_data
from dutygraph.ingest.names.regions import find_region

CITY = 13
"""Districts of one city."""
_LONGEST = 6
_SLANG = "无非违擅乱黑私"
"""Words that begin so name what is forbidden: no sentence is about its planning."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Body(_Model):
    """A kind of body: the concepts of its work, and whether its part in everybody's work is no overlap."""

    fields: list[str]
    cross: bool = False


class Facet(_Model):
    """A kind of work: how duties and their tasks say it."""

    duties: list[str]
    tasks: list[str]


class OverlapWords(_Model):
    """One piece of work as two bodies write it."""

    a: list[str]
    b: list[str]


class PlantWords(_Model):
    """How planted findings are written."""

    overlap: list[OverlapWords]
    duty: list[str]
    matter: list[str]
    lead: list[str]
    parts: list[str]


class LawWords(_Model):
    """Laws that everybody cites, with the number of their articles; and one for each field."""

    hubs: list[tuple[str, int]]
    own: str


class Words(_Model):
    """What ``words.yaml`` says; its head tells what the fields mean."""

    bodies: Mapping[str, Body]
    listless: list[str]
    offices: list[str]
    often: list[str]
    facets: Mapping[str, Facet]
    catch_all: str
    plants: PlantWords
    laws: LawWords
    regime: Mapping[str, str]
    services: list[str]
    service: str
    places: Mapping[str, str]


@cache
def words() -> Words:
    """Return the words, read once. Raises ValidationError for a file of another form."""
    return Words.model_validate(yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8")))


@cache
def words_of(concept: str) -> Sequence[str]:
    """Return a concept's name and other words for the whole of it."""
    entry = _concepts()[concept]
    others = [word for word in entry.get("words", ()) if len(word) <= _LONGEST and word[0] not in _SLANG]
    return (concept, concept, *others)


@cache
def regions() -> Sequence[str]:
    """Return the full names of districts that no register knows (云溪市澜江区), city by city."""
    names = _place_names()
    cities = [f"{name}市" for name in names if _made_up(f"{name}市")]
    inner = [f"{name}{kind}" for name, kind in zip(reversed(names), cycle("区县区"), strict=False)]
    named = [f"{cities[at // CITY]}{name}" for at, name in enumerate(inner)]
    return [name for name in named if _made_up(name)]


def towns(dice: Random, count: int) -> list[str]:
    """Draw the names of towns, without their kind."""
    return dice.sample(_place_names(), count)


@cache
def _place_names() -> list[str]:
    pairs = product(words().places["first"], words().places["second"])
    names = sorted({one + other for one, other in pairs if one != other})
    Random("places").shuffle(names)
    return names


def _made_up(name: str) -> bool:
    found = find_region(name)
    return found is not None and not found.is_registered and found.full_name == name


@cache
def _concepts() -> dict[str, dict[str, Any]]:
    objects = read_data("objects")
    return {name: entry for part in ("fields", "people", "matters") for name, entry in objects[part].items()}
