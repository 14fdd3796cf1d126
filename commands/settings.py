"""The command about settings: what each does, its default, and the value in force."""

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from dutygraph.bilingual import in_language
from dutygraph.commands.session import session, write_line

if TYPE_CHECKING:
    from dutygraph.settings import Settings


class TableShape(StrEnum):
    """As what the settings are printed: a table with the values in force, or the table of docs/settings.md without them."""

    table = "table"
    markdown = "markdown"


class Setting(NamedTuple):
    """A setting: its environment variable, its default and the value in force as texts, and what it does."""

    variable: str
    default: str
    value: str
    zh: str
    en: str


def settings(shape: Annotated[TableShape, typer.Option("--format")] = TableShape.table) -> None:
    """全部设置：默认值、现值、作用 / All settings: default, value in force, what each does."""
    from dutygraph.commands.terminal.printing import open_console, pick, table_of

    rows = list(all_settings())
    if shape is TableShape.markdown:
        write_line(pick(session.lang, "| 设置 | 默认 | 作用 |", "| setting | default | what it does |"))
        write_line("|---|---|---|")
        for row in rows:
            default = f"`{row.default}`" if row.default else ""
            write_line(f"| `{row.variable}` | {default} | {in_language(row, session.lang)} |")
        return
    columns = pick(session.lang, "设置 默认 现值 作用", "setting default value purpose").split()
    cells = [(row.variable, row.default, row.value, in_language(row, session.lang)) for row in rows]
    open_console().print(table_of(pick(session.lang, "设置", "Settings"), columns, cells))


def all_settings() -> Iterator[Setting]:
    """Yield every setting of every class of settings. Raises SettingError for values that cannot be."""
    from dutygraph.api.settings import ServiceSettings
    from dutygraph.commands.language import LanguageSettings
    from dutygraph.graph.limits import AnalysisProcesses, EmbeddingSettings, analysis_limits
    from dutygraph.ingest.accounting import ReadingSettings
    from dutygraph.ingest.files.limits import limits

    in_force = (
        LanguageSettings(lang=session.lang),
        session.settings(),
        EmbeddingSettings(),
        ReadingSettings(),
        ServiceSettings(),
        limits(),
        analysis_limits(),
        AnalysisProcesses(),
    )
    for values in in_force:
        yield from _settings_of(values)


def _settings_of(values: "Settings") -> Iterator[Setting]:
    for name, field in type(values).model_fields.items():
        zh, _, en = (field.description or "").partition(" / ")
        yield Setting(values.variable(name), _text(field.default), _text(getattr(values, name)), zh, en)


def _text(value: object) -> str:
    """Return a value as its variable would hold it; a password says only that there is one."""
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else str(value)
