// Labels of a fixed size on the screen, whatever the zoom: the important ones first, none over another or over a dot.
// visualize/pictures/labels.py does the same for files at a zoom of 1, and says why there are two.
export const LEAST = 11.5; // pixels on the screen
const MOST = 15;
const EDGE = 3; // pixels between a label and the edge of the canvas
const FAMILY = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';
const CELL = 80;
const widths = new Map();
const pen = document.createElement("canvas").getContext("2d");

export const fontOf = (size, bold) => `${bold ? "600 " : ""}${size}px ${FAMILY}`;

function widthOf(text, size, bold) {
  const key = (bold ? "b" : "n") + text;
  if (!widths.has(key)) {
    pen.font = fontOf(100, bold);
    widths.set(key, pen.measureText(text).width / 100);
  }
  return widths.get(key) * size;
}

export const sizeAt = (scale) => Math.min(MOST, Math.max(LEAST, 13 * scale));

// Nodes in the order in which they get their labels: those with most edges first among their like.
export function byImportance(nodes, edges) {
  const degree = new Map();
  for (const edge of edges) for (const end of [edge.from, edge.to]) degree.set(end, (degree.get(end) || 0) + 1);
  const weight = (node) => [node.focused ? 0 : 1, node.rank, -(degree.get(node.id) || 0)];
  return nodes
    .map((node) => ({ node, weight: weight(node) }))
    .sort((a, b) => a.weight[0] - b.weight[0] || a.weight[1] - b.weight[1] || a.weight[2] - b.weight[2])
    .map((one) => one.node);
}

class Boxes {
  constructor() { this.cells = new Map(); }

  *around(box) {
    for (let x = Math.floor(box.x / CELL); x <= Math.floor((box.x + box.w) / CELL); x++)
      for (let y = Math.floor(box.y / CELL); y <= Math.floor((box.y + box.h) / CELL); y++) yield x * 100003 + y;
  }

  add(box) {
    for (const cell of this.around(box)) {
      if (this.cells.has(cell)) this.cells.get(cell).push(box);
      else this.cells.set(cell, [box]);
    }
  }

  hits(box, own) {
    for (const cell of this.around(box))
      for (const other of this.cells.get(cell) || [])
        if (other.id !== own && box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) return true;
    return false;
  }
}

// Where a label may stand, the best place first: beside its dot, in a district on either side; a body's below it or above.
// In a district none is cut off by the edge of the canvas: those of bodies move inside, others take the side that is.
function spots(node, p, radius, { w, h, bold }, whole, width) {
  const right = { x: p.x + radius + 4, y: p.y - h / 2 }, left = { x: p.x - radius - 4 - w, y: p.y - h / 2 };
  if (!whole) return [node.side < 0 ? left : right];
  if (!bold) return [right, left].filter(({ x }) => x >= EDGE && x + w <= width - EDGE);
  const inside = p.x >= 0 && p.x <= width, x = inside ? Math.max(EDGE, Math.min(p.x - w / 2, width - EDGE - w)) : p.x - w / 2;
  return [{ x, y: p.y + radius + 3 }, { x, y: p.y - radius - 3 - h }];
}

// The boxes of the labels that fit, in pixels of the screen: nodes in order, places by id, scale; what is chosen goes first.
export function layLabels({ nodes, overlaps, at, scale, width, height, chosen, whole }) {
  const size = sizeAt(scale);
  const dots = new Boxes(), taken = new Boxes(), labels = [];
  const inside = [];
  for (const node of nodes) {
    const p = at(node.id);
    if (!p || p.x < -260 || p.y < -220 || p.x > width + 260 || p.y > height + 220) continue;
    const radius = node.size * scale;
    inside.push({ node, p, radius });
    dots.add({ id: node.id, x: p.x - radius, y: p.y - radius, w: 2 * radius, h: 2 * radius });
  }
  const bodies = new Boxes();
  for (const { node, p, radius } of inside) if (node.kind === "Department") bodies.add({ id: node.id, x: p.x - radius, y: p.y - radius, w: 2 * radius, h: 2 * radius });
  const first = inside.filter((one) => chosen.has(one.node.id));
  for (const { node, p, radius } of [...first, ...inside.filter((one) => !chosen.has(one.node.id))]) {
    const must = chosen.has(node.id), bold = node.kind === "Department" && node.shape === "node";
    const plate = node.shape !== "node" || node.open || bold || must;
    const box = { id: node.id, size, bold, plate, node, h: size + (plate ? 5 : 3) };
    const fits = (text, obstacles) => {
      Object.assign(box, { text, w: widthOf(text, size, bold) + (plate ? 12 : 2) });
      return spots(node, p, radius, box, whole, width).some((spot) => {
        Object.assign(box, spot);
        return must || !(taken.hits(box) || obstacles.hits(box, node.id));
      });
    };
    // A body has its name even over small dots; what else is long has a shorter one where it is narrow.
    const free = fits(node.label, dots) || (bold ? fits(node.label, bodies) : node.shape === "node" && fits(node.brief, dots));
    if (!free) continue;
    taken.add(box);
    labels.push(box);
  }
  for (const { edge, x, y } of overlaps) {
    const w = widthOf(edge.overlap, size, true) + 10, h = size + 5;
    const box = { id: edge.id, x: x - w / 2, y: y - h / 2, w, h, text: edge.overlap, size, bold: true, edge };
    if (taken.hits(box)) continue;
    taken.add(box);
    labels.push(box);
  }
  return labels;
}

export function drawLabels(context, labels, scale, toCanvas) {
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  for (const label of labels) {
    const { x, y } = toCanvas(label.x, label.y);
    const w = label.w / scale, h = label.h / scale, pad = (label.plate ? 6 : label.edge ? 5 : 1) / scale;
    context.font = fontOf(label.size / scale, label.bold);
    context.globalAlpha = label.node && !label.node.focused ? 0.35 : 1;
    if (label.plate || label.edge) {
      context.fillStyle = "#fff";
      context.strokeStyle = label.edge ? "#b3261e" : label.node.open ? label.node.color : "#cfd7df";
      context.lineWidth = 1 / scale;
      context.beginPath();
      context.roundRect(x, y, w, h, 3 / scale);
      context.fill();
      context.stroke();
    } else {
      context.strokeStyle = "rgba(255,255,255,.92)";
      context.lineWidth = 3.5 / scale;
      context.strokeText(label.text, x + pad, y + h / 2);
    }
    context.fillStyle = label.edge ? "#b3261e" : label.node.shape === "more" ? "#1a5a96" : "#1d2733";
    context.fillText(label.text, x + pad, y + h / 2);
  }
  context.globalAlpha = 1;
}
