"""Whether a clause of a list answers a part of a matter in words of its own."""

import re
from collections.abc import Sequence

from dutygraph.graph.analysis.language.other_words import things_in
from dutygraph.graph.analysis.language.own_acts import strong_acts
from dutygraph.graph.analysis.language.taxonomy import Taxonomy, load_taxonomy
from dutygraph.graph.analysis.language.wording import CONCEPT, Wording, wording_of

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

_LOOKS_AT = {"audit": "account"}
"""Acts, and the word for what they are done to, which stands alone where the act is understood: 捐赠资金的财务收支."""

_CRIME = re.compile("侦查|侦办|犯罪")
_ANY_CRIME = re.compile(
    "刑事(?:犯罪|案件)?的?(?:侦查|侦办)|(?:侦查|侦办|打击|制止|惩治)(?:和|、|各类|各种)*(?:刑事|违法)(?:犯罪|案件)"
)
"""The work of the police on any crime, which it has of each kind by itself."""

_ANY_SAFETY = frozenset({"公共安全", "公共场所安全", "安全生产"})
"""Concepts of safety of whatever kind."""

_PLACE_ALONE = CONCEPT + 4
"""Most size of a clause that names a place, and nothing in it (农贸市场, 农产品批发市场)."""


def without_circumstance(clause: Wording) -> Wording:
    """Return a clause without the stage at which it is done and those to whom, as it is told where nothing is divided."""
    return wording_of(_CIRCUMSTANCE.sub(lambda found: found["verb"] or "", clause.text))


def answers_otherwise(clause: Wording, title: Wording, own: Sequence[Wording]) -> bool:
    """Whether clauses ``own`` of a list do what ``clause`` says, by the same strong act, to all that it or the matter names.

    One that says of a thing that it is the body's affair, and not by what act (网络安全保卫), answers as well, and so do
    the body's work on any crime, and on what makes the same place safe.
    """
    asked = strong_acts(clause.acts) - _PAPERS
    alike = [one for one in own if not asked.isdisjoint(one.acts)]
    unsaid = _IN_CHARGE.union(_LOOKS_AT[act] for act in asked & _LOOKS_AT.keys())
    in_charge = [one for one in own if strong_acts(one.acts) <= unsaid]
    return (
        _name_things_of(clause, [*alike, *in_charge], things_in(title.text))
        or any(_name_things_of(title, [one]) for one in alike)
        or any(_oversees_place_of(clause, one) for one in alike)
        or any(_fights_any_crime(clause, one) or _makes_safe(clause, one) for one in own)
    )


def _oversees_place_of(clause: Wording, own: Wording) -> bool:
    """Whether a clause says nothing but that a place is overseen, and the other is about something in that place.

    检查农贸市场 is wide enough for the live poultry in it, 检查农贸市场的明码标价 looks at something else.
    """
    taxonomy = load_taxonomy()
    if len(own.concepts) != 1 or own.size > _PLACE_ALONE:
        return False
    [place] = own.concepts
    concept = taxonomy.concepts[place]
    is_place = concept.target and not concept.broad and concept.facet != "people"
    return is_place and place not in clause.concepts and place in _around(clause, taxonomy)


def _fights_any_crime(clause: Wording, own: Wording) -> bool:
    """Whether a clause is about crime, and the other about crime of whatever kind."""
    if not (_CRIME.search(clause.text) and _ANY_CRIME.search(own.text)):
        return False
    return not _particulars(own, load_taxonomy())


def _makes_safe(clause: Wording, own: Wording) -> bool:
    """Whether a clause is about the safety of a place, and the other looks at what makes the same place safe (民宿的燃气).

    Where the clause says which safety it means (食品安全), the other is about the same.
    """
    taxonomy = load_taxonomy()
    places = {name for name in clause.concepts & own.concepts if taxonomy.concepts[name].target}
    if not ("secure" in clause.acts and "inspect" in own.acts and places - taxonomy.containers):
        return False
    meant, looked_at = (_around(text, taxonomy) & taxonomy.safety for text in (clause, own))
    kinds = meant - _ANY_SAFETY
    return bool(looked_at & kinds if kinds else looked_at)


def _around(text: Wording, taxonomy: Taxonomy) -> frozenset[str]:
    """Return the concepts of a text, with those around them."""
    return frozenset(outer for name in text.concepts for outer in taxonomy.concepts[name].around)


def _name_things_of(asked: Wording, own: Sequence[Wording], understood: frozenset[str] = frozenset()) -> bool:
    """Whether clauses name all that a text is about in particular, or all the things that it calls by some name.

    Things that are ``understood`` need not be named where there are others.
    """
    taxonomy = load_taxonomy()
    named = _particulars(asked, taxonomy)
    around = frozenset(outer for one in own for outer in _around(one, taxonomy))
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
