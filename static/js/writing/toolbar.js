// Buttons that write the signs of bold, slanting, quotations, lists and links into a text.
const area = document.querySelector("textarea[data-writing]");
const place = document.querySelector("[data-toolbar]");

const deeds = {
  bold: (words) => around(words, "**"),
  italic: (words) => around(words, "*"),
  quote: (words) => everyLine(words, "> "),
  list: (words) => everyLine(words, "- "),
  link: (words) => [`[${words}](https://)`, words ? words.length + 3 : 1, words ? words.length + 11 : 1],
};
const signs = { bold: "B", italic: "I", quote: "❝", list: "☰", link: "↗" };
const keys = { b: "bold", i: "italic", k: "link" };

// What is written, and what of it is chosen afterwards.
function around(words, sign) {
  return [sign + words + sign, sign.length, sign.length + words.length];
}

function everyLine(words, sign) {
  const text = words.split("\n").map((line) => sign + line).join("\n");
  return [text, text.length, text.length];
}

function write(name) {
  let { selectionStart: start, selectionEnd: end, value } = area;
  const isOfLines = name === "quote" || name === "list";
  if (isOfLines) start = value.lastIndexOf("\n", start - 1) + 1;
  const [text, first, last] = deeds[name](value.slice(start, end));
  area.focus();
  area.setSelectionRange(start, end);
  // The browser's own way keeps undoing; the other is for browsers that have forgotten it.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(start + first, start + last);
}

function button(name) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `writing__sign writing__sign--${name}`;
  made.textContent = signs[name];
  made.setAttribute("aria-label", place.dataset[name]);
  made.title = place.dataset[name];
  made.addEventListener("click", () => write(name));
  return made;
}

if (area && place) {
  place.className = "writing__toolbar";
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", place.dataset.name);
  place.append(...Object.keys(deeds).map(button));
  area.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && keys[event.key]) {
      event.preventDefault();
      write(keys[event.key]);
    }
  });
}
