"""Texts by what they are about: few fields (领域) that tell them apart."""

from collections import Counter
from collections.abc import Mapping

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy

_MOST, _LEAST = 8, 2
_COMMON = 0.6
OTHERS = Bilingual("其他", "others")


def by_field(texts: Mapping[str, str]) -> list[tuple[Bilingual, list[str]]]:
    """Return the keys of texts by field: each time the field that most of those left are about, the rest at the end.

    A field that most of all are about tells nothing apart, and is none here.
    """
    about = {key: _fields(text) for key, text in texts.items()}
    common = {
        name for name, n in Counter(f for found in about.values() for f in found).items() if n == len(texts)
    }
    left, groups = dict(about), list[tuple[Bilingual, list[str]]]()
    while len(groups) < _MOST:
        counts = Counter(field for found in left.values() for field in found - common)
        name, count = min(counts.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
        if count < _LEAST:
            break
        inside = [key for key, found in left.items() if name in found]
        groups.append((Bilingual(name, load_taxonomy().concepts[name].en), inside))
        left = {key: found for key, found in left.items() if name not in found}
    return [*groups, (OTHERS, list(left))] if left else groups


def _fields(text: str) -> frozenset[str]:
    """The fields that a text mentions, with those that contain them; none so wide that it says little."""
    known = load_taxonomy()
    around = (known.concepts[name].around for name in known.concept_words.mentions(text))
    return frozenset(
        name for names in around for name in names & known.fields if not known.concepts[name].broad
    )
