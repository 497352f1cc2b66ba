"""Letters kept as files, for the profiles that have no mail server."""

import contextlib
import os
import re
import secrets
from base64 import b64encode
from datetime import UTC, datetime
from email import policy
from email.parser import BytesParser
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend

# What the outbox writes before the @ of a Message-ID: when the letter was written, and its number.
KNOWN_LETTER = re.compile(r"<(\d{8}-\d{6}-[0-9a-f]{16})@")
SAFE_NAME = re.compile(r"[0-9a-f-]{1,80}")


class FileBackend(BaseEmailBackend):
    """Writes each letter to a file of its own under EMAIL_FILE_PATH.

    The file is there whole or not at all. A letter of the outbox has one file, however often it is
    written and however many processes write it.
    """

    def send_messages(self, email_messages):
        root = Path(settings.EMAIL_FILE_PATH)
        root.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            content = message.message()
            _keep(root / f"{_name_of(content)}.eml", content.as_bytes())
        return len(email_messages)


def _name_of(content) -> str:
    known = KNOWN_LETTER.search(content["Message-ID"] or "")
    if known:
        return known.group(1)
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{secrets.token_hex(16)}"


def _keep(path: Path, content: bytes):
    begun = path.with_name(f"{path.stem}-{secrets.token_hex(4)}.part")
    try:
        begun.write_bytes(content)
        # Unlike a renamed file, a link never takes the place of what is there.
        with contextlib.suppress(FileExistsError):
            os.link(begun, path)
    finally:
        begun.unlink(missing_ok=True)


def recent(root: Path, limit: int = 50) -> list[dict]:
    """The newest letters under `root`: who, to whom, what, when, and whether there is HTML."""
    if not root.is_dir():
        return []
    paths = sorted(root.glob("*.eml"), reverse=True)[:limit]
    return [_read(path) for path in paths]


def designed(root: Path, name: str) -> str | None:
    """The HTML of the letter of this name, its pictures in it; None when there is none."""
    if not SAFE_NAME.fullmatch(name):
        return None
    path = root / f"{name}.eml"
    message = _parsed(path) if path.is_file() else None
    body = message and message.get_body(preferencelist=("html",))
    if body is None:
        return None
    html = body.get_content()
    for part in message.walk():
        if part["Content-ID"] and part.get_content_maintype() == "image":
            picture = b64encode(part.get_payload(decode=True)).decode()
            address = f"data:{part.get_content_type()};base64,{picture}"
            html = html.replace(f"cid:{part['Content-ID'].strip('<>')}", address)
    return html


def _parsed(path: Path):
    return BytesParser(policy=policy.default).parsebytes(path.read_bytes())


def _read(path: Path) -> dict:
    message = _parsed(path)
    body = message.get_body(preferencelist=("plain", "html"))
    return {
        "name": path.stem,
        "sender": message["From"],
        "to": message["To"],
        "subject": message["Subject"],
        "sent_at": getattr(message["Date"], "datetime", None),
        "text": body.get_content() if body else "",
        "has_html": message.get_body(preferencelist=("html",)) is not None,
    }
