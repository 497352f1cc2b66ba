"""The demo profile never leaves the machine it runs on."""

from ipaddress import ip_address

from django.conf import settings

REFUSAL = "The demo profile answers on this machine alone. For other addresses use production."


def is_loopback(host: str) -> bool:
    """Whether the host is this machine itself."""
    name = host.strip("[]").lower()
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def refuse_open_bind(hosts: list[str]):
    """Raise SystemExit when the demo profile is told to listen on another address."""
    if settings.IS_DEMO and not all(is_loopback(host) for host in hosts):
        raise SystemExit(REFUSAL)


def guarded(application):
    """The application, which in the demo profile answers nobody but this machine."""
    if not settings.IS_DEMO:
        return application

    def demo_application(environ, start_response):
        came_from_here = is_loopback(environ.get("REMOTE_ADDR") or "127.0.0.1")
        if came_from_here and not environ.get("HTTP_X_FORWARDED_FOR"):
            return application(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [REFUSAL.encode()]

    return demo_application
