"""What a topic is called where there is room for a few characters: what it is about, and what is wrong in a word or two."""

from collections.abc import Mapping

from dutygraph.bilingual import Bilingual
from dutygraph.queries.findings.models import Finding
from dutygraph.visible import shortened

_WRONG: Mapping[str, Bilingual] = {
    "duplication": Bilingual("重复", "duplication"),
    "overlap": Bilingual("重叠", "overlap"),
    "fragmentation": Bilingual("职责分散", "many bodies"),
    "interplay": Bilingual("常规交叉", "interplay"),
    "possible": Bilingual("可能重叠", "perhaps an overlap"),
    "boundary": Bilingual("边界不清", "unclear boundary"),
    "boundary.undeclared": Bilingual("未划边界", "no boundary"),
    "boundary.conflict": Bilingual("边界冲突", "conflicting boundaries"),
}
"""By class; a kind stands here where its class says less."""
_MOST_ZH, _MOST_EN = 12, 24
"""Characters of the object or the matter."""


def title_of(lead: Finding) -> Bilingual:
    """Return the title of a topic that a finding leads: “窨井盖”重叠; one about no object is named after its first text."""
    wrong = _WRONG.get(lead.kind) or _WRONG[lead.class_]
    first = next((node.matter or node.text for node in lead.nodes), "")
    about = lead.object or Bilingual(first, first)
    return Bilingual(
        zh=f"“{shortened(about.zh, _MOST_ZH)}”{wrong.zh}", en=f"“{shortened(about.en, _MOST_EN)}”: {wrong.en}"
    )
