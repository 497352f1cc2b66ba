"""The references are served as the site is; only what the site checks about itself is left out."""

import runpy
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[3]
_SITE = runpy.run_path(str(_CHECKOUT / "gunicorn.conf.py"))

wsgi_app = "django.core.wsgi:get_wsgi_application()"
globals().update(
    {
        name: value
        for name, value in _SITE.items()
        if not name.startswith("_") and name not in ("wsgi_app", "bind", "on_starting")
    }
)
