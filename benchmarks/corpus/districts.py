"""A made-up district: its bodies' lists, what is planted between them, and the key to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from pydantic import BaseModel, ConfigDict

from benchmarks.corpus.bodies import Draft, Shared
from benchmarks.corpus.words import regions, words, words_of
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.ingest.records import DutyList

COPIED = 0.3
"""Part of the lists that are an earlier district's with other names in it."""
PLANTED = {"overlap": 10, "one_sided": 4, "conflict": 3, "no_basis": 2, "agreed": 8}
"""So much of each is planted in a district of all bodies; ``agreed`` are matters on which both lists agree."""

Kind = Literal[
    "overlap",
    "boundary.one_sided",
    "boundary.conflict",
    "orphan.no_task",
    "orphan.no_office",
    "orphan.no_basis",
]


class Plant(BaseModel):
    """Something planted: findings whose kind begins with ``kind``, of these departments, whose nodes hold these texts."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Kind
    departments: list[str]
    texts: list[str]


@dataclass(frozen=True)
class District:
    """A district's name, its lists and what is planted in them."""

    region: str
    lists: Sequence[DutyList]
    planted: Sequence[Plant]


def district(number: int, seed: int = 0, bodies: Sequence[str] | None = None) -> District:
    """Return the district of that number, or only some of its bodies. Raises IndexError where no name is left for it."""
    region, dice = regions()[number], Random(f"{seed}/{number}")
    names = list(words().bodies) if bodies is None else bodies
    plots = _plots(dice, names)
    taken = frozenset(plot.concept for plot in plots)
    drafts = {body: Draft(region, body, taken, _edition(number, seed, body)) for body in names}
    made = _Planting(region, dice, drafts)
    for plot in plots:
        getattr(made, plot.work)(plot)
    planted = [*made.planted, *(plant for draft in drafts.values() for plant in _orphans(draft))]
    return District(region, [draft.written() for draft in drafts.values()], planted)


@dataclass(frozen=True)
class _Plot:
    """A concept of one body on which something stands between it and another; nothing else writes about it."""

    work: str
    concept: str
    owner: str
    other: str


def _plots(dice: Random, names: Sequence[str]) -> list[_Plot]:
    bodies = [name for name in names if not words().bodies[name].cross]
    concepts = load_taxonomy().concepts
    fields = [
        (name, concept)
        for name in bodies
        for concept in words().bodies[name].fields
        if not (concepts[concept].target or concepts[concept].each or concepts[concept].broad)
    ]
    share = len(names) / len(words().bodies)
    work = [name for name, count in PLANTED.items() for _ in range(max(1, round(count * share)))]
    return [
        _Plot(name, concept, owner, dice.choice([body for body in bodies if body != owner]))
        for name, (owner, concept) in zip(work, dice.sample(fields, len(work)), strict=True)
    ]


def _edition(number: int, seed: int, body: str) -> Random:
    """Return the dice of a list; a copy is drawn with that of an earlier district, of the first ones more often."""
    dice = Random(f"{seed}/{number}/{body}")
    of = int(number * dice.random() ** 2) if dice.random() < COPIED else number
    return Random(f"{seed}/{of}/{body}/text")


class _Planting:
    """Plants between the lists of a district."""

    def __init__(self, region: str, dice: Random, drafts: dict[str, Draft]) -> None:
        self.region, self.dice, self.drafts = region, dice, drafts
        self.planted: list[Plant] = []

    def overlap(self, plot: _Plot) -> None:
        """Both bodies have the same piece of work among their tasks."""
        said, word = self.dice.choice(words().plants.overlap), self.dice.choice(words_of(plot.concept))
        texts = [self.dice.choice(sentences).format(w=word) for sentences in (said.a, said.b)]
        for body, text in zip((plot.owner, plot.other), texts, strict=True):
            self.drafts[body].add_duty(plot.concept, text)
        self._plant("overlap", plot, texts)

    def agreed(self, plot: _Plot) -> None:
        """Both lists declare a matter alike, and each body has its part among its tasks."""
        self._declare([plot.owner, plot.other], self._matter(plot))

    def one_sided(self, plot: _Plot) -> None:
        """Only the owner's list declares the matter, and the other says nothing of it."""
        shared = self._matter(plot)
        self._declare([plot.owner], shared)
        self._plant("boundary.one_sided", plot, [shared.parts[1][1]])

    def no_basis(self, plot: _Plot) -> None:
        """Both lists declare the matter, on no law."""
        shared = self._matter(plot)
        shared.basis = None
        self._declare([plot.owner, plot.other], shared)
        for body in (plot.owner, plot.other):
            self.planted.append(
                Plant(kind="orphan.no_basis", departments=[self.region + body], texts=[shared.matter])
            )

    def conflict(self, plot: _Plot) -> None:
        """Both lists declare the matter, with another third party each."""
        shared = self._matter(plot)
        *agreed, (party, part) = shared.parts
        others = [name for body in words().listless if (name := self._called(body)) != party]
        self._declare([plot.owner], shared)
        self._declare(
            [plot.other],
            Shared(plot.concept, shared.matter, [*agreed, (self.dice.choice(others), part)], shared.basis),
        )
        self._plant("boundary.conflict", plot, [shared.matter])

    def _matter(self, plot: _Plot) -> Shared:
        said, dice, word = words().plants, self.dice, plot.concept
        bodies = (plot.owner, plot.other, dice.choice(words().listless))
        sentences = (dice.choice(said.lead), *dice.sample(said.parts, 2))
        parts = [
            (self._called(body), one.format(w=word)) for body, one in zip(bodies, sentences, strict=True)
        ]
        return Shared(word, dice.choice(said.matter).format(w=word), parts, words().laws.own.format(w=word))

    def _declare(self, bodies: Iterable[str], shared: Shared) -> None:
        parts = dict(shared.parts)
        for body in bodies:
            self.drafts[body].matters.append(shared)
            self.drafts[body].add_duty(shared.concept, parts[self._called(body)])

    def _called(self, body: str) -> str:
        return self.region[-1] + body

    def _plant(self, kind: Kind, plot: _Plot, texts: list[str]) -> None:
        bodies = [self.region + plot.owner, self.region + plot.other]
        self.planted.append(Plant(kind=kind, departments=bodies, texts=texts))


def _orphans(draft: Draft) -> Iterator[Plant]:
    for duty in draft.duties:
        if not duty.tasks:
            yield Plant(kind="orphan.no_task", departments=[draft.department], texts=[duty.text])
        for task in duty.tasks:
            if task.office is None:
                yield Plant(kind="orphan.no_office", departments=[draft.department], texts=[task.text])
