import pytest

from hub import loopback
from tests.hub.processes import run


@pytest.fixture
def demo(settings):
    settings.IS_DEMO = True


def answer(application, **environ) -> str:
    """The status of an answer to a request with this environment."""
    seen = []
    application(environ, lambda status, headers: seen.append(status))
    return seen[0]


def site(environ, start_response):
    start_response("200 OK", [])
    return [b""]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.8.9.1"])
def test_these_are_this_machine(host):
    assert loopback.is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "kopa.example.lv", ""])  # noqa: S104
def test_these_are_not(host):
    assert not loopback.is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0:0", "[::]:0", "192.168.77.5:8000"])
def test_gunicorn_refuses_to_show_the_demo_elsewhere(host, tmp_path):
    environment = {"HUB_PROFILE": "demo", "VAR_ROOT": str(tmp_path)}
    done = run("-m", "gunicorn", "--bind", host, environment=environment)
    assert done.returncode != 0
    assert loopback.REFUSAL in done.stderr + done.stdout
    assert "Listening" not in done.stderr


@pytest.mark.parametrize("host", ["0.0.0.0:8000", "[::]:8000"])
def test_djangos_own_server_refuses_it_too(host, tmp_path):
    environment = {"HUB_PROFILE": "demo", "VAR_ROOT": str(tmp_path)}
    done = run("manage.py", "runserver", "--noreload", host, environment=environment)
    assert done.returncode != 0
    assert loopback.REFUSAL in done.stderr + done.stdout


def test_the_demo_answers_this_machine_alone(demo):
    application = loopback.guarded(site)
    assert answer(application, REMOTE_ADDR="127.0.0.1") == "200 OK"
    assert answer(application, REMOTE_ADDR="10.0.0.7") == "403 Forbidden"


def test_the_demo_answers_nobody_through_a_proxy(demo):
    application = loopback.guarded(site)
    request = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "10.0.0.7"}
    assert answer(application, **request) == "403 Forbidden"


def test_other_profiles_have_no_guard(settings):
    settings.IS_DEMO = False
    assert loopback.guarded(site) is site
