"""Orders in which findings and topics are listed beside that of rank."""

from typing import Literal, get_args

Sort = Literal["rank", "score", "kind", "department", "status"]
SORTS: tuple[Sort, ...] = get_args(Sort)
