"""What the command line prints about rules."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dutygraph.commands.terminal.printing import open_console, pick, put_line, table_of
from dutygraph.visualize.texts import Language, text

if TYPE_CHECKING:
    from dutygraph.queries.findings.rule_settings import ConfiguredRule


def show_rules(configured: Mapping[str, "ConfiguredRule"], lang: Language) -> None:
    """Print a row per rule: kind, title, class, severity, whether it runs, thresholds."""
    columns = [
        text(key, lang) for key in ("kind", "rule_title", "class", "severity", "rule_state", "thresholds")
    ]
    rows = [
        (
            kind,
            pick(lang, one.rule.title.zh, one.rule.title.en),
            text(f"class_{one.rule.class_}", lang),
            text(f"severity_{one.rule.severity}", lang),
            _state(one, lang),
            " ".join(f"{name}={value}" for name, value in one.values.items()),
        )
        for kind, one in configured.items()
    ]
    open_console().print(table_of(text("finding_rules", lang), columns, rows))


def show_rule(one: "ConfiguredRule", lang: Language) -> None:
    """Print all that a rule says of itself, and its statement."""
    console, rule = open_console(), one.rule
    put_line(console, f"[{rule.name}] {pick(lang, rule.title.zh, rule.title.en)}", "bold")
    put_line(
        console,
        f"{text(f'class_{rule.class_}', lang)} · {text(f'severity_{rule.severity}', lang)} · {_state(one, lang)}",
    )
    if rule.kind != rule.name:
        put_line(console, text("yields_kind", lang, kind=rule.kind))
    if rule.description:
        put_line(console, pick(lang, rule.description.zh, rule.description.en))
    for heading, lines in (
        ("sentence", [pick(lang, rule.sentence.zh, rule.sentence.en)]),
        ("options", [text(f"option_{option}", lang) for option in rule.options]),
        ("thresholds", list(_thresholds(one, lang))),
        ("comment", rule.comment.splitlines()),
        ("statement", rule.cypher.splitlines()),
    ):
        if lines:
            put_line(console, text(heading, lang), "bold")
        for line in lines:
            put_line(console, f"    {line}")


def _thresholds(one: "ConfiguredRule", lang: Language) -> Iterator[str]:
    for name, threshold in one.rule.settings.items():
        words = text(
            "threshold_is",
            lang,
            name=name,
            value=one.values[name],
            default=threshold.default,
            minimum=threshold.minimum,
            maximum=threshold.maximum,
        )
        yield f"{words}{text('colon', lang)}{pick(lang, threshold.zh, threshold.en)}"


def _state(one: "ConfiguredRule", lang: Language) -> str:
    return text("rule_on" if one.on else "rule_off", lang)
