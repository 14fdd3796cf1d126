"""Documents of many regions on Spark: read, analysed region by region, joined across regions, and written.

Each step is a plain function of this package; Spark says where it runs. What all lists tell together (``elsewhere``), who is
named by whom, and which citations disagree is small and goes through the driver; lists, statements and findings do not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.files.content import readable
from dutygraph.ingest.names.departments import ListedBody, listed_id
from dutygraph.ingest.records import Document, DutyList
from dutygraph.ingest.sandbox import Refused, parse_files
from dutygraph.ingest.sources import is_list
from dutygraph.queries.regions import placed as placing
from dutygraph.queries.regions.cluster import (
    ClusterError,
    exists,
    kept,
    literal,
    spark_session,
    whole_address,
)
from dutygraph.queries.regions.elsewhere import elsewhere
from dutygraph.queries.regions.files import write_files
from dutygraph.queries.regions.joining import joined
from dutygraph.queries.regions.placed import Bodies, PlacedDocument, place
from dutygraph.queries.regions.reading import RegionGraph, read_region

if TYPE_CHECKING:
    from pyspark import RDD, SparkContext
    from pyspark.sql import SparkSession


@dataclass(frozen=True, slots=True)
class RegionsRead:
    """What was read: how many lists and regions, how many findings there are, and which files were refused."""

    lists: int
    regions: int
    findings: int
    refused: Sequence[Refused]


def analyse_regions(master: str, source: str, out: str) -> RegionsRead:
    """Read all lists in a folder (or whatever Spark can read files from) at a master, and write nodes and edges to ``out``.

    What is written is what one graph with all lists holds after reading them. Raises ClusterError when Spark does not start,
    ``source`` has no lists, or ``out`` is there already.
    """
    with spark_session(master) as spark:
        _check(spark, source, out)
        read = kept(_parsed(spark.sparkContext, source, PurePosixPath(whole_address(spark, source))))
        refused = read.flatMap(lambda one: one.refused).collect()
        documents = read.flatMap(lambda one: one.placed)
        if documents.isEmpty():
            raise ClusterError(zh=f"{source} 中没有可读的清单", en=f"there is no list to read in {source}")
        graphs = kept(_graphs(documents))
        nodes, edges = joined(graphs)
        write_files(spark, kept(nodes), kept(edges), out)
        labels = nodes.map(lambda node: node.label).countByValue()
        return RegionsRead(labels["DutyList"], graphs.count(), labels["Finding"], refused)


def _check(spark: "SparkSession", source: str, out: str) -> None:
    """Raises ClusterError for a source that is not there, and for an output that is."""
    if not exists(spark, source):
        raise ClusterError(zh=f"找不到 {source}", en=f"there is no {source}")
    if exists(spark, out):
        raise ClusterError(
            zh=f"{out} 已经存在，请换一个新文件夹",
            en=f"{out} is there already; name a new folder for the output",
        )


@dataclass(frozen=True, slots=True)
class _ReadFile:
    """A file: its lists by region, and why it or a list of it was refused."""

    placed: Sequence[PlacedDocument] = ()
    refused: Sequence[Refused] = ()


def _parsed(context: "SparkContext", source: str, root: PurePosixPath) -> "RDD[_ReadFile]":
    files = context.binaryFiles(literal(source)).filter(lambda file: is_list(PurePosixPath(file[0])))
    return files.repartition(context.defaultParallelism).mapPartitions(partial(_parse, root=root))


def _parse(files: Iterable[tuple[str, bytes]], root: PurePosixPath) -> Iterator[_ReadFile]:
    """Read files in the sandbox, each called by its path below the folder ``root``, or by its own name."""
    with TemporaryDirectory(prefix="dutygraph-") as folder:
        paths: dict[Path, PurePosixPath] = {}
        for number, (address, content) in enumerate(files):
            copy = Path(folder, str(number), PurePosixPath(address).name)
            copy.parent.mkdir()
            copy.write_bytes(content)
            paths[copy] = PurePosixPath(address)
        for copy, read in zip(paths, parse_files(list(paths), workers=1), strict=True):
            path = paths[copy]
            if isinstance(read, Document):
                unpublished = [_unpublished(one, path) for one in read.lists if not one.is_published]
                named = read if path == root else read.model_copy(update={"source": _name(path, root)})
                yield _ReadFile(list(place(named, path)), unpublished)
            else:
                yield _ReadFile(refused=[read.model_copy(update={"file": str(path)})])


def _name(path: PurePosixPath, root: PurePosixPath) -> str:
    return "/".join(map(readable, path.relative_to(root).parts))


def _unpublished(read: DutyList, path: PurePosixPath) -> Refused:
    why = read.left_out.text if read.left_out else Bilingual("", "")
    return Refused(
        file=str(path),
        zh=f"清单“{read.title}”未收入：{why.zh}",
        en=f"the list “{read.title}” was left out: {why.en}",
    )


def _graphs(documents: "RDD[PlacedDocument]") -> "RDD[RegionGraph]":
    """Read each region with what it needs of the others."""
    bodies: dict[str, list[ListedBody]] = defaultdict(list)
    for region, listed in documents.map(lambda one: (one.region, placing.bodies_of(one))).collect():
        bodies[region] += listed
    named = documents.flatMap(partial(placing.named_elsewhere, bodies=dict(bodies))).distinct().collect()
    bases = documents.flatMap(placing.bases_of).keyBy(lambda one: one.id)
    known = elsewhere(bases.reduceByKey(placing.one_basis).values().collect(), named)
    chains = documents.map(lambda one: one.chain).distinct().collect()
    needed = _needed(chains, bodies, named)
    numbers = {chain[0]: number for number, chain in enumerate(sorted(chains))}
    shared = documents.context.broadcast(known)
    return (
        documents.flatMap(lambda one: [(region, one) for region in _readers(one, needed)])
        .groupByKey(len(chains), numbers.__getitem__)
        .map(lambda group: read_region(group[0], group[1], shared.value))
    )


Needed = Mapping[str, frozenset[str]]
"""The regions whose reading needs a region's lists, or those of a body, by the code or id."""


def _needed(
    chains: Iterable[Sequence[str]], bodies: Bodies, named: Iterable[placing.NamedElsewhere]
) -> Needed:
    """A region needs its own lists, those of the regions that it lies in, and those of bodies that its lists name."""
    needed: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        for code in chain:
            needed[code].add(chain[0])
    listed = placing.ids_of(bodies)
    for one in named:
        if one.body in listed:
            needed[one.body].add(one.by)
    return {name: frozenset(regions) for name, regions in needed.items()}


def _readers(one: PlacedDocument, needed: Needed) -> set[str]:
    ids = (listed_id(body) for body in placing.bodies_of(one))
    return set(needed[one.region]).union(*(needed.get(id_, ()) for id_ in ids))
