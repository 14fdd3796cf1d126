"""制度, 办法, 方案: the internal rules that a body publishes in place of the four sections, with their articles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Block, Paragraph
from ingest.draft import ListDraft, shorten
from ingest.records import Article, Locator, Rule
from ingest.vocabulary import vocabulary

SECTION = "制度"

_ARTICLE = re.compile(r"^(?P<number>第[一二三四五六七八九十百]{1,5}条)\s*(?P<text>.*)$")
_POINT = re.compile(r"^(?P<number>[一二三四五六七八九十]{1,3})[、．.]\s*(?P<text>.+)$")
_ATTACHMENT = re.compile(r"^附件\s*[一二三四五六七八九十\d１-９]*[：:]?\s*")
_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its text and where it stands."""

    text: str
    locator: Locator


def read_rules(blocks: Sequence[Block], department: str, draft: ListDraft) -> None:
    """Read the rules of ``department`` into the draft; what stands before the first rule becomes warnings.

    A rule begins where a short line ends in 制度, 办法, 方案 … and its own text follows: an article, a numbered point
    or a leading sentence.
    """
    lines = [Line(b.text, b.locator) for b in blocks if isinstance(b, Paragraph) and b.text and b.locator]
    starts = [at for at in range(len(lines)) if _starts_rule(lines, at, department)]
    for line in lines[: starts[0] if starts else len(lines)]:
        if line.text != department:
            draft.warn("unplaced_text", f"{SECTION}：制度之外的文字“{shorten(line.text)}”", line.locator)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        body = [line for line in lines[start + 1 : end] if not _is_furniture(line.text, department)]
        draft.rules.append(
            Rule(title=lines[start].text, locator=lines[start].locator, articles=_articles(body))
        )


def _starts_rule(lines: Sequence[Line], at: int, department: str) -> bool:
    """A title line; a heading over several rules (附件1 行政执法责任制配套制度) is followed by the next title."""
    if not _is_title(lines[at].text):
        return False
    following = next((x.text for x in lines[at + 1 :] if not _is_furniture(x.text, department)), "")
    return bool(following) and not _is_title(following)


def _is_title(text: str) -> bool:
    named = text.endswith(vocabulary().rule_words)
    plain = not (
        _ARTICLE.match(text)
        or _POINT.match(text)
        or _ATTACHMENT.match(text)
        or text.startswith(("关于", "（", "("))
    )
    return named and plain and len(text) <= _LONGEST_TITLE and not any(mark in text for mark in "。；：，")


def _is_furniture(text: str, department: str) -> bool:
    """The issuer's name above each rule, and 附件2 alone on its line."""
    return text == department or not _ATTACHMENT.sub("", text)


def _articles(lines: Sequence[Line]) -> list[Article]:
    """Cut a rule at 第…条, or at 一、 二、 … when it has no such articles; items stay in their article's text."""
    pattern = _ARTICLE if any(_ARTICLE.match(line.text) for line in lines) else _POINT
    articles: list[tuple[str, list[str], Locator]] = []
    for line in lines:
        if match := pattern.match(line.text):
            articles.append((match["number"], [match["text"]], line.locator))
        elif articles:
            articles[-1][1].append(line.text)
        else:
            articles.append(("", [line.text], line.locator))
    return [
        Article(number=number, text="\n".join(part for part in parts if part), locator=locator)
        for number, parts, locator in articles
    ]
