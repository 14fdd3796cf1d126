"""What sort of thing a name names: a place, people, a whole field."""

from dutygraph.graph.analysis.language.taxonomy import Taxonomy

PARTICULAR = 3
"""Least length in characters of a word that is particular by itself, though it is one of a field (传染病)."""


def is_target(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a text names places, firms or people only."""
    named = [taxonomy.concepts[name] for name in taxonomy.concept_words.mentions(text)]
    return bool(named) and all(one.target or one.facet == "people" for one in named)


def is_place(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a text names places or firms only, and no people."""
    named = [taxonomy.concepts[name] for name in taxonomy.concept_words.mentions(text)]
    return bool(named) and all(one.target and one.facet != "people" for one in named)


def is_wide(name: str, taxonomy: Taxonomy) -> bool:
    """Whether a name is that of a field with others in it, or of what every body has."""
    named = taxonomy.concept_words.mentions(name)
    concepts = [taxonomy.concepts[one] for one, words in named.items() if name in words]
    return any(
        one.broad or one.each or (one.facet == "fields" and one.name in taxonomy.containers)
        for one in concepts
        if one.broad or len(name) < PARTICULAR
    )
