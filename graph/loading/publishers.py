"""Who publishes a list: the body's node, the region it lies in, and what could not be told for certain."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.graph.identity import digest
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.ingest.names.departments import UNKNOWN, ListedBody, listed_id
from dutygraph.ingest.names.region_of_list import RegionGuess, region_of_list
from dutygraph.ingest.names.regions import Region
from dutygraph.ingest.names.stated_region import stated_region
from dutygraph.ingest.records import Document, DutyList, Locator, ParseWarning
from dutygraph.ingest.warnings import warning

_STATED = Bilingual("读取时由 --region 写明", "stated by --region when the list was read")


@dataclass(frozen=True, slots=True)
class Publisher:
    """The body that publishes a list; ``surroundings`` are its own node, its regions' nodes and the edges between."""

    id: str
    name: str
    region_code: str
    surroundings: Subgraph
    region_clue: Bilingual
    """What tells the region, or why nothing does."""
    warnings: tuple[ParseWarning, ...] = ()


def publisher_of(duty_list: DutyList, document: Document) -> Publisher:
    """Tell who publishes a list of ``document``: by its title and, where the title names no region, by its text.

    The region that is stated for the document counts before the one that the list names. A list without a region lies
    in one that only the lists of its document share: these were published together, while others may come from
    anywhere, so nothing compares them with each other or links their names. Raises RegionNameError for a stated region
    that is none.
    """
    title = duty_list.title if duty_list.department in duty_list.title else duty_list.department
    guess = region_of_list(title, "\n".join(_lines(duty_list)))
    region = stated_region(document.region) if document.region else guess.region
    outside = f"{UNKNOWN}-{digest(document.source)}"
    body = ListedBody(duty_list.department, tuple(duty_list.also_known_as), region, outside)
    code = region.code if region else outside
    warnings = tuple(_region_warnings(duty_list, region, guess))
    clue = _STATED if document.region else guess.reason
    return Publisher(listed_id(body), duty_list.department, code, _surroundings(body, code), clue, warnings)


def _surroundings(body: ListedBody, region_code: str) -> Subgraph:
    body_id = listed_id(body)
    department = Node(
        "Department",
        body_id,
        {
            "name": body.name,
            "key": body_id.partition(":")[2],
            "level": body.region.level if body.region else None,
            "region": region_code,
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


def _region_warnings(
    duty_list: DutyList, region: Region | None, guess: RegionGuess
) -> Iterator[ParseWarning]:
    if region is None:
        yield warning("no_region", duty_list.locator, reason=guess.reason)
    elif guess.region and not region.full_name.endswith(guess.region.full_name):
        yield warning(
            "region_contradicted", duty_list.locator, reason=guess.reason,
            stated=region.full_name, printed=guess.region.full_name,
        )  # fmt: skip


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
