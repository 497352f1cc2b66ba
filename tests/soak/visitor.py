"""A person's browser, as far as a load needs one: connections, cookies, forms."""

import http.client
import time
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlencode

TIMEOUT_SECONDS = 60
FORM = "application/x-www-form-urlencoded"
# Inputs that a browser sends only when they were pressed or chosen.
PRESSED = {"submit", "button", "reset", "image", "file"}


class Answer(NamedTuple):
    """What the server answered, and after how many seconds."""

    status: int
    location: str
    text: str
    seconds: float


class Visitor:
    """One person with one browser: keeps a connection open and cookies in mind."""

    def __init__(self, port: int, client: str = "127.0.0.1"):
        self._port = port
        # This machine has all addresses that begin with 127, for as many people.
        self._client = client
        self._cookies: dict[str, str] = {}
        self._connection: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Answer:
        """Fetch the address; a kept connection that the server closed meanwhile is renewed."""
        was_open = self._connection is not None
        try:
            return self._send("GET", path)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            if not was_open:
                raise
        return self._send("GET", path)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send the form; what goes wrong on the way is raised."""
        return self._send("POST", path, urlencode(fields).encode(), {"Content-Type": FORM})

    def leave(self):
        """Close the connection, so that any worker may take the next one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _send(self, method, path, body=None, headers=None) -> Answer:
        start = time.monotonic()
        if self._connection is None:
            self._connection = http.client.HTTPConnection(
                "127.0.0.1",
                self._port,
                timeout=TIMEOUT_SECONDS,
                source_address=(self._client, 0),
            )
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {**(headers or {}), **({"Cookie": cookies} if cookies else {})}
        try:
            self._connection.request(method, path, body, headers)
            response = self._connection.getresponse()
            text = response.read().decode()
        except BaseException:
            self.leave()
            raise
        if response.will_close:
            self.leave()
        self._remember(response.headers.get_all("Set-Cookie") or [])
        location = response.headers.get("Location", "")
        return Answer(response.status, location, text, time.monotonic() - start)

    def _remember(self, lines: list[str]):
        for line in lines:
            name, _equals, value = line.partition(";")[0].partition("=")
            if value.strip('"'):
                self._cookies[name] = value
            else:
                self._cookies.pop(name, None)


def form_fields(html: str, having: str) -> dict[str, str]:
    """What a browser would send of the form that has the field; raises LookupError without it."""
    reader = _FormReader()
    reader.feed(html)
    for form in reader.forms:
        if having in form:
            return form
    raise LookupError(f"no form with the field {having}")


class _FormReader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[dict[str, str]] = [{}]
        self._text_of = ""
        self._select = ""

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        elif tag == "input":
            self._read_input(given)
        elif tag == "textarea":
            self._text_of = given.get("name", "")
            self.forms[-1][self._text_of] = ""
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option" and self._select:
            # A browser takes the first option when none is chosen.
            is_first = self._select not in self.forms[-1]
            if is_first or "selected" in given:
                self.forms[-1][self._select] = given.get("value", "")

    def _read_input(self, given):
        kind, name = given.get("type", "text"), given.get("name")
        is_box = kind in ("checkbox", "radio")
        if name and kind not in PRESSED and ("checked" in given or not is_box):
            self.forms[-1][name] = given.get("value", "on" if is_box else "")

    def handle_data(self, data):
        if self._text_of:
            self.forms[-1][self._text_of] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.forms.append({})
        elif tag == "select":
            self._select = ""
        elif tag == "textarea" and self._text_of:
            # HTML drops the line end that directly follows the start of a text field.
            text = self.forms[-1][self._text_of]
            self.forms[-1][self._text_of] = text.removeprefix("\n")
            self._text_of = ""
