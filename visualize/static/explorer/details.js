// What is known of the chosen node, with the steps that lead on. Texts are set as text, never as HTML.
const WORDS = JSON.parse(document.getElementById("words").textContent);

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

// A file of its own leads nowhere, and has no addresses.
function link(text, address, className) {
  if (!address) return element("span", className, text);
  const made = element("a", className, text);
  made.href = address;
  return made;
}

function button(text, act) {
  const made = element("button", "step", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

export function showHint(panel) {
  panel.replaceChildren(element("p", "hint", WORDS.explore_hint));
}

// ``steps``: what can be done with a node, by name; in a picture nothing can.
export function showNode(panel, node, steps = {}, pathStart = null) {
  const parts = [element("h2", "kind", node.kindName)];
  const title = element("p", "text");
  title.append(link(node.text || WORDS.blank, node.page));
  parts.push(title);
  if (node.unread) parts.push(element("p", "warn", WORDS.unread_list));
  if (node.within) parts.push(element("p", "meta", node.within));
  if (node.place) {
    const source = element("p", "source");
    source.append(link(`${WORDS.source} ${node.place}`, node.source, "source"));
    parts.push(source);
  }
  const row = element("p", "step-row");
  if (steps.toggle && node.toggle) row.append(button(node.open ? WORDS.explore_close : node.shape === "more" ? WORDS.explore_next : WORDS.explore_open, steps.toggle));
  if (node.shape === "node" && steps.pin) {
    row.append(button(node.pinned ? WORDS.explore_unpin : WORDS.explore_pin, steps.pin));
    if (steps.source && pathStart !== node.id) row.append(button(WORDS.explore_from, steps.source));
    if (steps.target && pathStart && pathStart !== node.id) row.append(button(WORDS.explore_to, steps.target));
    if (node.remove) row.append(button(WORDS.explore_remove, steps.remove));
  }
  if (row.hasChildNodes()) parts.push(row);
  if (pathStart === node.id) parts.push(element("p", "note", WORDS.explore_from_is));
  if (node.findings.length) {
    parts.push(element("h3", "", `${WORDS.findings} ${node.findings.length}`));
    for (const finding of node.findings.slice(0, 8)) {
      const sentence = element("p", "sentence");
      sentence.append(link(finding.text, finding.page));
      parts.push(sentence);
    }
  }
  panel.replaceChildren(...parts);
}

export function showFailure(panel, text) {
  panel.replaceChildren(element("p", "mistake", text || WORDS.explore_failed));
}
