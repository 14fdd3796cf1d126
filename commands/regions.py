"""The command that reads many regions on a cluster."""

from typing import Annotated

import typer

from dutygraph.commands.session import session


def analyse(
    source: Annotated[
        str,
        typer.Argument(
            help="存放清单的文件夹，或 Spark 能读取的地址 / a folder of lists, or an address that Spark reads"
        ),
    ],
    master: Annotated[
        str,
        typer.Option(
            "--spark", help="Spark 主节点，如 local[4]、spark://主机:7077、yarn / the master of Spark"
        ),
    ],
    out: Annotated[
        str,
        typer.Option("-o", "--out", help="输出到的新文件夹或地址 / a new folder, or address, to write to"),
    ],
) -> None:
    """用 Spark 逐个地区读取清单，输出可导入 Neo4j 的文件 / Read lists region by region on Spark, for import into Neo4j."""
    from dutygraph.commands.terminal.regions import show_regions
    from dutygraph.queries.regions.spark import analyse_regions

    read = analyse_regions(master, source, out)
    show_regions(read, out, session.lang)
    if read.refused:
        raise typer.Exit(2)
