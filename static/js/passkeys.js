// Passkeys appear where the browser has them; without this script nothing of them is seen.
if (window.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-needs-passkeys]")) part.hidden = false;
}
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const fault of document.querySelectorAll("[data-passkey-fault]")) fault.hidden = false;
});
