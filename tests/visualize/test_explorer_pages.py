"""The explorer as pages without scripts: an outline with links, led to from wherever a node is shown."""

import json
from urllib.parse import urlencode

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.explore.models import STEP, ViewRequest
from dutygraph.visualize.explorer.addresses import begun, closed, removed, switched, with_more
from tests.queries.found import find
from tests.visualize.conftest import Fetch, browser

CIVIL = "x-云溪市澜江区:民政局"


@pytest.mark.parametrize("address", ["/departments/区民政局", "/search?q=民政", "/"])
def test_every_page_leads_to_the_explorer(page: Fetch, address: str) -> None:
    assert "/explore" in page(address).links


def test_a_node_leads_to_its_view(page: Fetch, sample: GraphStore) -> None:
    finding = next(one for one in find(sample).findings if one.nodes[0].kind == "Division")
    node = finding.nodes[0].id
    for address in (f"/findings/{finding.id}", f"/statements/{node}", "/search?q=民政"):
        links = [link for link in page(address).links if link.startswith("/explore?")]
        assert links, address
        assert "outline" in {one.get("id") for one in page(links[0]).all("section")}


def test_the_outline_and_the_canvas_show_the_same(sample: GraphStore) -> None:
    address = f"/explore?{urlencode({'node': CIVIL, 'open': CIVIL})}"
    with browser(sample) as client:
        text = client.get(address).text
        data = client.get(address, headers={"accept": "application/json"}).json()
    scene = json.loads(text.split('id="scene" data-part>')[1].split("</script>")[0])
    told = {node["id"] for node in data["nodes"]} | {group["key"] for group in data["groups"]}
    assert {node["id"] for node in scene["nodes"]} == told
    assert set(data["positions"]) >= told
    for group in data["groups"]:
        assert f"{group['title']['zh']} {group['count']}" in text


def test_focus_leaves_out_the_rest_of_the_outline(page: Fetch) -> None:
    everything = page("/explore").all("tr")
    gaps = page("/explore?focus=gaps").all("tr")
    assert 0 < len(gaps) < len(everything)


def test_a_wrong_address_says_what_is_wrong(sample: GraphStore) -> None:
    with browser(sample) as client:
        for query, status in (("focus=x", 422), ("source=民政局&target=nobody", 404), ("hide=Nothing", 422)):
            response = client.get(f"/explore?{query}")
            assert response.status_code == status, query
            assert 'class="lead"' in response.text or "mistake" in response.text or "<h1>" in response.text
        assert "已没有：nobody" in client.get("/explore?node=nobody").text
        assert client.get("/explore?pin=a,b|c&pin=--5,9|x&open=99999999999|x").status_code == 200


def test_steps_through_views() -> None:
    view = ViewRequest(node=("a",), open=("a", "12|a|g"))
    assert with_more(view, "a|g").open == ("a", f"{12 + STEP}|a|g")
    assert closed(view, "a|g").open == ("a",)
    assert closed(view, "a").open == ("12|a|g",)
    assert begun(view, "b").node == ("a", "b")
    assert removed(begun(view, "b"), "b").node == ("a",)
    assert switched(switched(view, "Duty"), "Duty") == view
