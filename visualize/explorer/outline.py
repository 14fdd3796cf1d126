"""A view as an outline: what stands on the canvas, line by line, with the same steps as links."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dutygraph.bilingual import in_language
from dutygraph.queries.explore.district import owners
from dutygraph.queries.explore.models import View, ViewGroup, ViewNode, ViewRequest
from dutygraph.visualize.explorer.addresses import address, removed, with_more
from dutygraph.visualize.explorer.places import MORE, children
from dutygraph.visualize.explorer.scene import group_toggled, name_of, toggled
from dutygraph.visualize.texts import Language
from dutygraph.visualize.wording import node_address

MOST = 300
"""Lines of an outline; a whole district is read in its lists."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A line: a node with its page, or a group with its number; ``toggle`` opens or closes it."""

    depth: int
    kind: str
    name: str
    page: str = ""
    place: str = ""
    findings: int = 0
    toggle: str = ""
    open: bool = False
    more: str = ""
    remove: str = ""


def outline(view: View, wanted: ViewRequest, lang: Language) -> list[OutlineRow]:
    """Return the lines of a view; of a focused one those that belong to the focus, and what they hang on."""
    whole = wanted.whole
    below = dict(children(view))
    if whole:
        led = {thing: bodies[0] for thing, bodies in owners(view).items() if bodies}
        below[None] = [key for key in below.get(None, []) if key not in led]
        for thing, body in led.items():
            if thing not in below.get(body, []):
                below[body] = [*below.get(body, []), thing]
    items: dict[str, ViewNode | ViewGroup] = {node.id: node for node in view.nodes}
    items |= {group.key: group for group in view.groups}
    seen: set[str] = set()

    def rows(key: str, depth: int) -> Iterator[OutlineRow]:
        if key in seen or key.startswith(MORE):
            return
        seen.add(key)
        hanging = [row for one in below.get(key, []) for row in rows(one, depth + 1)]
        item = items[key]
        focused = not wanted.focus or (isinstance(item, ViewNode) and item.in_focus(wanted.focus))
        if focused or hanging or depth == 0:
            yield _row(item, depth, wanted, lang, whole=whole)
            yield from hanging

    every = (row for root in below.get(None, []) for row in rows(root, 0))
    return list(islice(every, MOST))


def _row(
    item: ViewNode | ViewGroup, depth: int, wanted: ViewRequest, lang: Language, *, whole: bool
) -> OutlineRow:
    if isinstance(item, ViewGroup):
        left = 0 < item.shown < item.count
        return OutlineRow(
            depth=depth,
            kind=in_language(item.edge, lang),
            name=f"{in_language(item.title, lang)} {item.count}",
            toggle=group_toggled(item, wanted, whole=whole),
            open=item.shown > 0,
            more=address(with_more(wanted, item.key)) if left else "",
        )
    return OutlineRow(
        depth=depth,
        kind=in_language(item.kind, lang),
        name=in_language(item.title, lang) if item.title else name_of(item, lang),
        page=node_address(item.kind.name, item.id),
        place=item.source or "",
        findings=0 if item.kind.name == "Topic" else len(item.findings),
        toggle=toggled(item, wanted, whole=whole),
        open=item.opened,
        remove=address(removed(wanted, item.id)) if item.id in wanted.node else "",
    )
