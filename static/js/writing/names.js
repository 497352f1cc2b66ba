// Offers the names of those who wrote here once an @ is typed.
const area = document.querySelector("textarea[data-writing]");
const names = [...document.querySelectorAll("[data-names] li")].map((item) => item.textContent);
const words = document.querySelector("[data-state]")?.dataset.names;
const MOST = 6;

function begun() {
  const before = area.value.slice(0, area.selectionStart);
  return before.match(/(?:^|[^\p{L}\d_@])@([\p{L}\d .'’-]{0,40})$/u)?.[1];
}

if (area && names.length) {
  const list = document.createElement("ul");
  list.className = "writing__names";
  list.hidden = true;
  list.setAttribute("aria-label", words);
  area.after(list);

  const close = () => { list.hidden = true; list.replaceChildren(); };

  const choose = (name) => {
    const end = area.selectionStart, start = end - (begun() ?? "").length;
    area.setRangeText(`${name} `, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    area.focus();
  };

  const item = (name) => {
    const made = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => choose(name));
    made.append(button);
    return made;
  };

  area.addEventListener("input", () => {
    const typed = begun()?.toLocaleLowerCase();
    const found = typed === undefined ? [] : names.filter((name) => name.toLocaleLowerCase().startsWith(typed));
    const isWhole = found.length === 1 && found[0].toLocaleLowerCase() === typed;
    if (!found.length || isWhole) return close();
    list.replaceChildren(...found.slice(0, MOST).map(item));
    list.hidden = false;
  });
  area.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "Escape") close();
    if (event.key === "ArrowDown") {
      event.preventDefault();
      list.querySelector("button").focus();
    }
  });
  list.addEventListener("keydown", (event) => {
    const buttons = [...list.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); area.focus(); }
    if (event.key === "ArrowDown") { event.preventDefault(); buttons[Math.min(at + 1, buttons.length - 1)].focus(); }
    if (event.key === "ArrowUp") { event.preventDefault(); (buttons[at - 1] ?? area).focus(); }
  });
}
