"""The stamp that every kept page carries: bumped in the transaction that changes the site."""

from django.db import connection, models

_shown: set[type[models.Model]] = set()


def register_shown(*model_classes):
    """Say that rows of these models show on public pages, so that a write makes a new stamp."""
    _shown.update(model_classes)


def shows_on_pages(model: type[models.Model]) -> bool:
    """Whether a write to the model may change a public page."""
    return model in _shown or any(issubclass(model, shown) for shown in _shown)


def bump():
    """Make every kept page stale, as soon as the surrounding transaction commits."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_pagestamp SET value = value + 1 WHERE id = 1")


def current() -> int:
    """The stamp of the site as it stands now; one query, as light as one can be."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM core_pagestamp WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else 0
