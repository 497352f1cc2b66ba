"""A letter as it leaves: text and HTML in the reader's language, the belt at its head."""

from datetime import datetime
from email.header import Header
from email.headerregistry import (
    Address,
    HeaderRegistry,
    UniqueUnstructuredHeader,
    UnstructuredHeader,
)
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context, loader
from django.utils.translation import override
from wagtail.models import Site

from core.belt import belt_of, belt_png
from core.models import SiteSettings
from core.templatetags.hub import HUB_BELT
from notifications import links, wording
from notifications.kinds import Kind
from notifications.models import Letter
from notifications.stopping import token_of

LAYOUT = "notifications/letter.html"
TEXT_FOOT = "notifications/letter_foot.txt"
# Shown at half the size, so that the threads stay sharp on the screens of phones.
BAND_WIDTH, BAND_HEIGHT = 1200, 108
BAND_NAME = "josta.png"
HEADERS = {
    # RFC 3834: no machine answers these letters, and no machine's answer is answered.
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
}


class LetterMessage(EmailMultiAlternatives):
    """Django's message, written with the picture of the belt beside the HTML part."""

    band: bytes = b""

    def message(self) -> EmailMessage:
        """The message as RFC 5322 wants it, in seven bits; raises ValueError for a bad header."""
        mime = _Mime(policy=_POLICY)
        mime["Subject"] = self.subject
        mime["From"] = sender_of(self.from_email)
        mime["To"] = Address(addr_spec=self.to[0])
        mime.set_content(self.body, cte="quoted-printable")
        for alternative in self.alternatives:
            mime.add_alternative(alternative.content, subtype="html", cte="quoted-printable")
            mime.get_payload()[-1].add_related(
                self.band,
                "image",
                "png",
                cid=f"<{_band_id()}>",
                disposition="inline",
                filename=BAND_NAME,
            )
        # Last, because what begins with "Content-" would go to the first part of several.
        for name, value in self.extra_headers.items():
            mime[name] = value
        return mime


class _OneLine(UnstructuredHeader):
    """A header that is never broken: addresses in it would come apart (RFC 8058, 3.1)."""

    max_count = 1

    def fold(self, *, policy):
        return f"{self.name}: {self}{policy.linesep}"


class _Subject(UniqueUnstructuredHeader):
    """A subject whose words stay apart: where Python breaks it, blanks between them get lost."""

    def fold(self, *, policy):
        if self.isascii():
            return super().fold(policy=policy)
        words = Header(str(self), "utf-8", header_name=self.name)
        return f"{self.name}: {words.encode(linesep=policy.linesep)}{policy.linesep}"


class _Mime(EmailMessage):
    """Python's message with the one argument that Django's mail backends add."""

    def as_bytes(self, unixfrom=False, policy=None, linesep=None) -> bytes:
        return super().as_bytes(unixfrom, policy=policy)


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _OneLine)
_HEADERS.map_to_type("subject", _Subject)
_POLICY = SMTP.clone(header_factory=_HEADERS)


def compose(
    letter: Letter, kind: Kind, *, site: SiteSettings, now: datetime
) -> LetterMessage | None:
    """The letter as it leaves now; None when there is nothing left to say."""
    language = language_of(letter)
    with override(language):
        more = kind.context(letter, now)
        if more is None:
            return None
        context = wording.cleaned(letter.context | more)
        words = _words(letter, kind, context, site)
        stop_url = _stop_url(letter, kind)
        frame = {"site": site, "site_url": settings.SITE_URL, "language": language}
        frame["stop_url"] = stop_url
        foot = loader.render_to_string(TEXT_FOOT, frame).strip()
        page = loader.render_to_string(LAYOUT, frame | _page(words))
    message = LetterMessage(
        words.subject,
        f"{words.text}\n\n-- \n{foot}\n",
        settings.DEFAULT_FROM_EMAIL,
        [address_of(letter.recipient)],
        headers={
            "Message-ID": letter.message_id,
            "Date": format_datetime(now),
            "Content-Language": language,
            **HEADERS,
            **_stop_headers(stop_url),
        },
    )
    message.attach_alternative(page, "text/html")
    message.band = _band(context.get("belt") or HUB_BELT)
    return message


def _stop_url(letter: Letter, kind: Kind) -> str:
    """Where the letter is stopped; empty for one that is necessary."""
    if not (kind.can_be_stopped and letter.person_id):
        return ""
    group, category = (letter.context.get(name, "") for name in ("group", "category"))
    return links.address("notices:stop", token_of(letter.person_id, group, category))


def _stop_headers(stop_url: str) -> dict[str, str]:
    """What mail programs make a button of (RFC 8058)."""
    if not stop_url:
        return {}
    return {
        "List-Unsubscribe": f"<{stop_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def language_of(letter: Letter) -> str:
    """The language that the reader has chosen, else the one that the letter was queued in."""
    chosen = getattr(letter.person, "language", "") if letter.person_id else ""
    known = [code for code, _name in settings.LANGUAGES]
    wanted = (code for code in (chosen, letter.language) if code in known)
    return next(wanted, settings.LANGUAGE_CODE)


def address_of(address: str) -> str:
    """The address as it travels: hosts with letters of other alphabets in ASCII (RFC 5891).

    Raises ValueError for what is no address, and for what no mail server need take (RFC 6531).
    """
    local, at, host = address.strip().rpartition("@")
    if not (local and local.isascii() and at and host):
        raise ValueError("This is no e-mail address.")
    return f"{local}@{host.encode('idna').decode('ascii')}"


def sender_of(value: str) -> Address:
    """Who the letter is from, as a header says it; raises ValueError for what is no address."""
    name, spec = parseaddr(value)
    return Address(name, addr_spec=address_of(spec))


def site_settings() -> SiteSettings:
    """What the site says about itself; asked once for all letters of a round."""
    site = Site.objects.filter(is_default_site=True).first()
    return SiteSettings.for_site(site) if site else SiteSettings()


def _words(letter: Letter, kind: Kind, context: dict, site: SiteSettings) -> wording.Wording:
    name = getattr(letter.person, "display_name", "") if letter.person_id else ""
    own = wording.cleaned({"name": str(name)})
    values = {**context, **own, "site": site, "site_url": settings.SITE_URL}
    # A text is no HTML: its signs are written as they are here and escaped by the layout.
    rendered = loader.get_template(kind.template).template.render(Context(values, autoescape=False))
    return wording.wording_of(rendered)


def _page(words: wording.Wording) -> dict:
    """What the layout shows, the site's addresses in it as links."""
    blocks = [
        {"shape": block.shape, "lines": block.lines, "parts": _parts(block)}
        for block in words.blocks
    ]
    return {"subject": words.subject, "blocks": blocks, "band_id": _band_id()}


def _parts(block: wording.Block) -> list[list[tuple[str, str]]]:
    return [wording.with_links(line, settings.SITE_URL) for line in block.lines]


def _band_id() -> str:
    return f"josta@{urlsplit(settings.SITE_URL).hostname or 'localhost'}"


@lru_cache(64)
def _band(word: str) -> bytes:
    try:
        belt = belt_of(word)
    except ValueError:
        belt = belt_of(HUB_BELT)
    return belt_png(belt, BAND_WIDTH, BAND_HEIGHT)
