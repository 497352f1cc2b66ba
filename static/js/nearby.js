// Whoever chose a community on this device sees its news at once; without this, a click away.
const form = document.querySelector("[data-nearby]");
const chosen = document.cookie.split("; ").find((cookie) => cookie.startsWith("kopiena="));

if (form && chosen) {
  const place = form.parentElement;
  fetch(form.dataset.nearby).then((answer) => (answer.ok ? answer.text() : "")).then((html) => {
    if (html.trim()) {
      const part = document.createElement("div");
      part.innerHTML = html;
      form.replaceWith(part);
      place.classList.add("near--chosen");
    }
  });
}
