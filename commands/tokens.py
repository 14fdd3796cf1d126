"""Commands about tokens and the record of writes."""

from typing import Annotated

import typer

from dutygraph.commands.front_door import CommandLine
from dutygraph.commands.session import Shape, open_store, session, write_line

RoleName = Annotated[
    str,
    typer.Option("--role", help="reader 只读，reviewer 可核查，editor 可改清单 / what it allows"),
]

app = CommandLine("接口令牌：建立、列出、撤销 / Tokens of the service: create, list, revoke.")


@app.command("create")
def create(
    name: Annotated[str, typer.Argument(help="给谁用 / who uses it")],
    role: RoleName = "reader",
    days: Annotated[int | None, typer.Option(min=1, help="有效天数，不填长期有效 / days it holds")] = None,
) -> None:
    """建立令牌，只显示这一次 / Create a token; it is shown this once."""
    from dutygraph.api.security.tokens import ROLES, TokenFile
    from dutygraph.commands.session import fail
    from dutygraph.commands.terminal.printing import open_console, print_line

    chosen = next((known for known in ROLES if known == role), None)
    if chosen is None:
        fail(f"角色只能是 {'、'.join(ROLES)} / the role is one of {', '.join(ROLES)}")
    with open_store(new=True) as store:
        token, secret = TokenFile.of(store).create(name, chosen, days)
    write_line(secret)
    print_line(open_console(error=True), f"{token.id} {token.name} {token.role}")


@app.command("list")
def list_(shape: Annotated[Shape, typer.Option("--format")] = Shape.table) -> None:
    """列出令牌（不含令牌本身） / List the tokens, without their secrets."""
    from dutygraph.api.security.tokens import TokenFile
    from dutygraph.commands.terminal.records import show_records

    with open_store() as store:
        tokens = TokenFile.of(store).all()
    show_records([token.model_dump(mode="json", exclude={"digest"}) for token in tokens], shape, session.lang)


@app.command("revoke")
def revoke(id_: Annotated[str, typer.Argument(help="令牌编号 / id of the token")]) -> None:
    """撤销令牌 / Revoke a token."""
    from dutygraph.api.security.tokens import TokenFile

    with open_store() as store:
        tokens = TokenFile.of(store)
        token = tokens.revoke(id_)
    write_line(f"{token.id} {token.name}")
    if not tokens.admits():
        typer.echo(
            f"已没有有效的令牌，经接口和网页的写入都会被拒绝；不再使用令牌时请删除 {tokens.path}"
            f" / no token holds any more, so every write over HTTP is refused; to use none, delete {tokens.path}",
            err=True,
        )


def audit(shape: Annotated[Shape, typer.Option("--format")] = Shape.table) -> None:
    """列出经接口和网页的全部写入 / List every write over HTTP: who, when, what, how it ended."""
    from dutygraph.api.security.audit import audit_rows
    from dutygraph.commands.terminal.records import show_records

    with open_store() as store:
        rows, damaged = audit_rows(store)
    if damaged:
        typer.echo(f"写入记录有 {damaged} 行已损坏 / {damaged} lines of the record are damaged", err=True)
    show_records([row.model_dump(mode="json") for row in rows], shape, session.lang)
