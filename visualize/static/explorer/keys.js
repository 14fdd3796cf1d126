// The canvas by keyboard: arrows go to the nearest node in their direction, + and - zoom, 0 shows all, other keys as given.
const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function next(nodes, from, [dx, dy]) {
  let best = null, least = Infinity;
  for (const node of nodes) {
    const along = (node.x - from.x) * dx + (node.y - from.y) * dy;
    const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
    const far = along + 2.5 * aside;
    if (along > 1 && far < least) [best, least] = [node, far];
  }
  return best;
}

export function useKeys(element, canvas, choose, keys) {
  const closer = () => canvas.zoom(1.25);
  const every = { "+": closer, "=": closer, "-": () => canvas.zoom(0.8), 0: () => canvas.fit(), ...keys };
  element.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.metaKey || event.ctrlKey) return;
    const way = WAYS[event.key];
    if (way) {
      const nodes = canvas.scene.nodes;
      const from = canvas.byId.get(canvas.selected);
      const to = from ? next(nodes, from, way) : nodes[0];
      if (to) { choose(to.id); canvas.bring(to.id); }
    } else if (Object.hasOwn(every, event.key)) every[event.key]();
    else return;
    event.preventDefault();
  });
}
