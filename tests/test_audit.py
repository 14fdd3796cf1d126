"""A vulnerability fails the audit; an index that cannot be asked does not, and is not taken for a good answer."""

from typing import Any

import pytest

from tests.audit import report

SOUND = {"name": "rich", "version": "1.0", "vulns": []}
SKIPPED = {"name": "typer", "skip_reason": "Dependency not found on PyPI"}
VULNERABLE = {
    "name": "lxml",
    "version": "2.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}, {"id": "PYSEC-2", "fix_versions": []}],
}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([SOUND, SKIPPED], 0, "1 of 2 packages of requirements.lock audited, 0 vulnerabilities"),
        (
            [SOUND, VULNERABLE],
            1,
            "lxml 2.0: PYSEC-1, mended in 2.1\nlxml 2.0: PYSEC-2, mended in no version yet",
        ),
        (
            [SKIPPED],
            0,
            "NOT AUDITED: the index tells nothing of the packages of requirements.lock: Dependency not",
        ),
        ([], 0, "NOT AUDITED: the index tells nothing of the packages of requirements.lock: no route"),
    ],
)
def test_what_an_audit_says(packages: list[dict[str, Any]], code: int, said: str) -> None:
    found, text = report(packages, "trying\nno route\n")
    assert found == code
    assert said in text
