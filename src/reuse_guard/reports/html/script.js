"use strict";
// The numbers in the texts are plain links; this makes both panes move and the keys n and p step.
(() => {
  const main = document.querySelector("main[data-passages]");
  const count = main ? Number(main.dataset.passages) : 0;
  if (!count) return;
  const steps = document.querySelector(".steps");
  const output = steps.querySelector("output");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let current = 0;

  const say = () => {
    output.textContent = `${output.dataset.word} ${current || "–"} ${output.dataset.of} ${count}`;
  };

  const bring = (marker) => {
    const pane = marker.closest(".text");
    const fold = marker.closest("details");
    if (fold) fold.open = true;
    const behavior = calm.matches ? "auto" : "smooth";
    if (pane.scrollHeight > pane.clientHeight + 1) {
      const top = marker.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTo({ top: pane.scrollTop + top - pane.clientHeight / 4, behavior });
    }
  };

  const show = (number, side) => {
    current = number;
    for (const each of document.querySelectorAll(".on")) each.classList.remove("on");
    for (const each of document.querySelectorAll(`.text [data-p="${number}"]`)) {
      each.classList.add("on");
    }
    for (const name of ["o", "c"]) {
      const marker = document.getElementById(name + number);
      if (marker) bring(marker);
    }
    const target = document.getElementById(side + number);
    if (target) {
      target.focus({ preventScroll: true });
      const box = target.closest(".pane").getBoundingClientRect();
      if (box.top < 0 || box.top > innerHeight * 0.6 || getComputedStyle(target.closest(".text")).overflowY === "visible") {
        target.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
      }
    }
    say();
  };

  const step = (by) => show(((current || (by > 0 ? 0 : 1)) + by - 1 + count) % count + 1, "o");

  steps.hidden = false;
  say();
  steps.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("click", (event) => {
    const marker = event.target.closest("[data-p]");
    if (!marker || String(getSelection())) return;
    event.preventDefault();
    const pane = marker.closest(".pane");
    const here = pane && pane.querySelector("[id^=pane-o]") ? "o" : "c";
    show(Number(marker.dataset.p), pane && here === "o" ? "c" : "o");
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
  });
})();
