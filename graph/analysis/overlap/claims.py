"""What the bodies of a district claim to do: the frames of their duties and tasks, with what each is about."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dutygraph.graph.analysis.language.clauses import formula_kind
from dutygraph.graph.analysis.language.cross_cutting import CrossCutting, cross_cutting_of
from dutygraph.graph.analysis.language.enforcement import enforcing_words, without_enforcing
from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.frames.model import Frame, FramedClause, FrameObject
from dutygraph.graph.analysis.language.scope import is_wide
from dutygraph.graph.analysis.language.stages import is_vague
from dutygraph.graph.analysis.language.taxonomy import Mentions, Taxonomy
from dutygraph.graph.analysis.language.wording import bigrams, is_carrier, subject_of
from dutygraph.graph.analysis.overlap.printed_sentences import own_work, sentences_in
from dutygraph.graph.model import Ref

ENFORCING = frozenset({"supervise", "punish"})
"""Stages in which a body takes hold of a concrete case."""
_LONGEST_CASE = 90
"""Greatest length in characters of a sentence that tells one case; longer ones list whatever a body does."""
_UNTOLD = "manage"
"""Stage of a frame whose act is not told."""
_CLOSE = 4
"""Greatest number of characters between an object and an act behind it that belong to them both."""
_JOINS = frozenset("、和")
"""What stands between acts of a list: the act before it is another one (土地征收、供应)."""
_LEARNED = 3
"""Least number of claims for all fields about a matter in the list of a body that leads it."""
_LEARNED_SHARE = 2
"""Least ratio of that number to the next body's."""


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """A duty or a task with the ids of its body and of its duty (of a duty, its own)."""

    ref: Ref
    body: str
    duty: str
    text: str
    duty_text: str


@dataclass(frozen=True, slots=True)
class Body:
    """What is known of a body before its list is compared."""

    business: frozenset[str]
    """The concepts that are its business, by its names and by its list."""
    cross_cutting: CrossCutting | None
    """What it does on the objects of others (审计、统计、财政); None for a body with a field of its own."""


@dataclass(frozen=True, slots=True)
class ListedFrame:
    """One frame of a statement as printed: what its body does to which thing."""

    statement: ListedStatement
    clause: FramedClause
    frame: Frame
    objects: Mentions
    """The concepts in its object, each with the words that name it."""
    case: bool
    """Whether it is a whole sentence that takes hold of a case (检查A，对B的责令C), whichever words are bound to which."""

    @property
    def itself(self) -> bool:
        """Whether it is about the body's own people, money and things, or those of its own system."""
        return self.frame.affair in ("own", "system")


@dataclass(frozen=True, slots=True)
class Claim(ListedFrame):
    """A listed frame with what it means in the list of its body."""

    carried: frozenset[str]
    """Those of its objects that only carriers name (资金、规范性文件): an object for the body whose business they are, and
    for no other."""
    fields: frozenset[str]
    """The fields that its object names, else those of its duty, else those of its body's business."""
    named: bool
    """Whether its object or its duty names the fields."""
    everybody: bool
    """Whether it is for all fields."""
    leads: frozenset[str]
    """Its objects, fields apart, that are the business of its body."""
    bigrams: frozenset[str]
    """Bigrams of what it is about, without formulas and carriers."""
    rest: frozenset[str]
    """Those of them that no concept explains."""

    @property
    def says_act(self) -> bool:
        """Whether it says what is done, by itself or, as a task that only names a thing, by its duty."""
        return bool(self.frame.acts) or self.frame.stage != _UNTOLD

    @property
    def plain(self) -> bool:
        """Whether what it says is done tells more than that something is (负责, 组织实施)."""
        return self.says_act and not (self.frame.acts and all(map(is_vague, self.frame.acts)))


def listed_frames(
    statements: Iterable[ListedStatement], names: Mapping[str, Sequence[str]], taxonomy: Taxonomy
) -> list[ListedFrame]:
    """Return the frames of statements in order, without formulas, and behind them the cases of their sentences.

    ``names`` are all names of their bodies, by id.
    """
    cross = {body: cross_cutting_of(printed) is not None for body, printed in names.items()}
    listed: list[ListedFrame] = []
    cases: list[ListedFrame] = []
    for statement in statements:
        frames = [
            ListedFrame(statement, clause, frame, _objects(frame, clause.text, taxonomy), case=False)
            for clause in framed_clauses(
                statement.text,
                "" if statement.text == statement.duty_text else statement.duty_text,
                cross[statement.body],
            )
            if not formula_kind(clause.text)
            for frame in clause.frames
        ]
        listed += frames
        cases += _cases(statement, frames, taxonomy)
    return listed + cases


