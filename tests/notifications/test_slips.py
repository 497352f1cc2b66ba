"""Whose death left which letters: told by locks and notes on the disk."""

import os
import signal
import warnings

import pytest

from notifications import actions, slips
from notifications.models import Letter

State = Letter.State


def held(letter, token: str, state: State, at):
    Letter.objects.filter(pk=letter.pk).update(state=state, claim_token=token, claimed_at=at)


def leave(token: str, *noted: int, boot: str | None = None):
    """The slip of a process that died."""
    slips.folder().mkdir(parents=True, exist_ok=True)
    boot = slips._boot() if boot is None else boot
    lines = "".join(f"{pk}\n" for pk in noted)
    (slips.folder() / f"{token}.slip").write_text(f"{boot}\n{lines}", encoding="ascii")


def taken_back(letter, now) -> str:
    actions.delivering._take_back(now)
    letter.refresh_from_db()
    return letter.state


def test_a_slip_is_gone_after_a_good_end():
    with slips.opened("a") as slip:
        slip.note(7)
        assert [path.name for path in slips.folder().iterdir()] == ["a.slip"]
    assert list(slips.folder().iterdir()) == []


def test_a_slip_of_the_living_is_left_alone():
    with slips.opened("a"), slips.left_behind() as left:
        assert left == []
    with slips.opened("b"):
        assert (slips.folder() / "b.slip").exists()


def test_a_slip_stays_after_a_bad_end_and_is_taken_once():
    with pytest.raises(ZeroDivisionError), slips.opened("a") as slip:
        slip.note(7)
        slip.note(8)
        raise ZeroDivisionError
    with slips.left_behind() as left, slips.left_behind() as again:
        assert [(each.token, each.noted) for each in left] == [("a", {7, 8})]
        assert again == []
    with slips.left_behind() as left:
        assert left == []


def test_a_slip_of_the_killed_can_be_taken():
    def die():
        with slips.opened("a") as slip:
            slip.note(7)
            os.kill(os.getpid(), signal.SIGKILL)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        die()
    os.waitpid(child, 0)
    with slips.left_behind() as left:
        assert [(each.token, each.noted) for each in left] == [("a", {7})]


def test_before_the_power_went_nothing_written_can_be_trusted():
    leave("a", 7, boot="another")
    (slips.folder() / "b.slip").write_bytes(b"")
    with slips.left_behind() as left:
        assert [each.noted for each in left] == [None, None]


def test_what_was_begun_by_the_dead_is_sent_at_once(write, now):
    letter = write()
    held(letter, "a", State.SENDING, now)
    leave("a")
    assert taken_back(letter, now) == State.WAITING


def test_what_the_dead_had_not_noted_has_not_left(write, now):
    letter, gone = write("1"), write("2")
    held(letter, "a", State.HANDED, now)
    held(gone, "a", State.HANDED, now)
    leave("a", gone.pk)
    assert taken_back(letter, now) == State.WAITING
    assert taken_back(gone, now) == State.HANDED


@pytest.mark.parametrize("boot", ["another", ""])
def test_what_cannot_be_known_counts_as_sent(write, now, boot):
    letter = write()
    held(letter, "a", State.HANDED, now)
    leave("a", boot=boot)
    assert taken_back(letter, now) == State.HANDED


def test_what_another_machine_began_waits_for_the_end_of_its_time(write, now):
    letter = write()
    held(letter, "elsewhere", State.SENDING, now)
    assert taken_back(letter, now + actions.delivering.LEASE) == State.SENDING
    later = now + actions.delivering.LEASE * 1.01
    assert taken_back(letter, later) == State.WAITING


def test_what_another_machine_handed_over_counts_as_sent_and_is_forgotten(write, now):
    letter = write(kind="secret", context={"code": "123456"})
    held(letter, "elsewhere", State.HANDED, now)
    assert taken_back(letter, now + actions.delivering.LEASE * 1.01) == State.HANDED
    assert (letter.claim_token, letter.context, letter.failure) == ("", {}, "NoAnswer")


def test_who_lost_the_letter_does_not_send_it(write, server, now, monkeypatch):
    """Between the beginning and the last line another process has taken the letter."""
    letter = write()
    begin = actions.delivering.transports._begin

    def slow(connection, message):
        begin(connection, message)
        held(letter, "another", State.SENDING, now)

    monkeypatch.setattr(actions.delivering.transports, "_begin", slow)
    actions.deliver_due(now)
    letter.refresh_from_db()
    assert server.received == []
    assert (letter.state, letter.claim_token) == (State.SENDING, "another")
