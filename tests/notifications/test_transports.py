"""In which order a letter leaves, and what is said of faults."""

import smtplib
import time

import pytest

from core.models import SiteSettings
from notifications import composing, transports
from notifications.kinds import kind_of
from notifications.transports import stuffed


@pytest.fixture
def message(write, now):
    letter = write()
    return composing.compose(letter, kind_of("plain"), site=SiteSettings(), now=now)


class Stop(Exception):
    pass


def test_it_is_handed_over_when_all_but_its_end_has_been_given(server, message):
    seen = []

    def hand_over():
        expected = stuffed(message.message().as_bytes()).count(b"\r\n")
        deadline = time.monotonic() + 5
        while server.lines < expected and time.monotonic() < deadline:
            time.sleep(0.001)
        seen.append((server.heard[-1].lower(), server.lines == expected, len(server.received)))

    way = transports.transport()
    way.deliver(message, hand_over)
    way.close()
    assert seen == [("data", True, 0)]
    assert len(server.received) == 1
    assert server.heard[-1] == "quit"


def test_what_is_stopped_at_the_last_moment_has_not_left(server, message):
    def hand_over():
        raise Stop

    way = transports.transport()
    with pytest.raises(Stop):
        way.deliver(message, hand_over)
    way.deliver(message, lambda: None)
    way.close()
    assert len(server.received) == 1
    assert server.connections == 2


@pytest.mark.parametrize(
    ("content", "sent"),
    [
        (b"a\r\nb", b"a\r\nb\r\n"),
        (b"a\nb\n", b"a\r\nb\r\n"),
        (b".\r\n..\r\na.", b"..\r\n...\r\na.\r\n"),
        (b"a\r.b", b"a\r\n..b\r\n"),
    ],
)
def test_the_lines_of_a_letter(content, sent):
    assert stuffed(content) == sent


def test_a_server_that_wants_no_one_in_is_no_fault_of_the_letter(server, message, settings):
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = "kopa"
    with pytest.raises(transports.Unreachable) as told:
        transports.transport().deliver(message, lambda: None)
    assert told.value.failure == "SMTPNotSupportedError"


def test_a_fault_tells_no_words_of_the_server():
    error = smtplib.SMTPAuthenticationError(535, b"aija@example.test is not welcome")
    assert transports._failure_of(error) == "SMTPAuthenticationError 535"


def test_any_backend_may_be_used_and_its_faults_are_told(write, now, settings, message):
    settings.EMAIL_BACKEND = "tests.notifications.test_transports.Failing"
    handed = []
    with pytest.raises(transports.Lost) as told:
        transports.transport().deliver(message, lambda: handed.append(1))
    assert told.value.failure == "ZeroDivisionError"
    assert handed == [1]


class Failing:
    """A mail backend with a fault of its own."""

    def __init__(self, **options):
        pass

    def send_messages(self, messages):
        raise ZeroDivisionError


def test_files_may_be_written_again(settings, tmp_path, message):
    settings.EMAIL_BACKEND = "core.letters.FileBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    for _ in range(2):
        transports.transport().deliver(message, Stop)
    assert len(list(settings.EMAIL_FILE_PATH.iterdir())) == 1


def test_a_full_disk_is_an_unreachable_server(settings, tmp_path, message):
    settings.EMAIL_BACKEND = "core.letters.FileBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.EMAIL_FILE_PATH.write_text("no folder")
    with pytest.raises(transports.Unreachable):
        transports.transport().deliver(message, Stop)
