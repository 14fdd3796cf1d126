"""The bodies of the graph in short: what each is called, also within its region, and where it is."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.catalogue.lookup import region_code
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import ArgumentError


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A department or a body that is only mentioned."""

    id: str
    name: str
    short: str
    """Its name within its region."""
    listed: bool
    """Whether it has a list of its own."""
    region: str | None
    """The code of its region, its id, and its name."""
    region_id: str | None
    region_name: str | None
    vague: bool = False
    """Whether it names nobody in particular (其他有关部门)."""


def bodies(store: GraphStore) -> Mapping[str, NamedBody]:
    """Return all bodies by id, in the order of their names, as they are kept while the graph stays."""
    return store.cached("bodies", lambda: _read_all(store))


def bodies_with_lists(store: GraphStore) -> list[NamedBody]:
    """Return the bodies that have a list of their own, in the order of their names."""
    return [body for body in bodies(store).values() if body.listed]


def short_names(store: GraphStore) -> Mapping[str, str]:
    """Return what bodies are called within their regions, by their names, as it is kept while the graph stays."""
    return store.cached("short names", lambda: {one.name: one.short for one in bodies(store).values()})


def _read_all(store: GraphStore) -> dict[str, NamedBody]:
    rows = store.read(cypher("bodies"))
    several = Counter((row["region"], row["short"].partition("（")[0]) for row in rows)
    return {row["id"]: NamedBody(**{**row, "short": _short(row, several)}) for row in rows}


def _short(row: Row, several: Mapping[tuple[str | None, str], int]) -> str:
    """A body's name within its region without its brackets, or with the first of what they hold where two share it."""
    name, bracket, beside = row["short"].partition("（")
    if not bracket or several[row["region"], name] == 1:
        return str(name)
    first, more, _ = beside.removesuffix("）").partition("、")
    return f"{name}（{first.removeprefix(row['region_name'] or '')}{'等' if more else ''}）"


def regions_of(found: Iterable[NamedBody]) -> dict[str, str]:
    """Return the names of the regions in which bodies with a list are, by code."""
    inside = {one.region: one.region_name for one in found if one.listed and one.region and one.region_name}
    return dict(sorted(inside.items()))


def one_region(store: GraphStore, stated: str | None) -> str | None:
    """Return the code of the region that is stated (code or name), else of the only one with lists; None without any.

    Raises UnknownRegionError, and ArgumentError that names the regions where several have lists and none is stated.
    """
    if stated is not None:
        return region_code(store, stated)
    known = regions_of(bodies(store).values())
    if len(known) > 1:
        names = [f"{name}（{code}）" for code, name in known.items()]
        raise ArgumentError(
            zh=f"图中有 {len(names)} 个行政区划的清单，请用 --region 选一个：{'、'.join(names)}",
            en=f"the graph has lists of {len(names)} regions; choose one by --region: {', '.join(names)}",
        )
    return next(iter(known), None)


def regions_named(ids: Iterable[str], known: Mapping[str, NamedBody]) -> list[str]:
    """Return the codes of the regions in which these bodies are, each once."""
    return sorted({code for id_ in ids if id_ in known and (code := known[id_].region)})
