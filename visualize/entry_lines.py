"""What changed in an entry of a list, as a line: on pages and in the terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

from dutygraph.bilingual import in_language
from dutygraph.graph.loading.entry_changes import EntryCounts
from dutygraph.graph.loading.text_difference import around_difference
from dutygraph.graph.ontology import ontology
from dutygraph.visualize.texts import Language, text, texts
from dutygraph.visualize.wording import short

_NAME, _TEXT = 60, 120
"""Characters of the name of an entry, and of a text before and after."""


def counts_line(counts: EntryCounts, lang: Language) -> str:
    """Return how many entries of each kind came, went and were reworded (``ListChange.counts``), "" for none."""
    kinds = [
        f"{_kind(kind, lang)} "
        + text("comma", lang).join(text(f"fate_{fate}", lang, count=count) for fate, count in fates.items())
        for kind, fates in counts.items()
    ]
    return text("semicolon", lang).join(kinds)


def entry_line(change: Mapping[str, Any], lang: Language) -> str:
    """Return what became of an entry (fields of an ``EntryChange``): its kind, its name, its texts before and after."""
    caption, kind = ontology().node(change["kind"]).caption, _kind(change["kind"], lang)
    differences = text("semicolon", lang).join(_differences(change, caption, lang))
    named = caption not in {**change["old"], **change["new"]} and change["name"]
    name = text("entry_name", lang, name=short(change["name"], _NAME)) if named else ""
    line = f"{kind}{name}{text('colon', lang)}{differences}"
    return line + (
        text("entry_within", lang, name=short(change["within"], _NAME)) if change["within"] else ""
    )


def entries_left(change: Mapping[str, Any]) -> int:
    """Return how many changes of a list are counted and not among its ``entries``."""
    return sum(sum(fates.values()) for fates in change["counts"].values()) - len(change["entries"])


def _differences(change: Mapping[str, Any], caption: str, lang: Language) -> Iterator[str]:
    """Yield the texts of an entry, what it is called first and without a label."""
    names = sorted({**change["old"], **change["new"]}, key=lambda name: name != caption)
    for name in names:
        label = "" if name == caption else f"{_label(name, lang)} "
        before, after = around_difference(change["old"].get(name, ""), change["new"].get(name, ""), _TEXT)
        if change["change"] == "reworded":
            yield f"{label}{before or text('blank', lang)} → {after or text('blank', lang)}"
        else:
            yield f"{label}{before or after}"


def _kind(label: str, lang: Language) -> str:
    return in_language(ontology().node(label), lang)


def _label(name: str, lang: Language) -> str:
    """Return what a property is called; those of a section that somebody added are called by their names."""
    return text(name, lang) if name in texts() else name
