"""From a file to its records: read, cut into lists, read each section, gather citations."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from dutygraph.ingest.accounting import account
from dutygraph.ingest.characters import without_controls
from dutygraph.ingest.document import Block, Cell, Table, lines, passages
from dutygraph.ingest.errors import empty
from dutygraph.ingest.files.content import read_bytes, readable_name
from dutygraph.ingest.files.limits import MEGABYTE, check, within_limits
from dutygraph.ingest.laws.citations import find_citations
from dutygraph.ingest.lists.cutting import RawList, split_lists
from dutygraph.ingest.lists.draft import ListDraft, shorten
from dutygraph.ingest.lists.kinds import kind_of, section_kinds
from dutygraph.ingest.lists.other_kinds import kind_of_list, what_is
from dutygraph.ingest.lists.placing import Section
from dutygraph.ingest.lists.section_header import StatedColumn
from dutygraph.ingest.lists.sections import reader_of
from dutygraph.ingest.lists.stated_columns import stated_columns, unprinted
from dutygraph.ingest.lists.titles import claimed_name
from dutygraph.ingest.lists.vocabulary import stated
from dutygraph.ingest.odd_characters import noting, warnings_by_list
from dutygraph.ingest.readers import reader_for
from dutygraph.ingest.reading_options import NO_OPTIONS, ReadingOptions
from dutygraph.ingest.records import (
    UNREAD_KINDS,
    Citation,
    Document,
    DutyList,
    Kind,
    Locator,
    ParseWarning,
    Record,
    list_of_records,
)
from dutygraph.ingest.text import clean
from dutygraph.ingest.warnings import warning


def parse_file(path: Path, options: ReadingOptions = NO_OPTIONS) -> Document:
    """Read one file. Raises UnreadableDocumentError for a format, encoding or content that cannot be read.

    Raises StatedColumnsError for columns of the options that cannot be.
    Time and memory are not limited here: ``dutygraph.ingest.sandbox`` reads files in processes of their own, which are.
    """
    return parse_bytes(read_bytes(path), readable_name(path), options)


def parse_bytes(data: bytes, source: str, options: ReadingOptions = NO_OPTIONS) -> Document:
    """Read the bytes of a file named ``source``, as ``parse_file`` does; raises what it raises."""
    check(source, "file_megabytes", len(data) / MEGABYTE)
    columns = stated_columns(options.columns)
    with stated(columns):
        lists = _read_lists(data, source, clean(options.department), columns)
    return Document(
        source=without_controls(source),
        sha256=sha256(data).hexdigest(),
        region=options.region or None,
        lists=lists,
    )


def _read_lists(data: bytes, source: str, publisher: str, columns: Sequence[StatedColumn]) -> list[DutyList]:
    with noting() as noted:
        blocks = reader_for(data, source)(data, source)
    for _ in within_limits(_rows(blocks), source):
        pass
    raws = split_lists(blocks)
    if not raws:
        raise empty(source)
    notes = warnings_by_list(noted, _places(blocks), [raw.locator for raw in raws])
    notes[0] += [
        warning("stated_nowhere", raws[0].locator, header=header) for header in unprinted(columns, blocks)
    ]
    return [_read_list(raw, publisher, own) for raw, own in zip(raws, notes, strict=True)]


def _rows(blocks: Sequence[Block]) -> Iterator[list[Cell]]:
    return (row.cells for block in blocks if isinstance(block, Table) for row in block.rows)


def _places(blocks: Sequence[Block]) -> Iterator[Locator]:
    return (span.locator for passage in passages(blocks) for span in passage.spans)


def _read_list(raw: RawList, publisher: str, notes: Sequence[ParseWarning]) -> DutyList:
    """Return what a list says; ``publisher`` publishes it when it names nobody, ``notes`` are the reader's warnings."""
    department = raw.department or publisher
    if (kind := kind_of_list(raw)) in UNREAD_KINDS:
        return _unread_list(raw, department, kind)
    draft = ListDraft(department)
    _warn_of_preface(raw, draft)
    records = _read_sections(raw, draft)
    accounting = account(raw, department, records)
    empty = _empty_sections(raw)
    read = list_of_records(
        records,
        **accounting.facts(),
        kind=kind,
        title=raw.title or department,
        department=department,
        also_known_as=raw.also_known_as,
        locator=raw.locator,
        citations=_citations(
            [*raw.preface, *(block for section in raw.sections for block in section.blocks)]
        ),
        sections_present=_known(raw),
        empty_sections=empty,
        nil_sections=[name for name in empty if _says_nil(name, raw)],
        columns=draft.columns,
    )
    share = accounting.warnings(raw.locator) if read.is_read else ()
    return read.model_copy(update={"warnings": [*share, *notes, *draft.warnings, *_warnings_of_whole(read)]})


