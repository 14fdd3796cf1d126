"""What pages and the command line say about the declared boundary of a finding."""

from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.queries.findings.models import Declared, Finding
from dutygraph.visualize.texts import Language, text


@dataclass(frozen=True, slots=True)
class BoundaryWords:
    """Whether a boundary is declared, in words, and the matters that draw it or may do so."""

    words: str
    matters: Sequence[Declared] = ()


def between(finding: Finding, lang: Language) -> BoundaryWords | None:
    """Return what stands between the bodies of a finding; None for one that is not about a boundary between them."""
    boundary = finding.boundary
    if boundary is None:
        return (
            BoundaryWords(text("boundary_declared", lang), [finding.declared]) if finding.declared else None
        )
    if boundary.answer == "none":
        searched = boundary.searched
        return BoundaryWords(text("boundary_none", lang, lists=searched.lists, matters=searched.matters))
    return BoundaryWords(text(f"boundary_{boundary.answer}", lang), boundary.matters)


def boundary_lines(finding: Finding, lang: Language) -> list[str]:
    """Return whether a boundary is declared, in lines: none for findings that are not about one."""
    found = between(finding, lang)
    if found is None:
        return []
    matters = [_matter(matter, lang) for matter in found.matters]
    declared = finding.boundary is None or finding.boundary.answer == "declared"
    return matters if declared else [found.words, *matters]


def _matter(declared: Declared, lang: Language) -> str:
    return text("declared", lang, matter=declared.matter, name=declared.declared_by)
