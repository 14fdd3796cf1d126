"""Tokens of Cypher. What could be read in two ways is refused, so that no engine can read it otherwise than we do."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

from dutygraph.queries.errors import RefusedStatementError

CypherTokenKind = Literal["blank", "string", "quoted", "parameter", "number", "word", "sign"]

_QUOTED = r"`(?:[^`\\]|``)+`"
_TOKEN = re.compile(
    rf"""
      (?P<blank>[ \t\r\n]+|//[^\r\n]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\[\\'"bfnrt])*'|"(?:[^"\\]|\\[\\'"bfnrt])*")
    | (?P<quoted>{_QUOTED})
    | (?P<parameter>\$(?:[^\W\d]\w*|{_QUOTED}))
    | (?P<number>0x[0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<sign>\.\.|/(?![/*])|[-+*%^=<>~(){{}}\[\],.:|&!;])
    """,
    re.VERBOSE | re.DOTALL,
)


class CypherToken(NamedTuple):
    """A token: its text as typed, and where it begins, in characters from 1."""

    kind: CypherTokenKind
    text: str
    at: int


def tokens(statement: str) -> Iterator[CypherToken]:
    r"""Yield the tokens of a statement, blanks and comments among them, which together are the statement.

    Raises RefusedStatementError where none begins: at an escape such as \u0027, which Neo4j decodes before it reads
    anything else, at a control character, at a letter that looks or folds like an ASCII one outside quotes, at a quote
    or comment that does not end.
    """
    at = 0
    while at < len(statement):
        found = _TOKEN.match(statement, at)
        if found is None or not _plain(found):
            raise _not_cypher(statement, at)
        yield CypherToken(cast("CypherTokenKind", found.lastgroup), found[0], at + 1)
        at = found.end()


def _plain(found: re.Match[str]) -> bool:
    if found.lastgroup in ("word", "parameter") and "`" not in found[0]:
        return all(character.isascii() or _has_one_form(character) for character in found[0])
    return not any(_steers(character) for character in found[0])


def _has_one_form(character: str) -> bool:
    """Whether a letter has no cases and stands for no other, as Chinese characters do: ｓ, ſ and K are no names."""
    return unicodedata.category(character) == "Lo" and unicodedata.normalize("NFKC", character) == character


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\r\n"


def _not_cypher(statement: str, at: int) -> RefusedStatementError:
    shown = statement[at : at + 10]
    return RefusedStatementError(
        zh=f"第 {at + 1} 个字符起的 {shown!r} 不能用在这里：引号、注释须成对，不接受 \\u 写法、控制字符和全角字母，"
        "其他文字请写在引号里或用参数传递",
        en=f"{shown!r} at character {at + 1} cannot stand here: quotes and comments have to end, escapes such as \\u0027,"
        " control characters and look-alikes of letters are not taken; put other texts into quotes or parameters",
    )
