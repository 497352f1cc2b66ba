"""Letters kept as files, for the profiles that have no mail server."""

import secrets
from datetime import UTC, datetime
from email import policy
from email.parser import BytesParser
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


class FileBackend(BaseEmailBackend):
    """Writes each letter to a file of its own under EMAIL_FILE_PATH."""

    def send_messages(self, email_messages):
        root = Path(settings.EMAIL_FILE_PATH)
        root.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
            path = root / f"{moment}-{secrets.token_hex(4)}.eml"
            path.write_bytes(message.message().as_bytes())
        return len(email_messages)


def recent(root: Path, limit: int = 50) -> list[dict]:
    """The newest letters under `root`: sender, recipients, subject, date and plain text."""
    if not root.is_dir():
        return []
    paths = sorted(root.glob("*.eml"), reverse=True)[:limit]
    return [_read(path) for path in paths]


def _read(path: Path) -> dict:
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    body = message.get_body(preferencelist=("plain", "html"))
    return {
        "sender": message["From"],
        "to": message["To"],
        "subject": message["Subject"],
        "date": message["Date"],
        "text": body.get_content() if body else "",
    }
