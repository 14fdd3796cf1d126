// Keys of a review: j and k to the neighbours, 1 to 4 for a verdict, n for the note, ? for help. All works without them.
// What is written in the form stays in this window until it is sent, whatever page comes between.
(function () {
  const form = document.getElementById("judge");
  const help = document.getElementById("keys");
  const writes = (element) => element.matches("textarea, select, input:not([type=radio])");

  function follow(relation) {
    const link = document.querySelector(`a[rel=${relation}]`);
    if (link) link.click();
  }

  function choose(number) {
    const choice = form && form.querySelectorAll("input[type=radio]")[number - 1];
    if (!choice) return;
    choice.checked = true;
    choice.focus(); // Enter in it sends the form
    keep();
  }

  const drafts = sessionStorage, draft = form && `draft ${form.getAttribute("action")}`;
  const hidden = new Set(["seen", "next"]);

  function keep() {
    drafts.setItem(draft, JSON.stringify([...new FormData(form)].filter(([name]) => !hidden.has(name))));
  }

  function restore() {
    for (const [name, value] of JSON.parse(drafts.getItem(draft) || "[]"))
      if (form.elements[name]) form.elements[name].value = value;
  }

  // A form that was sent and stands here again was not taken; where another stands, it was.
  const sent = drafts.getItem("sent");
  if (sent && sent !== draft) drafts.removeItem(sent);
  drafts.removeItem("sent");
  if (form) {
    restore();
    form.addEventListener("input", keep);
    form.addEventListener("submit", () => drafts.setItem("sent", draft));
  }

  const keys = {
    j: () => follow("next"),
    k: () => follow("prev"),
    n: () => form && form.elements.note.focus(),
    "?": () => help && (help.open = !help.open, help.open && help.scrollIntoView({ block: "nearest" })),
  };
  for (const number of [1, 2, 3, 4]) keys[number] = () => choose(number);

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.metaKey) return;
    const inField = writes(event.target);
    if (event.key === "Escape" && inField) event.target.blur();
    else if (event.key === "Enter" && event.ctrlKey && form) form.requestSubmit();
    else if (event.key === "Enter" && event.target === document.body && form && form.querySelector("input:checked")) form.requestSubmit();
    else if (!inField && !event.ctrlKey && Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // Sent once, even when Enter is pressed twice.
  if (form) form.addEventListener("submit", () => { form.querySelector("button").disabled = true; });
  addEventListener("pageshow", () => { if (form) form.querySelector("button").disabled = false; });
})();
