// Shows how far a job is, and at its end what came of it. Without it the page loads itself anew.
(function () {
  const place = document.getElementById("going-on");
  const bar = place.querySelector("progress");
  const count = place.querySelector("output");
  const steps = [...place.querySelectorAll("[data-step]")];
  const events = new EventSource(`/jobs/${place.dataset.job}/events`);

  function mark(name) {
    const now = steps.findIndex((step) => step.dataset.step === name);
    if (now < 0) return;
    steps.forEach((step, at) => {
      step.classList.toggle("done", at < now);
      if (at === now) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    });
  }

  events.addEventListener("job", (event) => {
    const job = JSON.parse(event.data);
    if (!["queued", "running"].includes(job.state)) {
      events.close();
      location.reload();
      return;
    }
    if (bar) bar.value = count.value = job.read;
    mark(job.step);
  });
})();
