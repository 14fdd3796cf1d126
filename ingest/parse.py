"""From a file to its records: read, cut into lists, read each section, gather citations."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from ingest.citations import find_citations
from ingest.document import Block, Cell, Table, passages
from ingest.draft import ListDraft
from ingest.errors import empty
from ingest.limits import MEGABYTE, check, within_limits
from ingest.lists import RawList, split_lists
from ingest.readers import reader_for
from ingest.records import Citation, Document, DutyList
from ingest.sections import SECTIONS
from ingest.sections.rules import read_rules
from ingest.sources import read_bytes, readable_name
from ingest.text import clean

_NO_DEPARTMENT = "没有写明发布部门，请在标题或“部门名称（盖章）：”处写明，或在读取时用 --department 指定"


def parse_file(path: Path, department: str = "") -> Document:
    """Read one file; raises UnreadableDocumentError for a format, encoding or content that cannot be read.

    ``department`` is the body that publishes those of its lists that name none.
    Time and memory are not limited here: ``ingest.sandbox`` reads files in processes of their own, which are.
    """
    return parse_bytes(read_bytes(path), readable_name(path), department)


def parse_bytes(data: bytes, source: str, department: str = "") -> Document:
    """Read the bytes of a file named ``source``, as ``parse_file`` does; raises UnreadableDocumentError."""
    check(source, "file_megabytes", len(data) / MEGABYTE)
    blocks = reader_for(data, source)(data, source)
    for _ in within_limits(_rows(blocks), source):
        pass
    lists = [_read_list(raw, clean(department)) for raw in split_lists(blocks)]
    if not lists:
        raise empty(source)
    return Document(source=source, sha256=sha256(data).hexdigest(), lists=lists)


def _rows(blocks: Sequence[Block]) -> Iterator[list[Cell]]:
    return (row.cells for block in blocks if isinstance(block, Table) for row in block.rows)


def _read_list(raw: RawList, publisher: str) -> DutyList:
    draft = ListDraft()
    department = raw.department or publisher
    if raw.sections:
        for passage in passages(raw.preface):
            draft.warn_unplaced(passage, "清单开头")
    else:
        read_rules(raw.preface, department, draft)
    for section in raw.sections:
        SECTIONS[section.name](section.content, draft)
    if not department:
        draft.warn("no_department", _NO_DEPARTMENT, raw.locator)
    return DutyList(
        title=raw.title or department,
        department=department,
        also_known_as=raw.also_known_as,
        locator=raw.locator,
        duties=draft.duties,
        boundaries=draft.boundaries,
        supervision=draft.supervision,
        services=draft.services,
        rules=draft.rules,
        citations=_citations(
            [*raw.preface, *(block for section in raw.sections for block in section.blocks)]
        ),
        sections_present=list(dict.fromkeys(section.name for section in raw.sections)),
        empty_sections=_empty_sections(raw),
        columns=draft.columns,
        warnings=draft.warnings,
    )


def _empty_sections(raw: RawList) -> list[str]:
    """A section printed twice is empty only when both places are."""
    filled = {section.name for section in raw.sections if not section.is_empty}
    return list(dict.fromkeys(s.name for s in raw.sections if s.name not in filled))


def _citations(blocks: Sequence[Block]) -> list[Citation]:
    return [
        Citation(
            title=found.title,
            document_number=found.document_number,
            articles=found.articles,
            locator=passage.locate(found.start),
        )
        for passage in passages(blocks)
        for found in find_citations(passage.text)
    ]
