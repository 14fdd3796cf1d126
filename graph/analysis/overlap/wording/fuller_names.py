"""As much of a name as two texts print: the list that it stands in, what owns it, what is looked at in a place."""

from collections.abc import Iterator, Sequence

from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.segmenting import tokens_of
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.claim_sentences import clause_told, sentence_at, sentence_told
from dutygraph.graph.analysis.overlap.claims.printed_sentences import own_work
from dutygraph.graph.analysis.overlap.wording.common_lists import LONGEST_LIST, list_around
from dutygraph.graph.analysis.overlap.wording.common_phrases import common_phrases, is_empty
from dutygraph.graph.analysis.overlap.wording.name_kinds import PARTICULAR, is_target, is_wide
from dutygraph.graph.analysis.overlap.wording.noun_phrases import (
    ends_phrase,
    phrase_with_owner,
    phrases_around,
    whole_phrase,
)

_FIRMS = frozenset({"企业", "单位", "机构", "部门", "场所", "门店", "商户", "经营者"})
"""What may follow a name without being the thing that is meant."""
_TELLING = 2
"""Least number of characters that two phrases share where they tell of the same."""


def shared_name(phrase: str, claims: Sequence[Claim], taxonomy: Taxonomy) -> str:
    """Return a phrase that two claims print with as much more as both print of it; "" where it only qualifies.

    It only qualifies where a noun follows it in both texts (中央预算内投资项目, 中央预算内基建); a wide field does where a
    noun follows it in either.
    """
    texts = _texts(phrase, claims)
    name = list_around(phrase, *texts)
    sentences = list(map(sentence_told, claims))
    if fuller := _fuller(name, texts, sentences):
        return fuller
    wide = is_wide(name, taxonomy)
    ends = [ends_phrase(text, name) or (not wide and _is_of_firms(text, name)) for text in texts]
    if name == phrase and (not (all(ends) if wide else any(ends)) or _are_two(name, texts, taxonomy)):
        return ""
    words = {word for words in taxonomy.concept_words.mentions(name).values() for word in words}
    return _with_detail(name, claims, taxonomy) if is_target(name, taxonomy) and name in words else name


def _texts(phrase: str, claims: Sequence[Claim]) -> list[str]:
    """Return the clauses of claims, or their sentences where not both clauses print a phrase, without white space."""
    clauses = list(map(clause_told, claims))
    if all(phrase in clause for clause in clauses):
        return clauses
    return list(map(sentence_told, claims))


def _fuller(name: str, texts: Sequence[str], sentences: Sequence[str]) -> str:
    """Return the noun phrase around a name in one text, of which the other one or its sentence prints more; "" if none is.

    Nor is there one where both texts narrow the name, each in its way (机动车排放检验机构, 机动车安全技术检验机构).
    """
    found = [
        (len(shared), -len(phrase), phrase)
        for text, other, sentence in zip(texts, texts[::-1], sentences[::-1], strict=True)
        for phrase in (whole_phrase(text, name), phrase_with_owner(text, name))
        if name in phrase and name != phrase and _covers(phrase, whole_phrase(other, name))
        for shared in [_shared(phrase.replace(name, "，", 1), sentence)]
        if shared
    ]
    return max(found, default=(0, 0, ""))[-1]


def _are_two(name: str, texts: Sequence[str], taxonomy: Taxonomy) -> bool:
    """Whether a short word is narrowed by either text in its way (生产安全事故, 食品安全事故), and not by whose it is."""
    before = [{phrase.partition(name)[0] for phrase in phrases_around(text, name)} for text in texts]
    owned = [all(is_target(one, taxonomy) for one in of_text) for of_text in before]
    narrowed = all(all(of_text) for of_text in before) and not before[0] & before[1]
    return len(name) < PARTICULAR and narrowed and owned[0] == owned[1]


def _is_of_firms(text: str, name: str) -> bool:
    """Whether what follows a name in a text only says that there are firms or bodies for it (餐饮具消毒服务企业)."""
    return whole_phrase(text, name).rpartition(name)[-1] in _FIRMS


def _covers(phrase: str, other: str) -> bool:
    """Whether all words of another phrase stand in a phrase."""
    return all(token.text in phrase for token in tokens_of(other))


def _shared(text: str, other: str) -> str:
    """Return the longest word of a text that another one prints and that names something; "" if there is none."""
    runs = (
        text[start:end]
        for start in range(len(text))
        for end in range(start + _TELLING, len(text) + 1)
        if text[start:end] in other
    )
    words = load_words()
    nothing = words.verbs.keys() | words.kinds | words.manners | words.noise | words.levels
    return max((run for run in runs if not (is_empty(run) or run in nothing | _FIRMS)), key=len, default="")


def _with_detail(place: str, claims: Sequence[Claim], taxonomy: Taxonomy) -> str:
    """Return the name of a place, a firm or people with what both texts look at there in brackets, where they print it."""
    detail = next(_details(place, claims, taxonomy), "")
    return f"{place}（{detail}）" if detail and len(place + detail) <= LONGEST_LIST else place


def _details(place: str, claims: Sequence[Claim], taxonomy: Taxonomy) -> Iterator[str]:
    """Yield the longest thing beside a place that both clauses print, then the longest that both sentences do."""
    for texts in ([claim.clause.text for claim in claims], [sentence_at(claim)[1] for claim in claims]):
        things = [
            phrase.text
            for phrase in common_phrases(*map(own_work, texts))
            if phrase.names_thing
            and not is_target(phrase.text, taxonomy)
            and phrase.text not in place
            and place not in phrase.text
            and phrase.text not in load_words().verbs
            and not is_empty(phrase.last.text)
        ]
        if things:
            yield max(things, key=len)
