import pytest

from hub import environment
from tests.hub.processes import production, run

REQUIRED = [
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DEFAULT_FROM_EMAIL",
    "EMAIL_URL",
    "MEDIA_ROOT",
    "PRIVATE_ROOT",
    "SECRET_KEY",
    "SITE_URL",
]


@pytest.mark.parametrize(
    "command",
    [["manage.py", "check"], ["-m", "gunicorn"], ["-m", "hub.serve"]],
    ids=["manage", "gunicorn", "serve"],
)
def test_production_names_each_missing_setting_in_one_line_and_stops(command, tmp_path):
    # `hub.serve` is the demo unless it is told otherwise.
    environment = {"VAR_ROOT": str(tmp_path), "HUB_PROFILE": "production"}
    done = run(*command, environment=environment)
    lines = [line for line in done.stderr.splitlines() if ":" in line and not line.startswith("[")]
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [line.split(":")[0] for line in lines if line.split(":")[0].isupper()] == REQUIRED


def test_hosts_of_calendars_are_read_as_people_write_them(monkeypatch):
    assert environment.read().outside_calendar_hosts == []
    monkeypatch.setenv("OUTSIDE_CALENDAR_HOSTS", " Kultura.example.lv ,, x.lv,")
    assert environment.read().outside_calendar_hosts == ["kultura.example.lv", "x.lv"]


def test_production_is_the_profile_of_who_says_nothing(tmp_path):
    done = run("manage.py", "check", environment={"VAR_ROOT": str(tmp_path)})
    assert done.returncode == 1
    assert done.stderr.startswith("ALLOWED_HOSTS")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 60),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", ""),
        ("SITE_URL", "http://kopa.example.lv"),
        ("SITE_URL", "kopa"),
        ("DATABASE_URL", "oracle9://nowhere"),
        ("DATABASE_URL", "nonsense"),
        ("EMAIL_URL", "nonsense"),
        ("TRUSTED_PROXY_COUNT", "many"),
        ("TRUSTED_PROXY_COUNT", "-1"),
        ("HSTS_SECONDS", "year"),
        ("PAGE_CACHE_BYTES", "-5"),
        ("LOG_LEVEL", "LOUD"),
        ("CACHE_URL", "memcached"),
        ("DEFAULT_FROM_EMAIL", "nobody"),
        ("MEDIA_ROOT", ""),
        ("PRIVATE_ROOT", "private"),
        ("OUTSIDE_CALENDAR_HOSTS", "https://kultura.example.lv"),
        ("OUTSIDE_CALENDAR_HOSTS", "127.0.0.1"),
        ("HUB_PROFILE", "staging"),
    ],
)
def test_a_wrong_value_is_named_in_one_line(name, value, tmp_path):
    done = run("manage.py", "check", environment=production(tmp_path, **{name: value}))
    named = [line for line in done.stderr.splitlines() if line.startswith(f"{name}:")]
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(named) == 1


def test_private_files_may_not_lie_among_public_ones(tmp_path):
    inside = str(tmp_path / "media" / "private")
    done = run("manage.py", "check", environment=production(tmp_path, PRIVATE_ROOT=inside))
    assert done.returncode == 1
    assert done.stderr.startswith("PRIVATE_ROOT:")


def test_a_complete_production_environment_passes_the_deployment_check(tmp_path):
    done = run(
        "-W",
        "error::DeprecationWarning:hub",
        "manage.py",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        environment=production(tmp_path),
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout
