"""Two at once, and killed: a small measure of what `make soak` does at length."""

import pytest

from tests.soak import post

ROUNDS, LETTERS = 5, 8
FINE = {"letters": ROUNDS * LETTERS, "none": 0, "twice": 0, "strange": 0, "left": 0}


@pytest.fixture(autouse=True)
def _restored(settings, transactional_db):
    """The settings that the trial changes are as before when it is over."""
    settings.EMAIL_BACKEND = settings.EMAIL_BACKEND


def test_letters_over_smtp_arrive_once(settings, monkeypatch):
    for name in ("EMAIL_HOST", "EMAIL_PORT"):
        setattr(settings, name, getattr(settings, name))
    seen = post.over_smtp(ROUNDS, letters=LETTERS)
    assert FINE.items() <= seen.items()


def test_letters_in_files_are_there_once(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path
    seen = post.into_files(ROUNDS, tmp_path / "mail", letters=LETTERS)
    assert FINE.items() <= seen.items()
