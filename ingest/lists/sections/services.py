"""公共服务事项: what a department offers to the public, who handles it, and the telephone number."""

import re
from collections.abc import Sequence

from dutygraph.ingest.document import Block, Paragraph, Table
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.grid import GridRow, grid_rows
from dutygraph.ingest.lists.sections.service_prose import read_prose
from dutygraph.ingest.records import Service
from dutygraph.ingest.text import or_none

_DIGITS = r"(?:(?:0\d{2,3}[\-－—]?)?\d{7,8}|1\d{10})"
_WITH_PHONE = re.compile(
    rf"(?P<handler>.{{2,40}}?)[：:，,、；;（(]?(?:(?:联系|咨询|办公)?电话[：:]?)?(?P<phone>{_DIGITS}(?:[、/，,；;]{_DIGITS}){{0,3}})[）)]?$"
)
"""An office and its telephone in one cell."""


def read(blocks: Sequence[Block], draft: ListDraft) -> list[Service]:
    """Return the services in the tables of the section, where paragraphs become warnings, or else in its paragraphs."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    if len(paragraphs) == len(blocks):
        return read_prose(paragraphs, draft)
    services: list[Service] = []
    for block in blocks:
        if isinstance(block, Table):
            services += map(_service, grid_rows(block, "handler", draft))
        else:
            draft.warn_unplaced(block)
    return services


def _service(row: GridRow) -> Service:
    handler, phone = row.text("handler"), row.text("phone")
    if "phone" not in row.cells and (both := _WITH_PHONE.match(handler)):
        handler, phone = both["handler"], both["phone"]
    return Service(
        number=row.text("number"),
        name=row.text("name"),
        content=or_none(row.text("content")),
        handler=or_none(handler),
        phone=or_none(phone),
        remark=or_none(row.text("remark")),
        basis=or_none(row.text("basis")),
        locator=row.place("name", "content"),
    )
