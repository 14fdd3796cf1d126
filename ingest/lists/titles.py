"""The lines that say whose list it is: 某区民政局责任清单, 部门名称（盖章）：某区民政局."""

import re

from dutygraph.ingest.characters import folded
from dutygraph.ingest.lists.vocabulary import vocabulary

BRACKET = re.compile(r"[（(]([^（）()]*)[）)]")
_STAMP = re.compile(
    r"^(?:部门名称|单位名称|部门|单位|填报单位)[（(]?(?:盖章|公章|章)?[）)]?[：:](?P<name>\S{2,40})$"
)
_SENTENCE_MARKS = "。；，：:;,、！？"
_LONGEST = 60


def is_title_line(text: str) -> bool:
    """Say whether a cleaned line can be (part of) a title: short, and no sentence."""
    marks = BRACKET.sub("", text)
    return bool(text) and len(text) <= _LONGEST and not any(mark in marks for mark in _SENTENCE_MARKS)


def names_list(text: str) -> bool:
    """Say whether a line ends in 责任清单 or the like; a bracket behind it, such as （2015年版）, does not matter."""
    bare = re.sub(r"[（(][^（）()]*[）)]$", "", folded(text))
    return len(text) <= _LONGEST and bare.endswith(vocabulary().list_words)


def names_body(text: str) -> bool:
    """Say whether a line ends as the name of a body does (局, 委员会 …), or is such a name in a bracket."""
    return folded(BRACKET.sub("", text) or text.strip("（）()")).endswith(vocabulary().body_words)


def body_of(title: str) -> str:
    """Return the body that a title names: the title without brackets and without 责任清单."""
    return without_list_words(BRACKET.sub("", title))


def without_list_words(title: str) -> str:
    """Return a title without 责任清单 or the like at its end."""
    for word in vocabulary().list_words:
        if folded(title).endswith(word):
            title = title[: -len(word)]
    return title


def stamped_body(text: str) -> str | None:
    """Return the body named in a line such as 部门名称（盖章）：某局, or None."""
    match = _STAMP.match(folded(text))
    return text[match.start("name") :] if match else None
