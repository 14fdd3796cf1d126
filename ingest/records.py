"""The parse output: what a document says, before any graph is touched.

These models are the interchange format between reading and everything after it, and part of the product's
public surface (``dutygraph parse --format json``, JSON Schema by ``dutygraph schema --parse``). Texts are
recorded as printed, without the white space and markup of the conversion.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_serializer

from dutygraph.bilingual import Bilingual


class Record(BaseModel):
    """Base of all records: immutable once read; the words under a field are its description in the JSON Schema."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _is_empty(value: object) -> bool:
    return not value


class Locator(Record):
    """Where a text stands in its document; only the fields that the format has are set (all but names 1-based)."""

    line: int | None = None
    """Line of a text file."""
    paragraph: int | None = None
    """Paragraph of a Word or HTML document."""
    table: int | None = None
    """Table of a Word or HTML document."""
    row: int | None = None
    """Row of the table."""
    column: int | None = None
    """Column of the table."""
    sheet: str | None = None
    """Name of an Excel sheet."""
    cell: str | None = None
    """Cell of the sheet, as C7."""
    page: int | None = None
    """Page of a PDF."""

    @model_serializer
    def _only_what_is_set(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if value is not None}


FROM_OUTSIDE_IN = ("sheet", "cell", "page", "paragraph", "table", "row", "column", "line")
"""The fields of a locator in the order in which a reader finds the place; ``reading_order`` is that of places."""


class Task(Record):
    """具体工作事项: one concrete piece of work under a duty, with the office that answers for it."""

    text: str
    """具体工作事项 as printed, without the number of an item."""
    office: str | None = None
    """责任股室: who carries it out; null when blank or without such a column."""
    remark: str | None = None
    """备注 of its row."""
    basis: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """The legal basis of its row, as printed; absent where none is."""
    locator: Locator
    """Where the text begins."""


class Duty(Record):
    """主要职责: a main duty of a department and its tasks."""

    number: str
    """序号 as printed; "" when blank."""
    text: str
    """主要职责 as printed; "" when only a number is printed."""
    remark: str | None = None
    """备注 of a duty without tasks."""
    basis: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """The legal basis of a duty, as printed, where its tasks have none of their own; absent where none is."""
    locator: Locator
    """Where the duty stands, or its number when the text is blank."""
    tasks: list[Task] = Field(default_factory=list)
    """Its tasks in order."""


class Party(Record):
    """相关部门: one row of a shared matter: a body, the part it has (职责分工), the basis and a case."""

    department: str
    """The body or bodies as printed; "" when blank."""
    division: str | None = None
    """职责分工: its part; null where the cell is merged with the one above."""
    basis: str | None = None
    """The legal basis, as printed."""
    case: str | None = None
    """A case that shows the division, as printed."""
    role: Literal["lead", "support"] | None = None
    """``lead`` or ``support`` where 牵头 and 配合 are columns of their own."""
    doubtful: bool = Field(default=False, exclude_if=lambda value: not value)
    """Whether it may belong to another matter, whose title was lost; absent where not."""
    locator: Locator
    """Where the name stands."""


class Boundary(Record):
    """管理事项: a matter that several bodies share, as one list declares it."""

    number: str
    """序号 as printed; "" when blank."""
    matter: str
    """管理事项 as printed."""
    remark: str | None = None
    """备注 of its rows."""
    locator: Locator
    """Where the matter stands."""
    parties: list[Party] = Field(default_factory=list)
    """Its parties in order."""


class RegimeSection(Record):
    """One section of a supervision regime: its heading without number, and the text under it."""

    heading: str
    """The heading without its number; "" for text before the first heading."""
    text: str
    """The text under it, one paragraph per line."""


class Regime(Record):
    """监管制度: who is inspected, for what and how."""

    title: str
    """The title without its number."""
    locator: Locator
    """Where the title stands."""
    targets: str | None = None
    """The text under 监督检查对象 or 监督指导对象."""
    sections: list[str] = Field(default_factory=list)
    """The top-level headings without their numbers, in order."""
    body: list[RegimeSection] = Field(default_factory=list)
    """The text of the regime, section by section."""


class Service(Record):
    """公共服务事项: a service to the public, who handles it and the telephone number."""

    number: str
    """序号 as printed; "" when blank."""
    name: str
    """服务事项 as printed; "" where the cell is merged with the one above."""
    content: str | None = None
    """What it consists of."""
    handler: str | None = None
    """Who handles it, as printed."""
    phone: str | None = None
    """The telephone number, as printed."""
    remark: str | None = None
    """备注 of its row."""
    basis: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """The legal basis, as printed; absent where none is."""
    locator: Locator
    """Where the name stands."""


class Article(Record):
    """One article (条) of a rule; leading text without a number has number ""."""

    number: str
    """第一条, 一 …; "" for leading text without a number."""
    text: str
    """The text with its items, one paragraph per line."""
    locator: Locator
    """Where the article begins."""


class Rule(Record):
    """制度, 办法 or 方案: an internal rule of a department and its articles."""

    title: str
    """The title as printed."""
    locator: Locator
    """Where the title stands."""
    articles: list[Article] = Field(default_factory=list)
    """Its articles in order."""


