"""What the profiles have in common, and what keeps production safe."""

import json
import stat

import pytest

from tests.hub.processes import production, run

TELL = """
import json, sys
from django.conf import settings
told = {name: getattr(settings, name, None) for name in sys.argv[1].split()}
print(json.dumps(told, default=str))
"""
NAMES = (
    "DEBUG SECRET_KEY ALLOWED_HOSTS MIDDLEWARE INSTALLED_APPS DATABASES CACHES TASKS LOGGING "
    "EMAIL_BACKEND EMAIL_FILE_PATH IS_DEMO SITE_URL ADMINS "
    "SESSION_COOKIE_NAME SESSION_COOKIE_SECURE SESSION_COOKIE_HTTPONLY SESSION_COOKIE_SAMESITE "
    "SESSION_COOKIE_DOMAIN SESSION_COOKIE_PATH CSRF_COOKIE_NAME CSRF_COOKIE_SECURE "
    "CSRF_COOKIE_HTTPONLY CSRF_COOKIE_SAMESITE CSRF_COOKIE_DOMAIN SECURE_SSL_REDIRECT "
    "SECURE_HSTS_SECONDS SECURE_HSTS_PRELOAD SECURE_HSTS_INCLUDE_SUBDOMAINS "
    "SECURE_PROXY_SSL_HEADER USE_X_FORWARDED_HOST WAGTAIL_GRAVATAR_PROVIDER_URL "
    "WAGTAIL_ENABLE_UPDATE_CHECK WAGTAIL_ENABLE_WHATS_NEW_BANNER WAGTAILEMBEDS_FINDERS"
)


def settings_of(environment) -> dict:
    """The settings of a process with this environment."""
    variables = {"DJANGO_SETTINGS_MODULE": "hub.settings", **environment}
    done = run("-c", TELL, NAMES, environment=variables)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def local(profile, folder, **changes) -> dict:
    return settings_of({"HUB_PROFILE": profile, "VAR_ROOT": str(folder), **changes})


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    """The settings of a complete production environment."""
    return settings_of(production(tmp_path_factory.mktemp("production")))


def test_production_shows_no_innards_and_answers_its_own_hosts_alone(live):
    assert live["DEBUG"] is False
    assert live["IS_DEMO"] is False
    assert live["ALLOWED_HOSTS"] == ["kopa.example.lv"]
    assert live["SITE_URL"] == "https://kopa.example.lv"


@pytest.mark.parametrize("cookie", ["SESSION_COOKIE", "CSRF_COOKIE"])
def test_cookies_of_production_stay_with_the_host_and_out_of_scripts(live, cookie):
    assert live[f"{cookie}_NAME"].startswith("__Host-")
    assert live[f"{cookie}_SECURE"] and live[f"{cookie}_HTTPONLY"]
    assert live[f"{cookie}_SAMESITE"] == "Lax"
    # A browser takes a cookie of this name only without a domain and for the whole site.
    assert live[f"{cookie}_DOMAIN"] is None
    assert live.get(f"{cookie}_PATH", "/") == "/"


def test_production_speaks_tls_alone_and_for_a_year(live):
    assert live["SECURE_SSL_REDIRECT"]
    assert live["SECURE_HSTS_SECONDS"] == 31_536_000
    assert live["SECURE_HSTS_PRELOAD"] and live["SECURE_HSTS_INCLUDE_SUBDOMAINS"]


def test_a_proxy_is_believed_only_when_there_is_said_to_be_one(live, tmp_path):
    assert live["SECURE_PROXY_SSL_HEADER"] is None
    assert not live["USE_X_FORWARDED_HOST"]
    behind = settings_of(production(tmp_path, TRUSTED_PROXY_COUNT="1"))
    assert behind["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_the_backstage_calls_nobody(live):
    assert live["WAGTAIL_GRAVATAR_PROVIDER_URL"] is None
    assert not live["WAGTAIL_ENABLE_UPDATE_CHECK"]
    assert not live["WAGTAIL_ENABLE_WHATS_NEW_BANNER"]
    assert live["WAGTAILEMBEDS_FINDERS"] == []


def test_no_failure_is_sent_by_letter(live):
    assert live["ADMINS"] == []
    handlers = live["LOGGING"]["handlers"].values()
    assert {handler["class"] for handler in handlers} == {"logging.StreamHandler"}


def test_what_counts_across_processes_is_shared(live, tmp_path):
    assert live["CACHES"]["default"]["BACKEND"].endswith("DatabaseCache")
    redis = settings_of(production(tmp_path, CACHE_URL="redis://127.0.0.1:6379/1"))
    assert redis["CACHES"]["default"]["BACKEND"].endswith("RedisCache")


def test_work_is_queued_so_that_a_request_does_not_wait_for_it(live):
    assert "DatabaseBackend" in live["TASKS"]["default"]["BACKEND"]


def test_an_acknowledged_write_to_sqlite_is_kept(live):
    options = live["DATABASES"]["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        assert f"PRAGMA {pragma};" in options["init_command"]
    assert live["DATABASES"]["default"]["CONN_MAX_AGE"] is None


def test_what_is_deleted_does_not_stay_in_the_file_of_sqlite(live):
    assert "PRAGMA secure_delete=ON;" in live["DATABASES"]["default"]["OPTIONS"]["init_command"]


def test_postgresql_connections_are_kept_and_looked_after(tmp_path):
    url = "postgres://kopa:x@127.0.0.1:1/kopa"
    database = settings_of(production(tmp_path, DATABASE_URL=url))["DATABASES"]["default"]
    assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"]) == (None, True)


@pytest.mark.parametrize("profile", ["demo", "dev", "test"])
def test_the_code_is_the_same_in_every_profile(live, tmp_path, profile):
    other = local(profile, tmp_path)
    for name in ("MIDDLEWARE", "INSTALLED_APPS", "LOGGING"):
        assert other[name] == live[name]
    assert other["DEBUG"] == (profile == "dev")
    assert other["IS_DEMO"] == (profile == "demo")


@pytest.mark.parametrize("profile", ["demo", "dev"])
def test_letters_of_the_demo_go_nowhere(tmp_path, profile):
    other = local(profile, tmp_path, EMAIL_URL="smtp://mail.example.lv:25")
    assert other["EMAIL_BACKEND"] == "core.letters.FileBackend"
    assert other["EMAIL_FILE_PATH"] == str(tmp_path / "mail")


@pytest.mark.parametrize("profile", ["demo", "dev", "test"])
def test_no_other_profile_answers_to_other_hosts(tmp_path, profile):
    hosts = local(profile, tmp_path, ALLOWED_HOSTS="*")["ALLOWED_HOSTS"]
    assert set(hosts) <= {"localhost", "127.0.0.1", "[::1]", "testserver"}


def test_the_demo_makes_its_secret_once_and_keeps_it_to_itself(tmp_path):
    first, second = (local("demo", tmp_path)["SECRET_KEY"] for _ in range(2))
    assert first == second
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_the_demo_works_without_tls(tmp_path):
    demo = local("demo", tmp_path)
    assert not demo["SECURE_SSL_REDIRECT"] and demo["SECURE_HSTS_SECONDS"] == 0
    assert not demo["SESSION_COOKIE_SECURE"] and not demo["CSRF_COOKIE_SECURE"]


def test_the_kept_pages_stand_before_everything_else(live):
    assert live["MIDDLEWARE"][0] == "core.page_cache.PageCacheMiddleware"
