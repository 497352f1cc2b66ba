"""Collecting static files only when they changed, so that a second start is quick."""

import hashlib
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

MARK = "collected.txt"


def fingerprint() -> str:
    """What the collected files depend on: installed packages and the project's own files."""
    digest = hashlib.sha256()
    for package in sorted(f"{item.name}=={item.version}" for item in distributions()):
        digest.update(package.encode())
    for folder in settings.STATICFILES_DIRS:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def collect_if_changed():
    """Collect static files, unless those that lie there are of this very state."""
    if settings.DEBUG:
        return
    mark = Path(settings.STATIC_ROOT) / MARK
    state = fingerprint()
    if mark.exists() and mark.read_text(encoding="utf-8") == state:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    mark.write_text(state, encoding="utf-8")
