// Draws the data of the page: search, kinds that can be left out, and the text of a node that is pressed. Texts are set as
// text, never as HTML. In a file of its own this stands behind the canvas of the explorer, in one script.
import { Canvas } from "./explorer/canvas.js";
import { savePng, saveSvg } from "./explorer/picture.js";

const data = JSON.parse(document.getElementById("graph-data").textContent);
const panel = document.getElementById("graph"), details = document.getElementById("details");
const LEAST = 0.6;
const linked = "linked" in panel.dataset, off = new Set();
const canvas = new Canvas(panel, {
  chose: (id) => choose(id),
  opened: (id) => choose(id),
  moved: () => {},
  drawn: () => { panel.dataset.drawn = canvas.scene.nodes.length; panel.dataset.labels = canvas.labels.length; },
});
panel.network = canvas.network; // for scripts that want to move or export the drawing

function add(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  details.append(element);
  return element;
}

function choose(id) {
  canvas.choose(id);
  const node = id && canvas.byId.get(id);
  if (!node) return;
  details.replaceChildren();
  add("h2", "kind", node.kindName);
  add("p", "text", node.text || data.words.blank);
  if (node.within) add("p", "within", node.within);
  if (node.place) {
    const source = add(linked ? "a" : "p", "source", data.words.source + " " + node.place);
    if (linked) source.href = "/statements/" + encodeURIComponent(node.id);
  } else if (linked && node.kind === "Department") {
    add("a", "source", node.text).href = "/departments/" + encodeURIComponent(node.id);
  }
  for (const sentence of node.findings) add("p", "sentence", sentence);
}

// All of it, with room for the labels beside the outermost dots, which do not grow smaller with the zoom; of what would not
// be read then, its beginning.
function fit() {
  const { nodes, whole } = canvas.scene, { network } = canvas;
  if (whole || !nodes.length) return network.fit({ maxZoomLevel: 1.15 });
  const xs = nodes.map((node) => node.x), ys = nodes.map((node) => node.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const before = nodes.some((node) => node.side < 0) ? 205 : 30, after = 205;
  const fitting = Math.min((panel.clientWidth - before - after) / Math.max(1, right - left), (panel.clientHeight - 60) / Math.max(1, bottom - top), 1.15);
  const scale = Math.max(LEAST, fitting), w = panel.clientWidth / scale, h = panel.clientHeight / scale;
  const x = Math.min((left + right + (after - before) / scale) / 2, left - before / scale + w / 2);
  network.moveTo({ position: { x: before > 30 ? (left + right) / 2 : x, y: Math.min((top + bottom) / 2, top - 30 / scale + h / 2) }, scale });
}

function show() {
  const nodes = data.scene.nodes.filter((node) => !off.has(node.kindName)), there = new Set(nodes.map((node) => node.id));
  canvas.show({ ...data.scene, nodes, edges: data.scene.edges.filter((edge) => there.has(edge.from) && there.has(edge.to)) });
  fit();
}

function seek(text) {
  const wanted = text.trim().toLowerCase();
  const found = wanted ? canvas.scene.nodes.filter((node) => `${node.text} ${node.within}`.toLowerCase().includes(wanted)) : [];
  document.getElementById("found").textContent = wanted ? `${found.length}` : "";
  return found;
}

let turn = 0;
document.getElementById("seek").addEventListener("submit", (event) => {
  event.preventDefault();
  const found = seek(event.target.elements.text.value);
  if (!found.length) return;
  const node = found[turn++ % found.length];
  choose(node.id);
  canvas.network.moveTo({ position: { x: node.x, y: node.y }, scale: Math.max(1, canvas.network.getScale()) });
});
document.getElementById("seek").addEventListener("input", (event) => { turn = 0; seek(event.target.value); });
for (const box of document.querySelectorAll(".legend input")) {
  box.addEventListener("change", () => { off[box.checked ? "delete" : "add"](box.value); show(); });
}
document.getElementById("save-svg").addEventListener("click", () => saveSvg(canvas));
document.getElementById("save-png").addEventListener("click", () => savePng(canvas));
panel.addEventListener("keydown", (event) => {
  const steps = { "+": 1.25, "=": 1.25, "-": 0.8 }, moves = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
  const scale = canvas.network.getScale(), at = canvas.network.getViewPosition();
  if (steps[event.key]) canvas.zoom(steps[event.key]);
  else if (event.key === "0") fit();
  else if (moves[event.key]) canvas.network.moveTo({ position: { x: at.x + moves[event.key][0] / scale, y: at.y + moves[event.key][1] / scale } });
  else return;
  event.preventDefault();
});
show();
