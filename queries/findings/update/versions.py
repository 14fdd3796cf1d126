"""What the findings in the graph were computed from, and whether that still holds."""

from dataclasses import astuple, dataclass, replace

from dutygraph.graph.analysis.version import analyses_version
from dutygraph.graph.identity import digest
from dutygraph.graph.loading.registers import builtin_register
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.rules.settings import configured_rules, rules_version
from dutygraph.queries.versions import NO_DATA, data_version


@dataclass(frozen=True, slots=True)
class Versions:
    """A hash each: of all lists, all rules with their settings, the registers that bases are compared with, the analyses."""

    data: str
    rules: str
    registers: str
    analyses: str


def current_versions(store: GraphStore) -> Versions:
    """Return what findings would be computed from now."""
    registers = [row["id"] for row in store.read(cypher("imported_registers"))]
    return Versions(
        data=data_version(store),
        rules=rules_version(configured_rules(store)),
        registers=digest(builtin_register().id, *registers),
        analyses=analyses_version(),
    )


def computed_versions(store: GraphStore) -> Versions | None:
    """Return what the findings in the graph were computed from, or None when they never were."""
    rows = store.read(cypher("computation"))
    return Versions(**rows[0]) if rows else None


def outdated_departments(store: GraphStore) -> list[str] | None:
    """Return the ids of the departments of which the findings in the graph do not say what the lists say now.

    These are departments whose lists were added, replaced, linked anew or removed since the findings were computed.
    None stands for all: the findings were never computed, or by other rules, settings, registers or analyses.
    """
    computed, now = computed_versions(store), current_versions(store)
    if computed is None:
        return [] if now.data == NO_DATA else None
    if replace(computed, data=now.data) != now:
        return None
    return _with_other_lists(store)


def only_rules_changed(store: GraphStore) -> bool:
    """Whether findings are out of date by rules or their settings alone, so that all that the analyses wrote still holds."""
    computed, now = computed_versions(store), current_versions(store)
    changed = computed is not None and computed != now and replace(computed, rules=now.rules) == now
    return changed and not _with_other_lists(store)


def _with_other_lists(store: GraphStore) -> list[str]:
    return store.cached(
        "outdated departments", lambda: [row["id"] for row in store.read(cypher("outdated_departments"))]
    )


def up_to_date(store: GraphStore) -> bool:
    """Whether the findings in the graph are those of its lists as they are, by the rules as they are set."""
    return outdated_departments(store) == []


def state_of_findings(store: GraphStore) -> str:
    """Return a text that is another one when other findings may be in the graph, or other bodies that they are about.

    What people say of findings changes nothing in it.
    """
    return store.cached("state of findings", lambda: _state(store))


def _state(store: GraphStore) -> str:
    computed = computed_versions(store)
    if computed is None:
        return store.revision()
    return digest(*astuple(computed), data_version(store))
