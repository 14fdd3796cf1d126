"""Bodies and persons in a clause: who acts along, and who is made to act."""

import re
from collections.abc import Sequence

from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of

_LONGEST_ROW = 20
_OWN_LINE = re.compile("直属|下属|所属|局属|二级单位")
"""Beginning of what belongs to the body itself, and is no partner where its things are meant (参与直属单位财务审计)."""
_ROW_OF_BODIES = re.compile(r"[^，,。；对的会]{1,30}?等(?:有关|相关|职能|主管)*(?:部门|单位|机关|方面)")


def is_bodies(tokens: Sequence[Token]) -> bool:
    """Whether words name bodies or persons who can act."""
    return bool(tokens) and text_of(tokens).endswith(load_words().bodies)


def names_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the bodies of a row of bodies; one that ends in 等部门 is quoted whole."""
    if any(token.text.startswith("等") for token in tokens):
        return (text_of(tokens),)
    names: list[str] = [""]
    for token in tokens:
        names = [*names, ""] if token.kind == "join" else [*names[:-1], names[-1] + token.text]
    return tuple(name for name in names if name)


def led_verb(tokens: Sequence[Token]) -> int:
    """Return the place of the verb of somebody else who acts (督促企业落实…), 0 if there is none."""
    for place, token in enumerate(tokens):
        if token.kind == "of":
            return 0
        if token.kind in ("verb", "support") and place:
            named = any(other.kind == "noun" for other in tokens[place + 1 :])
            return place if named and is_bodies(tokens[:place]) else 0
    return 0


def partners_of(tokens: Sequence[Token], place: int) -> tuple[tuple[str, ...], int]:
    """Return the bodies behind 会同, 配合 at a place, and the place behind them."""
    row = _ROW_OF_BODIES.match(text_of(tokens[place : place + _LONGEST_ROW]))
    end = next(
        (i for i in range(place, len(tokens)) if row and tokens[i].end == tokens[place].start + row.end()),
        place,
    )
    if end > place:
        return (text_of(tokens[place : end + 1]),), end + 1
    while end < len(tokens) and tokens[end].kind in ("noun", "join", "noise", "tail"):
        end += 1
    while end > place and not is_bodies(tokens[place:end]):
        end -= 1
    if _OWN_LINE.match(text_of(tokens[place:end])) and end < len(tokens) and tokens[end].kind == "noun":
        return (), place
    if end > place:
        return names_of(tokens[place:end]), end
    if [token.kind for token in tokens[place : place + 2]] in (["noun", "toward"], ["noun", "support"]):
        return (tokens[place].text,), place + 1
    return (), place
