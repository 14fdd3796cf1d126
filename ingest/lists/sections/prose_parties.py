"""Running text cut at its stops, and the bodies that its parts begin with: 区民政局负责…；由区林业局牵头，区财政局配合."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dutygraph.ingest.lists.item_marks import item_marks
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.vocabulary import NUMBER, vocabulary
from dutygraph.ingest.names.body_names import split_bodies
from dutygraph.ingest.names.body_words import is_vague
from dutygraph.ingest.text import clean

NAME = section_kinds()["boundaries"].name
WORDS = section_kinds()["boundaries"].words
ROLES: dict[str, Literal["lead", "support"]] = {"lead": "lead", "support": "support"}
"""Columns and labels of 牵头单位 and 配合单位, and the role of the bodies in them."""
_OPENING, _CLOSING = "（(《“〈[【", "）)》”〉]】"
_STOPS = "。；;，,：:"
_BLANK = re.compile(r"(?<=\S)[ \t\u3000\xa0]{1,20}(?=\S)")
_NUMBER = re.compile(NUMBER)
_VERB = re.compile("|".join(sorted([*WORDS["duty_verbs"], *WORDS["other_verbs"]], key=len, reverse=True)))
_DUTY_VERB = re.compile("|".join(WORDS["duty_verbs"]))
_IS_NAMED = re.compile(r"^(?:[省市区县州旗镇乡各我本]\S|.+部门$)")
"""A name that is no word of a matter, as in 养老院审批."""
_LEAD, _SUPPORT = re.compile("牵头|主办|为主"), re.compile("配合|协助|协同|协办")
_BEFORE = re.compile("^(?:由|其中|而|并由|原则上由)")
_BRACKET = re.compile(r"[（(][^（()）]{0,40}[）)]")
_IN_BRACKET = re.compile(r"^(?P<matter>[^（()）]{2,40})[（(](?P<parties>[^（()）]+)[）)][。；;]?$")
_NEVER_IN_NAME = re.compile("[的对将被其在把为或经]|负责")
_LONGEST_NAMES = 60
"""Characters; so far the verb is looked for behind the names of several bodies."""
_LONGEST_NAME = 24
_LONGEST_MARK = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text up to a stop: the stop before it ("" at the beginning), its text, and the stop behind it."""

    before: str
    text: str
    behind: str


@dataclass(frozen=True, slots=True)
class Actor:
    """The body or bodies that a piece begins with, as printed, what it says of them, and whether they lead or support."""

    bodies: str
    part: str
    role: Literal["lead", "support"] | None


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text at its stops outside of brackets and titles; a comma behind its subject (区民政局，负责…) is none."""
    subject: Piece | None = None
    for piece in _cut(text):
        if subject and _DUTY_VERB.match(piece.text):
            yield Piece(subject.before, subject.text + piece.text, piece.behind)
            subject = None
            continue
        if subject:
            yield subject
        subject = piece if piece.behind in ("，", ",") and names_bodies(piece.text) else None
        if not subject:
            yield piece
    if subject:
        yield subject


def matter_before_blank(text: str) -> int | None:
    """Return where the party begins that a blank parts from the matter before it (1.古树保护 区林业局负责…), or None."""
    for blank in _BLANK.finditer(text, 0, _LONGEST_NAMES):
        head, tail = clean(text[: blank.start()]), clean(text[blank.end() : blank.end() + 2 * _LONGEST_NAMES])
        behind = next(pieces(tail), None)
        mark = next(item_marks(head), None)
        matter = head[mark.end :] if mark and mark.opens_line else head
        is_name = len(matter) > 1 and not _NUMBER.fullmatch(matter) and not names_bodies(matter)
        if is_name and set(matter).isdisjoint(_STOPS) and behind and actor(behind):
            return blank.end()
    return None


def _cut(text: str) -> Iterator[Piece]:
    """Cut a text at its stops outside of brackets and titles; a bracket that is never closed does not count."""
    depth, begin, before = 0, 0, ""
    closed = sum(text.count(mark) for mark in _OPENING) == sum(text.count(mark) for mark in _CLOSING)
    for at, char in enumerate(text):
        if closed and char in _OPENING:
            depth += 1
        elif closed and char in _CLOSING:
            depth = max(0, depth - 1)
        elif char in _STOPS and not depth:
            if at > begin:
                yield Piece(before, text[begin:at], char)
            begin, before = at + 1, char
    if begin < len(text):
        yield Piece(before, text[begin:], "")


def actor(piece: Piece) -> Actor | None:
    """Return the bodies that a piece begins with, None when it begins with none.

    Behind a comma only a word of duty (负责, 牵头, 配合 …) makes a body the subject of a new part.
    """
    mark = next(item_marks(piece.text[:_LONGEST_MARK]), None)
    text = piece.text[mark.end :] if mark and mark.opens_line else piece.text
    text = _BEFORE.sub("", text)
    verbs = _DUTY_VERB if piece.before in ("，", ",") else _VERB
    for verb in verbs.finditer(text, 0, _LONGEST_NAMES):
        name = text[: verb.start()]
        if names_bodies(name) and (_DUTY_VERB.match(verb[0]) or _IS_NAMED.match(name)):
            return Actor(text[: verb.start()], text[verb.start() :], _role(text[verb.start() :]))
    if piece.behind in ("：", ":") and names_bodies(text):
        return Actor(text, "", None)
    return None


def with_matter_apart(text: str) -> list[Piece]:
    """Cut a text at its stops, and a matter from the party behind it: 古树保护由区林业局牵头, 古树保护（区林业局牵头）."""
    bracket = _IN_BRACKET.match(text)
    inner = list(pieces(bracket["parties"])) if bracket else []
    if bracket and actor(inner[0]):
        return [Piece("", bracket["matter"], "。"), *inner]
    first, *others = list(pieces(text)) or [Piece("", "", "")]
    for at in range(2, min(len(first.text), _LONGEST_NAMES)):
        behind = Piece("", first.text[at:], first.behind)
        if first.text[at] == "由" and actor(behind):
            return [Piece("", first.text[:at], ""), behind, *others]
    return [first, *others]


def begins_with_duty(text: str) -> bool:
    """Say whether a text without a subject goes on to say what a body does: 监督…."""
    return _VERB.match(text) is not None


def names_bodies(text: str) -> bool:
    """Say whether a text is nothing but names of bodies (区民政局、区林业局), or of those in general (各有关部门)."""
    parts = split_bodies(text) if len(text) <= _LONGEST_NAMES else []
    return bool(parts) and all(map(_is_body, parts))


def _is_body(name: str) -> bool:
    if is_vague(name):
        return True
    bare = _BRACKET.sub("", name)
    if not 1 < len(bare) <= _LONGEST_NAME or _NEVER_IN_NAME.search(bare) or bare in WORDS["no_bodies"]:
        return False
    return bare.endswith((*vocabulary().body_words, *WORDS["further_bodies"]))


def _role(part: str) -> Literal["lead", "support"] | None:
    if _LEAD.match(part):
        return "lead"
    return "support" if _SUPPORT.match(part) else None
