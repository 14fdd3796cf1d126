"""What the command line prints about rules."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dutygraph.bilingual import in_language
from dutygraph.commands.terminal.printing import open_console, print_line, table_of
from dutygraph.visualize.texts import Language, text

if TYPE_CHECKING:
    from dutygraph.queries.findings.rules.settings import ConfiguredRule


def show_rules(rules: Mapping[str, "ConfiguredRule"], lang: Language) -> None:
    """Print a row per rule: kind, title, class, severity, whether it runs, thresholds."""
    columns = [
        text(key, lang) for key in ("kind", "rule_title", "class", "severity", "rule_state", "thresholds")
    ]
    rows = [
        (
            kind,
            in_language(configured.rule.title, lang),
            text(f"class_{configured.rule.class_}", lang),
            text(f"severity_{configured.rule.severity}", lang),
            _state(configured, lang),
            " ".join(f"{name}={value}" for name, value in configured.values.items()),
        )
        for kind, configured in rules.items()
    ]
    open_console().print(table_of(text("finding_rules", lang), columns, rows))


def show_rule(configured: "ConfiguredRule", lang: Language) -> None:
    """Print the description of a rule, its thresholds and its statement."""
    console, rule = open_console(), configured.rule
    print_line(console, f"[{rule.name}] {in_language(rule.title, lang)}", "bold")
    print_line(
        console,
        f"{text(f'class_{rule.class_}', lang)} · {text(f'severity_{rule.severity}', lang)} · {_state(configured, lang)}",
    )
    if rule.kind != rule.name:
        print_line(console, text("yields_kind", lang, kind=rule.kind))
    if rule.description:
        print_line(console, in_language(rule.description, lang))
    for heading, lines in (
        ("sentence", [in_language(rule.sentence, lang)]),
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
        yield f"{words}{text('colon', lang)}{in_language(threshold, lang)}"


def _state(configured: "ConfiguredRule", lang: Language) -> str:
    return text("rule_on" if configured.on else "rule_off", lang)
