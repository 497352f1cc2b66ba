"""Limits hold in all processes together, and over a restart."""

import json

from tests.hub.processes import prepared_production, run

# Each run is a process of its own that begins anew, as after a restart.
GUESS = """
import json, sys
import django
django.setup()
from django.test import Client
from django.urls import reverse
visitor = Client(SERVER_NAME="kopa.example.lv", REMOTE_ADDR="10.9.9.9")
form = {"email": "anna@example.test", "password": "minu"}
statuses = [
    visitor.post(reverse("account_login"), form, secure=True, HTTP_X_FORWARDED_FOR=f"203.0.113.{n}")
    .status_code
    for n in range(5)
]
print(json.dumps(statuses))
"""


def test_wrong_passwords_are_counted_over_processes_and_a_restart(tmp_path):
    environment = {**prepared_production(tmp_path), "DJANGO_SETTINGS_MODULE": "hub.settings"}
    statuses = []
    for _ in range(2):
        done = run("-c", GUESS, environment=environment)
        assert done.returncode == 0, done.stderr
        statuses += json.loads(done.stdout.strip().splitlines()[-1])
    assert statuses[:5] == [200] * 5
    assert 429 in statuses[5:]
