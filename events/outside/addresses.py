"""From where calendars may be fetched. Pure: what a name leads to is asked elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from urllib.parse import quote, urlsplit

from events.outside.troubles import Trouble, Unfetched

PORTS = {"http": 80, "https": 443}
# All of IPv6 that is given out for the open internet, and what in it carries addresses of IPv4,
# so that a gateway could lead back inside (6to4 and Teredo: RFC 3056 and 4380).
OPEN_IPV6 = ip_network("2000::/3")
CARRIERS = (ip_network("2002::/16"), ip_network("2001::/32"))
_UNFIT = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
# What stays as it is written (RFC 3986, 3.3); letters of other alphabets do not.
_PLAIN = "/?%:@!$&'()*+,;=~"


@dataclass(frozen=True)
class Way:
    """An address that may be asked: `target` is what is asked for of the host."""

    is_secure: bool
    host: str
    port: int
    target: str


def way_to(address: str, allowed_hosts: Iterable[str]) -> Way:
    """How to ask for what is at the address; raises Unfetched unless its host is allowed."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise Unfetched(Trouble.ADDRESS) from None
    has_login = "@" in parts.netloc
    if parts.scheme not in PORTS or not host or has_login or _UNFIT.search(address):
        raise Unfetched(Trouble.ADDRESS)
    usual = PORTS[parts.scheme]
    if host not in allowed_hosts or port not in (None, usual):
        raise Unfetched(Trouble.NOT_ALLOWED)
    target = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_PLAIN)
    return Way(parts.scheme == "https", host, usual, target)


def is_public(address: str) -> bool:
    """Whether the IP address is one of the open internet, whichever way it is written."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if found.version == 6 and (
        found not in OPEN_IPV6 or any(found in carrier for carrier in CARRIERS)
    ):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved
