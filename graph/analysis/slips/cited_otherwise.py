"""One instrument under two document numbers, one number with two titles: one of the citations is wrong.

Numbers are compared where they have a year and a code (湘政办发〔2013〕39号). One title may have several numbers, as many
bodies issue 关于加强…的意见; only numbers that differ in one part (code, or running number) are taken for slips.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dutygraph.bilingual import Bilingual

_NUMBER = re.compile(r"^(?P<code>[一-鿿]{2,14})〔(?P<year>\d{4})〕(?P<count>\d{1,5})号$")
_WRAPPED = re.compile(r"^.*?关于(?:印发|转发|批转|发布|公布|下发)?(.*?)(?:的?(?:通知|公告|批复|函))?$")
_NOTHING = re.compile(r"[〈〉“”‘’·、，,（()）\s]|试行|暂行|中华人民共和国")
_FOR_EACH_BODY = re.compile("主要职责|内设机构|人员编制|三定")
"""Subjects of documents of which each body gets its own."""
_SHORTEST = 6
"""Least length of the subject of a title, in characters, that tells one instrument."""


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """A citation with its number: where it stands (id and label of the statement, list, locator), and what is printed."""

    statement: str
    label: str
    list: str
    title: str
    number: str
    locator: str

    @property
    def subject(self) -> str:
        """The title without its issuer, the notice that it is issued with, and marks."""
        wrapped = _WRAPPED.match(self.title)
        return _NOTHING.sub("", wrapped[1] if wrapped else self.title)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two citations of one instrument that cannot both be right."""

    one: CitedNumber
    other: CitedNumber
    about: str
    reason: Bilingual


def disagreements(citations: Sequence[CitedNumber]) -> Iterator[Disagreement]:
    """Yield for each instrument its disagreeing citations, each pair of spellings once, with their first places."""
    telling = [citation for citation in citations if _NUMBER.match(citation.number)]
    yield from _two_numbers(telling)
    yield from _two_titles(telling)


def _two_numbers(citations: Sequence[CitedNumber]) -> Iterator[Disagreement]:
    by_subject: dict[str, dict[str, CitedNumber]] = defaultdict(dict)
    for citation in citations:
        if len(citation.subject) >= _SHORTEST:
            by_subject[citation.subject].setdefault(citation.number, citation)
    for numbers in by_subject.values():
        for one, other in combinations(numbers.values(), 2):
            if _is_slip(one.number, other.number, one.subject):
                zh = f"文号一处写作“{one.number}”，一处写作“{other.number}”"
                en = f"numbered {one.number} in one place and {other.number} in another"
                yield Disagreement(one, other, one.title, Bilingual(zh, en))


def _two_titles(citations: Sequence[CitedNumber]) -> Iterator[Disagreement]:
    by_number: dict[str, dict[str, CitedNumber]] = defaultdict(dict)
    for citation in citations:
        by_number[citation.number].setdefault(citation.subject, citation)
    for number, titles in by_number.items():
        for one, other in combinations(titles.values(), 2):
            apart = one.locator != other.locator and one.subject not in other.subject
            if apart and other.subject not in one.subject:
                zh = f"名称一处写作《{one.title}》，一处写作《{other.title}》"
                en = f"called {one.title} in one place and {other.title} in another"
                yield Disagreement(one, other, number, Bilingual(zh, en))


def _is_slip(one: str, other: str, subject: str) -> bool:
    """Whether two numbers differ in one part; in the running number only where the title does not go to many bodies."""
    parts = [match.groups() for match in (_NUMBER.match(one), _NUMBER.match(other)) if match]
    differing = [left != right for left, right in zip(*parts, strict=True)]
    return sum(differing) == 1 and not (differing[2] and _FOR_EACH_BODY.search(subject))
