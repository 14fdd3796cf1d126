"""The duties and tasks of a district, read from the graph and understood as claims."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dutygraph.graph.analysis.bounds import Bound
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.names import names_in_region
from dutygraph.graph.analysis.overlap.claims.business import Body, bodies_of
from dutygraph.graph.analysis.overlap.claims.claim import Claim, claim_of
from dutygraph.graph.analysis.overlap.claims.listed_frames import ListedStatement, listed_frames
from dutygraph.graph.model import Ref
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

_REGION_END = re.compile("[省市县区州旗盟镇乡]")


@dataclass(frozen=True, slots=True)
class District:
    """The claims of one region; bodies of different regions are not compared."""

    claims: tuple[Claim, ...]
    bodies: Mapping[str, Body]
    """The bodies by id."""
    names: Mapping[str, str]
    """Their names by id, without the name of the region that all of them begin with."""


def read_district(store: GraphStore, region: str, taxonomy: Taxonomy) -> District:
    """Read a district from the graph, as far as the settings give time; ``region`` is its code."""
    statements, names = district_texts(store, region)
    return district_of(Bound().in_time(statements), names, taxonomy)


def district_texts(
    store: GraphStore, region: str
) -> tuple[list[ListedStatement], Mapping[str, Sequence[str]]]:
    """Read what a district is made of: its statements, and all names of each body."""
    rows = store.read(cypher("overlap_statements"), {"region": region})
    called = names_in_region(store, region)
    return statements_of(rows), {row["body"]: called[row["body"]] for row in rows}


def district_of(
    statements: Iterable[ListedStatement], names: Mapping[str, Sequence[str]], taxonomy: Taxonomy
) -> District:
    """Return the district of these statements; ``names`` are all names of each body, by id, the full one first."""
    frames = listed_frames(statements, names, taxonomy)
    bodies = bodies_of(frames, names, taxonomy)
    claims = tuple(claim_of(frame, bodies[frame.statement.body], taxonomy) for frame in frames)
    return District(claims, bodies, short_names({body: printed[0] for body, printed in names.items()}))


def statements_of(rows: Iterable[Row]) -> list[ListedStatement]:
    """Return the statements of rows, which are ordered by duty, each duty before its tasks."""
    statements: list[ListedStatement] = []
    duties: dict[str, str] = {}
    for row in rows:
        text = duties.setdefault(row["duty"], row["text"])
        statements.append(
            ListedStatement(Ref(row["label"], row["id"]), row["body"], row["duty"], row["text"], text)
        )
    return statements


def short_names(names: Mapping[str, str]) -> Mapping[str, str]:
    """Return names of bodies by id without the region that most of them begin with; a lone one as it is.

    A branch of a body of the region around it loses that region (霭临市公安局棠沚分局 beside 霭临市棠沚区民政局), and so do
    the names in brackets behind that of a body (农村工作办公室（澜江区农业局、澜江区林业局）).
    """
    if len(names) == 1:
        return names
    begun = Counter(name[: end.end()] for name in names.values() for end in _REGION_END.finditer(name))
    whole = max((one for one, times in begun.items() if 2 * times > len(names)), key=len, default="")
    around = [whole[: end.end()] for end in _REGION_END.finditer(whole)][::-1]
    inner = [one for one in (whole, whole.removeprefix(around[1] if len(around) > 1 else "")) if one]
    in_brackets = re.compile(f"(?<=[（、])(?:{'|'.join(map(re.escape, inner))})") if inner else None
    short = {
        body: name.removeprefix(next(filter(name.startswith, around), "")) for body, name in names.items()
    }
    return {body: in_brackets.sub("", name) if in_brackets else name for body, name in short.items()}