def _cases(
    statement: ListedStatement, frames: Sequence[ListedFrame], taxonomy: Taxonomy
) -> Iterator[ListedFrame]:
    """Yield the sentences of a statement that take hold of a case and whose frames say so one by one, or not at all."""
    for start, sentence in sentences_in(statement.text):
        within = [one for one in frames if start <= one.clause.start < start + len(sentence)]
        acts, punished = enforcing_words(sentence)
        alone = len(within) == 1 and within[0].frame.stage in ENFORCING
        if not acts or not within or alone or len(sentence) > _LONGEST_CASE:
            continue
        first = within[0].frame
        itself = next((one.frame.affair for one in within if one.itself), first.affair)
        named = without_enforcing(own_work(sentence))
        frame = Frame(
            acts,
            FrameObject(named, None, ()),
            first.partners,
            first.role,
            (),
            itself,
            "punish" if punished else "supervise",
        )
        clause = FramedClause(sentence, start, start + len(sentence), (frame,))
        yield ListedFrame(statement, clause, frame, taxonomy.concept_words.mentions(named), case=True)


def bodies_of(
    listed: Iterable[ListedFrame], names: Mapping[str, Sequence[str]], taxonomy: Taxonomy
) -> Mapping[str, Body]:
    """Return what is known of each body (id), by its names and by what its list says."""
    learned = _learned_business(listed, taxonomy)
    return {
        body: Body(taxonomy.business_of(printed) | learned.get(body, frozenset()), cross_cutting_of(printed))
        for body, printed in names.items()
    }


def claim_of(one: ListedFrame, body: Body, taxonomy: Taxonomy) -> Claim:
    """Return what a listed frame means in the list of its body."""
    own_fields = frozenset(one.objects) & taxonomy.fields
    above = frozenset(taxonomy.concept_words.mentions(one.statement.duty_text)) & taxonomy.fields
    leads = frozenset(
        name
        for name in one.objects
        if name not in taxonomy.fields and taxonomy.concepts[name].around & body.business - taxonomy.fields
    )
    named = own_fields or (frozenset() if leads else above)
    wide = bool(leads) or one.frame.affair == "everybody" or is_wide(one.clause.text)
    printed = one.frame.object.text
    thing = without_enforcing(printed) if one.frame.stage in ENFORCING else printed
    return Claim(
        one.statement,
        one.clause,
        one.frame,
        one.objects,
        one.case,
        carried=frozenset(name for name, words in one.objects.items() if all(map(is_carrier, words))),
        fields=named or body.business & taxonomy.fields,
        named=bool(named),
        everybody=wide and not one.itself and not named,
        leads=leads,
        bigrams=bigrams(subject_of(thing)),
        rest=bigrams(subject_of(_without(thing, one.objects))),
    )


def _objects(frame: Frame, clause: str, taxonomy: Taxonomy) -> Mentions:
    """Return the concepts that a frame is about: those that its object names, alone or with an act (紧急医学 + 救援)."""
    thing = frame.object.text
    narrow = "".join(limit for limit in frame.object.limits if limit not in thing)
    found: dict[str, dict[str, None]] = {}
    for act in frame.acts or ("",):
        whole = thing + narrow + act if narrow else _with_act(thing, act, clause)
        for name, words in taxonomy.concept_words.mentions(whole).items():
            found.setdefault(name, {}).update(
                dict.fromkeys(word for word in words if word in thing or word not in act)
            )
    return {name: tuple(words) for name, words in found.items() if words}


def _with_act(thing: str, act: str, clause: str) -> str:
    """Return an object and an act as one text: as printed where the act stands close behind (农民 + 技能 + 培训)."""
    printed = "".join(clause.split())
    end = printed.find(thing) + len(thing)
    behind = printed.find(act, end)
    close = 0 <= behind - end <= _CLOSE and not _JOINS.intersection(printed[end:behind])
    return thing + (printed[end : behind + len(act)] if close else act)


def _without(text: str, objects: Mentions) -> str:
    """Return a text with the words of concepts blanked out."""
    for word in sorted((word for words in objects.values() for word in words), key=len, reverse=True):
        text = text.replace(word, " ")
    return text


def _learned_business(listed: Iterable[ListedFrame], taxonomy: Taxonomy) -> Mapping[str, frozenset[str]]:
    """Return the matters that bodies (ids) lead by their lists.

    A body leads a matter when its list has clearly more frames about it with a wide scope (全区) than any other list.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in listed:
        if (
            is_wide(one.clause.text)
            and not one.itself
            and not one.case
            and not taxonomy.fields & set(one.objects)
        ):
            for name, words in one.objects.items():
                if taxonomy.concepts[name].facet == "matters" and taxonomy.is_whole(name, words):
                    counts[name][one.statement.body] += 1
    business: dict[str, set[str]] = defaultdict(set)
    for name, bodies in counts.items():
        (body, times), (_, next_times) = [*bodies.most_common(2), ("", 0)][:2]
        if times >= _LEARNED and times >= _LEARNED_SHARE * next_times:
            business[body].add(name)
    return {body: frozenset(names) for body, names in business.items()}
