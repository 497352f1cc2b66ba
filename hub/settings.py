"""Django settings; what differs between places comes from `hub.environment`."""

import sys

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from hub import environment
from hub.accounts import *  # noqa: F403

try:
    ENVIRONMENT = environment.read()
except environment.BadEnvironment as fault:
    for line in fault.lines:
        print(line, file=sys.stderr)
    print("The site did not start: see docs/settings.md.", file=sys.stderr)
    sys.exit(1)

ROOT = environment.ROOT
PROFILE = ENVIRONMENT.profile
VAR_ROOT = ENVIRONMENT.var_root
IS_DEMO = PROFILE == "demo"

DEBUG = PROFILE == "dev"
SECRET_KEY = ENVIRONMENT.secret_key
SITE_URL = ENVIRONMENT.site_url
LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = ENVIRONMENT.allowed_hosts if ENVIRONMENT.is_production else LOOPBACK_HOSTS
if PROFILE == "test":
    ALLOWED_HOSTS = [*LOOPBACK_HOSTS, "testserver"]

INSTALLED_APPS = [
    "hub.apps.HubConfig",
    "demo",
    "home",
    "forum",
    "events",
    "library",
    "communities",
    "members",
    "notifications",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

# The page cache stands first: a kept page is answered before anything else is asked.
MIDDLEWARE = [
    "core.page_cache.PageCacheMiddleware",
    "core.logs.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "core.headers.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "members.accounts.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.headers.HeadersMiddleware",
    "core.translation.door.UntranslatedMiddleware",
    "communities.deletion.DeletionRefusedMiddleware",
    "communities.views.kept_text.KeptTextMiddleware",
    "communities.backstage.door.BackstageDoorMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "members.User"
TRUSTED_PROXY_COUNT = ENVIRONMENT.trusted_proxy_count
# Roles whose work in the backstage asks a second step: administrator, editor, leader.
SECOND_FACTOR_ROLES = frozenset(ENVIRONMENT.second_factor_roles)
# From where calendars of others may be fetched.
OUTSIDE_CALENDAR_HOSTS = frozenset(ENVIRONMENT.outside_calendar_hosts)
# Browsers give passkeys to https and to localhost; tests and trials have the latter only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.is_production

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Databases. SQLite takes the write lock when a transaction begins, so that a reader that
# turns writer never fails, and syncs every commit, so that an acknowledged write is kept.
DATABASES = {"default": {**ENVIRONMENT.database, "CONN_MAX_AGE": None}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728; "
            "PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY; "
            # What was erased is overwritten; not every build of SQLite does so by itself.
            "PRAGMA secure_delete=ON;"
        ),
    }
    VAR_ROOT.mkdir(parents=True, exist_ok=True)
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# The default cache counts across processes (rate limits); pages are kept in local memory.
if ENVIRONMENT.cache_url:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": ENVIRONMENT.cache_url,
        }
    }
else:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "shared_cache",
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    }
# Wagtail writes what it finds here back at every reading, which a shared cache would feel. The
# keys hold the original's hash, so that no process keeps the sizes of a picture that was replaced.
CACHES["renditions"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "renditions",
    "OPTIONS": {"MAX_ENTRIES": 10_000},
}
PAGE_CACHE_BYTES = ENVIRONMENT.page_cache_bytes
# What is kept apart by its value, and how a value looks that a page may have.
PAGE_CACHE_PARAMETERS = {
    "page": r"[1-9]\d{0,3}",
    "comments": r"[1-9]\d{0,3}",
    "from": r"[0-9a-z]{1,12}-[0-9a-z]{1,9}",
    "archive": "1",
    "view": "month|week|list",
    "day": r"20\d\d-[01]\d-[0-3]\d",
    "until": r"20\d\d-[01]\d-[0-3]\d",
    "community": r"[a-z0-9-]{1,50}",
    "around": "1",
    "kind": r"[a-z0-9-]{1,50}",
    "whom": r"[a-z]{1,20}",
    "free": "1",
    # What was typed is never kept; of choices only one alone, there are too many together.
    "q": "",
    "f": r"[a-z][a-z0-9-]{0,60}:[a-z0-9-]{1,100}",
    "sort": "best|newest|title",
}

TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.dummy.DummyBackend"
        if PROFILE == "test"
        else "django_tasks_db.DatabaseBackend"
    }
}

# Two languages: Latvian is the source.
LANGUAGE_CODE = "lv"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("lv", _("Latvian")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("lv", "Latviešu"), ("en", "English")]
LOCALE_PATHS = [ROOT / "hub" / "locale" / "site", ROOT / "hub" / "locale" / "upstream"]
FORMAT_MODULE_PATH = ["hub.formats"]
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = "Europe/Riga"
WAGTAIL_USER_TIME_ZONES = ["Europe/Riga", "UTC"]
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# Files: renditions are public, everything else is reached through a door.
MEDIA_ROOT = ENVIRONMENT.media_root
MEDIA_URL = "/media/"
PRIVATE_ROOT = ENVIRONMENT.private_root
STATIC_URL = "/static/"
STATIC_ROOT = VAR_ROOT / "staticfiles"
STATICFILES_DIRS = [ROOT / "static"]
STATICFILES_FINDERS = [
    "hub.style_sheet.StyleSheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_MAX_AGE = 31_536_000 if not DEBUG else 0
STORAGES = {
    "default": {"BACKEND": "core.storage.PrivateStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if PROFILE in ("dev", "test")
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
WAGTAILIMAGES_IMAGE_MODEL = "core.HubImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.forms.HubImageForm"
WAGTAILDOCS_DOCUMENT_MODEL = "core.HubDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.forms.HubDocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"

# Wagtail: no third party is ever asked from the backstage.
WAGTAIL_SITE_NAME = "Kopā"
WAGTAIL_DATE_FORMAT = "%d.%m.%Y."
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS = []
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# Its letters would leave inside requests, past the outbox.
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "core.rich_text.RichTextArea"}}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True

# Letters. Demo and dev keep them as files, so that they can be read without a mail server.
if PROFILE in ("demo", "dev"):
    EMAIL_BACKEND = "core.letters.FileBackend"
    EMAIL_FILE_PATH = VAR_ROOT / "mail"
else:
    EMAIL_BACKEND = ENVIRONMENT.email["EMAIL_BACKEND"]
    EMAIL_HOST = ENVIRONMENT.email.get("EMAIL_HOST", "")
    EMAIL_PORT = ENVIRONMENT.email.get("EMAIL_PORT") or 25
    EMAIL_HOST_USER = ENVIRONMENT.email.get("EMAIL_HOST_USER") or ""
    EMAIL_HOST_PASSWORD = ENVIRONMENT.email.get("EMAIL_HOST_PASSWORD") or ""
    EMAIL_USE_TLS = bool(ENVIRONMENT.email.get("EMAIL_USE_TLS"))
    EMAIL_USE_SSL = bool(ENVIRONMENT.email.get("EMAIL_USE_SSL"))
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.default_from_email

# Safety.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
if PROFILE == "test":
    # Hashing as the site does takes longer than most tests.
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECURE_SSL_REDIRECT = ENVIRONMENT.is_production
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = ENVIRONMENT.hsts_seconds if ENVIRONMENT.is_production else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENVIRONMENT.is_production
SECURE_HSTS_PRELOAD = ENVIRONMENT.is_production
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if ENVIRONMENT.trusted_proxy_count:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.is_production
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if ENVIRONMENT.is_production:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_FAILURE_VIEW = "core.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [SELF],
        "manifest-src": [SELF],
    }
}
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "core.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": ENVIRONMENT.log_level},
    "loggers": {
        # The handler that mails administrators is taken out: letters would carry personal data.
        "django": {"handlers": [], "level": ENVIRONMENT.log_level, "propagate": True},
        "django_tasks": {"handlers": [], "level": "WARNING", "propagate": True},
        # Wagtail tells the titles of what people write.
        "wagtail": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
