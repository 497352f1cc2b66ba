// Shows of an event's form what belongs to the chosen way of repeating, and says it in words.
const place = document.querySelector("[data-times]");
const form = place?.closest("form");
const repeats = form?.elements.repeats;
const names = place?.dataset.names.split(" ") ?? [];
const PAUSE = 400; // milliseconds without a change
let waiting, asked;

function belongs(name) {
  return names.some((each) => name === each || name.startsWith(`${each}-`));
}

function showWhatBelongs() {
  for (const part of form.querySelectorAll("[data-repeats]")) {
    const isWrong = part.querySelector(".error-message, .w-field__errors :not(:empty)");
    part.hidden = !isWrong && !part.dataset.repeats.split(" ").includes(repeats.value);
  }
}

function typed() {
  const all = [...new FormData(form)];
  return all.filter(([name]) => name === "csrfmiddlewaretoken" || belongs(name));
}

async function sayIt() {
  const body = new URLSearchParams(typed());
  if (body.toString() === asked) return;
  asked = body.toString();
  try {
    const answer = await fetch(place.dataset.times, { method: "POST", body });
    if (answer.ok && body.toString() === asked) place.innerHTML = await answer.text();
  } catch {
    asked = ""; // Without a line it stays as it was, and is asked again at the next change.
  }
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(sayIt, PAUSE);
}

if (repeats) {
  repeats.addEventListener("change", showWhatBelongs);
  // Calendars that open beside a field tell of a day that was chosen by „change“ alone.
  for (const kind of ["input", "change", "click"]) form.addEventListener(kind, soon);
  showWhatBelongs();
  soon();
}
