// Documents dropped on the form, and which are chosen. All works without it.
(function () {
  const form = document.querySelector(".send-files");
  if (!form) return;
  const input = form.elements.files;
  const chosen = form.querySelector(".chosen");

  function show() {
    chosen.replaceChildren(...[...input.files].map((file) => {
      const line = document.createElement("li");
      line.textContent = file.name;
      return line;
    }));
  }

  // The whole page takes them: a file that misses the field would otherwise be opened in place of the page.
  addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    show();
  });
  input.addEventListener("change", show);

  // Sent once, even when Enter is pressed twice.
  form.addEventListener("submit", () => { form.querySelector("button").disabled = true; });
  addEventListener("pageshow", () => { form.querySelector("button").disabled = false; show(); });
})();
