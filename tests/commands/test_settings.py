"""The table of settings is made of the classes, and its document holds it in both languages."""

import re
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from dutygraph.__main__ import app
from dutygraph.commands.settings import all_settings
from dutygraph.settings import Settings
from tests.source_tree import read

MARKED = re.compile(r"<!-- dutygraph settings -->\n(.*?)<!-- end -->", re.DOTALL)


def printed(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["settings", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def _below(kind: type[Settings]) -> Iterator[type[Settings]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def test_every_setting_of_every_class_is_listed() -> None:
    listed = [setting.variable for setting in all_settings()]
    declared = {kind.variable(name) for kind in _below(Settings) for name in kind.model_fields}
    assert len(declared) > 20
    assert sorted(listed) == sorted(declared)


def test_every_setting_says_in_two_languages_what_it_does() -> None:
    for setting in all_settings():
        assert re.search(r"[一-鿿]", setting.zh), setting
        assert re.fullmatch(r"[ -~]*[a-z]{2}[ -~]*", setting.en), setting


@pytest.mark.parametrize(("name", "lang"), [("docs/settings.md", "en"), ("docs/settings.zh-CN.md", "zh")])
def test_the_document_holds_the_table(name: str, lang: str) -> None:
    assert MARKED.findall(read(name)) == [printed("--format", "markdown", "--lang", lang)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--uri", "neo4j://a.lan", "settings", "--data", "office"], (True, False)),
        (["--data", "office", "settings", "--uri", "neo4j://a.lan"], (False, True)),
        (["settings", "--data", "office", "--uri", "neo4j://a.lan"], (True, True)),
    ],
)
def test_what_stands_after_a_command_wins(arguments: list[str], told: tuple[bool, bool]) -> None:
    """What was said of the store before the command does not count beside it."""
    done = CliRunner().invoke(app, arguments, env={"COLUMNS": "200"})
    assert done.exit_code == 0, done.output
    assert ("office" in done.stdout, "a.lan" in done.stdout) == told


def test_the_values_in_force_are_shown_and_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUTYGRAPH_PAGE_SIZE", "77")
    monkeypatch.setenv("DUTYGRAPH_PASSWORD", "sesame")
    table = printed("--uri", "neo4j://graph.lan:7687")
    assert "77" in table
    assert "graph.lan" in table
    assert "sesame" not in table
