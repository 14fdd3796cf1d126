"""Parties that are an office of the declaring body: 政府法制办 where that has a 法制股, or is the government's office."""

import re
from collections.abc import Iterator

from dutygraph.graph.analysis.boundaries.declared_matters import RegionTexts
from dutygraph.graph.analysis.boundaries.swapped_division import field_of
from dutygraph.graph.model import Edge, Ref

_OFFICE = re.compile(r"(?P<field>[一-鿿]{2,10})(?:股|科|室|处|组|办|办公室)")

_OF_GOVERNMENT = frozenset(
    {"金融", "法制", "应急", "督查", "政务公开", "外事", "外侨", "政策研究", "机关事务"}
)
"""Fields of what a county's government office houses (金融办, 法制办), unless the body publishes a list of its own."""

_OF_THE_DISTRICT = re.compile(r"[^（(]{0,6}[省市县区旗州]")


def own_offices(region: RegionTexts) -> Iterator[Edge]:
    """Yield a NAMES edge with role ``office`` from a division to the declaring body whose office is its party.

    A party that publishes a list of its own, or is called by the district (区疾病预防控制中心), is a body of its own, also
    where the declaring body has such an office.
    """
    for matter in region.matters:
        fields = {
            field_of(f"{match['field']}办"): office
            for office in region.offices.get(matter.declarer, ())
            if (match := _OFFICE.fullmatch(office))
        }
        for division in matter.divisions:
            for body in division.bodies:
                office = fields.get(field_of(body.printed)) or _government_office(
                    matter.declarer, body.printed
                )
                of_its_own = body.vague or body.id in region.duties or _OF_THE_DISTRICT.match(body.printed)
                if office and not of_its_own:
                    properties = {"role": "office", "printed": office}
                    yield Edge(
                        "NAMES",
                        Ref("Division", division.id),
                        Ref("Department", matter.declarer),
                        {**properties},
                    )


def _government_office(declarer: str, printed: str) -> str | None:
    """Return the name of an office, as printed, that the government's office houses; None for other names and declarers."""
    match = _OFFICE.fullmatch(printed)
    is_its_office = declarer.endswith(":人民政府办公室") and match and match["field"] in _OF_GOVERNMENT
    return printed if is_its_office else None
