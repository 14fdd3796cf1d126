"""Who publishes a list: the body's node, the region it lies in, and what could not be told for certain."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Edge, Node, Ref, Subgraph
from ingest.departments import UNKNOWN, ListedBody, listed_id
from ingest.records import DutyList, Locator, ParseWarning
from ingest.region_of_list import region_of_list
from ingest.regions import Region


@dataclass(frozen=True, slots=True)
class Publisher:
    """The body that publishes a list; ``surroundings`` are its own node, its regions' nodes and the edges between."""

    id: str
    name: str
    region_code: str
    surroundings: Subgraph
    warnings: tuple[ParseWarning, ...] = ()


def publisher_of(duty_list: DutyList) -> Publisher:
    """Tell who publishes a list, from its title and, where the title names no region, from its text."""
    title = duty_list.title if duty_list.department in duty_list.title else duty_list.department
    guess = region_of_list(title, "\n".join(_lines(duty_list)))
    body = ListedBody(duty_list.department, tuple(duty_list.also_known_as), guess.region)
    body_id = listed_id(body)
    code = guess.region.code if guess.region else UNKNOWN
    warnings = () if guess.region else (_no_region(duty_list, str(guess.reason)),)
    return Publisher(body_id, duty_list.department, code, _surroundings(body_id, body), warnings)


def _surroundings(body_id: str, body: ListedBody) -> Subgraph:
    department = Node(
        "Department",
        body_id,
        {
            "name": body.name,
            "key": body_id.partition(":")[2],
            "level": body.region.level if body.region else None,
            "region": body.region.code if body.region else UNKNOWN,
            "listed": True,
            "vague": False,
        },
    )
    chain = body.region.chain if body.region else ()
    edges = [
        Edge("PART_OF", Ref("Region", inner.code), Ref("Region", outer.code))
        for inner, outer in itertools.pairwise(chain)
    ]
    if body.region:
        edges.append(Edge("IN_REGION", Ref("Department", body_id), Ref("Region", body.region.code)))
    return Subgraph([department, *(_region_node(region) for region in chain)], edges)


def _region_node(region: Region) -> Node:
    properties = {
        "code": region.code,
        "name": region.name,
        "level": region.level,
        "abolished": region.abolished,
    }
    return Node("Region", region.code, properties)


def _no_region(duty_list: DutyList, reason: str) -> ParseWarning:
    message = f"不能确定属于哪个行政区划（{reason}），按“未知”登记"
    return ParseWarning(code="no_region", message=message, locator=duty_list.locator)


def _lines(duty_list: DutyList) -> Iterator[str]:
    """The texts of a list at the numbers of their lines, so that a reason can name them."""
    texts: dict[int, str] = {}
    for locator, text in _texts(duty_list):
        texts[locator.line or len(texts) + 1] = texts.get(locator.line or 0, "") + text.replace("\n", "")
    return (texts.get(number, "") for number in range(1, max(texts, default=0) + 1))


def _texts(duty_list: DutyList) -> Iterator[tuple[Locator, str]]:
    for duty in duty_list.duties:
        yield duty.locator, duty.text
        yield from ((task.locator, task.text) for task in duty.tasks)
    for boundary in duty_list.boundaries:
        for party in boundary.parties:
            texts = (party.department, party.division, party.basis, party.case)
            yield party.locator, "，".join(text for text in texts if text)
    for regime in duty_list.supervision:
        yield regime.locator, "，".join((regime.title, *(part.text for part in regime.body)))
    for rule in duty_list.rules:
        yield from ((article.locator, article.text) for article in rule.articles)
