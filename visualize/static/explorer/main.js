// The explorer. A view is its address: every step asks for another address and shows what the server says of it.
import { Canvas } from "./canvas.js";
import { showFailure, showHint, showNode } from "./details.js";
import { useKeys } from "./keys.js";
import { savePng, saveSvg } from "./picture.js";
import { useSaved } from "./saved.js";

const surface = document.getElementById("canvas"), panel = document.getElementById("details"), seek = document.getElementById("seek");
const readScene = (page) => JSON.parse(page.getElementById("scene").textContent);
let asked = 0;

const canvas = new Canvas(surface, {
  chose: (id) => {
    choose(id);
    const node = id && canvas.byId.get(id);
    if (node && node.shape !== "node") follow(node.toggle, node.shape === "more" ? null : id);
  },
  opened: (id) => { if (id && canvas.byId.get(id).shape === "node") toggle(id); },
  moved: (id, place) => pin(id, place),
  drawn: () => {
    surface.dataset.first ||= Math.round(performance.now()); // ms from opening the address to the first drawing
    surface.dataset.drawn = canvas.scene.nodes.length;
  },
});

function choose(id) {
  canvas.choose(id);
  const node = id && canvas.byId.get(id);
  if (node) showNode(panel, node, stepsOf(node), new URLSearchParams(location.search).get("source"));
  else showHint(panel);
}

function stepsOf(node) {
  const ends = node.kind !== "Topic";
  return {
    toggle: () => toggle(node.id),
    pin: () => pin(node.id),
    source: ends && (() => change((values) => { values.set("source", node.id); values.delete("target"); })),
    target: ends && (() => change((values) => values.set("target", node.id))),
    remove: () => follow(node.remove),
  };
}

function toggle(id) {
  const node = canvas.byId.get(id);
  if (node && node.toggle) follow(node.toggle, canvas.scene.whole ? null : id);
}

// The address with other values.
function change(edit, anchor = canvas.selected) {
  const values = new URLSearchParams(location.search);
  edit(values);
  return follow(`/explore?${values}`, anchor);
}

function pin(id, place) {
  const node = canvas.byId.get(id);
  if (node.shape === "more") return;
  change((values) => {
    const others = values.getAll("pin").filter((one) => one.slice(one.indexOf("|") + 1) !== id);
    values.delete("pin");
    for (const one of others) values.append("pin", one);
    if (place || !node.pinned) values.append("pin", `${Math.round((place || node).x)},${Math.round((place || node).y)}|${id}`);
  }, id);
}

async function follow(address, anchor, { keep = true } = {}) {
  if (!address) return;
  const turn = ++asked;
  surface.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (turn !== asked) return;
    if (!response.ok) {
      showFailure(panel, page.querySelector("main h1 + p, main p")?.textContent);
      return;
    }
    if (keep) history.pushState({}, "", address);
    swap(page);
    const before = canvas.scene.picked;
    canvas.show(readScene(document), anchor);
    const added = canvas.scene.picked.find((id) => !before.includes(id));
    choose(added || canvas.selected || (canvas.byId.has(anchor) ? anchor : canvas.scene.picked.at(-1)));
  } catch { showFailure(panel); }
  finally { if (turn === asked) surface.removeAttribute("aria-busy"); }
}

function swap(page, only) {
  for (const part of page.querySelectorAll("[data-part]"))
    if (!only || part.id === only) document.getElementById(part.id)?.replaceWith(document.importNode(part, true));
}

function useSeek() {
  let timer, running;
  const ask = async () => {
    running?.abort();
    const question = seek.elements.q.value.trim();
    if (!question) { document.getElementById("hits").replaceChildren(); return; }
    running = new AbortController();
    try {
      const address = `/explore?${new URLSearchParams(new FormData(seek))}`;
      const response = await fetch(address, { headers: { accept: "text/html" }, signal: running.signal });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (response.ok) swap(page, "hits");
    } catch (error) { if (error.name !== "AbortError") showFailure(panel); }
  };
  seek.addEventListener("submit", (event) => { event.preventDefault(); ask().then(() => document.querySelector("#hits a")?.focus()); });
  seek.elements.q.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 300); });
  seek.addEventListener("keydown", (event) => {
    const links = [...document.querySelectorAll("#hits a")], at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { document.getElementById("hits").replaceChildren(); seek.elements.q.focus(); }
    else if (event.key === "ArrowDown" && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || seek.elements.q).focus();
    else return;
    event.preventDefault();
  });
}

const DO = { fit: () => canvas.fit(), closer: () => canvas.zoom(1.25), farther: () => canvas.zoom(0.8), svg: () => saveSvg(canvas), png: () => savePng(canvas) };
const chosenStep = (name) => () => { const node = canvas.byId.get(canvas.selected); if (node && node.shape === "node") stepsOf(node)[name]?.(); };
const KEYS = {
  Enter: () => canvas.selected && toggle(canvas.selected),
  p: chosenStep("pin"), s: chosenStep("source"), t: chosenStep("target"), Delete: chosenStep("remove"), Backspace: chosenStep("remove"),
  "/": () => seek.elements.q.focus(), Escape: () => choose(null),
};

document.addEventListener("click", (event) => {
  const step = event.target.closest("a[data-step]");
  if (!step || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const found = step.closest("#hits");
  follow(step.getAttribute("href")).then(() => {
    if (found) { seek.elements.q.value = ""; surface.focus(); }
  });
});
document.getElementById("tools").addEventListener("click", (event) => DO[event.target.dataset.do]?.());
addEventListener("popstate", () => follow(location.pathname + location.search, null, { keep: false }));

surface.hidden = false;
document.getElementById("tools").hidden = false;
surface.explorer = canvas; // for scripts that want to look at the drawing
canvas.show(readScene(document));
choose(canvas.scene.picked.at(-1));
useKeys(surface, canvas, choose, KEYS);
useSaved(document.getElementById("saved"), follow);
useSeek();
