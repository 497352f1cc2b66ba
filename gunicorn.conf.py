"""How gunicorn serves the site, unless its command line says otherwise."""

import gc
import os
import sys


def _number(name, word):
    """A positive number out of a setting's word; ends with one line when it is none."""
    if not word.isdecimal() or int(word) < 1:
        sys.exit(f"{name}: must be a whole number from 1 up")
    return int(word)


wsgi_app = "hub.wsgi:application"
bind = [f"127.0.0.1:{os.environ.get('PORT', '8000')}"]
workers = _number("WEB_WORKERS", os.environ.get("WEB_WORKERS") or "2")
worker_class = "gthread"
threads = _number("WEB_THREADS", os.environ.get("WEB_THREADS") or "4")
timeout = 60
graceful_timeout = 10
keepalive = 15
preload_app = True
control_socket_disable = True
# The site reads its own client address; nothing that a stranger sends can move it.
forwarded_allow_ips = "127.0.0.1,::1"
# The server's own words are written as the site's are: they name the addresses of visitors.
logconfig_dict = {
    "version": 1,
    "formatters": {"json": {"()": "core.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "loggers": {
        "gunicorn.error": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "gunicorn.access": {"handlers": [], "level": "WARNING", "propagate": False},
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
}


def on_starting(server):
    """Refuse, before anything listens, to show the demo to the world."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")
    import django

    django.setup()
    from hub.loopback import refuse_open_bind

    hosts = [address[0] for address in server.cfg.address if isinstance(address, tuple)]
    refuse_open_bind(hosts)


def when_ready(server):
    """What is loaded by now is shared by the workers, as long as nobody looks it through."""
    gc.collect()
    gc.freeze()


def post_fork(server, worker):
    """A forked process opens its own connections to the database."""
    from django.db import connections

    connections.close_all()
