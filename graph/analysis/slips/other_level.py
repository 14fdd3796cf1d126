"""Words of a higher level in the list of a district or county: 各县（市、区）, 负责全市…, 建立市级…机制."""

import re
from collections.abc import Iterator

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.home import Home
from dutygraph.graph.analysis.slips.running_text import TextSlip

_GAP = r"[（(、]?"
_BELOW_A_CITY = re.compile(
    rf"各(?:县{_GAP}市{_GAP}区|县{_GAP}区|市{_GAP}县{_GAP}区|市{_GAP}州|地{_GAP}市|设区的?市)[)）]?"
)
"""各县（市、区）, 各市州: what a city or province has below it, and a county has not."""
_OWN_ACT = "建立|组建|制定|编制|拟订|拟定|起草|负责|组织|管理|承担|监督|指导|协调|统筹"
_OF_THE_CITY = re.compile(
    rf"(?:{_OWN_ACT})(?:全市(?!统一|性|域)|市级(?!以上|以下|及|和|、|财政|领导|主管|部门|下达|补助|资金))[一-鿿]{{0,10}}"
)
_NOT_OF_CITIES = ("市",)


def other_level(text: str, home: Home) -> Iterator[TextSlip]:
    """Yield a slip for each place of a text of a district or county that speaks as a city or province would."""
    if not home.chain or home.chain[0].level != "county" or home.chain[0].name.endswith(_NOT_OF_CITIES):
        return
    for match in _BELOW_A_CITY.finditer(text):
        reason = Bilingual("县、区没有下辖的县、市、区", "a county or district has no counties below it")
        yield TextSlip("other_level", match.group(), "各县市区", reason, match.start())
    for match in _OF_THE_CITY.finditer(text):
        reason = Bilingual("写的是市一级的工作", "this is work of the city")
        yield TextSlip("other_level", match.group(), "市级", reason, match.start())
