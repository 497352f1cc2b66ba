// Plays a film in its card. Until the button is pressed, nobody else learns that it was there.
for (const card of document.querySelectorAll(".video[data-player]")) {
  const screen = card.querySelector(".video__screen");
  const button = card.querySelector("button");
  card.classList.add("video--here");
  button.hidden = false;
  // Whoever presses the drawn sign is led to the words that say what playing means.
  screen.addEventListener("click", () => button.focus());
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = card.dataset.player;
    frame.title = card.querySelector(".video__title").textContent;
    frame.allow = "autoplay; fullscreen; picture-in-picture";
    screen.replaceChildren(frame);
    button.remove();
    frame.focus();
  });
}
