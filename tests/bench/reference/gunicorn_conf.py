"""The references are served as the site is; only what the site checks about itself is left out.

The reference for memory is a minimal project as it comes: what the site does to share memory among
its workers is a part of what is measured, so the reference goes without.
"""

import os
import runpy
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[3]
_LEFT_OUT = {"wsgi_app", "bind", "on_starting"}
if os.environ.get("BENCH_APPS"):
    _LEFT_OUT.add("when_ready")
_SITE = runpy.run_path(str(_CHECKOUT / "gunicorn.conf.py"))

wsgi_app = "django.core.wsgi:get_wsgi_application()"
globals().update(
    {
        name: value
        for name, value in _SITE.items()
        if not name.startswith("_") and name not in _LEFT_OUT
    }
)
