"""The list of one made-up body, with places for what is planted in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from benchmarks.corpus.words import Facet, towns, words, words_of
from dutygraph.ingest.records import (
    Boundary,
    Duty,
    DutyList,
    Locator,
    Party,
    Regime,
    RegimeSection,
    Service,
    Task,
)

FEWEST, MEDIAN, MOST = 5, 19, 60
"""Duties of a body: few have very many."""
TASKS = 10
NO_TASK, NO_OFFICE, CITED = 0.02, 0.01, 0.15
"""Parts of the duties without any task, of the tasks without office, and of the tasks that cite a law."""
SUPERVISED = ("permit", "inspect")
"""Kinds of work that ask for a regime of supervision."""
COLUMNS = {
    "部门职责": ["number", "duty", "task", "office", "remark"],
    "职责边界": ["number", "matter", "party", "division", "basis"],
    "公共服务": ["number", "name", "content", "handler", "phone"],
}
_NOWHERE = Locator()


@dataclass(frozen=True)
class Work:
    """A duty or one of its tasks in the making."""

    text: str
    office: str | None = None
    basis: str | None = None
    tasks: Sequence["Work"] = ()


@dataclass
class Shared:
    """A matter in the making: on which concept, who has which part, and the law beside the first."""

    concept: str
    matter: str
    parts: list[tuple[str, str]]
    basis: str | None


@dataclass
class Draft:
    """The list of a body in the making, which says nothing of its own about the concepts that are ``taken``."""

    region: str
    body: str
    taken: frozenset[str]
    dice: Random
    duties: list[Work] = field(default_factory=list)
    matters: list[Shared] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.towns = towns(self.dice, 6)
        self.offices = self.dice.sample(words().offices, 5)
        wanted = int(min(max(FEWEST, self.dice.lognormvariate(0, 0.5) * MEDIAN), MOST))
        every = words().bodies[self.body].fields
        self.fields = [concept for concept in every if concept not in self.taken]
        self.supervised: dict[str, None] = {}
        kinds = [(concept, facet) for facet in words().facets for concept in every]
        for concept, facet in self.dice.sample(kinds, min(wanted, len(kinds))):
            duty = self._duty(concept, words().facets[facet])  # also where it is taken: copies keep in step
            if concept not in self.taken:
                self.duties.append(duty)
                self.supervised |= {concept: None} if facet in SUPERVISED else {}

    @property
    def department(self) -> str:
        """The full name of the body."""
        return self.region + self.body

    def say(self, sentence: str, concept: str) -> str:
        """Fill the places of a sentence about a concept."""
        dice, often = self.dice, words().often
        drawn = {"e": dice.choice(often), "t": dice.choice(self.towns), "n": dice.randint(2, 30)}
        word, other = dice.choice(words_of(concept)), dice.choice(words_of(concept))
        return sentence.format(w=word, v=other, d=self.region[-1], **drawn)

    def work(self, text: str) -> Work:
        """Return a task with an office, now and then with the law beside it."""
        return Work(
            text, self.dice.choice(self.offices), self._cited() if self.dice.random() < CITED else None
        )

    def add_duty(self, concept: str, task: str) -> None:
        """Put a duty with one task about a concept among the others."""
        duty = Work(self.say(self.dice.choice(words().plants.duty), concept), tasks=[self.work(task)])
        self.duties.insert(self.dice.randint(0, len(self.duties)), duty)
        self.supervised |= {concept: None}

    def written(self) -> DutyList:
        """Return the list."""
        last = Work(words().catch_all.format(d=self.region[-1]))
        duties = [_duty(number, work) for number, work in enumerate([*self.duties, last], start=1)]
        matters = [_matter(number, shared) for number, shared in enumerate(self.matters, start=1)]
        regimes, services = [self._regime(one) for one in self.supervised], list(self._services())
        said = {"部门职责": duties, "职责边界": matters, "监管制度": regimes, "公共服务": services}
        return DutyList(
            title=f"{self.department}责任清单", department=self.department, locator=_NOWHERE, columns=COLUMNS,
            duties=duties, boundaries=matters, supervision=regimes, services=services, sections_present=list(said),
            empty_sections=[section for section, records in said.items() if not records],
        )  # fmt: skip

    def _duty(self, concept: str, facet: Facet) -> Work:
        dice = self.dice
        count = (
            0 if dice.random() < NO_TASK else min(1 + int(dice.expovariate(0.28)), TASKS, len(facet.tasks))
        )
        tasks = [self.work(self.say(task, concept)) for task in dice.sample(facet.tasks, count)]
        tasks = [Work(one.text, None, one.basis) if dice.random() < NO_OFFICE else one for one in tasks]
        return Work(self.say(dice.choice(facet.duties), concept), tasks=tasks)

    def _cited(self) -> str:
        laws = words().laws
        if self.dice.random() < 0.5:
            title, articles = self.dice.choice(laws.hubs)
            return f"{title}第{_chinese(self.dice.randint(2, articles))}条"
        return laws.own.format(w=self.dice.choice(words().bodies[self.body].fields))

    def _regime(self, concept: str) -> Regime:
        said = words().regime.items()
        body = [RegimeSection(heading=heading, text=self.say(text, concept)) for heading, text in said]
        return Regime(
            title=f"{concept}监管",
            locator=_NOWHERE,
            targets=body[0].text,
            sections=list(words().regime),
            body=body,
        )

    def _services(self) -> Iterator[Service]:
        for number, concept in enumerate(self.dice.sample(self.fields, min(4, len(self.fields))), start=1):
            yield Service(
                number=str(number), name=self.say(self.dice.choice(words().services), concept),
                content=self.say(words().service, concept), handler=self.dice.choice(self.offices),
                phone=f"68{self.dice.randint(20000, 29999)}", locator=_NOWHERE,
            )  # fmt: skip


def _duty(number: int, work: Work) -> Duty:
    tasks = [Task(text=one.text, office=one.office, remark=one.basis, locator=_NOWHERE) for one in work.tasks]
    return Duty(number=str(number), text=work.text, locator=_NOWHERE, tasks=tasks)


def _matter(number: int, shared: Shared) -> Boundary:
    parties = [
        Party(department=body, division=part, basis=None if at else shared.basis, locator=_NOWHERE)
        for at, (body, part) in enumerate(shared.parts)
    ]
    return Boundary(number=str(number), matter=shared.matter, locator=_NOWHERE, parties=parties)


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
