"""制度, 办法, 方案: the internal rules that a body publishes in place of the four sections, with their articles."""

import re
from collections.abc import Sequence

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Line, lines
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS, NUMERALS
from dutygraph.ingest.records import Article, Locator, Rule

_ARTICLE = re.compile(rf"^(?P<number>第[{NUMERALS}]{{1,7}}[条條])\s*(?P<text>.*)$")
_POINT = re.compile(rf"^(?P<number>[{ITEM_NUMERALS}]{{1,5}})[、．.]\s*(?P<text>.+)$")
_ATTACHMENT = re.compile(rf"^附件\s*[{ITEM_NUMERALS}\d]*[：:]?\s*")
_LONGEST_TITLE = 40


def read(blocks: Sequence[Block], draft: ListDraft) -> list[Rule]:
    """Return the rules of a list's department; what belongs to none of them becomes warnings.

    A rule begins where a short line ends in 制度, 办法, 方案 … and its own text follows: an article, a numbered point
    or a leading sentence. The issuer's name stands above each.
    """
    texts = [line for line in lines(blocks) if line.text != draft.department]
    rules: list[Rule] = []
    starts = [at for at in range(len(texts)) if _starts_rule(texts, at)]
    for line in texts[: starts[0] if starts else len(texts)]:
        draft.warn_unplaced(line, "outside_rules")
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=False):
        body = []
        for line in texts[start + 1 : end]:
            if _is_label(line.text):
                draft.warn_unplaced(line, "outside_rules")
            else:
                body.append(line)
        rules.append(Rule(title=texts[start].text, locator=texts[start].locator, articles=_articles(body)))
    return rules


def _starts_rule(texts: Sequence[Line], at: int) -> bool:
    """A title line; a heading over several rules (附件1 行政执法责任制配套制度) is followed by the next title."""
    if not _is_title(texts[at].text):
        return False
    following = next((line.text for line in texts[at + 1 :] if not _is_label(line.text)), "")
    return bool(following) and not _is_title(following)


def _is_title(text: str) -> bool:
    named = folded(text).endswith(vocabulary().rule_words)
    plain = not (
        _ARTICLE.match(text)
        or _POINT.match(text)
        or _ATTACHMENT.match(text)
        or text.startswith(("关于", "（", "("))
    )
    return named and plain and len(text) <= _LONGEST_TITLE and not any(mark in text for mark in "。；：，")


def _is_label(text: str) -> bool:
    """Whether a line only says which attachment begins: 附件2."""
    return not _ATTACHMENT.sub("", text)


def _articles(texts: Sequence[Line]) -> list[Article]:
    """Cut a rule at 第…条, or at 一、 二、 … when it has no such articles; items stay in their article's text."""
    pattern = _ARTICLE if any(_ARTICLE.match(line.text) for line in texts) else _POINT
    articles: list[tuple[str, list[str], Locator]] = []
    for line in texts:
        if match := pattern.match(line.text):
            articles.append((match["number"], [match["text"]], line.locator))
        elif articles:
            articles[-1][1].append(line.text)
        else:
            articles.append(("", [line.text], line.locator))
    return [
        Article(number=number, text="\n".join(filter(None, parts)), locator=locator)
        for number, parts, locator in articles
    ]
