"""Room on the disk of a data folder: an engine that runs out of it in the middle of a write cannot say so."""

import shutil
from pathlib import Path

from dutygraph.graph.errors import StoreFullError

MEGABYTE = 1_000_000
TO_OPEN, TO_WRITE = 20, 50
"""Megabytes that have to be free: an engine writes its log and repairs its files; a write takes less than the rest."""


def check_room(folder: Path, megabytes: int) -> None:
    """Raise StoreFullError when the disk of a folder has less room than that."""
    free = shutil.disk_usage(folder).free / MEGABYTE
    if free < megabytes:
        raise StoreFullError(
            zh=f"磁盘空间不足：{folder} 所在的磁盘只剩 {free:.0f} MB，至少需要 {megabytes} MB，请腾出空间",
            en=f"the disk is full: {free:.0f} MB are left where {folder} lies, {megabytes} MB are needed; make room on it",
        )
