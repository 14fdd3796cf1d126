// Filters of a list: shut where they would stand above the list, and without empty fields in the address. All works without it.
(function () {
  const form = document.querySelector(".facet-form");
  if (matchMedia("(max-width: 60rem)").matches) form.closest("details").open = false;
  // An empty region says: all of them, in the place of the one that is kept.
  const blank = (field) => field.name && field.name !== "region" && ["", "rank"].includes(field.value);
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (blank(field)) field.disabled = true;
  });
  addEventListener("pageshow", () => { for (const field of form.elements) field.disabled = false; });
})();
