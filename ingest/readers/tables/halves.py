"""Tables in halves side by side, as they are printed to save paper: 序号 主要职责 责任科室 | 序号 主要职责 责任科室."""

from collections.abc import Sequence
from itertools import pairwise

from dutygraph.ingest.document import Cell
from dutygraph.ingest.lists.vocabulary import vocabulary

Rows = Sequence[Sequence[Cell]]

_FEWEST_WORDS = 2


def one_below_another(rows: Rows) -> Rows:
    """Return a table whose header is printed twice in a row with its halves below each other; other rows as they are."""
    words = vocabulary().header_words
    for at, row in enumerate(rows):
        halves = _halves([cell.text for cell in row]) if row[0].text in words else []
        if halves and not any(cell.text for above in rows[:at] for cell in above[halves[0].stop :]):
            first, *others = ([row[half] for row in rows[at:]] for half in halves)
            below = [row for _, *half in others for row in half if any(cell.text for cell in row)]
            return [*(above[halves[0]] for above in rows[:at]), *first, *below]
    return rows


def _halves(texts: Sequence[str]) -> list[slice]:
    """Return the columns of each half of a header, none if its words are not repeated in their order.

    A blank column that parts the halves belongs to the one before it, and is left out.
    """
    starts = [at for at, text in enumerate(texts) if text and text == texts[0]]
    pieces = [slice(start, end) for start, end in pairwise([*starts, len(texts)])]
    words = [[text for text in texts[piece] if text] for piece in pieces]
    if len(pieces) == 1 or len(words[0]) < _FEWEST_WORDS or any(other != words[0] for other in words):
        return []
    width = min(piece.stop - piece.start for piece in pieces)
    blank = any(texts[at] for piece in pieces for at in range(piece.start + width, piece.stop))
    if blank or not vocabulary().is_header(words[0], _FEWEST_WORDS):
        return []
    return [slice(piece.start, piece.start + width) for piece in pieces]
