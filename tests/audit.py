"""Whether a package that users get is known to be vulnerable: ``python -m tests.audit`` asks the package index.

Ends with 1 when a vulnerability is found. Where the index cannot be asked, as on a closed network, it says so and ends with
0, so that continuous integration works there, too.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from tests.source_tree import ROOT

LOCK = "requirements.lock"
COMMAND = (
    "pip_audit",
    "--disable-pip",
    "--no-deps",
    "-r",
    LOCK,
    "--format",
    "json",
    "--progress-spinner",
    "off",
)
Package = Mapping[str, Any]
"""A package as pip-audit tells of it: its name, and its version and ``vulns``, or a ``skip_reason``."""


def ask() -> tuple[list[Package], str]:
    """Return what pip-audit says of each package, and its complaints; no package when it could ask nobody."""
    done = subprocess.run(
        [sys.executable, "-m", *COMMAND], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    packages = json.loads(done.stdout)["dependencies"] if done.stdout.startswith("{") else []
    return packages, done.stderr


def report(packages: Sequence[Package], complaints: str) -> tuple[int, str]:
    """Return the exit code, and what to print: a line per vulnerability, and how many packages were looked up."""
    lines = [
        f"{package['name']} {package['version']}: {vulnerability['id']}, mended in"
        f" {', '.join(vulnerability['fix_versions']) or 'no version yet'}"
        for package in packages
        for vulnerability in package.get("vulns", ())
    ]
    audited = sum("skip_reason" not in package for package in packages)
    if not audited:
        reasons = [package["skip_reason"] for package in packages] or complaints.strip().splitlines()[::-1]
        return 0, f"NOT AUDITED: the index tells nothing of the packages of {LOCK}: {(reasons or ['?'])[0]}"
    lines.append(f"{audited} of {len(packages)} packages of {LOCK} audited, {len(lines)} vulnerabilities")
    return int(len(lines) > 1), "\n".join(lines)


def main() -> None:
    """Ask, print, and end with the exit code."""
    code, text = report(*ask())
    sys.stdout.write(f"{text}\n")
    sys.exit(code)


if __name__ == "__main__":
    main()
