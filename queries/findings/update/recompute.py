"""Bringing the findings in the graph up to date after lists, rules, settings or registers have changed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict
from typing import Literal

from dutygraph.graph.analysis.bases import analyse_bases
from dutygraph.graph.analysis.boundaries import analyse_boundaries
from dutygraph.graph.analysis.coverage import analyse_coverage
from dutygraph.graph.analysis.metrics import analyse_metrics
from dutygraph.graph.analysis.overlap.detector import analyse_overlaps
from dutygraph.graph.analysis.peers import analyse_peers
from dutygraph.graph.analysis.repeats import analyse_repeats
from dutygraph.graph.analysis.slips.letters import relearn
from dutygraph.graph.analysis.unlisted_actors import analyse_actors
from dutygraph.graph.analysis.workers import RegionWorkers
from dutygraph.graph.loading.intake import collect_orphans
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.rules.headers import Reach
from dutygraph.queries.findings.rules.run import run_rules
from dutygraph.queries.findings.rules.settings import configured_rules
from dutygraph.queries.findings.update.versions import (
    current_versions,
    only_rules_changed,
    outdated_departments,
)
from dutygraph.queries.findings.update.write import Changes, Scope, replace_findings
from dutygraph.queries.findings.update.write_topics import replace_topics

Analysis = Callable[[GraphStore, Collection[str] | None, RegionWorkers], None]

ANALYSES: tuple[Analysis, ...] = (
    analyse_bases,
    analyse_boundaries,
    analyse_coverage,
    analyse_overlaps,
    analyse_repeats,
    analyse_actors,
    analyse_peers,
)
"""What puts into the graph that rules ask about and no single list says, in this order.

An analysis gets the ids of the departments whose lists have changed, or None for all, and the processes that compare
regions. It may be run twice.
"""

ComputationStep = Literal["document", "orphans", "analysis", "rules", "findings", "end"]
Progress = Callable[[ComputationStep], None]
"""Is called before each step of a reading or computation, and once at its end."""


def silent(_: ComputationStep) -> None:
    """Tell nobody."""


def recompute(store: GraphStore, progress: Progress = silent) -> Changes:
    """Compute all findings, put them into the graph, and return what that changed.

    Findings that a person has judged stay when they are no longer found, and say so. Raises StoreBusyError when another
    command does not end. When the database fails, the findings in the graph stay as they were.
    """
    with store.locked():
        return _compute(store, None, ANALYSES, progress)


def update(store: GraphStore, progress: Progress = silent) -> Changes | None:
    """Compute the findings that are out of date and what depends on them, as ``recompute`` does all of them.

    Returns None when nothing is out of date. What an interrupted command has left undone is made up for. Where only rules
    or their settings have changed, lists are not compared again.
    """
    with store.locked():
        outdated = outdated_departments(store)
        if outdated == []:
            return None
        return _compute(store, outdated, () if only_rules_changed(store) else ANALYSES, progress)


def _compute(
    store: GraphStore, touched: list[str] | None, analyses: Sequence[Analysis], progress: Progress
) -> Changes:
    """Run analyses and all rules for departments (ids), or for all; for use by who holds the lock.

    That the findings rest on the lists as they are is written in the transaction that stores the findings.
    """
    progress("orphans")
    collect_orphans(store)
    if relearn(store) and touched is not None:
        touched = outdated_departments(store)
    configured = configured_rules(store)
    versions = current_versions(store)
    lists = store.read(cypher("published_lists"))
    if touched is not None and {row["publisher"] for row in lists} <= set(touched):
        touched = None  # all of them: asking each finding whether it is about one of so many would be in vain
    with RegionWorkers.for_change(store, touched) as workers:
        for analyse in analyses:
            progress("analysis")
            analyse(store, touched, workers)
    progress("rules")
    reached = _reached(store, touched)
    scopes: list[Scope] = []
    found: list[Finding] = []
    for reach, departments in reached.items():
        chosen = [one for one in configured.values() if one.rule.reach == reach]
        scopes.append(Scope(sorted({one.rule.kind for one in chosen}), departments))
        found += run_rules(store, chosen, departments)

    def complete(tx: Transaction) -> None:
        replace_topics(tx, reached["region"])
        analyse_metrics(tx, reached["region"])
        tx.run(cypher("keep_computation"), {**asdict(versions), "lists": lists})

    progress("findings")
    changes = replace_findings(store, found, None if touched is None else scopes, versions, then=complete)
    progress("end")
    return changes


def _reached(store: GraphStore, touched: Collection[str] | None) -> Mapping[Reach, list[str] | None]:
    """Return the departments whose findings may change, for each reach of a rule; None for all."""
    if touched is None:
        return {"own": None, "region": None, "all": None}
    region = _ask(store, "same_regions", touched)
    # whoever is not in the graph any more lay in a region that nobody can tell
    unknown = set(touched) - region
    return {
        "own": sorted({*touched, *_ask(store, "namesakes", touched)}),
        "region": None if unknown else sorted(_ask(store, "namesakes", region)),
        "all": None,
    }


def _ask(store: GraphStore, question: str, ids: Collection[str]) -> set[str]:
    return {row["id"] for row in store.read(cypher(question), {"ids": sorted(ids)})}
