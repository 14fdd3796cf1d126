"""Bringing the findings in the graph up to date after lists, rules, settings or registers have changed."""

from collections.abc import Callable, Collection, Mapping

from dutygraph.graph.analysis.bases import analyse_bases
from dutygraph.graph.analysis.boundaries import analyse_boundaries
from dutygraph.graph.analysis.coverage import analyse_coverage
from dutygraph.graph.analysis.metrics import analyse_metrics
from dutygraph.graph.analysis.overlap.detector import analyse_overlaps
from dutygraph.graph.analysis.repeats import analyse_repeats
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.rule_settings import configured_rules, rules_version
from dutygraph.queries.findings.rules import Reach
from dutygraph.queries.findings.run import run_rules
from dutygraph.queries.findings.write import Changes, Scope, replace_findings
from dutygraph.queries.versions import NO_DATA, Versions, computed_versions, data_version

Analysis = Callable[[GraphStore, Collection[str] | None], None]

ANALYSES: tuple[Analysis, ...] = (
    analyse_bases,
    analyse_boundaries,
    analyse_coverage,
    analyse_overlaps,
    analyse_repeats,
)
"""What puts into the graph that rules ask about and no single list says, in this order.

An analysis gets the ids of the departments whose lists have changed, or None for all, and may be run twice.
"""


def recompute(store: GraphStore, touched: Collection[str] | None = None) -> Changes:
    """Run the analyses and rules, put what they find into the graph, and return what that changed.

    ``touched`` are the ids of the departments whose lists have changed since the last time, as ``take_in`` tells them;
    then only what depends on them is computed. Without it everything is. Findings that a person has judged stay when
    they are no longer found, and say so. Nothing of the findings changes when the database fails.
    """
    touched = None if touched is None else sorted(touched)
    configured = configured_rules(store)
    versions = Versions(data=data_version(store), rules=rules_version(configured))
    for analyse in ANALYSES:
        analyse(store, touched)
    reached = _reached(store, touched)
    scopes: list[Scope] = []
    found: list[Finding] = []
    for reach, departments in reached.items():
        chosen = [one for one in configured.values() if one.rule.reach == reach]
        scopes.append(Scope(sorted({one.rule.kind for one in chosen}), departments))
        found += run_rules(store, chosen, departments)
    changes = replace_findings(store, found, None if touched is None else scopes, versions)
    analyse_metrics(store, reached["region"])  # after the findings: overlaps tie departments
    return changes


def up_to_date(store: GraphStore) -> bool:
    """Whether the findings in the graph are those of its lists as they are, by the rules as they are set."""
    now = Versions(data=data_version(store), rules=rules_version(configured_rules(store)))
    computed = computed_versions(store)
    return computed == now or (computed is None and now.data == NO_DATA)


def _reached(store: GraphStore, touched: Collection[str] | None) -> Mapping[Reach, list[str] | None]:
    """Return the departments whose findings may change, for each reach of a rule; None for all."""
    if touched is None:
        return {"own": None, "region": None, "all": None}
    region = _ask(store, "same_regions", touched)
    unknown = (
        set(touched) - region
    )  # whoever is not in the graph any more lay in a region that nobody can tell
    return {
        "own": sorted({*touched, *_ask(store, "namesakes", touched)}),
        "region": None if unknown else sorted(_ask(store, "namesakes", region)),
        "all": None,
    }


def _ask(store: GraphStore, question: str, ids: Collection[str]) -> set[str]:
    return {row["id"] for row in store.read(cypher(question), {"ids": sorted(ids)})}
