"""A server of calendars on the loopback, and calendars to be served."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace

from events.outside.addresses import Way


@contextmanager
def served(answer):
    """A way to a server that answers every request by `answer(handler)`; and what was asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            answer(self)

        def log_message(self, *arguments):
            """Nobody reads along."""

    class Server(ThreadingHTTPServer):
        # Closing it waits for whoever is still answering.
        daemon_threads = False

        def handle_error(self, request, client_address):
            """Whoever asked has hung up."""

    server = Server(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        way = Way(False, "127.0.0.1", server.server_port, "/kalendars.ics")
        yield SimpleNamespace(way=way, asked=asked)
    finally:
        server.shutdown()
        server.server_close()


def says(data: bytes, status=200, **headers):
    """An answer with these words and headers."""

    def answer(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def calendar(*events: str) -> bytes:
    """A calendar with these events."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//citi//LV", *events, "END:VCALENDAR"]
    return "\r\n".join(lines).encode() + b"\r\n"


def event(uid: str, title: str, starts: str, *lines: str) -> str:
    """An event that begins then, such as 20261124T180000 or 20261124."""
    kind = ";VALUE=DATE" if len(starts) == 8 else ""
    known = [f"UID:{uid}", f"DTSTART{kind}:{starts}", f"SUMMARY:{title}"]
    return "\r\n".join(["BEGIN:VEVENT", *known, *lines, "END:VEVENT"])
