"""Whether a clause of a list answers a part of a matter in words of its own."""

import re
from collections.abc import Sequence

from dutygraph.graph.analysis.language.other_words import things_in
from dutygraph.graph.analysis.language.own_acts import strong_acts
from dutygraph.graph.analysis.language.taxonomy import Taxonomy, load_taxonomy
from dutygraph.graph.analysis.language.wording import Wording, wording_of

_CIRCUMSTANCE = re.compile(
    r"[^，。；的]{6,80}等(?:单位|场所|企业|机构|行业|领域)的"
    r"|从[^，。；的]{2,30}?[到至][^，。；的]{2,30}?(?:以前|之前|前|止|后)的?"
    r"|(?P<verb>^(?:负责|承担|实施|开展|组织|做好|依法)*(?:对)?)"
    r"[^，。；、的对]{2,8}(?:[以之][后前]|(?<![学产灾婚战售课])[后前])的?(?=[^，。；的]{4})"
)
"""At which stage (投入使用后的) or to which of many (小餐饮、小旅馆等单位的) something is done, which a list leaves out.

学前, 灾后 are no stages."""

_PAPERS = frozenset({"plan", "policy"})
"""Acts that are told by what comes of them (规划, 制度): two texts that name some need not do the same."""

_IN_CHARGE = frozenset({"secure"})
"""Acts that say no more than whose affair something is (网络安全保卫)."""


def without_circumstance(clause: Wording) -> Wording:
    """Return a clause without the stage at which it is done and those to whom, as it is told where nothing is divided."""
    return wording_of(_CIRCUMSTANCE.sub(lambda found: found["verb"] or "", clause.text))


def answers_otherwise(clause: Wording, title: Wording, own: Sequence[Wording]) -> bool:
    """Whether clauses ``own`` of a list do what ``clause`` says, by the same strong act, to all that it or the matter names.

    One that says of a thing that it is the body's affair, and not by what act (网络安全保卫), answers as well.
    """
    asked = strong_acts(clause.acts) - _PAPERS
    alike = [one for one in own if not asked.isdisjoint(one.acts)]
    in_charge = [one for one in own if strong_acts(one.acts) <= _IN_CHARGE]
    return _name_things_of(clause, [*alike, *in_charge], things_in(title.text)) or any(
        _name_things_of(title, [one]) for one in alike
    )


def _name_things_of(asked: Wording, own: Sequence[Wording], understood: frozenset[str] = frozenset()) -> bool:
    """Whether clauses name all that a text is about in particular, or all the things that it calls by some name.

    Things that are ``understood`` need not be named where there are others.
    """
    taxonomy = load_taxonomy()
    named = _particulars(asked, taxonomy)
    around = frozenset(
        outer for one in own for name in one.concepts for outer in taxonomy.concepts[name].around
    )
    things = {name for name in things_in(asked.text) if not _is_target(name, taxonomy)}
    theirs = frozenset(thing for one in own for thing in things_in(one.text))
    things = things - understood or things
    return bool(named and named <= around) or bool(things and things <= theirs)


def _particulars(text: Wording, taxonomy: Taxonomy) -> frozenset[str]:
    """Return the concepts that two texts name only if they are about one thing.

    In a field (就业) each may have a corner of its own, and of a place (养老机构) each body sees another side.
    """
    concepts = [taxonomy.concepts[name] for name in text.concepts]
    return frozenset(
        one.name
        for one in concepts
        if not (one.broad or one.each or one.target or one.name in taxonomy.containers)
    )


def _is_target(name: str, taxonomy: Taxonomy) -> bool:
    return name in taxonomy.concepts and taxonomy.concepts[name].target
