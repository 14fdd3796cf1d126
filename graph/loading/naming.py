"""What bodies are called: settled from all lists that print their names, whichever was read first."""

from collections.abc import Collection, Iterator, Mapping

from dutygraph.graph.loading.name_scope import NameScope, Run, regions_around
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.values import Row
from dutygraph.ingest.names.departments import Resolver, listed_id

Named = tuple[str, str]
"""The id of a body, and a name that a list prints for it."""
Called = tuple[str, str]
"""A name of a body with its place, and without."""


def settle_names(
    run: Run, scopes: Collection[NameScope], gone: Collection[Named], come: Collection[Named]
) -> set[str]:
    """Name the bodies with lists in the regions of the scopes, and those that lists have begun or ceased to print names for.

    ``gone`` and ``come`` are the names on the links that the transaction has removed and made; a new link with a known
    name costs nothing. A body is called as its list's title says, else in the fullest form that a list prints; what else
    it is called are its aliases. Returns the ids of those that are called otherwise now.
    """
    titles = {id_: called for scope in scopes for id_, called in _titles(scope)}
    new = run(
        cypher("new_names"), {"rows": [{"id": id_, "printed": printed} for id_, printed in sorted(come)]}
    )
    ids = {*titles, *(row["id"] for row in new), *(id_ for id_, _ in set(gone) - set(come))}
    readers: dict[str, Resolver] = {}
    rows = [_row(run, row, titles, readers) for row in run(cypher("printed_names"), {"ids": sorted(ids)})]
    return {row["id"] for row in run(cypher("set_names"), {"rows": rows})}


def _titles(scope: NameScope) -> Iterator[tuple[str, Called]]:
    """Yield the names of the bodies with a list in the region of a scope, by id; namesakes with those in brackets."""
    bodies = scope.own_bodies()
    resolver = Resolver(None, bodies)
    for body in bodies:
        found = resolver.listed(listed_id(body))
        yield found.id, (found.name, found.short)


def _row(run: Run, row: Row, titles: Mapping[str, Called], readers: dict[str, Resolver]) -> Row:
    """Return the row (id, name, short, aliases) of a body, given by a row of printed_names.cypher."""
    printed = {mention["printed"] for mention in row["mentions"]}
    before = (row["name"], row["short"])
    if row["titles"]:
        name, short = titles.get(row["id"], before)
        aliases = (printed | set(row["titles"])) - {name}
    else:
        name, short = max(_mentions(run, row, readers), key=_fullness, default=before)
        aliases = printed
    return {"id": row["id"], "name": name, "short": short, "aliases": sorted(aliases)}


def _fullness(called: Called) -> tuple[bool, int, str]:
    """Return a sort key by which the fullest name comes last; 运管部门 says what a body does rather than its name."""
    name, _ = called
    return not name.endswith("部门"), len(name), name


def _mentions(run: Run, row: Row, readers: dict[str, Resolver]) -> Iterator[Called]:
    """Yield the names of a body without a list of its own, as lists of each region print it."""
    for mention in row["mentions"]:
        home = mention["home"]
        if home not in readers:
            readers[home] = Resolver(regions_around(run, home).get(home), (), outside=home)
        for resolution in readers[home].resolve(mention["printed"]):
            yield resolution.name, resolution.short