class Citation(Record):
    """One mention of a legal instrument, with the document number and the articles printed beside it."""

    title: str
    """The title inside 《》 as printed; "" where only a document number is printed."""
    document_number: str | None = None
    """国发[2005]33号 and the like, printed beside the title."""
    articles: str | None = None
    """第六条 and the like, printed beside the title."""
    locator: Locator
    """Where the mention begins."""


class ParseWarning(Record):
    """Something that could not be placed or looks wrong, and where it stands."""

    code: str
    """What kind of warning: unplaced_text, unknown_column, shifted_row … (all: ``dutygraph schema --warnings``)."""
    message: str
    """What is wrong, in Chinese."""
    message_en: str
    """The same in English."""
    locator: Locator
    """Where it stands."""

    @property
    def text(self) -> Bilingual:
        """What is wrong, in both languages."""
        return Bilingual(self.message, self.message_en)


Kind = Literal["duties", "boundaries", "powers", "township", "provisions"]
UNREAD_KINDS = ("powers", "township", "provisions")
"""Kinds of documents that are recognised, and of which nothing is read."""
_LEFT_OUT = ("unread_kind", "nothing_read", "boundaries_of_nobody", "not_a_body", "no_department")


class DutyList(Record):
    """责任清单: what one body publishes."""

    title: str
    """The title as printed, joined when it is split over lines; the department where none is printed."""
    department: str
    """The title without 责任清单 or 权力清单 and without brackets; the one given by ``--department`` where it names none."""
    also_known_as: list[str] = Field(default_factory=list)
    """The names of bodies in brackets in the title."""
    locator: Locator
    """Where the title stands."""
    kind: Kind = Field(default="duties", exclude_if=lambda kind: kind == "duties")
    """Absent in a list of duties or rules; ``boundaries`` between departments in a list that names no body of its own;
    of ``powers``, ``township`` and ``provisions`` (三定规定) nothing is read."""
    duties: list[Duty] = Field(default_factory=list)
    """部门职责."""
    boundaries: list[Boundary] = Field(default_factory=list)
    """职责边界."""
    supervision: list[Regime] = Field(default_factory=list)
    """监管制度."""
    services: list[Service] = Field(default_factory=list)
    """公共服务."""
    rules: list[Rule] = Field(default_factory=list)
    """Rules (制度, 办法, 方案) in place of the four sections."""
    further: dict[str, list[dict[str, Any]]] = Field(default_factory=dict, exclude_if=_is_empty)
    """Records of sections that have no field of their own here, by the field that their kind names."""
    citations: list[Citation] = Field(default_factory=list)
    """Every mention of a legal instrument in the list, in order."""
    sections_present: list[str] = Field(default_factory=list)
    """The sections that have a heading or a table, in order."""
    empty_sections: list[str] = Field(default_factory=list)
    """The sections that say nothing: no rows, or only …… or 无."""
    nil_sections: list[str] = Field(default_factory=list, exclude_if=_is_empty)
    """Of these the ones that say so in words (无)."""
    placed: float = 1.0
    """The share of its characters that its records hold, from 0 to 1; titles, headings and headers do not count."""
    placed_by_section: dict[str, float] = Field(default_factory=dict)
    """The same of each section by its name."""
    read_in_part: bool = False
    """Whether less of it was placed than ``DUTYGRAPH_READ_SHARE`` says, or something in it is no text (a picture)."""
    sections_read_in_part: list[str] = Field(default_factory=list)
    """The sections of which the same is true: that something is missing there cannot be said."""
    columns: dict[str, list[str]] = Field(default_factory=dict)
    """Section name to the columns its table has (number, duty, task, office, remark …), so that a blank cell can
    be distinguished from a column that the list does not have."""
    warnings: list[ParseWarning] = Field(default_factory=list)
    """Everything that could not be placed or looks wrong."""

    @property
    def is_read(self) -> bool:
        """Whether anything was read of it: a section, if only its heading, or rules."""
        return self.kind not in UNREAD_KINDS and bool(self.sections_present or self.rules)

    @property
    def is_published(self) -> bool:
        """Whether somebody can be held to it: something was read of it, and it names who publishes it."""
        return self.is_read and bool(self.department)

    @property
    def left_out(self) -> ParseWarning | None:
        """The warning that says why nobody can be held to it."""
        return next((one for one in self.warnings if one.code in _LEFT_OUT), None)


def list_of_records(records: Mapping[str, Sequence[Record]], **facts: Any) -> DutyList:
    """Return a list with the records of its sections, by field, and its other facts."""
    own = {field: entries for field, entries in records.items() if field in DutyList.model_fields}
    further = {
        field: [entry.model_dump() for entry in entries]
        for field, entries in records.items()
        if field not in own
    }
    return DutyList.model_validate({**own, "further": further, **facts})


class Document(Record):
    """One file and the lists in it."""

    source: str
    """The file name."""
    sha256: str
    """SHA-256 of the bytes of the file."""
    region: str | None = Field(default=None, exclude_if=lambda region: region is None)
    """The region that ``--region`` states for its lists, as written; absent when none was stated."""
    lists: list[DutyList] = Field(default_factory=list)
    """The lists in the file, in order."""


class ParseOutput(Record):
    """What ``dutygraph parse`` prints."""

    documents: list[Document] = Field(default_factory=list)
    """The files, in the order they were given."""
