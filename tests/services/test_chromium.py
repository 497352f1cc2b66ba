"""Chromium is found where it is, and installed only where that needs nobody's leave."""

import os

import pytest

from tests.services import chromium
from tests.services.supervisor import ServiceError


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """An empty folder that is the whole PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)
    return tmp_path


def test_chosen_chromium_comes_first(programs, monkeypatch):
    for name in ("google-chrome", "chromium", "chosen"):
        (programs / name).touch(mode=0o755)
    assert chromium.find_chromium() == str(programs / "chromium")
    monkeypatch.setenv("CHROMIUM_PATH", str(programs / "chosen"))
    assert chromium.find_chromium() == str(programs / "chosen")


def test_wrong_choice_is_not_replaced_by_another(programs, monkeypatch):
    (programs / "chromium").touch(mode=0o755)
    monkeypatch.setenv("CHROMIUM_PATH", str(programs / "gone"))
    with pytest.raises(ServiceError, match="CHROMIUM_PATH"):
        chromium.find_chromium()


def test_missing_chromium_is_one_line(programs, capfd):
    assert chromium.main(["ensure"]) == 1
    assert capfd.readouterr().err == f"{chromium.ADVICE}\n"


@pytest.mark.parametrize(("user", "code"), [(0, 0), (1000, 1)])
def test_only_root_installs(user, code, programs, monkeypatch, capfd):
    installer = programs / "apt-get"
    installer.write_text(
        f'#!/bin/sh\necho "$@" >> {programs}/asked\n'
        f'if [ "$1" = install ]; then /bin/cp "$0" {programs}/chromium; fi\n'
    )
    installer.chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert chromium.main(["ensure"]) == code
    assert (programs / "asked").exists() == (user == 0)
    assert (programs / "chromium").exists() == (user == 0)


def test_failed_installation_is_told(programs, monkeypatch, capfd):
    installer = programs / "apt-get"
    installer.write_text("#!/bin/sh\nexit 100\n")
    installer.chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert chromium.main(["ensure"]) == 1
    assert "apt-get update failed" in capfd.readouterr().err
