"""Where films on the web can be watched: pure, from the address that somebody pasted."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

YOUTUBE_FRAMES = "https://www.youtube-nocookie.com"
VIMEO_FRAMES = "https://player.vimeo.com"
FILE_KINDS = ("mp4", "webm", "ogv", "m4v", "mov")

_YOUTUBE_HOSTS = {"youtube.com", "m.youtube.com", "youtube-nocookie.com", "music.youtube.com"}
_YOUTUBE_PATH = re.compile(r"^/(?:embed|shorts|live|v)/([\w-]{11})/?$", re.ASCII)
_YOUTUBE_KEY = re.compile(r"^[\w-]{11}$", re.ASCII)
_VIMEO_PATH = re.compile(r"^/(?:video/)?(\d{5,12})(?:/([0-9a-f]{6,20}))?/?$", re.ASCII)
_HOST = re.compile(r"^[a-z0-9.-]+\.[a-z]{2,}$")


@dataclass(frozen=True)
class Film:
    """A film: who shows it, where, and the address of its player, if a page may frame that."""

    provider: str
    address: str
    player: str = ""


def find_film(pasted: str | None) -> Film | None:
    """The film at an address of YouTube's, Vimeo's or of a file; None when it is of none."""
    try:
        parts = urlsplit((pasted or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        is_plain = parts.scheme in ("http", "https") and not parts.username and not parts.port
    except ValueError:
        return None
    if not is_plain or not _HOST.match(host):
        return None
    if host in _YOUTUBE_HOSTS or host == "youtu.be":
        return _on_youtube(host, parts)
    if host in ("vimeo.com", "player.vimeo.com"):
        return _on_vimeo(parts)
    return _as_file(host, parts)


def _on_youtube(host, parts) -> Film | None:
    if host == "youtu.be":
        key = parts.path.strip("/")
    elif parts.path.rstrip("/") == "/watch":
        key = parse_qs(parts.query).get("v", [""])[0]
    else:
        match = _YOUTUBE_PATH.match(parts.path)
        key = match[1] if match else ""
    if not _YOUTUBE_KEY.match(key):
        return None
    address = f"https://www.youtube.com/watch?v={key}"
    return Film("YouTube", address, f"{YOUTUBE_FRAMES}/embed/{key}?autoplay=1")


def _on_vimeo(parts) -> Film | None:
    match = _VIMEO_PATH.match(parts.path)
    if not match:
        return None
    key, secret = match[1], match[2] or parse_qs(parts.query).get("h", [""])[0]
    if not re.fullmatch(r"(?:[0-9a-f]{6,20})?", secret):
        return None
    address = f"https://vimeo.com/{key}" + (f"/{secret}" if secret else "")
    player = f"{VIMEO_FRAMES}/video/{key}?dnt=1&autoplay=1" + (f"&h={secret}" if secret else "")
    return Film("Vimeo", address, player)


def _as_file(host, parts) -> Film | None:
    kind = parts.path.rpartition(".")[2].lower()
    if parts.scheme != "https" or kind not in FILE_KINDS:
        return None
    return Film(host, parts._replace(fragment="").geturl())
