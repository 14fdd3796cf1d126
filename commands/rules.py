"""The command about rules: list, explain, switch and set them."""

from typing import Annotated

import typer

from dutygraph.commands.session import fail, open_store, pairs_of, session


def rules(
    kind: Annotated[
        str | None, typer.Argument(help="规则，不填则列出全部 / a rule; without it, all are listed")
    ] = None,
    on: Annotated[bool | None, typer.Option("--on/--off", help="启用或停用 / switch on or off")] = None,
    values: Annotated[list[str], typer.Option("--set", help="设置 名称=值 / a threshold")] = [],  # noqa: B006
) -> None:
    """查看、说明、启停规则，调整阈值 / List and explain rules, switch them, set their thresholds."""
    from dutygraph.commands.terminal.findings import show_news
    from dutygraph.commands.terminal.rules import show_rule, show_rules
    from dutygraph.queries.findings.rules.headers import find_rule
    from dutygraph.queries.findings.rules.settings import configured_rules, set_rule, written_values
    from dutygraph.queries.findings.update.recompute import update

    changes = on is not None or bool(values)
    if changes and kind is None:
        fail("请写明哪条规则 / name the rule that is to be changed")
    with open_store() as store:
        if kind is None:
            show_rules(configured_rules(store), session.lang)
        elif changes:
            with store.locked():
                changed = set_rule(store, kind, on=on, values=written_values(kind, pairs_of(values)))
                news = update(store)
            show_rules({kind: changed}, session.lang)
            if news:
                show_news(news, session.lang)
        else:
            show_rule(configured_rules(store)[find_rule(kind).name], session.lang)
