"""What a cluster writes: the rows that ``neo4j-admin database import`` reads, and Parquet of the same nodes and edges."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from dutygraph.graph.import_rows import file_of, header_of, row_of
from dutygraph.graph.model import Edge, Node
from dutygraph.graph.ontology import EdgeKind, NodeKind, ontology

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession
    from pyspark.sql.types import StructType

ARGUMENTS = "neo4j-admin.args"
"""The last file that is written: with it the output is whole."""
_OPTIONS = ("--multiline-fields=true", "--array-delimiter=U+001F", "--overwrite-destination")


def write_files(spark: "SparkSession", nodes: "RDD[Node]", edges: "RDD[Edge]", out: str) -> None:
    """Write ``out``/import (with headers), ``out``/parquet and, last, the arguments of the import command."""
    # Each of a thousand regions would have files of its own otherwise.
    parallel = spark.sparkContext.defaultParallelism
    nodes, edges = nodes.coalesce(parallel), edges.coalesce(parallel)
    items: RDD[Node | Edge] = spark.sparkContext.union([nodes, edges])
    names = sorted(items.map(file_of).distinct().collect())
    headers = spark.sparkContext.parallelize([(name, header_of(name)) for name in names], 1)
    columns = "file string, row string"
    for folder, rows in (
        ("headers", headers),
        ("rows", items.map(lambda item: (file_of(item), row_of(item)))),
    ):
        spark.createDataFrame(rows, columns).write.partitionBy("file").text(f"{out}/import/{folder}")
    kinds = ontology()
    shape = _shape({"id": "string", "label": "string"}, kinds.nodes.values())
    spark.createDataFrame(nodes.map(_node_values), shape).write.partitionBy("label").parquet(
        f"{out}/parquet/nodes"
    )
    ends = dict.fromkeys(("type", "start_label", "start", "end_label", "end"), "string")
    shape = _shape(ends, kinds.edges.values())
    spark.createDataFrame(edges.map(_edge_values), shape).write.partitionBy("type").parquet(
        f"{out}/parquet/edges"
    )
    spark.sparkContext.parallelize([*_OPTIONS, *_sources(names)], 1).saveAsTextFile(f"{out}/{ARGUMENTS}")


def _sources(names: Iterable[str]) -> Iterator[str]:
    """Yield the arguments that name the files, relative to the folder of the output."""
    for name in names:
        kind = f"relationships={name.partition('-')[0]}" if "-" in name else f"nodes={name}"
        yield f"--{kind}=import/headers/file={name}/part-.*,import/rows/file={name}/part-.*"


def _shape(first: Mapping[str, str], kinds: Iterable[NodeKind | EdgeKind]) -> "StructType":
    """Return the columns of a table of nodes or edges: those of all kinds, since each kind is a partition of it."""
    from pyspark.sql.types import (
        ArrayType,
        BooleanType,
        DoubleType,
        LongType,
        StringType,
        StructField,
        StructType,
    )

    types = {
        "string": StringType(), "integer": LongType(), "float": DoubleType(), "boolean": BooleanType(),
        "strings": ArrayType(StringType()),
    }  # fmt: skip
    columns = {**first}
    for kind in kinds:
        columns |= kind.properties
    return StructType([StructField(name, types[type_]) for name, type_ in columns.items()])


def _node_values(node: Node) -> dict[str, Any]:
    return {**node.properties, "id": node.id, "label": node.label}


def _edge_values(edge: Edge) -> dict[str, Any]:
    ends = {
        "start_label": edge.start.label,
        "start": edge.start.id,
        "end_label": edge.end.label,
        "end": edge.end.id,
    }
    return {**edge.properties, **ends, "type": edge.type}
