"""What the command line prints about rules."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dutygraph.commands.terminal.printing import open_console, pick, print_line, table_of
from dutygraph.visualize.texts import Language, text

if TYPE_CHECKING:
    from dutygraph.queries.findings.rule_settings import ConfiguredRule


def show_rules(rules: Mapping[str, "ConfiguredRule"], lang: Language) -> None:
    """Print a row per rule: kind, title, class, severity, whether it runs, thresholds."""
    columns = [
        text(key, lang) for key in ("kind", "rule_title", "class", "severity", "rule_state", "thresholds")
    ]
    rows = [
        (
            kind,
            pick(lang, configured.rule.title.zh, configured.rule.title.en),
            text(f"class_{configured.rule.class_}", lang),
            text(f"severity_{configured.rule.severity}", lang),
            _state(configured, lang),
            " ".join(f"{name}={value}" for name, value in configured.values.items()),
        )
        for kind, configured in rules.items()
    ]
    open_console().print(table_of(text("finding_rules", lang), columns, rows))


def show_rule(configured: "ConfiguredRule", lang: Language) -> None:
    """Print all that a rule says of itself, and its statement."""
    console, rule = open_console(), configured.rule
    print_line(console, f"[{rule.name}] {pick(lang, rule.title.zh, rule.title.en)}", "bold")
    print_line(
        console,
        f"{text(f'class_{rule.class_}', lang)} · {text(f'severity_{rule.severity}', lang)} · {_state(configured, lang)}",
    )
    if rule.kind != rule.name:
        print_line(console, text("yields_kind", lang, kind=rule.kind))
    if rule.description:
        print_line(console, pick(lang, rule.description.zh, rule.description.en))
    for heading, lines in (
        ("sentence", [pick(lang, rule.sentence.zh, rule.sentence.en)]),
        ("options", [text(f"option_{option}", lang) for option in rule.options]),
        ("thresholds", list(_thresholds(configured, lang))),
        ("comment", rule.comment.splitlines()),
        ("statement", rule.cypher.splitlines()),
    ):
        if lines:
            print_line(console, text(heading, lang), "bold")
        for line in lines:
            print_line(console, f"    {line}")


def _thresholds(configured: "ConfiguredRule", lang: Language) -> Iterator[str]:
    for name, threshold in configured.rule.settings.items():
        words = text(
            "threshold_is",
            lang,
            name=name,
            value=configured.values[name],
            default=threshold.default,
            minimum=threshold.minimum,
            maximum=threshold.maximum,
        )
        yield f"{words}{text('colon', lang)}{pick(lang, threshold.zh, threshold.en)}"


def _state(configured: "ConfiguredRule", lang: Language) -> str:
    return text("rule_on" if configured.on else "rule_off", lang)
