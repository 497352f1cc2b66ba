// Remembers how far somebody has read: once the last post of the page has been seen.
const form = document.querySelector("form[data-read]");
const last = [...document.querySelectorAll(".post")].at(-1);

if (form && last && "IntersectionObserver" in window) {
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "fetch" },
      keepalive: true,
    }).then((answer) => { form.hidden = answer.ok; }).catch(() => {});
  });
  watcher.observe(last);
}
