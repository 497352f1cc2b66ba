"""The two kinds of database that the site is measured on."""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.services.postgres import postgres_server

NAMES = ("site", "reference")


@dataclass
class SqliteEngine:
    """Databases as files in a folder."""

    folder: Path
    name: str = "SQLite"
    version: str = sqlite3.sqlite_version

    def url(self, database: str) -> str:
        """The DATABASE_URL of a database."""
        return f"sqlite:///{self._path(database)}"

    def copy(self, source: str, target: str) -> None:
        """Make a database that is like another one."""
        with (
            contextlib.closing(sqlite3.connect(self._path(source))) as original,
            contextlib.closing(sqlite3.connect(self._path(target))) as copied,
        ):
            original.backup(copied)

    def settle(self, database: str) -> None:
        """Do at once what the database would otherwise do at a time of its own."""
        with contextlib.closing(sqlite3.connect(self._path(database))) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def backends(self, database: str) -> list[int]:
        """No process works for SQLite but the one that asks it."""
        return []

    def _path(self, database: str) -> Path:
        return self.folder / f"{database}.sqlite3"


@dataclass
class PostgresEngine:
    """Databases of one server, with a connection that sees its processes."""

    base_url: str
    dsn: str
    name: str = "PostgreSQL"
    version: str = ""
    _connection: psycopg.Connection = field(init=False)

    def __post_init__(self):
        self._connection = psycopg.connect(self.dsn, autocommit=True)
        self.version = self._connection.execute("SHOW server_version").fetchone()[0]
        for name in NAMES:
            self._connection.execute(f"CREATE DATABASE {name}")

    def url(self, database: str) -> str:
        """The DATABASE_URL of a database."""
        return f"{self.base_url}/{database}"

    def copy(self, source: str, target: str) -> None:
        """Make a database that is like another one, which nobody may be using."""
        self._connection.execute(f"CREATE DATABASE {target} TEMPLATE {source}")

    def settle(self, database: str) -> None:
        """Do at once what the database would otherwise do at a time of its own."""
        with psycopg.connect(self.dsn, dbname=database, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")

    def backends(self, database: str) -> list[int]:
        """The processes that hold the connections of the database."""
        rows = self._connection.execute(
            "SELECT pid FROM pg_stat_activity"
            " WHERE datname = %s AND backend_type = 'client backend'",
            [database],
        )
        return [pid for (pid,) in rows]

    def close(self) -> None:
        """End the connection of its own."""
        self._connection.close()


@contextlib.contextmanager
def sqlite_engine(folder: Path) -> Iterator[SqliteEngine]:
    """SQLite databases in the folder."""
    yield SqliteEngine(folder)


@contextlib.contextmanager
def postgres_engine(folder: Path) -> Iterator[PostgresEngine]:
    """A PostgreSQL server of its own, as safe in a crash as in production."""
    with postgres_server() as server:
        engine = PostgresEngine(server.url.rpartition("/")[0], server.dsn)
        with contextlib.closing(engine):
            yield engine


ENGINES = {"sqlite": sqlite_engine, "postgresql": postgres_engine}
