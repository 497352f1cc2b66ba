// Plays a film in its card. Until the button is pressed, nobody else learns that it was there.
for (const card of document.querySelectorAll(".video[data-player]")) {
  const button = card.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = card.dataset.player;
    frame.title = card.querySelector(".video__title").textContent;
    frame.allow = "autoplay; fullscreen; picture-in-picture";
    card.querySelector(".video__screen").replaceChildren(frame);
    button.remove();
    frame.focus();
  });
}
