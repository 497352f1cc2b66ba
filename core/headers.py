"""What browsers are told about the safety of every answer."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware as BaseCSPMiddleware

# Wagtail's own screens carry inline scripts and styles; no host is added for them.
BACKSTAGE_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "object-src": ["'none'"],
    "frame-ancestors": [SELF],
}
# Whose players a public page may frame, and only one that has such a video on it.
FRAMED_HOSTS = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")
# Here nobody is at work yet, and neither page needs anything inline.
SIGNED_OUT_ADDRESSES = ("/admin/login/", "/admin/password_reset/")
PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
)


def is_of_the_backstage(request) -> bool:
    """Whether the answer is for an editor at work, as a preview of a public page is too."""
    return request.path_info.startswith("/admin/") or getattr(request, "is_dummy", False)


def allow_frames_of(request, player: str):
    """Let the answer frame the player, if it is of a host that may be framed at all."""
    hosts = {host for host in FRAMED_HOSTS if player.startswith(f"{host}/")}
    request.framed_hosts = getattr(request, "framed_hosts", set()) | hosts


class CSPMiddleware(BaseCSPMiddleware):
    """One strict policy for the public, a looser one for the backstage alone."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        path = request.path_info
        is_at_work = path.startswith("/admin/") and not path.startswith(SIGNED_OUT_ADDRESSES)
        if is_at_work and not report_only:
            # A nonce would switch the inline permission off again.
            parts.config, parts.nonce = BACKSTAGE_POLICY, None
        elif hosts := getattr(request, "framed_hosts", None):
            parts.update = {**(parts.update or {}), "frame-src": sorted(hosts)}
        return parts


class HeadersMiddleware:
    """Headers that Django has no setting for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_of_the_backstage(request):
            # An editor's preview is a frame of the editor's own page.
            response.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response
