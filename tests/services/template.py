"""A migrated database, made once and copied for every test run and every pytest-xdist worker.

Wire it up in `tests/conftest.py`; it takes the place of pytest-django's own fixture:

    from tests.services.template import django_db_setup  # noqa: F401

Running the migrations takes longer than most test runs, so their result is kept under
`.cache/testdb`, named after all that it depends on. Each worker gets a copy of its own.

Tests that commit (transactional ones and those with a live server) end with the rows as they
were after migration. Django would empty every table instead, and take the root page, the
locales and the permissions along. The restoring stands in the place of that emptying, because a
fixture of ours would be torn down before it, and because it is many times cheaper.

On SQLite the copy is a file, as in production: threads of a live server and servers in other
processes open it with connections of their own, with the same journal and the same locks. A
shared database in memory would lend them all one connection and hide those.
"""

import contextlib
import fcntl
import hashlib
import importlib
import os
import shutil
import sqlite3
import subprocess
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import django
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from tests.services import postgres
from tests.services.supervisor import CHECKOUT, ServiceError

CACHE = CHECKOUT / ".cache" / "testdb"
KEPT_TEMPLATES = 3
BUSY_SECONDS = 20
SNAPSHOT = Path(__file__).with_name("snapshot.sql")


def migration_key() -> str:
    """A name for the migrated database that changes with anything that could change its rows."""
    digest = hashlib.sha256()
    backends = sorted(cache["BACKEND"] for cache in settings.CACHES.values())
    for word in (django.__version__, connection.vendor, _database_version(), *backends):
        digest.update(f"{word}\n".encode())
    for name, path in _sources():
        content = path.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:16]


def _database_version() -> str:
    if connection.vendor == "sqlite":
        return sqlite3.sqlite_version
    with connection._nodb_cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return cursor.fetchone()[0]


def _sources() -> Iterator[tuple[str, Path]]:
    """The files that decide what a migrated database holds; none of them is imported."""
    yield "template", Path(__file__)
    yield "snapshot", SNAPSHOT
    module = Path(importlib.import_module(settings.SETTINGS_MODULE).__file__)
    for path in sorted(module.parent.glob("*.py")) if module.stem == "__init__" else [module]:
        yield f"settings/{path.name}", path
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        folder = Path(config.path)
        # The other files are where receivers of post_migrate live, and what they call.
        names = ("apps.py", "signal_handlers.py", "actions.py", "search_index.py", "search.py")
        for pattern in ("migrations/*.py", *names):
            for path in sorted(folder.glob(pattern)):
                yield f"{config.label}/{path.name}", path


def _use(name: str) -> None:
    connection.close()
    settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = name


