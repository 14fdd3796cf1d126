"""The command that serves the graph to an assistant on this machine."""

from dutygraph.commands.session import fail, open_store


def mcp() -> None:
    """供本机助手使用（MCP，标准输入输出） / Serve the questions as tools for an assistant (MCP over stdio)."""
    try:
        from dutygraph.commands.assistant_tools import tools_server
    except ModuleNotFoundError as error:
        if error.name != "mcp":
            raise
        fail("未安装 MCP：pip install 'dutygraph[mcp]' / MCP is not installed: pip install 'dutygraph[mcp]'")
    with open_store() as store:
        tools_server(store).run("stdio")
