"""The site behind a real socket, for addresses that a test client would tidy up first."""

import threading
from http.client import HTTPConnection

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections


class QuietHandler(WSGIRequestHandler):
    """Writes no line for every request."""

    def log_message(self, *_):
        pass


class Server(ThreadedWSGIServer):
    """Closes what each of its threads opened."""

    daemon_threads = False

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            connections.close_all()


def raw_answers(addresses, headers):
    """Ask for every address exactly as it is written; yields status and body of each answer."""
    server = Server(("127.0.0.1", 0), QuietHandler)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        for address in addresses:
            yield _ask(server.server_port, address, headers)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _ask(port, address, headers):
    connection = HTTPConnection("localhost", port, timeout=30)
    try:
        connection.request("GET", address, headers={**headers, "Connection": "close"})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()
