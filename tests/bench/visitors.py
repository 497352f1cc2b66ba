"""Visitors with keep-alive connections, each asking again as soon as it has its answer."""

import contextlib
import re
import selectors
import socket
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from tests.bench.processes import BenchError

ANSWER_SECONDS = 30
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
HEAD_END = b"\r\n\r\n"


@dataclass(frozen=True)
class Answer:
    """What every answer of one page must be like: its status and the bytes of its body."""

    status: int
    length: int


def parse(received: bytes) -> Answer | None:
    """The answer that the bytes are, or None while some of it is still to come."""
    end = received.find(HEAD_END)
    if end < 0:
        return None
    head = received[: end + 2]
    length = LENGTH.search(head)
    if length is None:
        raise BenchError("An answer came without its length, so the connection cannot be kept.")
    if len(received) < end + len(HEAD_END) + int(length[1]):
        return None
    return Answer(status=int(head[9:12]), length=int(length[1]))


def _asked(request: bytes) -> str:
    return request.split(b"\r\n", 1)[0].decode("ascii")


@dataclass
class _Visitor:
    connection: socket.socket
    received: bytearray = field(default_factory=bytearray)
    asked_at: float = 0.0

    def ask(self, request: bytes) -> None:
        self.received.clear()
        self.asked_at = time.perf_counter()
        self.connection.sendall(request)

    def take(self) -> Answer | None:
        part = self.connection.recv(1 << 18)
        if not part:
            raise BenchError("The server closed a connection that it should have kept.")
        self.received += part
        return parse(bytes(self.received))


class Visitors:
    """A number of visitors of one server, in one thread."""

    def __init__(self, port: int, count: int):
        self._port = port
        self._selector = selectors.DefaultSelector()
        self._visitors = [_Visitor(self._connect()) for _ in range(count)]
        for visitor in self._visitors:
            self._selector.register(visitor.connection, selectors.EVENT_READ, visitor)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._selector.close()
        for visitor in self._visitors:
            with contextlib.suppress(OSError):
                visitor.connection.close()

    def _connect(self) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self._port), timeout=ANSWER_SECONDS)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def request(self, path: str, cookie: str = "") -> bytes:
        """A browser's request for the path, as far as servers look at it."""
        lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{self._port}", "Accept-Encoding: gzip"]
        if cookie:
            lines.append(f"Cookie: {cookie}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")

    def visit(
        self, request: bytes, count: int, expected: Answer | None = None
    ) -> tuple[Answer, list[float]]:
        """Ask `count` times; return the one answer that all were, and the seconds of each.

        Raises BenchError when an answer differs from the expected one, or from the first.
        """
        seconds: list[float] = []
        unasked = count
        for visitor in self._visitors[:count]:
            visitor.ask(request)
            unasked -= 1
        while len(seconds) < count:
            ready = self._selector.select(ANSWER_SECONDS)
            if not ready:
                raise BenchError(f"No answer within {ANSWER_SECONDS} s: {_asked(request)}.")
            for key, _events in ready:
                visitor = key.data
                if (answer := visitor.take()) is None:
                    continue
                seconds.append(time.perf_counter() - visitor.asked_at)
                expected = expected or answer
                if answer != expected:
                    raise BenchError(f"{_asked(request)}: {answer} instead of {expected}.")
                if unasked:
                    visitor.ask(request)
                    unasked -= 1
        return expected, seconds
