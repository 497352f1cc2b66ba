"""A small mail server on the loopback address that does what a test has written down for it."""

import contextlib
import socketserver
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.parser import BytesParser

# Instead of an answer: the connection breaks.
HANG_UP = "hang up"


@dataclass(frozen=True)
class Received:
    """A letter that the server has acknowledged, or was about to."""

    sender: str
    recipient: str
    content: bytes

    @property
    def message(self):
        return BytesParser(policy=policy.default).parsebytes(self.content)

    @property
    def message_id(self) -> str:
        return self.message["Message-ID"].strip()


@dataclass
class MailServer:
    """What the server has got, and what it answers next; without a script it is content.

    `script` holds, for a word of the protocol ("rcpt", "data", "end", "mail", "hello"), the
    answers to its next uses: a line, HANG_UP, or the seconds to wait before going on as usual.
    """

    port: int = 0
    received: list[Received] = field(default_factory=list)
    connections: int = 0
    lines: int = 0
    heard: list[str] = field(default_factory=list)
    script: dict[str, deque] = field(default_factory=dict)
    pause: float = 0.0

    def will(self, word: str, *answers):
        """Add answers to the next uses of the word."""
        self.script.setdefault(word, deque()).extend(answers)

    def next_answer(self, word: str, usual: str) -> str:
        planned = self.script.get(word)
        answer = planned.popleft() if planned else usual
        if isinstance(answer, int | float):
            time.sleep(answer)
            return usual
        return answer


class _HangUp(Exception):
    pass


class _Conversation(socketserver.StreamRequestHandler):
    """One connection, in the words of RFC 5321."""

    server: "_Server"

    def handle(self):
        self.plan = self.server.plan
        self.plan.connections += 1
        self.sender = self.recipient = ""
        with contextlib.suppress(_HangUp, ConnectionError):
            self._say("hello", "220 loopback")
            while line := self.rfile.readline():
                if not self._hear(line.decode("utf-8").strip()):
                    return

    def _say(self, word: str, usual: str):
        answer = self.plan.next_answer(word, usual)
        if answer == HANG_UP:
            raise _HangUp
        self.wfile.write(f"{answer}\r\n".encode())

    def _hear(self, line: str) -> bool:
        verb = line.split(":")[0].split(" ")[0].lower()
        self.plan.heard.append(line)
        if verb in ("ehlo", "helo"):
            self._say("ehlo", "250 loopback")
        elif verb == "mail":
            self.sender = line.partition("<")[2].partition(">")[0]
            self._say("mail", "250 ok")
        elif verb == "rcpt":
            self.recipient = line.partition("<")[2].partition(">")[0]
            self._say("rcpt", "250 ok")
        elif verb == "data":
            self._take_letter()
        elif verb == "quit":
            self._say("quit", "221 bye")
            return False
        else:
            self._say(verb, "250 ok")
        return True

    def _take_letter(self):
        answer = self.plan.next_answer("data", "354 go on")
        if answer == HANG_UP:
            raise _HangUp
        self.wfile.write(f"{answer}\r\n".encode())
        if not answer.startswith("354"):
            return
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                # The connection ended before the letter did: it is thrown away.
                raise _HangUp
            lines.append(line[1:] if line.startswith(b".") else line)
            self.plan.lines += 1
        time.sleep(self.plan.pause)
        letter = Received(self.sender, self.recipient, b"".join(lines))
        answer = self.plan.next_answer("end", "250 taken")
        if answer.startswith("250"):
            self.plan.received.append(letter)
        if answer == HANG_UP:
            raise _HangUp
        self.wfile.write(f"{answer}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    plan: MailServer


@contextlib.contextmanager
def mail_server() -> Iterator[MailServer]:
    """A mail server for the length of the block, on a port that was free."""
    with _Server(("127.0.0.1", 0), _Conversation) as server:
        server.plan = MailServer(port=server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.plan
        finally:
            server.shutdown()
            thread.join()
