"""Claims: what the frames of a district's lists mean in the list of the body that prints them."""

import re
from dataclasses import dataclass

from dutygraph.graph.analysis.language.enforcement import without_enforcing
from dutygraph.graph.analysis.language.scope import is_itself, is_own_share, is_wide
from dutygraph.graph.analysis.language.splits import Sides, only_sides
from dutygraph.graph.analysis.language.stages import is_vague, stages_with
from dutygraph.graph.analysis.language.taxonomy import Mentions, Taxonomy
from dutygraph.graph.analysis.language.wording import bigrams, is_carrier, subject_of
from dutygraph.graph.analysis.overlap.claims.business import Body
from dutygraph.graph.analysis.overlap.claims.listed_frames import ListedFrame
from dutygraph.graph.analysis.overlap.claims.printed_sentences import sentence_around

_NO_LETTERS = re.compile(r"[\W_]+")
_OWN_FIELD = re.compile("本行业|本领域|本系统|[一-鿿]{0,4}(?:监管|管理|建设|服务|行业|系统)领域")
TELLING = 6
"""Least length, in characters, of a clause or an object that tells something when both print it."""
VAGUE = 0.5
"""Factor on the collision of two stages for each claim with acts that say little (负责, 组织实施), or none."""
_UNTOLD = "manage"
"""Stage of a frame whose act is not told."""


@dataclass(frozen=True, slots=True)
class Claim(ListedFrame):
    """A listed frame with what it means in the list of its body."""

    carried: frozenset[str]
    """Those of its objects that only carriers name (资金、规范性文件): an object for the body whose business they are, and
    for no other."""
    fields: frozenset[str]
    """The fields that its object names, else those of its duty, else those of its body's business."""
    named: bool
    """Whether its object or its duty names the fields."""
    everybody: bool
    """Whether it is for all fields."""
    leads: frozenset[str]
    """Its objects, fields apart, that are the business of its body."""
    bigrams: frozenset[str]
    """Bigrams of what it is about, without formulas and carriers."""
    rest: frozenset[str]
    """Those of them that no concept explains."""
    said: str
    """Its clause without punctuation and white space."""
    sides: tuple[Sides, Sides]
    """The sides of lawful splits for which its clause is, and its sentence."""
    own: bool
    """Whether it is about the body's own house, or its own share of what each body has (预决算、应诉、安全生产)."""
    own_fields: tuple[str, ...]
    """What in its statement says that it is about the field of its own body."""

    @property
    def says_act(self) -> bool:
        """Whether it says what is done, by itself or, as a task that only names a thing, by its duty."""
        return bool(self.frame.acts) or self.frame.stage != _UNTOLD

    @property
    def plain(self) -> bool:
        """Whether what it says is done tells more than that something is (负责, 组织实施)."""
        return self.says_act and not (self.frame.acts and all(map(is_vague, self.frame.acts)))

    @property
    def plainness(self) -> float:
        """How plainly it tells its act: 1, or ``VAGUE``."""
        return 1.0 if self.plain else VAGUE


def claim_of(one: ListedFrame, body: Body, taxonomy: Taxonomy) -> Claim:
    """Return what a listed frame means in the list of its body."""
    own_fields = frozenset(one.objects) & taxonomy.fields
    above = frozenset(taxonomy.concept_words.mentions(one.statement.duty_text)) & taxonomy.fields
    leads = frozenset(
        name
        for name in one.objects
        if name not in taxonomy.fields and taxonomy.concepts[name].around & body.business - taxonomy.fields
    )
    named = own_fields or (frozenset() if leads else above)
    wide = bool(leads) or one.frame.affair == "everybody" or is_wide(one.clause.text)
    printed = one.frame.object.text
    sentence = sentence_around(one.statement.text, one.clause.start)
    thing = without_enforcing(printed) if one.frame.stage in stages_with("enforcing") else printed
    return Claim(
        one.statement,
        one.clause,
        one.frame,
        one.objects,
        one.case,
        carried=frozenset(name for name, words in one.objects.items() if all(map(is_carrier, words))),
        fields=named or body.business & taxonomy.fields,
        named=bool(named),
        everybody=wide and not one.itself and not named,
        leads=leads,
        bigrams=bigrams(subject_of(thing)),
        rest=bigrams(subject_of(_without(thing, one.objects))),
        said=_NO_LETTERS.sub("", one.clause.text),
        sides=(only_sides(one.clause.text), only_sides(sentence[1] if sentence else one.clause.text)),
        own=_is_own(one, leads, taxonomy),
        own_fields=tuple(_OWN_FIELD.findall(one.statement.text)),
    )


def _is_own(one: ListedFrame, leads: frozenset[str], taxonomy: Taxonomy) -> bool:
    if one.itself or is_own_share(one.clause.text) or is_itself(one.frame.object.text):
        return True
    return bool(one.objects) and all(
        taxonomy.concepts[name].own and name not in leads for name in one.objects
    )


def _without(text: str, objects: Mentions) -> str:
    """Return a text with the words of concepts blanked out."""
    for word in sorted((word for words in objects.values() for word in words), key=len, reverse=True):
        text = text.replace(word, " ")
    return text


def say_the_same(left: Claim, right: Claim) -> bool:
    """Whether two claims print the same clause, and it names a thing that is no mere carrier (not: 负责日常工作)."""
    if left.said != right.said or len(left.said) < TELLING:
        return False
    return bool(left.bigrams or left.objects.keys() - left.carried)
