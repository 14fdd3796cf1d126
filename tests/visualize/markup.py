"""A page as tests look at it: its elements, links, and whatever could run or load."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

LOADING = ("src", "href", "action", "data", "poster", "srcset", "formaction")


@dataclass
class Page:
    """What stands in a page."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def links(self) -> list[str]:
        """Where links lead."""
        return [href for attributes in self.all("a") if (href := attributes.get("href"))]

    @property
    def next_page(self) -> str | None:
        """Where the link to the next page of a list leads."""
        return next((one["href"] for one in self.all("a") if one.get("rel") == "next"), None)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.page.text += data


def parse(html: str) -> Page:
    """Return the page that a browser would see."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.page


def dangers(page: Page) -> list[str]:
    """Return what could run planted code or load from elsewhere."""
    found = []
    for tag, attributes in page.elements:
        found += [f"{tag} {name}" for name in attributes if name.startswith("on")]
        for name in LOADING:
            address = (attributes.get(name) or "").strip().lower()
            if address.startswith(("http:", "https:", "//", "javascript:", "data:", "vbscript:")):
                found.append(f"{tag} {name}={address}")
        if tag in ("img", "iframe", "object", "embed", "base"):
            found.append(tag)
    return found
