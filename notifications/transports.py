"""How a letter leaves: over SMTP, into a file, or by any other mail backend of Django.

Over SMTP the letter is given whole except for the line that ends it. Until that line has come, a
mail server throws away what it was given (RFC 5321, 4.1.1.4); so the letter counts as handed over
a moment before the line is sent, and whatever dies earlier has sent nothing.
"""

import contextlib
import re
import smtplib
from collections.abc import Callable
from typing import Protocol

from django.conf import settings
from django.core import mail
from django.core.mail.backends.smtp import EmailBackend as SmtpBackend

from core.letters import FileBackend
from notifications.composing import LetterMessage, sender_of

END_OF_DATA = b".\r\n"
# The server has the whole letter and may be thinking about it; RFC 5321 (4.5.3.2.6) allows ten
# minutes, and whoever gives up earlier and tries again sends two. The other letters wait as well.
ANSWER_SECONDS = 120
# Nobody is there, it moved away, or that is no name for anybody.
DEAD_CODES = (550, 551, 553)
# Enhanced codes X.7.x are about policy (RFC 3463): about us, not about whom we write to.
_POLICY = re.compile(rb"^[45]\.7\.\d{1,3}\b")


class Fault(Exception):
    """The letter did not go; `failure` says why without naming anybody."""

    def __init__(self, failure: str, code: int = 0):
        super().__init__(failure)
        self.failure, self.code = failure[:80], code


class Refused(Fault):
    """The mail server will never take this letter."""


class NobodyThere(Refused):
    """The mail server says that there is nobody at the address."""


class Busy(Fault):
    """The mail server will not take this letter now."""


class Lost(Fault):
    """The connection broke; nothing was sent, as far as can be seen."""


class Unreachable(Lost):
    """No mail server answers, or not in time."""


class Unanswered(Fault):
    """The letter was given whole and no answer came: it counts as handed over."""


class Transport(Protocol):
    """A way for letters to leave."""

    def deliver(self, message: LetterMessage, hand_over: Callable[[], None]):
        """Send the letter, calling `hand_over` once, right before it can no longer be held back.

        Raises Fault; whatever `hand_over` raises stops the letter and comes through.
        """

    def close(self):
        """Say goodbye."""


def transport() -> Transport:
    """The way that the settings name."""
    backend = mail.get_connection()
    if isinstance(backend, SmtpBackend):
        return SmtpTransport()
    return FileTransport() if isinstance(backend, FileBackend) else BackendTransport()


class SmtpTransport:
    """One connection for many letters, opened again after it broke."""

    def __init__(self):
        self._backend = None

    def deliver(self, message: LetterMessage, hand_over: Callable[[], None]):
        content = stuffed(message.message().as_bytes())
        connection = self._connection()
        try:
            _begin(connection, message)
            connection.send(content)
            hand_over()
            connection.send(END_OF_DATA)
            _answer(connection)
        except (Refused, Busy):
            with contextlib.suppress(OSError):
                connection.rset()
            raise
        except Fault:
            self._drop()
            raise
        except OSError as error:
            self._drop()
            # A server that is too slow for one letter is too slow for the next.
            fault = Unreachable if isinstance(_cause_of(error), TimeoutError) else Lost
            raise fault(_failure_of(error)) from None
        except BaseException:
            # Without its last line the server forgets the letter, and it must not come yet.
            self._drop()
            raise

    def close(self):
        if self._backend is not None:
            with contextlib.suppress(OSError):
                self._backend.close()
        self._backend = None

    def _connection(self) -> smtplib.SMTP:
        if self._backend is None:
            backend = mail.get_connection()
            try:
                backend.open()
                backend.connection.ehlo_or_helo_if_needed()
            except OSError as error:
                _hang_up(backend)
                raise Unreachable(_failure_of(error), _code_of(error)) from None
            self._backend = backend
        return self._backend.connection

    def _drop(self):
        if self._backend is not None:
            _hang_up(self._backend)
        self._backend = None


class FileTransport:
    """Letters as files: the same letter is the same file, so it may be written again."""

    def deliver(self, message: LetterMessage, hand_over: Callable[[], None]):
        try:
            mail.get_connection().send_messages([message])
        except OSError as error:
            raise Unreachable(_failure_of(error)) from None

    def close(self):
        pass


class BackendTransport:
    """Any other backend: it counts as handed over before the backend is asked."""

    def deliver(self, message: LetterMessage, hand_over: Callable[[], None]):
        hand_over()
        try:
            mail.get_connection().send_messages([message])
        except Exception as error:
            # Backends that speak to a service have faults of their own making.
            raise Lost(type(error).__name__) from None

    def close(self):
        pass


def stuffed(content: bytes) -> bytes:
    """The content as it stands after DATA, without the line that ends it (RFC 5321, 4.5.2)."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", content)
    doubled = re.sub(rb"(?m)^\.", b"..", lines)
    return doubled if doubled.endswith(b"\r\n") else doubled + b"\r\n"


def _hang_up(backend: SmtpBackend):
    """End the connection without a word, which a server that does not answer would not hear."""
    # A connection that was refused while it was being opened is kept under the second name.
    for connection in (backend.connection, backend._partial_connection):
        if connection is not None:
            connection.close()


def _begin(connection: smtplib.SMTP, message: LetterMessage):
    """Name sender and recipient, and ask to give the letter."""
    _expect(connection.mail(sender_of(message.from_email).addr_spec), 250)
    _expect(connection.rcpt(message.to[0]), 250, 251, is_about_recipient=True)
    connection.putcmd("data")
    _expect(connection.getreply(), 354)


def _answer(connection: smtplib.SMTP):
    """Hear what the server says of the whole letter."""
    wait = getattr(settings, "LETTERS_ANSWER_SECONDS", ANSWER_SECONDS)
    usual = connection.sock.gettimeout()
    connection.sock.settimeout(wait)
    try:
        reply = connection.getreply()
    except smtplib.SMTPServerDisconnected as error:
        if isinstance(_cause_of(error), TimeoutError):
            raise Unanswered("TimeoutError") from None
        raise
    connection.sock.settimeout(usual)
    _expect(reply, 250)


def _expect(reply: tuple[int, bytes], *codes: int, is_about_recipient=False):
    """Raise the fault that the reply is, if it is none of the expected ones."""
    code, words = reply
    if code in codes:
        return
    if code == 421:
        raise Unreachable(f"SMTP {code}", code)
    if 400 <= code < 500:
        raise Busy(f"SMTP {code}", code)
    if not 500 <= code < 600:
        raise Lost(f"SMTP {code}", code)
    if is_about_recipient and code in DEAD_CODES and not _POLICY.match(words):
        raise NobodyThere(f"SMTP {code}", code)
    raise Refused(f"SMTP {code}", code)


def _code_of(error: OSError) -> int:
    return getattr(error, "smtp_code", 0)


def _failure_of(error: OSError) -> str:
    """The class of the fault, and the server's number; never its words, which may name people."""
    name = type(_cause_of(error)).__name__
    return f"{name} {_code_of(error)}" if _code_of(error) else name


def _cause_of(error: OSError) -> BaseException:
    # smtplib tells of everything that happens to a connection as of its end.
    is_end = isinstance(error, smtplib.SMTPServerDisconnected)
    return error.__context__ if is_end and error.__context__ else error
