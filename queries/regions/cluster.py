"""A Spark session, or in plain words why there is none."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from dutygraph.errors import DutygraphError

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

Item = TypeVar("Item")

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.hadoop.mapreduce.input.fileinputformat.input.dir.recursive": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.executorEnv.DUTYGRAPH_ANALYSIS_PROCESSES": "1",
}
"""Documents may lie in folders of folders; whoever wants the page of Spark starts it with spark-submit's settings. Each core
reads a region of its own already."""


class ClusterError(DutygraphError):
    """Spark cannot be started, or cannot read or write what it was told to."""


@contextmanager
def spark_session(master: str) -> "Iterator[SparkSession]":
    """Start Spark at a master (``local[4]``, ``spark://host:7077``, ``yarn``) and end it with the block.

    Raises ClusterError, with what to do, when Spark or Java is missing or the master does not answer.
    """
    try:
        from pyspark.sql import SparkSession
    except ModuleNotFoundError as error:
        raise ClusterError(
            zh="没有安装 pyspark，请运行 pip install 'dutygraph[spark]'",
            en="pyspark is not installed; run pip install 'dutygraph[spark]'",
        ) from error
    if not os.environ.get("JAVA_HOME") and not shutil.which("java"):
        raise ClusterError(
            zh="Spark 需要 Java 17 或更高版本，本机没有找到；请安装，或用 JAVA_HOME 指明",
            en="Spark needs Java 17 or later and there is none; install it, or name its folder in JAVA_HOME",
        )
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("dutygraph").master(master)
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
    except Exception as error:  # Java, Py4J and Spark each have their own
        raise ClusterError(
            zh=f"Spark 无法在 {master} 启动：{_first_line(error)}",
            en=f"Spark does not start at {master}: {_first_line(error)}",
        ) from error
    spark.sparkContext.setLogLevel("ERROR")
    try:
        yield spark
    finally:
        spark.stop()


def kept(data: "RDD[Item]") -> "RDD[Item]":
    """Return data that took long to compute, so that it is computed once: in memory, and on disk where that is full."""
    from pyspark import StorageLevel

    return data.persist(StorageLevel.MEMORY_AND_DISK)


def whole_address(spark: "SparkSession", address: str) -> str:
    """Return an address as Spark names it: with its storage, and from the root of that."""
    context: Any = spark.sparkContext
    path = context._jvm.org.apache.hadoop.fs.Path(address)
    return str(path.getFileSystem(context._jsc.hadoopConfiguration()).makeQualified(path).toString())


def exists(spark: "SparkSession", address: str) -> bool:
    """Return whether there is a file or folder at an address, in whatever storage it names. Raises ClusterError."""
    context: Any = spark.sparkContext  # only Spark's Java side knows all storages
    try:
        path = context._jvm.org.apache.hadoop.fs.Path(address)
        return bool(path.getFileSystem(context._jsc.hadoopConfiguration()).exists(path))
    except Exception as error:  # whatever a storage says
        reason = _first_line(error)
        raise ClusterError(
            zh=f"无法访问 {address}：{reason}", en=f"{address} cannot be reached: {reason}"
        ) from error


def literal(address: str) -> str:
    """Return the pattern that names an address alone: to Hadoop brackets are wildcards and commas part addresses."""
    return re.sub(r"[\\*?\[\]{}]", r"\\\g<0>", address).replace(",", r"{\,}")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
