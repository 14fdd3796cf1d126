"""Commands about the register of instruments that legal bases are compared with."""

from pathlib import Path
from typing import Annotated

import typer

from dutygraph.commands.front_door import CommandLine
from dutygraph.commands.session import open_store, session

app = CommandLine("法规库 / the register of instruments that bases are compared with")


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="法规库 CSV 文件 / a register as CSV")],
) -> None:
    """导入法规库，替换原有的，并重新核对依据 / Import a register in place of the last one, and compare anew."""
    from dutygraph.commands.terminal.findings import show_news
    from dutygraph.commands.terminal.laws import show_import
    from dutygraph.graph.loading.registers import import_register
    from dutygraph.ingest.files.content import read_bytes, readable_name
    from dutygraph.ingest.laws.register import read_register
    from dutygraph.queries.findings.update.recompute import recompute

    source = readable_name(file)
    register = read_register(read_bytes(file), source)
    with open_store(new=True) as store, store.locked():
        version = import_register(store, register, source)
        news = recompute(store)
    show_import(version, register.doubts, session.lang)
    show_news(news, session.lang)


@app.command()
def status() -> None:
    """在用的法规库和内置表 / Which register is in force, and what the built-in table adds."""
    from dutygraph.commands.terminal.laws import show_registers
    from dutygraph.graph.loading.registers import registers, settle_builtin

    with open_store() as store:
        with store.locked():
            settle_builtin(store)
        show_registers(registers(store), session.lang)
