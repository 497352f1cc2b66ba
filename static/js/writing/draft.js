// Keeps what is being typed in this browser until it has arrived, and says when there is no line.
const BEGINNING = "draft:", KEPT_FOR = 7 * 24 * 3600 * 1000, PAUSE = 400;
const form = document.querySelector("form[data-draft]");
const area = form?.querySelector("textarea[data-writing]");
const title = form?.querySelector("input[name=title]");
const state = form?.querySelector("[data-state]");
const key = BEGINNING + location.pathname;

function read(name) {
  try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
}

function drop(name) {
  try { localStorage.removeItem(name); } catch { /* a browser that keeps nothing */ }
}

// The site names, in a cookie, the form that has arrived.
function forgetWhatArrived() {
  const arrived = document.cookie.match(/(?:^|; )draft_done=([^;]*)/)?.[1];
  let names = [];
  try { names = Object.keys(localStorage).filter((name) => name.startsWith(BEGINNING)); } catch { /* as above */ }
  for (const name of names) {
    const draft = read(name);
    if (!draft || draft.form === arrived || Date.now() - draft.at > KEPT_FOR) drop(name);
  }
  if (arrived) document.cookie = "draft_done=; Max-Age=0; Path=/; SameSite=Lax";
}

function keep() {
  const draft = { text: area.value, title: title?.value, form: form.dataset.draft, at: Date.now() };
  if (!draft.text.trim() && !draft.title?.trim()) return drop(key);
  try { localStorage.setItem(key, JSON.stringify(draft)); } catch { /* as above */ }
}

function say(words, label, deed) {
  const line = document.createElement("p");
  line.className = "message";
  line.setAttribute("role", "status");
  line.append(words, " ");
  if (label) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet";
    button.textContent = label;
    button.addEventListener("click", () => { deed(); line.remove(); area.focus(); });
    line.append(button);
  }
  state.before(line);
  return line;
}

function bringBack() {
  const draft = read(key);
  if (!draft || draft.text.trim() === area.value.trim()) return;
  // What the site hands back was typed later than what lies here.
  if (form.dataset.isSent) return;
  const before = [area.value, title?.value];
  area.value = draft.text;
  if (title && draft.title) title.value = draft.title;
  // The words belong to the form that they were typed into, which may have been sent already.
  const submission = form.querySelector("input[name=submission]");
  if (submission && draft.form) form.dataset.draft = submission.value = draft.form;
  area.dispatchEvent(new Event("input", { bubbles: true }));
  say(state.dataset.restored, state.dataset.discard, () => {
    [area.value] = before;
    if (title) title.value = before[1];
    drop(key);
  });
}

forgetWhatArrived();
if (area) {
  let waiting, warning;
  const warn = () => { warning ??= say(state.dataset.offline); };
  bringBack();
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  window.addEventListener("pagehide", () => { if (area.value !== area.defaultValue) keep(); });
  window.addEventListener("offline", warn);
  window.addEventListener("online", () => { warning?.remove(); warning = null; });
  form.addEventListener("submit", (event) => {
    if (area.value !== area.defaultValue) keep();
    if (!navigator.onLine) {
      event.preventDefault();
      warn();
    }
  });
}
