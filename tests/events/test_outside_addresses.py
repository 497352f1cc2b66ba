"""From where a calendar of others may be fetched, judged without asking anybody."""

import pytest

from events.outside.addresses import Way, is_public, way_to
from events.outside.troubles import Trouble, Unfetched

HOSTS = {"kultura.example.lv", "2130706433", "0177.0.0.1", "127.0.0.1"}


def refused(address: str) -> Trouble:
    with pytest.raises(Unfetched) as failure:
        way_to(address, HOSTS)
    return failure.value.trouble


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("https://kultura.example.lv/a.ics", (True, 443, "/a.ics")),
        ("https://KULTURA.example.lv:443/a.ics?b=1&c=%20", (True, 443, "/a.ics?b=1&c=%20")),
        ("http://kultura.example.lv", (False, 80, "/")),
        ("https://kultura.example.lv/kalendārs.ics#x", (True, 443, "/kalend%C4%81rs.ics")),
    ],
)
def test_what_is_allowed(address, way):
    is_secure, port, target = way
    assert way_to(address, HOSTS) == Way(is_secure, "kultura.example.lv", port, target)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://kultura.example.lv/a.ics",
        "gopher://kultura.example.lv/",
        "webcal://kultura.example.lv/a.ics",
        "//kultura.example.lv/a.ics",
        "kultura.example.lv/a.ics",
        "https:///a.ics",
        "https://",
        "",
        "https://kultura.example.lv@ienaidnieks.example/",
        "https://ienaidnieks.example@kultura.example.lv/",
        "https://:@kultura.example.lv/",
        "https://kultura.example.lv\\@ienaidnieks.example/",
        "https://kultura.example.lv/a\r\nHost: x",
        "https://kultura.example.lv/ a.ics",
        "https://kultura.example.lv:port/",
        "https://[kultura.example.lv/",
    ],
)
def test_what_is_no_address_of_a_calendar(address):
    assert refused(address) == Trouble.ADDRESS


@pytest.mark.parametrize(
    "address",
    [
        "https://ienaidnieks.example/a.ics",
        "https://a.kultura.example.lv/a.ics",
        "https://kultura.example.lv.ienaidnieks.example/",
        "https://kultura.example.lv./a.ics",
        "https://kultura.example.lv:8443/",
        "https://kultura.example.lv:80/",
        "http://kultura.example.lv:443/",
        "http://kultura.example.lv:0/",
        "http://[::1]/",
        "http://0x7f.1/",
        "http://localhost/",
    ],
)
def test_what_the_operator_did_not_name(address):
    assert refused(address) == Trouble.NOT_ALLOWED


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "0.0.0.0",  # noqa: S104
        "0.1.2.3",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:93.184.216.34",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:1::1",
        "2001:db8::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        # A resolver says no such thing; who knows.
        "2130706433",
        "0177.0.0.1",
        "0x7f000001",
        "127.1",
        "",
        "kultura.example.lv",
    ],
)
def test_what_is_not_of_the_open_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450:4001::200e"]
)
def test_what_is_of_the_open_internet(address):
    assert is_public(address)
