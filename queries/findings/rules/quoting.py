"""Where the words that a finding quotes stand in what its evidence prints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dutygraph.graph.store.values import Row

Span = tuple[int, int]
"""Start and end of a stretch of a text, in characters."""

_ALIKE = str.maketrans(
    "〈<＜《>＞》[［【﹝(（﹙]］】﹞)）﹚,；;：:。", "〈" * 4 + "〉" * 3 + "〔" * 7 + "〕" * 7 + "，" * 6
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A printed text that holds a quotation, and where in it."""

    text: str
    spans: list[Span]


def quoted_passage(texts: Sequence[str], quotes: Iterable[str]) -> Quotation | None:
    """Return the first text that holds any of the quotes, of all but the first the paragraph; None if none does.

    Blanks, the style of brackets and which stop it is make no difference: 〔2011〕 is found where [2011] is printed.
    """
    wanted = [quote for quote in map(_folded, quotes) if quote]
    main, *others = texts or [""]
    paragraphs = [line for text in others for line in text.split("\n")]
    for text in (main, *paragraphs, *others):
        if spans := _find(text, wanted):
            return Quotation(text, spans)
    return None


def shown_once(nodes: Sequence[Row]) -> list[Row]:
    """Return the nodes of a finding; those that quote several words of one passage are one node with all its spans.

    Only quoting nodes are united, so the places of others, which pairs count, stay.
    """
    shown: dict[tuple[str, ...], Row] = {}
    for number, node in enumerate(nodes):
        alike = (node["role"], node["id"], node["text"]) if node.get("spans") else (str(number),)
        before = shown.get(alike, node)
        shown[alike] = (
            {**before, "spans": _united(sorted([*before["spans"], *node["spans"]]))}
            if before is not node
            else node
        )
    return list(shown.values())


def _find(text: str, wanted: Iterable[str]) -> list[Span]:
    """Return where the folded quotes stand in a text, in order; stretches that touch or overlap are one."""
    places = [at for at, character in enumerate(text) if not character.isspace()]
    folded = _folded(text)
    found = sorted(
        (places[start], places[start + len(quote) - 1] + 1)
        for quote in wanted
        for start in _occurrences(folded, quote)
    )
    return _united(found)


def _occurrences(text: str, quote: str) -> Iterable[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + len(quote))


def _united(spans: Sequence[Span]) -> list[Span]:
    united: list[Span] = []
    for span in spans:
        if united and span[0] <= united[-1][1]:
            united[-1] = united[-1][0], max(united[-1][1], span[1])
        else:
            united.append(span)
    return united


def _folded(text: str) -> str:
    return "".join(text.split()).translate(_ALIKE)
