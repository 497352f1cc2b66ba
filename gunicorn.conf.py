"""How gunicorn serves the site, unless its command line says otherwise."""

import os

wsgi_app = "hub.wsgi:application"
bind = [f"127.0.0.1:{os.environ.get('PORT', '8000')}"]
workers = int(os.environ.get("WEB_WORKERS", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60
graceful_timeout = 10
keepalive = 15
preload_app = True
control_socket_disable = True
# The site reads its own client address; nothing that a stranger sends can move it.
forwarded_allow_ips = "127.0.0.1,::1"


def on_starting(server):
    """Refuse, before anything listens, to show the demo to the world."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")
    import django

    django.setup()
    from hub.loopback import refuse_open_bind

    hosts = [address[0] for address in server.cfg.address if isinstance(address, tuple)]
    refuse_open_bind(hosts)


def post_fork(server, worker):
    """A forked process opens its own connections to the database."""
    from django.db import connections

    connections.close_all()
