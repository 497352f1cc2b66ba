"""Behind TLS the site scores A+ with Mozilla's Observatory, on every kind of public answer."""

import json

import pytest

from tests.hub.observatory import score

SIGN_IN = "/en/account/sign-in/"
PUBLIC = ["/lv/", "/en/", "/lv/jaunumi/", "/lv/nav-tadas/", SIGN_IN]

# Run where the production profile is: a test process has settings of its own.
PROBE = """
import json, sys
import django
django.setup()
from django.test import Client
from tests.hub.observatory import score
client = Client(SERVER_NAME="kopa.example.lv", raise_request_exception=False)
answers = {}
for path in json.loads(sys.argv[1]):
    response = client.get(path, secure=True)
    answers[path] = [response.status_code, *score(response), list(response.cookies)]
plain = client.get("/lv/")
answers["plain"] = [plain.status_code, plain.headers.get("Location"), [], []]
answers["/healthz over http"] = [client.get("/healthz").status_code]
print(json.dumps(answers))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """Status, score and faults of public answers, from a site in the production profile."""
    from tests.hub.processes import prepared_production, run

    environment = prepared_production(tmp_path_factory.mktemp("production"))
    environment["DJANGO_SETTINGS_MODULE"] = "hub.settings"
    paths = [*PUBLIC, "/healthz"]
    done = run("-c", PROBE, json.dumps(paths), environment=environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_score_a_plus(answers, path):
    status, points, faults, _cookies = answers[path]
    assert status in (200, 404)
    assert faults == []
    assert points >= 100


def test_cookies_are_for_this_host_alone_and_come_with_forms_only(answers):
    assert answers[SIGN_IN][3] == ["__Host-csrf"]
    assert [path for path in PUBLIC if answers[path][3]] == [SIGN_IN]


def test_a_probe_of_health_needs_no_tls(answers):
    assert answers["/healthz over http"][0] == 200


def test_plain_http_is_sent_to_tls(answers):
    assert answers["plain"][:2] == [301, "https://kopa.example.lv/lv/"]


def test_the_score_can_fail(client, site):
    response = client.get("/lv/")
    del response.headers["Content-Security-Policy"]
    points, faults = score(response)
    assert "no CSP" in faults
    assert points < 100
