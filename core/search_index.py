"""Finding rows by their words, newest first; the database itself keeps the index of them.

A model that is registered has a column `search_keys` with what `core.search_query.keys_of` made.
SQLite follows it with triggers into a full-text table, PostgreSQL with a generated column; so the
index changes in the transaction that changes the row, whichever way that was written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models

from core.search_query import Query

ROWS_AT_ONCE = 1000


@dataclass(frozen=True)
class Searched:
    """A model whose rows are searched, and how their keys are made, with what that looks at."""

    label: str
    keys_of: Callable[[models.Model], str]
    related: tuple[str, ...]
    renew: Callable[[models.Model], int] | None = None

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.label)


_registry: dict[str, Searched] = {}
# Every character above ASCII counts as a letter: what a word is was decided when keys were made.
SQLITE = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS "{table}_keys" USING fts5(
        search_keys, content='{table}', content_rowid='id', tokenize='ascii', detail=none,
        columnsize=0)""",
    """CREATE TRIGGER IF NOT EXISTS "{table}_keys_insert" AFTER INSERT ON "{table}" BEGIN
        INSERT INTO "{table}_keys" (rowid, search_keys) VALUES (new.id, new.search_keys); END""",
    """CREATE TRIGGER IF NOT EXISTS "{table}_keys_delete" AFTER DELETE ON "{table}" BEGIN
        INSERT INTO "{table}_keys" ("{table}_keys", rowid, search_keys)
            VALUES ('delete', old.id, old.search_keys); END""",
    """CREATE TRIGGER IF NOT EXISTS "{table}_keys_update" AFTER UPDATE OF search_keys ON "{table}"
        WHEN old.search_keys IS NOT new.search_keys BEGIN
        INSERT INTO "{table}_keys" ("{table}_keys", rowid, search_keys)
            VALUES ('delete', old.id, old.search_keys);
        INSERT INTO "{table}_keys" (rowid, search_keys) VALUES (new.id, new.search_keys); END""",
)
SQLITE_REBUILD = """INSERT INTO "{table}_keys" ("{table}_keys") VALUES ('rebuild')"""
# How often a word occurs is kept for ten times as many words as `STATISTICS` says; of words that it
# does not know PostgreSQL thinks too much, and reads all the newest rows for one of them.
POSTGRESQL = """
ALTER TABLE "{table}" ADD COLUMN IF NOT EXISTS search_words tsvector GENERATED ALWAYS AS
    (array_to_tsvector(array_remove(string_to_array(search_keys, ' '), ''))) STORED;
ALTER TABLE "{table}" ALTER COLUMN search_words SET STATISTICS 2000;
CREATE INDEX IF NOT EXISTS "{table}_search_words" ON "{table}" USING gin (search_words)
"""


def register(
    label: str,
    keys_of: Callable[[models.Model], str],
    *related: str,
    renew: Callable[[models.Model], int] | None = None,
):
    """Say that rows of the model ("app.Model") are searched, by keys that follow from a row.

    What keeps more than these keys says how a row is renewed, and gives 1 if it had changed.
    """
    _registry[label] = Searched(label, keys_of, related, renew)


def registered() -> list[Searched]:
    """The models whose rows are searched."""
    return list(_registry.values())


def prepare(app_label: str):
    """Make what the database needs to keep the indexes of an app, where it is missing.

    SQLite forgets triggers when Django makes a table anew, which is why this follows migrations.
    """
    tables = {
        searched.model._meta.db_table
        for searched in registered()
        if searched.model._meta.app_label == app_label
    }
    if tables:
        for table in sorted(tables.intersection(connection.introspection.table_names())):
            _prepare(table)


def renew(searched: Searched) -> int:
    """Make the keys of every row anew, as after a change of the stemmer; how many had changed."""
    return sum(changed for _last, changed in renewed(searched))


def renewed(searched: Searched, after: int = 0) -> Iterator[tuple[int, int]]:
    """Make the keys of the rows after this one anew; yield the last of some, and how many changed.

    Stopped anywhere, it leaves some rows with new keys and the others with old ones.
    """
    rows = searched.model.objects.order_by("pk").prefetch_related(*searched.related)
    while part := list(rows.filter(pk__gt=after)[:ROWS_AT_ONCE]):
        after = part[-1].pk
        renew = searched.renew or (lambda row: _renewed(row, searched.keys_of(row)))
        yield after, sum(map(renew, part))


def matching(rows: models.QuerySet, query: Query) -> models.QuerySet:
    """Those of the rows that hold the words, the newest first; none where there are no words."""
    if not query:
        return rows.none()
    table = rows.model._meta.db_table
    if connection.vendor == "sqlite":
        index = f"{table}_keys"
        # Only as a join does the full-text table hand its rows over one by one, the newest first.
        return rows.extra(  # noqa: S610 - names are of our models, words are parameters
            tables=[index],
            where=[f'"{index}" MATCH %s AND "{table}".id = "{index}".rowid'],
            params=[_written(query, "OR", "AND", '"{}"', '"{}"*')],
            order_by=[f"-{index}.rowid"],
        )
    condition = f'"{table}".search_words @@ %s::tsquery'
    words = _written(query, "|", "&", "'{}'", "'{}':*")
    return rows.extra(where=[condition], params=[words]).order_by("-pk")  # noqa: S610


def _renewed(row, keys: str) -> int:
    # What somebody writes meanwhile has newer words: only what was read is replaced.
    same = type(row).objects.filter(pk=row.pk, search_keys=row.search_keys)
    return same.update(search_keys=keys) if keys != row.search_keys else 0


def _prepare(table: str):
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute(POSTGRESQL.format(table=table))
            return
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE sql LIKE %s", [f'%"{table}_keys%'])
        if cursor.fetchone()[0] == len(SQLITE):
            return
        for statement in (*SQLITE, SQLITE_REBUILD):
            cursor.execute(statement.format(table=table))


def _written(query: Query, either: str, both: str, whole: str, begun: str) -> str:
    """The query in the language of a database; keys hold letters and figures alone."""

    def word(keys):
        parts = [begun.format(key[:-1]) if key[-1] == "*" else whole.format(key) for key in keys]
        return f"({f' {either} '.join(parts)})"

    ways = [f"({f' {both} '.join(map(word, way))})" for way in query.ways]
    return f" {either} ".join(ways)
