"""One reader per section of a list: blocks of the section in, records and warnings into the list's draft.

A new kind of section is a module of its own, an entry below, and its words in ``vocabulary.yaml``.
"""

from collections.abc import Callable, Sequence

from ingest.document import Block
from ingest.draft import ListDraft
from ingest.sections.boundaries import read_boundaries
from ingest.sections.duties import read_duties
from ingest.sections.services import read_services
from ingest.sections.supervision import read_supervision

SectionReader = Callable[[Sequence[Block], ListDraft], None]

SECTIONS: dict[str, SectionReader] = {
    "部门职责": read_duties,
    "职责边界": read_boundaries,
    "监管制度": read_supervision,
    "公共服务": read_services,
}
