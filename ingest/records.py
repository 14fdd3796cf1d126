"""The parse output: what a document says, before any graph is touched.

These models are the interchange format between reading and everything after it, and part of the product's
public surface (``dutygraph parse --format json``, JSON Schema by ``dutygraph schema --parse``). Texts are
recorded as printed, without the white space and markup of the conversion.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_serializer


class Record(BaseModel):
    """Base of all records: immutable once read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Locator(Record):
    """Where a text stands in its document; only the fields that the format has are set (all but names 1-based)."""

    line: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None

    @model_serializer
    def _only_what_is_set(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if value is not None}


class Task(Record):
    """具体工作事项: one concrete piece of work under a duty, with the office that answers for it."""

    text: str
    office: str | None = None
    remark: str | None = None
    locator: Locator


class Duty(Record):
    """主要职责: a main duty of a department and its tasks."""

    number: str
    text: str
    remark: str | None = None
    locator: Locator
    tasks: list[Task] = Field(default_factory=list)


class Party(Record):
    """相关部门: one row of a shared matter: a body, the part it has (职责分工), the basis and a case."""

    department: str
    division: str | None = None
    basis: str | None = None
    case: str | None = None
    role: Literal["lead", "support"] | None = None
    """牵头 or 配合, where the list has a column for it."""
    locator: Locator


class Boundary(Record):
    """管理事项: a matter that several bodies share, as one list declares it."""

    number: str
    matter: str
    locator: Locator
    parties: list[Party] = Field(default_factory=list)


class RegimeSection(Record):
    """One section of a supervision regime: its heading without number, and the text under it."""

    heading: str
    text: str


class Regime(Record):
    """监管制度: who is inspected, for what and how."""

    title: str
    locator: Locator
    targets: str | None = None
    sections: list[str] = Field(default_factory=list)
    body: list[RegimeSection] = Field(default_factory=list)


class Service(Record):
    """公共服务事项: a service to the public, who handles it and the telephone number."""

    number: str
    name: str
    content: str | None = None
    handler: str | None = None
    phone: str | None = None
    locator: Locator


class Article(Record):
    """One article (条) of a rule; leading text without a number has number ""."""

    number: str
    text: str
    locator: Locator


class Rule(Record):
    """制度, 办法 or 方案: an internal rule of a department and its articles."""

    title: str
    locator: Locator
    articles: list[Article] = Field(default_factory=list)


class Citation(Record):
    """One mention of a legal instrument, with the document number and the articles printed beside it."""

    title: str
    document_number: str | None = None
    articles: str | None = None
    locator: Locator


class ParseWarning(Record):
    """Something that could not be placed or looks wrong, and where it stands."""

    code: str
    message: str
    locator: Locator


class DutyList(Record):
    """责任清单: what one body publishes."""

    title: str
    department: str
    also_known_as: list[str] = Field(default_factory=list)
    locator: Locator
    duties: list[Duty] = Field(default_factory=list)
    boundaries: list[Boundary] = Field(default_factory=list)
    supervision: list[Regime] = Field(default_factory=list)
    services: list[Service] = Field(default_factory=list)
    rules: list[Rule] = Field(default_factory=list)
    citations: list[Citation] = Field(default_factory=list)
    sections_present: list[str] = Field(default_factory=list)
    empty_sections: list[str] = Field(default_factory=list)
    columns: dict[str, list[str]] = Field(default_factory=dict)
    """Section name to the columns its table has (number, duty, task, office, remark …), so that a blank cell can
    be told from a column that the list does not have."""
    warnings: list[ParseWarning] = Field(default_factory=list)


class Document(Record):
    """One file and the lists in it."""

    source: str
    sha256: str
    lists: list[DutyList] = Field(default_factory=list)


class ParseOutput(Record):
    """What ``dutygraph parse`` prints."""

    documents: list[Document] = Field(default_factory=list)
