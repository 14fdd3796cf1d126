"""What the rules find in a graph as it is, before anything of it is stored: for tests of single rules."""

from collections.abc import Collection

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.findings.models import Findings
from dutygraph.queries.findings.rules.run import run_rules
from dutygraph.queries.findings.rules.settings import configured_rules, rules_version
from dutygraph.queries.findings.update.ranking import rank_of
from dutygraph.queries.versions import data_version


def find(
    store: GraphStore, *, kinds: Collection[str] | None = None, department: str | None = None
) -> Findings:
    """Run the rules that are on, or those of some names or kinds, and return what they find about all or a department."""
    configured = configured_rules(store)
    chosen = [
        one for one in configured.values() if kinds is None or {one.rule.name, one.rule.kind} & set(kinds)
    ]
    found = run_rules(store, chosen, [department_id(store, department)] if department else None)
    return Findings(
        data_version=data_version(store),
        rules_version=rules_version(configured),
        findings=sorted(found, key=rank_of),
    )
