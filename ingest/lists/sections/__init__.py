"""One reader per section of a list: a module named after the section's field of the parse output.

It holds ``read(blocks, draft)``: the blocks of the section in, its records out; what cannot be placed goes into the draft
as warnings. The words that the section is recognised by stand beside it in a YAML file of the same name. A new section is
such a module, such a file, and an entry in ``kinds.yaml``.
"""

from collections.abc import Callable, Sequence
from importlib import import_module

from dutygraph.ingest.document import Block
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.records import Record

SectionReader = Callable[[Sequence[Block], ListDraft], Sequence[Record]]


def reader_of(field: str) -> SectionReader:
    """Return the reader of the section with this field of the parse output."""
    read: SectionReader = import_module(f"{__package__}.{field}").read
    return read
