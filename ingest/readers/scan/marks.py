"""Marks in a document at the end of each page whose text was recognised in a scan."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from dutygraph.ingest.document import Block, Recognised, Span, passages
from dutygraph.ingest.readers.pdf.lines import TextLine
from dutygraph.ingest.readers.pdf.pages import Item, TablePart
from dutygraph.ingest.records import Locator


def confidences(pages: Sequence[Sequence[Item]]) -> dict[int, float]:
    """Return the mean confidence of the characters on each page that was recognised, by its number."""
    sums: dict[int, list[float]] = defaultdict(lambda: [0, 0])
    for line in chain.from_iterable(_lines(item) for page in pages for item in page):
        if line.confidence is not None:
            sums[line.page][0] += line.confidence * len(line.text)
            sums[line.page][1] += len(line.text)
    return {page: total / count for page, (total, count) in sums.items()}


def marked(blocks: Sequence[Block], pages: Mapping[int, float]) -> list[Block]:
    """Return the blocks with a mark for each of the pages behind the last block that begins or goes on there."""
    last = {locator.page: at for at, block in enumerate(blocks) for locator in _places(block)}
    marks: dict[int, list[Block]] = defaultdict(list)
    for page, confidence in pages.items():
        if page in last:
            marks[last[page]].append(Recognised([Span("", Locator(page=page))], confidence))
    return [each for at, block in enumerate(blocks) for each in (block, *marks[at])]


def _lines(item: Item) -> Iterator[TextLine]:
    if isinstance(item, TablePart):
        yield from (line for row in item.rows for box in row for line in box.lines)
    elif isinstance(item, TextLine):
        yield item


def _places(block: Block) -> Iterator[Locator]:
    return (span.locator for passage in passages([block]) for span in passage.spans)
