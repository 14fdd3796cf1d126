"""The columns of a statement by its text: an engine names none where there are no rows."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from dutygraph.queries.typed.tokens import CypherToken, tokens

_OPENS, _CLOSES = "([{", ")]}"
_ENDS = ("order", "skip", "offset", "limit", "union")


def columns_of(statement: str) -> list[str]:
    """Return what the last RETURN of a statement names, in order: by AS, else as written; nothing for ``RETURN *``."""
    code = list(_code(statement))
    depths = list(_depths(code))
    start = max(
        (at for at, one in enumerate(code) if depths[at] == 0 and _is_word(one, "return")), default=len(code)
    )
    names: list[str] = []
    for item in _items(code[start + 1 :], depths[start + 1 :]):
        if not item or item[0].text == "*":
            return []
        names.append(_name(statement, item))
    return names


def _code(statement: str) -> Iterator[CypherToken]:
    """Yield the tokens but blanks; a word that names a property or a label counts as quoted."""
    before = ""
    for token in tokens(statement):
        if token.kind != "blank":
            is_name = token.kind == "word" and before in (".", ":")
            yield token._replace(kind="quoted") if is_name else token
            before = token.text


def _items(code: Sequence[CypherToken], depths: Sequence[int]) -> Iterator[list[CypherToken]]:
    """Yield what stands between the commas of a RETURN, which ends with the statement or with ORDER BY, LIMIT …."""
    item: list[CypherToken] = []
    inside = takewhile(lambda pair: pair[1] or not _is_word(pair[0], *_ENDS), zip(code, depths, strict=True))
    for token, depth in inside:
        if depth == 0 and token.text == ",":
            yield item
            item = []
        elif item or not _is_word(token, "distinct"):
            item.append(token)
    yield item


def _name(statement: str, item: Sequence[CypherToken]) -> str:
    last = item[-1]
    if len(item) == 1 or _is_word(item[-2], "as"):
        return last.text.strip("`").replace("``", "`") if last.kind == "quoted" else last.text
    return statement[item[0].at - 1 : last.at - 1 + len(last.text)]


def _depths(code: Sequence[CypherToken]) -> Iterator[int]:
    """Yield in how many brackets each token stands; a bracket stands in itself."""
    depth = 0
    for token in code:
        depth += token.text in _OPENS
        yield depth
        depth -= token.text in _CLOSES


def _is_word(token: CypherToken, *words: str) -> bool:
    return token.kind == "word" and token.text.lower() in words
