"""Continuous integration, its hooks and its workflow run the same commands as ``make``, and reach for nothing else."""

import re
from typing import Any

import pytest
import yaml

from tests.source_tree import read

HOOKS, WORKFLOW, SCRIPT = ".pre-commit-config.yaml", ".github/workflows/ci.yml", ".ci/run"


def recipe(target: str) -> list[str]:
    """Return the commands of a target of the Makefile."""
    found = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", read("Makefile"), re.MULTILINE)
    assert found, f"the Makefile has no target {target}"
    return [line.strip().replace("$(RUN)", "python -m") for line in found[1].splitlines()]


def test_hooks_run_what_lint_runs() -> None:
    repositories = yaml.safe_load(read(HOOKS))["repos"]
    assert {one["repo"] for one in repositories} == {"local"}
    hooks = [hook for one in repositories for hook in one["hooks"]]
    assert {hook["language"] for hook in hooks} == {"system"}
    entries = [hook["entry"].removesuffix(" --force-exclude") for hook in hooks]
    assert len(entries) == 4
    assert set(entries) <= set(recipe("lint"))


def test_targets_that_integration_makes_are_there() -> None:
    called = re.compile(r"^(?: *- run: )?(?:make|install) (?:-j2 )?((?:[a-z]+ ?)+)", re.MULTILINE)
    lines = [line for name in (WORKFLOW, SCRIPT) for line in called.findall(read(name))]
    targets = {target for line in lines for target in line.split()}
    assert {"setup", "lint", "audit", "test"} <= targets
    assert all(recipe(target) for target in targets - {"setup"})


def test_the_workflow_tries_every_python_and_windows() -> None:
    jobs: dict[str, Any] = yaml.safe_load(read(WORKFLOW))["jobs"]
    assert jobs["linux"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
    windows = [step["run"] for step in jobs["windows"]["steps"] if "run" in step]
    assert windows[-1].replace(".venv\\Scripts\\python", "python") in recipe("test")[0]


@pytest.mark.xdist_group("told to the scheduler")
def test_groups_of_tests_reach_the_scheduler(request: pytest.FixtureRequest) -> None:
    """Else each worker process would start a Neo4j server of its own, and prepare what a module prepares."""
    if getattr(request.config.option, "loadgroup", False):
        assert request.node.nodeid.endswith("@told to the scheduler")
