"""Texts by what they are about: few fields (领域) that tell them apart."""

from collections import Counter
from collections.abc import Mapping

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy

_MOST = 8
_LEAST, _LEAST_BROAD = 2, 3
"""So many texts make a group; a wide field (民政, 经济), which says less of them, takes more."""
_COMMON = 0.6
"""What more than this share of all texts is about tells nothing apart: it is the body's whole business."""
OTHERS = Bilingual("其他", "others")


def by_field(texts: Mapping[str, str]) -> list[tuple[Bilingual, list[str]]]:
    """Return the keys of texts by field: each time the one that most of those left are about, the rest at the end.

    Wide fields come after all others, so that they take only what nothing closer tells.
    """
    about = {key: _about(text) for key, text in texts.items()}
    counted = Counter(name for found in about.values() for name in found)
    common = {name for name, count in counted.items() if count > _COMMON * len(texts)}
    left = {key: found - common for key, found in about.items()}
    groups = list[tuple[Bilingual, list[str]]]()
    while len(groups) < _MOST and (name := _largest(left)):
        groups.append(
            (Bilingual(name, load_taxonomy().concepts[name].en), [key for key in left if name in left[key]])
        )
        left = {key: found for key, found in left.items() if name not in found}
    return [*groups, (OTHERS, list(left))] if left else groups


def _largest(left: Mapping[str, frozenset[str]]) -> str:
    """The field that most texts are about, "" when none makes a group; of equals the narrowest."""
    concepts = load_taxonomy().concepts
    counts = Counter(name for found in left.values() for name in found)
    enough = [
        (concepts[name].broad, -count, -len(concepts[name].around), name)
        for name, count in counts.items()
        if count >= (_LEAST_BROAD if concepts[name].broad else _LEAST)
    ]
    return min(enough)[-1] if enough else ""


def _about(text: str) -> frozenset[str]:
    """What a text mentions, of people and matters as well as fields, with all that contains it."""
    known = load_taxonomy()
    return frozenset(
        outer for name in known.concept_words.mentions(text) for outer in known.concepts[name].around
    )
