import pytest

from core.client import client_address

FORGED = "203.0.113.9"


@pytest.mark.parametrize(
    ("proxies", "remote", "hops", "expected"),
    [
        (0, "198.51.100.1", None, "198.51.100.1"),
        (0, "198.51.100.1", FORGED, "198.51.100.1"),
        (1, "127.0.0.1", "198.51.100.1", "198.51.100.1"),
        (1, "127.0.0.1", f"{FORGED}, 198.51.100.1", "198.51.100.1"),
        (1, "127.0.0.1", f"{FORGED},{FORGED},  198.51.100.1 ", "198.51.100.1"),
        (2, "127.0.0.1", f"{FORGED}, 198.51.100.1, 10.0.0.1", "198.51.100.1"),
        # Fewer hops than proxies: somebody came round one, and wrote the header alone.
        (2, "127.0.0.1", FORGED, "127.0.0.1"),
        (1, "127.0.0.1", None, "127.0.0.1"),
        (1, "127.0.0.1", "", "127.0.0.1"),
        (1, "127.0.0.1", "nothing", "127.0.0.1"),
        (0, "2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::"),
        (0, "::ffff:198.51.100.1", None, "198.51.100.1"),
        (0, "", None, "0.0.0.0"),  # noqa: S104
    ],
)
def test_the_address_is_the_hop_that_the_last_trusted_proxy_saw(
    rf, settings, proxies, remote, hops, expected
):
    settings.TRUSTED_PROXY_COUNT = proxies
    request = rf.get("/", REMOTE_ADDR=remote)
    if hops is not None:
        request.META["HTTP_X_FORWARDED_FOR"] = hops
    assert client_address(request) == expected