@contextlib.contextmanager
def _migrated(name: str) -> Iterator[None]:
    """Make and migrate a database of this name; it is the current one inside the block."""
    before, options = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    options["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    if apps.is_installed("home"):
        from home.actions import begin_site

        # Every database of the site begins with these pages; tests need not make them each time.
        begin_site()
    yield
    _use(before)


def _prune(pattern: str) -> None:
    """Remove all but the newest templates."""
    newest_first = sorted(CACHE.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[KEPT_TEMPLATES:]:
        path.unlink()


class SQLiteCopy:
    """This worker's SQLite file, filled from the template file."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.path = folder / "test.sqlite3"
        self.pristine = folder / "migrated.sqlite3"
        self.template = CACHE / f"{migration_key()}.sqlite3"

    def create(self) -> None:
        """Copy the template, making it first where it is missing."""
        if not self.template.exists():
            building = self.folder / "building.sqlite3"
            partial = self.template.with_suffix(".partial")
            partial.unlink(missing_ok=True)
            with _migrated(str(building)):
                pass
            _copy_rows(building, partial)
            partial.replace(self.template)
            building.unlink()
            _prune("*.sqlite3")
        # Another run may prune the template while this one still restores from it.
        for path in (self.pristine, self.path):
            shutil.copyfile(self.template, path)
        _use(str(self.path))

    def restore(self) -> None:
        """Put the rows back as they were after migration."""
        connection.close()
        _copy_rows(self.pristine, self.path)

    def drop(self) -> None:
        """Remove the worker's files."""
        shutil.rmtree(self.folder)


def _copy_rows(source: Path, target: Path) -> None:
    deadline = time.monotonic() + BUSY_SECONDS

    def give_up(*_: int) -> None:
        # Left alone, the copying waits for ever for a writer that a test has left behind.
        if time.monotonic() > deadline:
            raise ServiceError(f"{target} is still being written to by a server or a thread.")

    with (
        contextlib.closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as rows,
        contextlib.closing(sqlite3.connect(target, timeout=1)) as copy,
    ):
        copy.execute("PRAGMA synchronous=OFF")
        rows.backup(copy, progress=give_up)


class PostgresCopy:
    """This worker's PostgreSQL database, made from the template database of the same server."""

    def __init__(self, _folder: Path):
        key = migration_key()
        self.name = f"test_{uuid.uuid4().hex[:12]}"
        self.template = f"template_{key}"
        self.dump = CACHE / f"{key}.sql"

    def create(self) -> None:
        """Copy the template, making it first where it is missing."""
        known = _execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.template])
        if not known:
            self._build(f"{self.template}_building")
        _execute(f"CREATE DATABASE {self.name} TEMPLATE {self.template}")
        _use(self.name)

    def _build(self, name: str) -> None:
        if not self._load(name):
            with _migrated(name), connection.cursor() as cursor:
                cursor.execute(SNAPSHOT.read_text(encoding="utf-8"))
            self._keep(name)
        _execute(f"ALTER DATABASE {name} RENAME TO {self.template}")

    def _load(self, name: str) -> bool:
        """Fill a new database from the kept dump, if there is one that this server can read."""
        _execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        if not self.dump.exists():
            return False
        _execute(f"CREATE DATABASE {name}")
        try:
            options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
            _run_program("psql", name, *options, f"--file={self.dump}")
        except ServiceError:
            _execute(f"DROP DATABASE {name}")
            return False
        return True

    def _keep(self, name: str) -> None:
        # The tests' own server is new each time, so its template has to outlive it elsewhere.
        partial = self.dump.with_suffix(".partial")
        with contextlib.suppress(ServiceError):
            _run_program("pg_dump", name, "--no-owner", "--no-privileges", f"--file={partial}")
            partial.replace(self.dump)
            _prune("*.sql")

    def restore(self) -> None:
        """Put the rows back as they were after migration."""
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute("SELECT as_migrated.restore()")

    def drop(self) -> None:
        """Remove the database, also from under a server that a test has left connected."""
        _execute(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")


def _execute(statement: str, parameters: list | None = None) -> list:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []


def _run_program(program: str, database: str, *options: str) -> None:
    """Run a PostgreSQL client on a database; raises ServiceError when it is missing or fails."""
    server = connection.settings_dict
    names = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
    address = {variable: str(server[name]) for name, variable in names.items() if server[name]}
    done = subprocess.run(
        [postgres.installation() / "bin" / program, f"--dbname={database}", *options],
        env=os.environ | address,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ServiceError(f"{program}: {done.stderr.strip()}")


def database_url() -> str:
    """The worker's test database as a DATABASE_URL, for servers in other processes."""
    server = connection.settings_dict
    name = quote(str(server["NAME"]))
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    user, password, host = (quote(server[part], safe="") for part in ("USER", "PASSWORD", "HOST"))
    password = f":{password}" if password else ""
    port = f":{server['PORT']}" if server["PORT"] else ""
    return f"postgres://{user}{password}@{host}{port}/{name}"


@pytest.fixture(scope="session")
def django_db_setup(tmp_path_factory, django_test_environment, django_db_blocker):
    """A migrated database for this worker; committing tests leave it as they found it."""
    if len(settings.DATABASES) != 1:
        raise pytest.UsageError("The test databases are made for one database, named default.")
    kinds = {"sqlite": SQLiteCopy, "postgresql": PostgresCopy}
    before = connection.settings_dict["NAME"]
    CACHE.mkdir(parents=True, exist_ok=True)
    with django_db_blocker.unblock(), open(CACHE / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        copy = kinds[connection.vendor](tmp_path_factory.mktemp("database"))
        copy.create()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: copy.restore())
        yield
    with django_db_blocker.unblock():
        _use(before)
        copy.drop()
