"""The command that takes lists out again."""

from typing import Annotated

import typer

from dutygraph.commands.session import open_store, session


def remove(
    name: Annotated[
        str,
        typer.Argument(
            help="清单或文件的编号或名称，或部门名称（如 区民政局）"
            " / id or name of a list or a document, or name of its department"
        ),
    ],
) -> None:
    """把一份清单或一个文件的清单移出图谱；核查意见保留 / Take lists out of the graph; verdicts stay."""
    from dutygraph.commands.terminal.answers import steps_shown
    from dutygraph.commands.terminal.changes import show_removed
    from dutygraph.commands.terminal.findings import show_news
    from dutygraph.queries.findings.update.removing import remove as take_out

    with open_store() as store, steps_shown(session.lang) as progress:
        removal = take_out(store, name, progress)
    show_removed(removal.lists, session.lang)
    if removal.news:
        show_news(removal.news, session.lang)
