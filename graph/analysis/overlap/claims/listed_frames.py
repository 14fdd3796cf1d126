"""The frames of a district's duties and tasks, as its lists print them, and the sentences that tell of a case."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dutygraph.graph.analysis.language.clauses import formula_kind
from dutygraph.graph.analysis.language.cross_cutting import cross_cutting_of
from dutygraph.graph.analysis.language.enforcement import enforcing_words, without_enforcing
from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.frames.model import Frame, FramedClause, FrameObject
from dutygraph.graph.analysis.language.stages import stages_with
from dutygraph.graph.analysis.language.taxonomy import Mentions, Taxonomy
from dutygraph.graph.analysis.overlap.claims.printed_sentences import own_work, sentences_in
from dutygraph.graph.model import Ref

_HELPS = re.compile("(?:做好|予以|给予|积极|主动)配合(?:工作)?[。；;]?$")
_LONGEST_CASE = 90
"""Greatest length in characters of a sentence that tells one case; longer ones list whatever a body does."""
_CLOSE = 4
"""Greatest number of characters between an object and an act behind it that belong to them both."""
_JOINS = frozenset("、和")
"""What stands between acts of a list: the act before it is another one (土地征收、供应)."""


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """A duty or a task with the ids of its body and of its duty (of a duty, its own)."""

    ref: Ref
    body: str
    duty: str
    text: str
    duty_text: str


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
        frames = _with_own(_helping(frames))
        listed += frames
        cases += _cases(statement, frames, taxonomy)
    return listed + cases


def _helping(frames: Sequence[ListedFrame]) -> list[ListedFrame]:
    """Return the frames of a statement, those of one that ends in saying that it helps as such (…，做好配合)."""
    helps = any(_HELPS.search(one.clause.text) for one in frames)
    return [replace(one, frame=replace(one.frame, role="assist")) if helps else one for one in frames]


def _with_own(frames: Sequence[ListedFrame]) -> list[ListedFrame]:
    """Return the frames of a statement; what goes on about the own house names no other thing (管理机关资产，组织盘点)."""
    read: list[ListedFrame] = []
    for one in frames:
        goes_on = bool(read) and read[-1].frame.affair == "own" and not one.objects
        read.append(replace(one, frame=replace(one.frame, affair="own")) if goes_on else one)
    return read


def _cases(
    statement: ListedStatement, frames: Sequence[ListedFrame], taxonomy: Taxonomy
) -> Iterator[ListedFrame]:
    """Yield the sentences of a statement that take hold of a case and whose frames say so one by one, or not at all."""
    for start, sentence in sentences_in(statement.text):
        within = [one for one in frames if start <= one.clause.start < start + len(sentence)]
        acts, punished = enforcing_words(sentence)
        alone = len(within) == 1 and within[0].frame.stage in stages_with("enforcing")
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
