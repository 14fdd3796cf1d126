// Draws the data of the page and shows a clicked node's text. Texts are set as text, never as HTML.
(function () {
  const linked = "linked" in document.currentScript.dataset;
  const data = JSON.parse(document.getElementById("graph-data").textContent);
  const details = document.getElementById("details");
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const network = new vis.Network(document.getElementById("graph"), { nodes: data.nodes, edges: data.edges }, data.options);

  function add(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    details.append(element);
    return element;
  }

  function show(node) {
    details.replaceChildren();
    add("h2", "kind", node.name);
    add("p", "text", node.text || data.words.blank);
    if (node.source) {
      const source = add(linked ? "a" : "p", "source", data.words.source + " " + node.source + " · " + node.place);
      if (linked) source.href = "/statements/" + encodeURIComponent(node.id);
    } else if (linked && node.kind === "Department") {
      add("a", "source", node.text).href = "/departments/" + encodeURIComponent(node.id);
    }
    for (const sentence of node.findings) add("p", "sentence", sentence);
  }

  document.getElementById("graph").network = network; // for scripts that want to move or export the drawing
  network.on("selectNode", (event) => show(nodes.get(event.nodes[0])));
  network.once("stabilizationIterationsDone", () => {
    network.setOptions({ physics: false }); // stays where the reader drags it
    document.getElementById("graph").dataset.drawn = nodes.size;
  });
})();
