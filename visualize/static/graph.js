// Draws the data of the page: search, kinds that can be left out, and the text of a node that is pressed. In a file of its
// own this stands behind the modules of the explorer, in one script.
import { Canvas } from "./explorer/canvas.js";
import { showNode } from "./explorer/details.js";
import { useKeys } from "./explorer/keys.js";
import { savePng, saveSvg } from "./explorer/picture.js";

const { scene } = JSON.parse(document.getElementById("graph-data").textContent);
const panel = document.getElementById("graph"), details = document.getElementById("details"), form = document.getElementById("seek");
const off = new Set();
const canvas = new Canvas(panel, {
  chose: (id) => choose(id),
  opened: (id) => choose(id),
  moved: () => {},
  drawn: () => { panel.dataset.drawn = canvas.scene.nodes.length; panel.dataset.labels = canvas.labels.length; },
});
panel.network = canvas.network; // for scripts that want to move or export the drawing

function choose(id) {
  canvas.choose(id);
  const node = id && canvas.byId.get(id);
  if (node) showNode(details, node);
}

function show() {
  const nodes = scene.nodes.filter((node) => !off.has(node.kindName)), there = new Set(nodes.map((node) => node.id));
  canvas.show({ ...scene, nodes, edges: scene.edges.filter((edge) => there.has(edge.from) && there.has(edge.to)) });
}

function seek(text) {
  const wanted = text.trim().toLowerCase();
  const found = wanted ? canvas.scene.nodes.filter((node) => `${node.text} ${node.within}`.toLowerCase().includes(wanted)) : [];
  document.getElementById("found").textContent = wanted ? `${found.length}` : "";
  return found;
}

let turn = 0;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const found = seek(form.elements.text.value);
  if (!found.length) return;
  canvas.zoom(Math.max(1, 1 / canvas.network.getScale()));
  const { id } = found[turn++ % found.length];
  choose(id);
  canvas.bring(id);
});
form.addEventListener("input", () => { turn = 0; seek(form.elements.text.value); });
for (const box of document.querySelectorAll(".legend input")) {
  box.addEventListener("change", () => { off[box.checked ? "delete" : "add"](box.value); show(); });
}
document.getElementById("save-svg").addEventListener("click", () => saveSvg(canvas));
document.getElementById("save-png").addEventListener("click", () => savePng(canvas));
show();
useKeys(panel, canvas, choose, { "/": () => form.elements.text.focus(), Escape: () => choose(null) });
