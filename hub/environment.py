"""Everything the site is told from outside, read from environment variables and nowhere else."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import dj_email_url
from environs import Env, EnvError, ValidationError, validate

PROFILES = ("production", "demo", "dev", "test")
ROLES = ("administrator", "editor", "leader")
# Whose work asks a second step where nothing else is said; people of a trial have none at hand.
SECOND_FACTOR = {"production": ["administrator", "editor"]}
# A name of at least two parts; the last one has letters, which no IP address has.
HOST_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
ROOT = Path(__file__).resolve().parent.parent


class BadEnvironment(Exception):
    """The environment cannot start the site; `lines` says why, one setting a line."""

    def __init__(self, lines: list[str]):
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True)
class Environment:
    """The settings of one process, checked."""

    profile: str
    var_root: Path
    secret_key: str
    allowed_hosts: list[str]
    site_url: str
    database: dict
    cache_url: str
    email: dict
    default_from_email: str
    media_root: Path
    private_root: Path
    trusted_proxy_count: int
    second_factor_roles: list[str]
    outside_calendar_hosts: list[str]
    hsts_seconds: int
    page_cache_bytes: int
    log_level: str

    @property
    def is_production(self) -> bool:
        return self.profile == "production"

    @property
    def is_https(self) -> bool:
        return self.site_url.startswith("https://")


def demo_secret(var_root: Path) -> str:
    """A secret made once under `var/`, so that demo sessions outlive a restart."""
    from django.core.management.utils import get_random_secret_key

    path = var_root / "secret_key"
    if not path.exists():
        var_root.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key() + get_random_secret_key(), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def _strong_secret(value: str) -> None:
    if len(value) < 50 or len(set(value)) < 10:
        raise ValidationError("must be at least 50 characters long and random")


def _public_site_url(value: str) -> None:
    parts = urlsplit(value)
    if parts.scheme != "https" or not parts.hostname or parts.path not in ("", "/"):
        raise ValidationError("must be the public address, like https://kopa.example.lv")


def _named_hosts(value: list[str]) -> None:
    if not value or "*" in value:
        raise ValidationError("must name the hosts that are answered, never *")


def _hosts(value: str) -> list[str]:
    """Names of hosts as people write them: blanks and capitals do not matter."""
    names = [name for each in value.split(",") if (name := each.strip().lower())]
    if not all(HOST_NAME.fullmatch(name) for name in names):
        raise EnvError("must name hosts, like kultura.example.lv, without https:// and *")
    return names


def _redis(value: str) -> None:
    if value and not value.startswith(("redis://", "rediss://", "unix://")):
        raise ValidationError("must be the address of a Redis server, like redis://host:6379/0")


def _sender(value: str) -> None:
    if "@" not in value:
        raise ValidationError("must be an e-mail address, like Kopā <kopa@example.lv>")


def _whole_path(value: Path) -> None:
    if not value.is_absolute():
        raise ValidationError("must be the whole path of a folder, beginning with /")


def _mail_server(value: str) -> dict:
    settings = dj_email_url.parse(value)
    if "EMAIL_BACKEND" not in settings:
        raise EnvError("must be the address of a mail server, like smtp://host:25")
    return settings


def _profile(env: Env) -> str:
    name = env.str("HUB_PROFILE", "production")
    if name not in PROFILES:
        raise BadEnvironment([f"HUB_PROFILE: must be one of {', '.join(PROFILES)}"])
    return name


def read(port: str = "8000") -> Environment:
    """Read and check the environment; raises BadEnvironment naming every fault at once."""
    env = Env(eager=False)
    env.add_parser("mail_server", _mail_server)
    env.add_parser("hosts", _hosts)
    profile = _profile(Env())
    var_root = Path(Env().str("VAR_ROOT", str(ROOT / "var")))
    local_site = f"http://localhost:{Env().str('PORT', port)}"
    unless = _required if profile == "production" else _optional
    values = {
        **_site(env, unless, local_site),
        **_stores(env, unless, var_root),
        **_limits(env, profile),
    }
    _seal(env)
    if _lies_within(values["private_root"], values["media_root"]):
        raise BadEnvironment(["PRIVATE_ROOT: must not lie within MEDIA_ROOT, which is public"])
    values["secret_key"] = values["secret_key"] or demo_secret(var_root)
    values["site_url"] = values["site_url"].rstrip("/")
    return Environment(profile=profile, var_root=var_root, **values)


def _required(default, validate=None) -> dict:
    """In production a setting has no default, and its value must be a good one."""
    return {"validate": validate} if validate else {}


def _optional(default, validate=None) -> dict:
    """Elsewhere a setting may be missing, and whatever serves for trying out is good enough."""
    return {"default": default}


def _site(env: Env, unless, local_site: str) -> dict:
    """Who the site is: its secret, its addresses, the sender of its letters."""
    return {
        "secret_key": env.str("SECRET_KEY", **unless(None, _strong_secret)),
        "allowed_hosts": env.list("ALLOWED_HOSTS", **unless([], _named_hosts)),
        "site_url": env.str("SITE_URL", **unless(local_site, _public_site_url)),
        "email": env.mail_server("EMAIL_URL", **unless("dummy:")),
        "default_from_email": env.str(
            "DEFAULT_FROM_EMAIL", validate=_sender, **unless("Kopā <kopa@kopa.test>")
        ),
    }


def _stores(env: Env, unless, var_root: Path) -> dict:
    """Where the site keeps what it keeps."""
    database = unless(f"sqlite:///{var_root / 'kopa.sqlite3'}")
    return {
        "database": env.dj_db_url("DATABASE_URL", **database),
        "cache_url": env.str("CACHE_URL", "", validate=_redis),
        "media_root": env.path("MEDIA_ROOT", validate=_whole_path, **unless(var_root / "media")),
        "private_root": env.path(
            "PRIVATE_ROOT", validate=_whole_path, **unless(var_root / "private")
        ),
    }


def _known_roles(value: list[str]) -> None:
    if not set(value) <= set(ROLES):
        raise ValidationError(f"must name roles out of {', '.join(ROLES)}")


def _limits(env: Env, profile: str) -> dict:
    """Figures and choices that have a good value of their own in every profile."""
    levels = validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR"])
    proxies = validate.Range(min=0, max=5)
    return {
        "trusted_proxy_count": env.int("TRUSTED_PROXY_COUNT", 0, validate=proxies),
        "second_factor_roles": env.list(
            "SECOND_FACTOR_ROLES", SECOND_FACTOR.get(profile, []), validate=_known_roles
        ),
        "outside_calendar_hosts": env.hosts("OUTSIDE_CALENDAR_HOSTS", ""),
        "hsts_seconds": env.int("HSTS_SECONDS", 31_536_000, validate=validate.Range(min=0)),
        "page_cache_bytes": env.int(
            "PAGE_CACHE_BYTES", 32 * 1024 * 1024, validate=validate.Range(min=0)
        ),
        "log_level": env.str("LOG_LEVEL", "INFO", validate=levels),
    }


def _lies_within(inner: Path, outer: Path) -> bool:
    return inner.resolve().is_relative_to(outer.resolve())


def _seal(env: Env) -> None:
    """Turn the faults that were gathered into one line a setting."""
    try:
        env.seal()
    except EnvError as fault:
        messages = getattr(fault, "error_messages", {})
        lines = [f"{name}: {'; '.join(texts)}" for name, texts in sorted(messages.items())]
        raise BadEnvironment(lines or [str(fault)]) from fault
