"""The code of a row in a letter: which finding it asks about, and whom; whole through Word, Excel, paper and retyping."""

import re
import unicodedata
from dataclasses import dataclass

from dutygraph.graph.identity import digest

_BEGINNING, _CHECK, _GROUP = 12, 4, 4
"""Digits of the finding's id and of the check, and in a group; 48 bits tell a million findings apart."""
_LOOKALIKE = str.maketrans("OILS", "0115")
_DIGIT = "[0-9A-FOILS]"
_CODE = re.compile(
    rf"(?<![0-9A-Z_]){_DIGIT}{{4}}(?:[\s\-—–‐‑−_]{{0,3}}{_DIGIT}{{4}}){{3}}(?![0-9A-Z_]|\.[0-9A-Z])"
)
"""Never a part of the name of a file, whose digits may be just so many (003_de25f4f62373e26f.txt)."""

_NO_WORDS = re.compile(r"[\W_]*(?:编号|CODE)?[\W_]*")
"""What may stand beside the codes of a line that says nothing else."""


@dataclass(frozen=True, slots=True)
class LetterCode:
    """A code as it was read: the beginning of a finding's id, and a check of finding and department."""

    beginning: str
    check: str

    def is_for(self, department_id: str) -> bool:
        """Whether this is the code of the row that asks this department."""
        return self.check == _check(self.beginning, department_id)

    def __str__(self) -> str:
        whole = f"{self.beginning}{self.check}".upper()
        return "-".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def code_of(finding: str, department_id: str) -> LetterCode:
    """Return the code of the row that asks a department (id) about a finding (whole id)."""
    beginning = finding.removeprefix("finding-")[:_BEGINNING]
    return LetterCode(beginning, _check(beginning, department_id))


def codes_in(text: str) -> list[LetterCode]:
    """Return the codes that stand in a text, in whatever width, case and dashes, and with letters that look like digits."""
    wide = unicodedata.normalize("NFKC", text).upper()
    found = ("".join(filter(str.isalnum, code)) for code in _CODE.findall(wide))
    digits = (code.translate(_LOOKALIKE).lower() for code in found)
    return [LetterCode(code[:_BEGINNING], code[_BEGINNING:]) for code in digits]


def codes_alone_in(text: str) -> list[LetterCode]:
    """Return the codes on lines that say nothing else, as letters print them; never digits that a sentence quotes."""
    return [code for line in text.splitlines() if _says_nothing_else(line) for code in codes_in(line)]


def _says_nothing_else(line: str) -> bool:
    return bool(_NO_WORDS.fullmatch(_CODE.sub("", unicodedata.normalize("NFKC", line).upper())))


def _check(beginning: str, department_id: str) -> str:
    return digest("letter", beginning, department_id)[:_CHECK]
