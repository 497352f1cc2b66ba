"""Start the whole site with one command: prepare, fill the demo, serve, do scheduled work.

`python -m hub.serve` is what `make run` calls. Stopping it stops everything it started.
"""

import os
import signal
import socket
import subprocess
import sys
import time

# Somebody who asked for a code to sign in looks at the letter box meanwhile.
RUN_DUE_EVERY = "5"


def main() -> int:
    """Serve until stopped; returns the exit code."""
    os.environ.setdefault("HUB_PROFILE", "demo")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")
    port = os.environ.setdefault("PORT", "8000")
    for signal_number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signal_number, _stop)
    children: list[subprocess.Popen] = []
    try:
        _prepare()
        children.append(_server(port))
        children.append(_run_due())
        _announce(port)
        return _watch(children)
    except KeyboardInterrupt:
        return 0
    finally:
        _end(children)


def _stop(signal_number, frame):
    # A second Ctrl-C must not interrupt the orderly end of the first.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _prepare():
    import django

    django.setup()
    from django.core.management import call_command

    from hub.settings import IS_DEMO

    print("Preparing the site (the first time takes about a minute) …", flush=True)
    call_command("prepare")
    if IS_DEMO:
        call_command("fill_demo", if_empty=True)


def _server(port: str) -> subprocess.Popen:
    if os.environ["HUB_PROFILE"] == "dev":
        # Django's own server loads changed code again, and its children go with its group.
        command = [sys.executable, "manage.py", "runserver", f"127.0.0.1:{port}"]
        return subprocess.Popen(command, start_new_session=True)
    hosts = ["127.0.0.1"]
    if _can_listen_on_ipv6():
        hosts.append("[::1]")
    binds = [word for host in hosts for word in ("--bind", f"{host}:{port}")]
    command = [sys.executable, "-m", "gunicorn", *binds]
    return subprocess.Popen(command, start_new_session=True)


def _can_listen_on_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def _run_due() -> subprocess.Popen:
    command = [sys.executable, "manage.py", "run_due", "--every", RUN_DUE_EVERY]
    return subprocess.Popen(command, start_new_session=True)


def _announce(port: str):
    addresses = f"http://127.0.0.1:{port}/ and http://localhost:{port}/"
    print(f"Kopā: {addresses}  (Ctrl-C stops)", flush=True)


def _watch(children) -> int:
    """Wait until one of the children ends; the others are then of no use."""
    while all(child.poll() is None for child in children):
        time.sleep(0.5)
    return next(child.returncode for child in children if child.poll() is not None) or 0


def _end(children):
    for child in children:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGTERM)
    for child in children:
        try:
            child.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
