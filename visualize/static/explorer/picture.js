// The whole view as a picture file, at a zoom of 1, so that it reads as on the screen.
import { fontOf, layLabels } from "./labels.js";

const SVG = "http://www.w3.org/2000/svg", MARGIN = 30, ROOM = 240, MOST = 8000;

function part(parent, name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

function lineOf(edge, a, b, whole) {
  if (whole) return `M${a.x} ${a.y}L${b.x} ${b.y}`;
  if (a.x === b.x) return `M${a.x} ${a.y}Q${a.x - Math.abs(b.y - a.y) / 3} ${(a.y + b.y) / 2} ${b.x} ${b.y}`;
  const bend = (b.x - a.x) * 0.45;
  return `M${a.x} ${a.y}C${a.x + bend} ${a.y} ${b.x - bend} ${b.y} ${b.x} ${b.y}`;
}

export function svgOf({ scene, order, network }) {
  const spots = new Map(scene.nodes.map((node) => [node.id, network.getPosition(node.id)]));
  const xs = [...spots.values()].map((p) => p.x), ys = [...spots.values()].map((p) => p.y);
  const before = scene.whole || scene.nodes.some((node) => node.side < 0) ? ROOM : MARGIN;
  const left = Math.min(...xs) - before, top = Math.min(...ys) - MARGIN;
  const width = Math.round(Math.max(...xs) + ROOM - left), height = Math.round(Math.max(...ys) + MARGIN - top);
  const at = (id) => ({ x: spots.get(id).x - left, y: spots.get(id).y - top });
  const root = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) root.setAttribute(key, value);
  part(root, "rect", { width, height, fill: "#fff" });
  const overlaps = [];
  for (const edge of scene.edges) {
    const a = at(edge.from), b = at(edge.to);
    part(root, "path", { d: lineOf(edge, a, b, scene.whole), fill: "none", stroke: edge.overlap ? "#b3261e" : "#c3ccd5", "stroke-width": edge.overlap ? 1.8 : 1, ...(edge.overlap ? { "stroke-dasharray": "6 4" } : {}) });
    if (edge.overlap) overlaps.push({ edge, x: a.x === b.x && !scene.whole ? a.x - Math.abs(b.y - a.y) / 6 : (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  }
  for (const node of order) {
    const { x, y } = at(node.id), { size: r, fill, stroke } = node, ink = { fill, stroke, "stroke-width": node.hollow || node.gap ? 2 : 1 };
    if (node.shape === "node") part(root, "circle", { cx: x, cy: y, r, ...ink });
    else part(root, "rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...ink });
  }
  for (const label of layLabels({ nodes: order, overlaps, at, scale: 1, width, height, chosen: new Set(), whole: scene.whole })) {
    if (label.plate || label.edge) part(root, "rect", { x: label.x, y: label.y, width: label.w, height: label.h, rx: 3, fill: "#fff", stroke: label.edge ? "#b3261e" : "#cfd7df" });
    const family = fontOf(label.size, false).replace(/^\S+px /, "");
    part(root, "text", { x: label.x + label.w / 2, y: label.y + label.h / 2 + label.size * 0.36, "text-anchor": "middle", "font-size": label.size, "font-family": family, "font-weight": label.bold ? 600 : 400, fill: label.edge ? "#b3261e" : "#1d2733" }, label.text);
  }
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function saveSvg(canvas) {
  save(new Blob([svgOf(canvas).text], { type: "image/svg+xml" }), "dutygraph.svg");
}

export async function savePng(canvas) {
  const { text, width, height } = svgOf(canvas), image = new Image();
  const scale = Math.min(2, MOST / width, MOST / height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const paper = document.createElement("canvas");
  [paper.width, paper.height] = [Math.round(width * scale), Math.round(height * scale)];
  paper.getContext("2d").drawImage(image, 0, 0, paper.width, paper.height);
  paper.toBlob((blob) => save(blob, "dutygraph.png"), "image/png");
}
