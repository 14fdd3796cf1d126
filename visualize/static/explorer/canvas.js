// The canvas: vis-network draws dots and lines where the server put them; labels are drawn over them.
import { byImportance, drawLabels, layLabels } from "./labels.js";

const LABEL = 225, ASIDE = 30; // pixels of a label, and where there is none
const MOVED = 200; // pixels that a view may move before its labels are laid anew
const RED = "#b3261e", LINE = "#c3ccd5", PALE = "#dfe5ea", FAINT = "#eceff2", CALM = matchMedia("(prefers-reduced-motion: reduce)");
const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, keyboard: false, selectConnectedEdges: true, hoverConnectedEdges: false, zoomSpeed: 0.6 },
  nodes: { shape: "dot", label: undefined, chosen: false },
  edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, width: 1 },
};

export class Canvas {
  constructor(element, on) {
    this.element = element;
    this.on = on;
    this.labels = [];
    this.chosen = new Set();
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(element, { nodes: this.nodes, edges: this.edges }, OPTIONS);
    this.listen();
  }

  listen() {
    const { network } = this;
    network.on("click", (event) => this.pressed(event, "chose"));
    network.on("doubleClick", (event) => this.pressed(event, "opened"));
    network.on("hoverNode", (event) => { this.hovered = event.node; this.element.classList.add("over"); this.choose(this.selected); });
    network.on("blurNode", () => { this.hovered = null; this.element.classList.remove("over"); this.choose(this.selected); });
    network.on("dragging", (event) => { if (event.nodes.length) this.laid = null; });
    network.on("dragEnd", (event) => {
      if (event.nodes.length) this.on.moved(event.nodes[0], network.getPosition(event.nodes[0]));
      else { this.laid = null; network.redraw(); }
    });
    network.on("afterDrawing", (context) => this.overlay(context));
  }

  pressed(event, what) {
    const id = event.nodes[0] || this.labelAt(event.pointer.DOM);
    this.on[what](id && this.byId.has(id) ? id : null);
  }

  labelAt({ x, y }) {
    const label = this.labels.find((one) => one.node && x >= one.x && x <= one.x + one.w && y >= one.y && y <= one.y + one.h);
    return label && label.id;
  }

  // Show a scene; the node that the reader has pressed stays where it was on the screen.
  show(scene, anchor) {
    const before = anchor && this.byId?.has(anchor) ? this.network.canvasToDOM(this.network.getPosition(anchor)) : null;
    this.scene = scene;
    this.laid = null;
    this.byId = new Map(scene.nodes.map((node) => [node.id, node]));
    scene.edges.forEach((edge, at) => { edge.id = `e${at}`; });
    this.order = byImportance(scene.nodes, scene.edges);
    this.network.setData({ nodes: scene.nodes.map((node) => this.dot(node)), edges: scene.edges.map((edge) => this.line(edge)) });
    if (!this.byId.has(this.selected)) this.selected = null;
    this.hovered = null;
    this.choose(this.selected);
    if (before && this.byId.has(anchor)) this.stay(anchor, before);
    else this.fit();
  }

  dot(node) {
    return {
      id: node.id, x: node.x, y: node.y, size: node.size, shape: node.shape === "node" ? "dot" : "square",
      borderWidth: node.hollow || node.gap ? 2 : 1, opacity: node.focused ? 1 : 0.25,
      color: { background: node.fill, border: node.stroke, hover: { background: node.fill, border: "#f2a900" } },
    };
  }

  line(edge) {
    const a = this.byId.get(edge.from), b = this.byId.get(edge.to);
    const column = a.x === b.x, strong = a.focused && b.focused;
    const smooth = this.scene.whole ? false : column ? { type: "curvedCW", roundness: 0.25 } : { type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 };
    return edge.overlap
      ? { id: edge.id, from: edge.from, to: edge.to, dashes: [6, 4], width: 1.8, color: { color: RED, opacity: strong ? 0.9 : 0.2 }, smooth }
      : { id: edge.id, from: edge.from, to: edge.to, color: !strong ? FAINT : this.scene.whole ? PALE : LINE, smooth };
  }

  choose(id) {
    this.selected = id || null;
    this.chosen = new Set([this.hovered, this.selected].filter(Boolean));
    this.network.redraw();
  }

