"""The check of a statement that a user types: it may read the graph, and nothing else.

A clause begins with a word of Cypher. The words that begin any clause but those of reading are no names here without
backticks, and no name at all may stand where a clause could begin: after another name, a value or a closed bracket. What is
called like a function is one of a list, so no procedure and nothing of a plugin runs. The engine gets no comments.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from dutygraph.ingest.word_files import parse_yaml
from dutygraph.queries.errors import RefusedStatementError
from dutygraph.queries.typed.tokens import CypherToken, tokens

_SUBQUERIES = ("exists", "count", "collect", "call")
_END_A_VALUE = (
    "null",
    "true",
    "false",
    "end",
    "asc",
    "ascending",
    "desc",
    "descending",
    "nan",
    "inf",
    "infinity",
)
_NOTHING = CypherToken("sign", "", 0)


def checked(statement: str) -> str:
    """Return a statement as an engine may get it. Raises RefusedStatementError for one that does more than read."""
    every = list(tokens(statement))
    code = [token for token in every if token.kind != "blank"]
    while code and code[-1].text == ";":
        code.pop()
    if not code:
        raise RefusedStatementError(zh="查询语句是空的", en="the statement is empty")
    _check_beginnings(code)
    ended = False
    for number, token in enumerate(code):
        before, after = _at(code, number - 1), _at(code, number + 1)
        _check_place(token, before, after, ended=ended)
        if after.text == "(":
            _check_called(code, number)
        ended = _ends_value(token, before, ended=ended)
    return "".join(_sent(token) for token in every if token.at <= code[-1].at)


def _check_place(token: CypherToken, before: CypherToken, after: CypherToken, *, ended: bool) -> None:
    """Check a token between its neighbours; ``ended``: a value ends before it."""
    in_place = before.text in (".", ":") or (after.text == ":" and before.text in ("{", ","))
    if token.kind == "sign":
        if token.text == ";" or (token.text == "." and "number" in (before.kind, after.kind)):
            raise _refused(token)
    elif token.kind == "word" and not in_place:
        if _is(token, "refused") or (ended and not _is(token, "keywords")):
            raise _refused(token)
    elif ended:
        raise _refused(token)


def _ends_value(token: CypherToken, before: CypherToken, *, ended: bool) -> bool:
    """Whether what follows a token follows a value; ``ended``: the token itself does."""
    if token.kind == "sign":
        everything = token.text == "*" and not ended and before.text != "["
        return everything or token.text in (")", "]", "}")
    if token.kind != "word" or before.text == ".":
        return True
    return not _is(token, "keywords") or token.text.lower() in _END_A_VALUE


def _check_called(code: Sequence[CypherToken], number: int) -> None:
    """Check what stands before an opened parenthesis: a function with all parts of its name, a keyword, or no name."""
    token = code[number]
    if token.kind in ("quoted", "parameter"):
        raise _refused(token)
    if token.kind != "word":
        return
    first = number
    while first > 1 and code[first - 1].text == ".":
        first -= 2
    name = "".join(part.text for part in code[first : number + 1]).lower()
    if name not in _words()["functions"] and not (first == number and _is(token, "keywords")):
        raise _refused(token)


def _check_beginnings(code: Sequence[CypherToken]) -> None:
    """Check how the statement, the parts of a union and subqueries begin: with a clause that reads, or a pattern."""
    for place in _beginnings(code):
        token = _at(code, place)
        pattern = token.text == "(" and place > 1 and code[place - 1].text == "{"
        if not pattern and not (token.kind == "word" and _is(token, "beginnings")):
            raise _refused(token)


def _beginnings(code: Sequence[CypherToken]) -> Iterator[int]:
    """Yield where statements begin."""
    yield 0
    for number, token in enumerate(code):
        word = (
            token.text.lower()
            if token.kind == "word" and _at(code, number - 1).text not in (".", ":")
            else ""
        )
        following = _at(code, number + 1)
        if word == "call":
            yield _opened_by_call(code, number) + 1
        elif word in _SUBQUERIES and following.text == "{":
            yield number + 2
        elif word == "union":
            yield number + 1 + (following.text.lower() in ("all", "distinct"))


def _opened_by_call(code: Sequence[CypherToken], number: int) -> int:
    """Return where the bracket of a subquery stands, after the variables that it is given; CALL opens nothing else."""
    at = number + 1
    if _at(code, at).text == "(":
        while _at(code, at).kind in ("word", "quoted") or _at(code, at).text in ("(", ",", "*"):
            at += 1
        at += _at(code, at).text == ")"
    if _at(code, at).text != "{":
        raise _refused(code[number])
    return at


def _at(code: Sequence[CypherToken], number: int) -> CypherToken:
    return code[number] if 0 <= number < len(code) else _NOTHING


def _is(token: CypherToken, kind: str) -> bool:
    return token.text.lower() in _words()[kind]


def _sent(token: CypherToken) -> str:
    return " " if token.kind == "blank" and token.text.startswith("/") else token.text


@cache
def _words() -> Mapping[str, frozenset[str]]:
    text = resources.files(__package__).joinpath("words.yaml").read_text(encoding="utf-8")
    return {kind: frozenset(words) for kind, words in parse_yaml(text).items()}


def _refused(token: CypherToken) -> RefusedStatementError:
    return RefusedStatementError(
        zh=f"第 {token.at} 个字符起的 {token.text!r} 不能用在这里：只接受读取的子句（MATCH、WITH、UNWIND、RETURN、"
        "子查询等）和读取值的函数，不接受过程；与子句同名的变量请加反引号",
        en=f"{token.text!r} at character {token.at} cannot stand here: only clauses that read (MATCH, WITH, UNWIND, RETURN,"
        " subqueries …) and functions of values are taken, no procedures; put a name that is a clause too into backticks",
    )
