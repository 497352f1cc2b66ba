"""The site as a WSGI application."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402

from hub.loopback import guarded  # noqa: E402

application = guarded(get_wsgi_application())
