"""The two databases that the site runs on, as the soak treats them: copy, kill, inspect."""

import contextlib
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg

from tests.services import postgres
from tests.services.postgres import PostgresServer, postgres_server

COPY = "large"


class SQLite:
    """One file in the folder; dies with the processes that have it open."""

    name = "SQLite"
    is_server = False

    def __init__(self, folder: Path):
        self.path = folder / "kopa.sqlite3"
        self.url = f"sqlite:///{self.path}"

    @property
    def version(self) -> str:
        return f"SQLite {sqlite3.sqlite_version}"

    def copy(self) -> str:
        """The address of a copy; nobody may be writing."""
        target = self.path.with_name(f"{COPY}.sqlite3")
        shutil.copy(self.path, target)
        return f"sqlite:///{target}"

    def faults(self) -> list[str]:
        """What the database's own checks find wrong in it."""
        with contextlib.closing(sqlite3.connect(self.path, timeout=20)) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchall()
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        found = [text for (text,) in found if text != "ok"]
        return found + [f"foreign key: {row}" for row in orphans]

    def kill(self):
        """Nothing: there is no server of its own."""

    def start_again(self):
        """Nothing: there is no server of its own."""


class PostgreSQL:
    """A server that syncs every commit, with checksums on its pages."""

    name = "PostgreSQL"
    is_server = True

    def __init__(self, server: PostgresServer):
        self._server = server
        self.url = server.url
        self.kill, self.start_again = server.kill, server.start_again

    @property
    def version(self) -> str:
        with psycopg.connect(self._server.dsn) as connection:
            number = connection.execute("SHOW server_version").fetchone()[0]
        return f"PostgreSQL {number}"

    def copy(self) -> str:
        """The address of a copy; nobody may be connected."""
        before = f"dbname={postgres.DATABASE}"
        with psycopg.connect(
            self._server.dsn.replace(before, "dbname=template1"), autocommit=True
        ) as connection:
            connection.execute(f"CREATE DATABASE {COPY} TEMPLATE {postgres.DATABASE}")
        return self.url.removesuffix(postgres.DATABASE) + COPY

    def faults(self) -> list[str]:
        """What keeps every table from being read to its last row."""
        command = [postgres.installation() / "bin" / "pg_dump", "--dbname", self._server.dsn]
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode or b"database dump complete" not in done.stdout[-200:]:
            return [done.stderr.decode(errors="replace").strip() or "the dump is not complete"]
        return []


@contextlib.contextmanager
def opened(kind: str, folder: Path) -> Iterator[SQLite | PostgreSQL]:
    """An empty database of the kind for the length of the block; raises ServiceError."""
    if kind == "sqlite":
        yield SQLite(folder)
    else:
        with postgres_server() as server:
            yield PostgreSQL(server)
