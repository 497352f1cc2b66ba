"""Starting the site's programs with an environment that holds nothing but what is given."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.running import kept

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCTION = {
    "SECRET_KEY": "k3Yz-9Qw7vB2nM5xC8sD1fG4hJ6lP0oI-uYtReWqAzSxDcFvGb",
    "ALLOWED_HOSTS": "kopa.example.lv",
    "SITE_URL": "https://kopa.example.lv",
    "EMAIL_URL": "smtp://mail.example.lv:25",
    "DEFAULT_FROM_EMAIL": "kopa@example.lv",
}


def production(folder: Path, **changes: str) -> dict[str, str]:
    """A complete production environment whose data lies in the folder."""
    return {
        **PRODUCTION,
        "DATABASE_URL": f"sqlite:///{folder / 'kopa.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "PRIVATE_ROOT": str(folder / "private"),
        "VAR_ROOT": str(folder),
        **changes,
    }


def prepared_production(folder: Path) -> dict[str, str]:
    """The same after `manage.py prepare`, which runs once for all tests."""

    def prepare(place: Path):
        place.mkdir(parents=True)
        done = run("manage.py", "prepare", environment=production(place))
        assert done.returncode == 0, done.stderr

    shutil.copytree(kept("production", prepare), folder, dirs_exist_ok=True)
    return production(folder)


def run(*arguments: str, environment: dict[str, str], **options) -> subprocess.CompletedProcess:
    """Run Python with the arguments and wait; nothing of our own environment comes along."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **options,
    )
