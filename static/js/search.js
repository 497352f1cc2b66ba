// Suggests pages while one types, and remembers on this device alone what was found; without this
// the form works as well.
const form = document.querySelector("form[data-suggest]");
const field = form?.elements.q;
const place = form?.querySelector("[data-suggestions]");
const recent = document.querySelector("[data-recent]");
const PAUSE = 250, SHORTEST = 3, KEPT = 5, NAME = "kopa-recent-searches";

const links = () => [...place.querySelectorAll("a")];

function step(event) {
  const all = [field, ...links()];
  const at = all.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (event.key === "Escape" && place.innerHTML) {
    place.replaceChildren();
    field.focus();
    event.preventDefault();
  } else if (at >= 0 && next >= 0 && next < all.length) {
    all[next].focus();
    event.preventDefault();
  }
}

if (field && place) {
  let waiting, asked = field.value.trim();
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const typed = field.value.trim();
      if (typed === asked) return;
      asked = typed;
      const answer = typed.length < SHORTEST ? null
        : await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
      const html = answer?.ok ? (await answer.text()).trim() : "";
      if (typed === asked) place.innerHTML = html;
    }, PAUSE);
  });
  form.addEventListener("keydown", step);
}

function known() {
  try {
    const stored = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(stored) ? stored.filter((words) => typeof words === "string") : [];
  } catch {
    return [];
  }
}

function keep(words) {
  try {
    localStorage.setItem(NAME, JSON.stringify(words));
  } catch {
    // A browser that keeps nothing has nothing to show either.
  }
}

function link(words) {
  const item = document.createElement("li");
  const way = Object.assign(document.createElement("a"), { className: "button button--quiet", textContent: words });
  way.href = `${form.action}?q=${encodeURIComponent(words)}`;
  item.append(way);
  return item;
}

if (form && recent) {
  const typed = field.defaultValue.trim();
  const all = known().filter((words) => words !== typed);
  if (typed && document.querySelector("[data-found='1']")) keep([typed, ...all].slice(0, KEPT));
  if (!typed && all.length) {
    recent.querySelector("[data-recent-list]").replaceChildren(...all.slice(0, KEPT).map(link));
    recent.hidden = false;
  }
  recent.querySelector("[data-recent-forget]").addEventListener("click", () => {
    keep([]);
    recent.hidden = true;
    field.focus();
  });
}
