"""What is never a finding, however alike the words, and why."""

from typing import Literal

Reason = Literal["housekeeping", "parallel", "acts"]
"""Two bodies' work on themselves; the same for different fields; different acts or stages."""

REASONS: dict[Reason, tuple[str, str]] = {
    "housekeeping": (
        "两个部门各管自己的机关事务（本系统的培训、财务、人员等），不算重叠",
        "each does it for its own house (staff, money, training), which is no overlap",
    ),
    "parallel": (
        "同类工作，但各管各的领域，互不交叉",
        "the same kind of work, each for its own field: parallel, not overlapping",
    ),
    "acts": (
        "对象相同，但职能或环节不同（如登记与审批、申报与审批、指导与实施）",
        "the same object, but another kind of act or another stage",
    ),
}
"""The reasons as a reader sees them, in Chinese and English."""
