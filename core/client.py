"""Who asks, as far as the network tells: the address that limits are counted by."""

from ipaddress import ip_address, ip_network

from django.conf import settings

# Whoever has one IPv6 address usually has this whole network of them.
IPV6_PREFIX = 64


def client_address(request) -> str:
    """The client's network address, which no header of the client's own can move.

    Each trusted proxy adds one hop to the end of X-Forwarded-For; what stands before those hops
    was written by the client. An IPv6 address stands for its network.
    """
    return _grouped(_hop(request) or request.META.get("REMOTE_ADDR", ""))


def _hop(request) -> str:
    count = settings.TRUSTED_PROXY_COUNT
    if not count:
        return ""
    # Several headers of the name arrive as one, joined by commas.
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    return hops[-count].strip() if len(hops) >= count and _is_address(hops[-count]) else ""


def _is_address(text: str) -> bool:
    try:
        ip_address(text.strip())
    except ValueError:
        return False
    return True


def _grouped(text: str) -> str:
    if not _is_address(text):
        # A server on a local socket has no address to tell.
        return "0.0.0.0"  # noqa: S104 - a name for nobody, not something to listen on
    address = ip_address(text)
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network(f"{address}/{IPV6_PREFIX}", strict=False).network_address)
