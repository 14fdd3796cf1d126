"""The columns that a user states: 承接处所=office,履职要点=具体工作事项."""

import re
from collections.abc import Sequence

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Table
from dutygraph.ingest.errors import StatedColumnsError
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.section_header import StatedColumn
from dutygraph.ingest.text import clean

_COMMA = re.compile(r"[,，;；]")
_EQUALS = re.compile(r"[=＝]")


def stated_columns(text: str) -> tuple[StatedColumn, ...]:
    """Return the columns that a text states, none for "".

    A role is given by its name (office) or by a header that is known (责任科室). Raises StatedColumnsError for another role,
    with all that there are, and for a part without header or role.
    """
    return tuple(_column(part) for part in _COMMA.split(text) if part.strip())


def unprinted(stated: Sequence[StatedColumn], blocks: Sequence[Block]) -> list[str]:
    """Return the stated headers that no table of a document has, be it as a part of a longer one."""
    printed = [
        folded(cell.text) for block in blocks if isinstance(block, Table) for cell in block.header.cells
    ]
    headers = [column.header for column in stated]
    return [own for own in headers if not any(folded(own) in header for header in printed)]


def _column(part: str) -> StatedColumn:
    header, *role = (clean(side) for side in _EQUALS.split(part))
    if not header or len(role) != 1 or not role[0]:
        raise StatedColumnsError(
            zh=f"--columns 应写作“表头=角色”，多个用逗号分开，如 承接处所=office：{part.strip()}",
            en=f"--columns takes HEADER=ROLE, several separated by commas, as 承接处所=office: {part.strip()}",
        )
    column = StatedColumn(header, role[0])
    if not any(column.role_in(section) for section in section_kinds().values()):
        roles = {name: word for section in section_kinds().values() for name, word in section.usual.items()}
        known = "、".join(f"{name}（{word}）" for name, word in roles.items())
        raise StatedColumnsError(
            zh=f"--columns 中的角色“{column.role}”不存在，可用：{known}",
            en=f"--columns has the unknown role “{column.role}”; known are: {known}",
        )
    return column
