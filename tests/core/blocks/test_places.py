"""Addresses of the web, and no others."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks.places import AddressBlock, web_address

BAD = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "javascript://example.com/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "mailto:a@e.test",
    "ftp://example.com/",
    "https://",
    "http://[",
    "https://exam ple.com/",
]


@pytest.mark.parametrize("address", BAD)
def test_it_refuses_what_is_no_address_of_the_web_and_says_what_is(address):
    with pytest.raises(ValidationError, match="https://"):
        AddressBlock().clean(address)


def test_it_refuses_an_address_that_is_endless():
    with pytest.raises(ValidationError):
        AddressBlock().clean("https://example.com/" + "a" * 1000)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://www.gulbene.lv/lv/?a=1#b", "https://www.gulbene.lv/lv/?a=1#b"),
        ("www.gulbene.lv", "https://www.gulbene.lv"),
        (" http://gulbene.lv/ ", "http://gulbene.lv/"),
    ],
)
def test_it_takes_what_people_paste(typed, address):
    assert AddressBlock().clean(typed) == address


@pytest.mark.parametrize("address", [*BAD[:-3], "http://[", "", None, "/lv/", "//evil.example"])
def test_what_has_been_stored_by_other_ways_is_not_linked(address):
    assert web_address(address) == ""
