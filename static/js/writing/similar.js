// Shows topics about the same while a title is typed; without this the page shows them as a step.
const form = document.querySelector("form[data-find-similar]");
const title = form?.querySelector("input[data-similar]");
const place = form?.querySelector("[data-similar-place]");
const PAUSE = 700, SHORTEST = 8;

if (title && place) {
  let waiting, asked;
  place.setAttribute("aria-live", "polite");
  title.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const typed = title.value.trim();
      if (typed.length < SHORTEST || typed === asked) return;
      asked = typed;
      const answer = await fetch(`${form.dataset.findSimilar}?title=${encodeURIComponent(typed)}`).catch(() => null);
      const html = answer?.ok ? (await answer.text()).trim() : "";
      if (typed !== asked) return;
      place.innerHTML = html;
      // They have been seen: the step before posting has nothing more to say.
      if (html) form.elements.has_seen_similar.value = "1";
    }, PAUSE);
  });
}
