// Views under a name, kept in this browser: a view is its address.
const KEY = "dutygraph.views";
const WORDS = JSON.parse(document.getElementById("words").textContent);

function kept() {
  try {
    const views = JSON.parse(localStorage.getItem(KEY) || "[]");
    return Array.isArray(views) ? views.filter((one) => typeof one?.name === "string" && /^\/explore(\?|$)/.test(one.address)) : [];
  } catch { return []; }
}

const keep = (views) => localStorage.setItem(KEY, JSON.stringify(views));

export function useSaved(section, follow) {
  const list = section.querySelector("ul"), form = section.querySelector("form"), field = form.querySelector("input");

  function show() {
    list.replaceChildren(...kept().map((view) => {
      const item = document.createElement("li"), link = document.createElement("a"), forget = document.createElement("button");
      link.href = view.address;
      link.textContent = view.name;
      link.addEventListener("click", (event) => { event.preventDefault(); follow(view.address); });
      forget.type = "button";
      forget.textContent = "×";
      forget.setAttribute("aria-label", `${WORDS.saved_delete} ${view.name}`);
      forget.addEventListener("click", () => { keep(kept().filter((one) => one.name !== view.name)); show(); });
      item.append(link, forget);
      return item;
    }));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = field.value.trim();
    if (!name) return;
    keep([...kept().filter((one) => one.name !== name), { name, address: location.pathname + location.search }]);
    field.value = "";
    show();
  });
  section.hidden = false;
  show();
}
