"""What the words of a header say: the role of a column by its whole text or by the core of it, or whose part it holds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PART = "division:"
"""Beginning of the role of a column with the part of one party: of ``lead``, ``support``, or of a body by its name."""

_BRACKET = re.compile(r"[（(\[【][^（）()\[\]【】]{0,40}[）)\]】]")
_LAST_BRACKET = re.compile(rf"{_BRACKET.pattern}$")
_MARKS = "*＊※"
"""What marks a column that a form wants filled in, or that a footnote explains."""
_AND = re.compile(r"[及和与、/／]")
_SHORTEST_CORE = 3
"""Characters; a shorter word at the end of a longer one (职责, 部门, 内容) says too little."""
LONGEST_HEADER = 30
"""Characters; a longer text is no header."""


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """The role that a header's words give its column."""

    role: str
    rank: int = 0
    """The place of the word among those of the role: of two columns of one role the lower one has it."""
    exact: bool = True
    """Whether the whole header is a known word, rather than the end of it."""
    certain: bool = True
    """Whether nothing in the header says something else."""


def without_brackets(header: str) -> str:
    """Return a header without what stands in brackets: 主要职责（依据三定规定） → 主要职责."""
    return _BRACKET.sub("", header).strip(_MARKS) if len(header) <= LONGEST_HEADER else header


def meaning(header: str, words: Mapping[str, str], ranks: Mapping[str, int]) -> ColumnMeaning | None:
    """Return what a cleaned header means among the words of a section, None if nothing is known of it.

    ``words`` gives the role of each word, ``ranks`` its place. A longer header means what it ends with (区级责任科室), one
    of several words (责任科室及电话) what the first says; it is not certain when the others say something else.
    """
    bare = without_brackets(header)
    for text in (header, _LAST_BRACKET.sub("", header), bare, bare.removesuffix("名称")):
        if text in words:
            return ColumnMeaning(words[text], ranks[text])
    if len(header) > LONGEST_HEADER:
        return None
    first, *others = _AND.split(bare)
    word = _core(first.removesuffix("名称"), words)
    if word is None:
        return None
    role = words[word]
    further = {words[core] for other in others if (core := _core(other, words, shortest=2))}
    return ColumnMeaning(role, ranks[word], exact=False, certain=further <= {role})


def _core(text: str, words: Mapping[str, str], shortest: int = _SHORTEST_CORE) -> str | None:
    """Return the longest known word that a text ends with; a text that is one whole may be short."""
    ends = (text[start:] for start in range(len(text)) if start == 0 or len(text) - start >= shortest)
    return next((end for end in ends if end in words), None)


def owner_of_part(header: str, parts: Sequence[str]) -> str | None:
    """Return whose part a column holds by its header (乡镇职责 → 乡镇), "" if nobody is named, None if it holds no part."""
    for part in sorted(parts, key=len, reverse=True):
        for text in (header, without_brackets(header)):
            if text.endswith(part):
                return text.removesuffix(part).removesuffix("的")
    return None
