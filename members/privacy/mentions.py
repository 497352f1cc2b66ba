"""Where machines wrote down what a person is called: logs, and letters to others."""

import json
import re

from django.db.models import Q
from django.utils.translation import gettext as _

from members.privacy.own import addresses_of

# Shorter names are words of everyday, which letters are full of.
LETTERS_OF_A_NAME = 3


def names_of(person) -> set[str]:
    """Everything that the person goes by: addresses and names."""
    full = f"{person.first_name} {person.last_name}".strip()
    names = {person.display_name, full}
    return addresses_of(person) | {name for name in names if len(name) >= LETTERS_OF_A_NAME}


def forget_mentions(rows, names: set[str], *, texts=(), structures=()):
    """Write "Deleted user" in place of the names in these columns of the rows.

    `texts` are plain columns, `structures` those of JSON.
    """
    if not names:
        return
    words = re.compile(
        "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=len)[::-1]),
        re.IGNORECASE,
    )
    columns = (*texts, *structures)
    for row in rows.filter(_mentions(names, texts, structures)).only(*columns).iterator():
        for column in columns:
            setattr(row, column, _without(getattr(row, column), words))
        # A log entry is written once, so that `save` of its own would refuse.
        rows.model._base_manager.filter(pk=row.pk).update(
            **{column: getattr(row, column) for column in columns}
        )


def _mentions(names, texts, structures) -> Q:
    found = Q()
    for name in names:
        for column in texts:
            found |= Q(**{f"{column}__icontains": name})
        # One database keeps letters as they are, the other as JSON escapes them.
        for spelling in {name, json.dumps(name)[1:-1]}:
            for column in structures:
                found |= Q(**{f"{column}__icontains": spelling})
    return found


def _without(value, words):
    if isinstance(value, str):
        return words.sub(_("Deleted user"), value)
    if isinstance(value, dict):
        return {key: _without(each, words) for key, each in value.items()}
    if isinstance(value, list):
        return [_without(each, words) for each in value]
    return value
