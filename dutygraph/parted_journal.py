"""A journal that grows for years: what is full is laid aside, and all parts are read as one."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dutygraph.journal import Journal, Line

PART_BYTES = 8 * 2**20
"""Some twenty thousand writes: a part can still be read and searched by hand."""


@dataclass(frozen=True)
class PartedJournal(Journal):
    """A journal whose file is laid aside as ``NAME.0001.jsonl`` and so on when it has ``PART_BYTES``; no line leaves it."""

    def read(self, fits: Callable[[Line], bool] | None = None) -> tuple[list[Line], list[int]]:
        """Return the lines of all parts as ``Journal.read`` does, numbered from the first part on. Raises OSError."""
        while True:
            parts = self._laid_aside()
            found = _as_one([Journal(path).read(fits) for path in (*parts, self.path)])
            if parts == self._laid_aside():  # else one was laid aside between two looks
                return found

    def _add(self, text: bytes) -> None:
        if self.path.exists() and self.path.stat().st_size >= PART_BYTES:
            with suppress(OSError):  # Windows moves no file that is being read; the next line tries again
                self.path.rename(self._next_part())
        super()._add(text)

    def _next_part(self) -> Path:
        """The name after the last one: parts before it may have been moved away."""
        last = int(self._laid_aside()[-1].suffixes[0][1:]) if self._laid_aside() else 0
        return self.path.with_name(f"{self.path.stem}.{last + 1:04}{self.path.suffix}")

    def _laid_aside(self) -> list[Path]:
        return sorted(self.path.parent.glob(f"{self.path.stem}.[0-9]*{self.path.suffix}"))


def _as_one(parts: Sequence[tuple[list[Line], list[int]]]) -> tuple[list[Line], list[int]]:
    lines: list[Line] = []
    damaged: list[int] = []
    for good, bad in parts:
        before = len(lines) + len(damaged)
        lines += good
        damaged += [before + number for number in bad]
    return lines, damaged
