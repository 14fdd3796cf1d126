"""Marks of footnotes behind headings and header words (部门职责①, 备注*, 主要职责[1]), which are no part of them."""

import re
from dataclasses import replace
from typing import TypeVar

from dutygraph.ingest.document import Passage, Span
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.titles import names_list
from dutygraph.ingest.lists.vocabulary import vocabulary

_ENDS = "①②③④⑤⑥⑦⑧⑨⑩*＊※†‡¹²³⁴⁵⁶⁷⁸⁹]］〕】)）"
_MARK = re.compile(rf"(?:[{re.escape(_ENDS[:-6])}]{{1,3}}|[\[［〔【（(](?:注?\d{{1,2}}|注)[\]］〕】）)])$")
_LONGEST = 40
"""Characters; headings and header words are shorter."""

AnyPassage = TypeVar("AnyPassage", bound=Passage)


def unmarked(passage: AnyPassage) -> AnyPassage:
    """Return a heading, title or header word without the mark of a footnote; other passages as they are."""
    if not passage.spans or passage.spans[-1].text.rstrip()[-1:] not in _ENDS:
        return passage
    text = passage.text
    mark = _MARK.search(text) if len(text) <= _LONGEST else None
    if not mark or not _is_known(bare := text[: mark.start()]) or _is_known(text):
        return passage
    return replace(passage, spans=[Span(bare, passage.spans[0].locator)])


def _is_known(text: str) -> bool:
    known = text in vocabulary().header_words or read_heading(text).section is not None
    return known or names_list(text)
