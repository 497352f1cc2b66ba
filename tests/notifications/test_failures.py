"""Failures in words, addresses that stay private."""

import pytest
from django.utils.translation import override

from notifications.failures import in_words, masked


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        ("", ""),
        ("SMTP 451", "The mail server asked to try again later (451)."),
        ("SMTP 550", "The mail server does not take letters for this address (550)."),
        ("SMTP 554", "The mail server refused the letter (554)."),
        (
            "SMTPAuthenticationError 535",
            "The mail server does not let the site in (535). Tell whoever runs it.",
        ),
        ("ConnectionRefusedError", "The mail server could not be reached."),
        ("TimeoutError", "The mail server gave no answer in time."),
        ("TooLate", "It was of no use any more when it could have been sent."),
        ("KeyError", "The letter could not be written (KeyError). Tell whoever runs the site."),
    ],
)
def test_a_failure_in_words(failure, words):
    with override("en"):
        assert in_words(failure) == words


@pytest.mark.parametrize(
    ("address", "shown"),
    [("aija@example.test", "a…@example.test"), ("a@b.lv", "a…@b.lv"), ("", "…@")],
)
def test_an_address_is_masked(address, shown):
    assert masked(address) == shown
