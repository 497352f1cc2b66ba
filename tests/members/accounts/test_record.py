"""Who came in and who did not is recorded, and nothing of what was typed."""

import json
import logging
from datetime import UTC, datetime

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.urls import reverse

from core.logs import JsonFormatter
from members.accounts.actions import change_address, set_password
from tests import world
from tests.members.accounts.signing import (
    ask_for_code,
    latest_code,
    sign_in_by_code,
    sign_in_by_password,
    type_code,
    wrong,
)

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def anna(site):
    cache.clear()
    return world.person("anna@example.test")


@pytest.fixture
def record(caplog):
    """The lines of the record so far, as they are written."""
    caplog.set_level(logging.INFO, "hub.security")

    def lines() -> list[dict]:
        written = [each for each in caplog.records if each.name == "hub.security"]
        return [json.loads(JsonFormatter().format(each)) for each in written]

    return lines


def events(lines) -> list[str]:
    return [line["event"] for line in lines]


def test_coming_in_and_going_out_are_recorded_by_a_key(client, anna, record):
    sign_in_by_password(client, anna.email, world.PASSWORD)
    client.post(reverse("account_logout"))
    sign_in_by_code(client, anna.email)
    assert events(record()) == ["signed in", "signed out", "signed in"]
    assert {line["person"] for line in record()} == {str(anna.key)}


@pytest.mark.parametrize("address", ["anna@example.test", "nav@example.test"])
def test_failures_name_nobody_and_nothing_typed(client, anna, record, address):
    for _ in range(9):
        sign_in_by_password(client, address, "Slepena parole")
    ask_for_code(client, address)
    type_code(client, wrong(latest_code()))
    tries = ["wrong password"] * 8 + ["too many tries: password", "wrong code"]
    assert events(record()) == tries
    text = json.dumps(record())
    assert not any(word in text for word in ("person", "example.test", "Slepena"))


def test_changes_of_signing_in_are_recorded_once(anna, record):
    set_password(person=anna, password="Cita gara parole", now=NOW, kept_session="")
    change_address(person=anna, address="jauna@example.test", now=NOW, kept_session="")
    assert events(record()) == ["password_changed", "address_changed"]
    assert {line["person"] for line in record()} == {str(anna.key)}


def test_a_wrong_second_step_is_recorded(client, anna, record):
    TOTP.activate(anna, generate_totp_secret())
    sign_in_by_password(client, anna.email, world.PASSWORD)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert events(record()) == ["wrong second step"]
    assert record()[0]["person"] == str(anna.key)


def test_a_wrong_password_of_whoever_is_signed_in_is_recorded(client, anna, record):
    sign_in_by_password(client, anna.email, world.PASSWORD)
    client.post(reverse("account_reauthenticate"), {"password": "Slepena parole"})
    assert events(record()) == ["signed in", "wrong password"]
    assert {line["person"] for line in record()} == {str(anna.key)}
