// Shows how a text will look beside where it is typed; without this the page does it whole.
const form = document.querySelector("form[data-preview]");
const place = form?.querySelector("[data-preview-place]");
const button = form?.querySelector("[data-preview-button]");

if (place && button) {
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    const sent = new FormData();
    for (const name of ["csrfmiddlewaretoken", "text"]) sent.set(name, form.elements[name].value);
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: sent });
      if (!answer.ok) throw new Error(answer.status);
      place.innerHTML = await answer.text();
      const head = place.querySelector("h2");
      head?.setAttribute("tabindex", "-1");
      head?.focus();
    } catch {
      button.replaceWith(Object.assign(button.cloneNode(true), { hidden: false }));
      form.querySelector("[data-preview-button]").click();
    }
  });
}

const area = form?.querySelector("textarea[data-writing]");
const state = form?.querySelector("[data-state]");

// How much of the room is used, once it begins to matter.
if (area && state) {
  const encoder = new TextEncoder(), room = Number(area.dataset.bytes);
  const count = () => {
    const used = Math.round((100 * encoder.encode(area.value).length) / room);
    state.textContent = used < 70 ? "" : state.dataset.used.replace("{}", used);
    state.classList.toggle("field__error", used > 100);
  };
  area.addEventListener("input", count);
  count();
}