  // All of it, with room for the labels beside the outermost dots, which are as wide at any zoom; of what could not be read
  // then, its beginning: the first node, and what stands after it.
  fit() {
    const { whole, paths, nodes } = this.scene, { clientWidth: width, clientHeight: height } = this.element;
    if (!nodes.length) return;
    const xs = nodes.map((node) => node.x), ys = nodes.map((node) => node.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const room = whole ? Math.min(LABEL / 2, width / 8) : LABEL, before = whole || nodes.some((node) => node.side < 0) ? room : ASIDE;
    const fits = Math.min((width - before - room) / (right - left || 1), (height - 2 * ASIDE) / (bottom - top || 1), 1);
    const scale = Math.max(fits, whole ? 0.05 : paths ? 0.4 : 0.62), first = nodes.find((node) => node.x === 0) || nodes[0];
    const within = (wanted, low, high) => (low > high ? (low + high) / 2 : Math.max(low, Math.min(wanted, high)));
    const x = first.x + (left < first.x && width > 700 ? 0 : (width * 0.36) / scale); // both sides where there is room for them
    this.network.moveTo({
      position: {
        x: within(x, left + (width / 2 - before) / scale, right - (width / 2 - room) / scale),
        y: within(first.y, top + (height / 2 - ASIDE) / scale, bottom - (height / 2 - ASIDE) / scale),
      },
      scale,
    });
  }

  // Moves the view where a node would be out of it.
  bring(id) {
    const position = this.network.getPosition(id), { x, y } = this.network.canvasToDOM(position);
    if (x < 40 || y < 20 || x > this.element.clientWidth - 160 || y > this.element.clientHeight - 20) this.network.moveTo({ position });
  }

  stay(anchor, before) {
    const now = this.network.canvasToDOM(this.network.getPosition(anchor)), scale = this.network.getScale();
    const middle = this.network.getViewPosition();
    const position = { x: middle.x + (now.x - before.x) / scale, y: middle.y + (now.y - before.y) / scale };
    this.network.moveTo({ position });
    const below = this.scene.edges.filter((edge) => edge.from === anchor).map((edge) => this.byId.get(edge.to)).filter(Boolean);
    const far = below.length ? this.network.canvasToDOM({ x: Math.max(...below.map((n) => n.x)) + LABEL, y: 0 }).x - this.element.clientWidth : 0;
    const near = below.length ? this.network.canvasToDOM({ x: Math.min(...below.map((n) => n.x)) - LABEL, y: 0 }).x : 0;
    const shift = far > 0 ? far : near < 0 && before.x > 0 ? Math.max(near, before.x - this.element.clientWidth + 60) : 0;
    if (shift) this.network.moveTo({ position: { x: position.x + shift / scale, y: position.y }, animation: CALM.matches ? false : { duration: 250 } });
  }

  zoom(factor) {
    this.network.moveTo({ scale: Math.min(4, Math.max(0.05, this.network.getScale() * factor)) });
  }

  overlay(context) {
    if (!this.scene) return;
    const { network } = this, scale = network.getScale();
    const origin = network.canvasToDOM({ x: 0, y: 0 });
    const at = (id) => {
      const node = network.body.nodes[id];
      return node && { x: origin.x + node.x * scale, y: origin.y + node.y * scale };
    };
    this.labels = this.labelsFor(at, origin, scale);
    this.rings(context, scale);
    drawLabels(context, this.labels, scale, (x, y) => ({ x: (x - origin.x) / scale, y: (y - origin.y) / scale }));
    this.on.drawn();
  }

  // While the view only moves, its labels move along.
  labelsFor(at, origin, scale) {
    const { laid, element: { clientWidth: width, clientHeight: height } } = this;
    const seen = [scale, width, height, ...this.chosen].join("|");
    const x = laid ? origin.x - laid.origin.x : 0, y = laid ? origin.y - laid.origin.y : 0;
    if (laid && laid.seen === seen && Math.abs(x) < MOVED && Math.abs(y) < MOVED)
      return laid.labels.map((label) => ({ ...label, x: label.x + x, y: label.y + y }));
    const labels = layLabels({ nodes: this.order, overlaps: this.overlaps(at), at, scale, width, height, chosen: this.chosen, whole: this.scene.whole });
    this.laid = { seen, origin, labels };
    return labels;
  }

  overlaps(at) {
    return this.scene.edges.filter((edge) => edge.overlap).flatMap((edge) => {
      const line = this.network.body.edges[edge.id], a = at(edge.from), b = at(edge.to);
      if (!line || !a || !b) return [];
      const end = a.x === b.x ? 0.5 : this.byId.get(edge.from).open ? 0.8 : 0.2; // at the end where lines are apart
      const middle = this.scene.whole ? null : line.edgeType.getPoint?.(end);
      const p = middle ? this.network.canvasToDOM(middle) : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      return [{ edge, x: p.x, y: p.y }];
    });
  }

  // Around the chosen node, and a small foot under those that were put somewhere by hand.
  rings(context, scale) {
    for (const node of this.scene.nodes) {
      const chosen = node.id === this.selected, spot = this.network.body.nodes[node.id];
      if (!spot || !(chosen || node.pinned)) continue;
      context.strokeStyle = chosen ? "#f2a900" : "#5c6a79";
      context.lineWidth = (chosen ? 3 : 1.5) / scale;
      context.beginPath();
      if (chosen) context.arc(spot.x, spot.y, node.size + 4 / scale, 0, 2 * Math.PI);
      else { context.moveTo(spot.x - node.size, spot.y + node.size + 3 / scale); context.lineTo(spot.x + node.size, spot.y + node.size + 3 / scale); }
      context.stroke();
    }
  }
}