def _warn_of_preface(raw: RawList, draft: ListDraft) -> None:
    """Warn of what stands before the first section; without sections the preface is the text of rules."""
    draft.warn_unread(raw.preface)
    draft.warn_recognised(raw.preface)
    if raw.sections:
        for passage in passages(raw.preface):
            draft.warn_unplaced(passage)


def _warnings_of_whole(read: DutyList) -> Iterator[ParseWarning]:
    """Yield the warnings about a list as a whole: it holds rules, nothing was read of it, or nobody publishes it."""
    if read.rules:
        yield warning("no_section", read.locator)
    if not read.is_read:
        yield warning("nothing_read", read.locator)
    elif not read.department:
        yield _of_nobody(read)


def _of_nobody(read: DutyList) -> ParseWarning:
    if read.kind == "boundaries":
        return warning("boundaries_of_nobody", read.locator)
    if name := claimed_name(read.title):
        return warning("not_a_body", read.locator, name=shorten(name))
    return warning("no_department", read.locator)


def _unread_list(raw: RawList, department: str, kind: Kind) -> DutyList:
    """Return a list of a kind that is not read: who publishes it, and the one warning that says so."""
    return DutyList(
        kind=kind,
        title=raw.title or department,
        department=department,
        also_known_as=raw.also_known_as,
        locator=raw.locator,
        placed=0.0,
        read_in_part=True,
        warnings=[warning("unread_kind", raw.locator, kind=what_is(kind))],
    )


def _read_sections(raw: RawList, draft: ListDraft) -> dict[str, Sequence[Record]]:
    """Return the records of each section by its field; a section that is printed twice is read as a whole."""
    blocks: dict[str, list[Block]] = {}
    for section in raw.sections:
        draft.section = section.name or shorten(section.heading.text)
        draft.warn_unread(section.blocks)
        draft.warn_recognised(section.blocks)
        if section.name:
            blocks.setdefault(section.name, []).extend(section.content)
        else:
            _warn_of_unknown_section(section, draft)
    if not raw.sections:
        blocks = {section.name: raw.preface for section in kind_of(()).sections}
    fields = {section.name: section.field for section in section_kinds().values()}
    records: dict[str, Sequence[Record]] = {}
    for name, content in blocks.items():
        draft.section = name
        records[fields[name]] = reader_of(fields[name])(content, draft)
    return records


def _warn_of_unknown_section(section: Section, draft: ListDraft) -> None:
    """Warn of a part of a list that is none of its sections, and of everything that stands in it."""
    draft.warn("unknown_section", section.locator)
    for line in lines(section.blocks):
        draft.warn_unplaced(line)


def _empty_sections(raw: RawList) -> list[str]:
    """A section printed twice is empty only when both places are."""
    filled = {section.name for section in raw.sections if not section.is_empty}
    return [name for name in _known(raw) if name not in filled]


def _says_nil(name: str, raw: RawList) -> bool:
    return any(section.says_nil for section in raw.sections if section.name == name)


def _known(raw: RawList) -> list[str]:
    """Return the names of the sections that a list has, each once."""
    return list(dict.fromkeys(section.name for section in raw.sections if section.name))


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
