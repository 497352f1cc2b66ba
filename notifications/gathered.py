"""The letter in which notices stand together: one paragraph for all of a group, never empty."""

from collections import defaultdict
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from notifications import links, weekly
from notifications.kinds import Kind
from notifications.models import Letter
from notifications.notices import lines_of, registered
from notifications.rhythms import Rhythm
from notifications.wishes import rhythm_of, wishes_of

GATHERED = "notifications.gathered"
# So many beginnings of what was said stand under a group; the rest is a number.
EXCERPTS = 3


def context_of(letter: Letter, now: datetime) -> dict | None:
    """What the letter says now, in the active language; None when nothing is left to say."""
    entries = _entries(letter, now)
    if not entries:
        return None
    sections = []
    if letter.context.get("rhythm") == Rhythm.WEEKLY:
        sections = weekly.sections_for(letter.person, now)
    first = entries[0]
    return {
        "entries": entries,
        "subject": first["text"] if len(entries) == 1 else _subject(entries),
        "action_url": first["url"] if len(entries) == 1 else links.address("notices:list"),
        "sections": [{"title": each.title, "lines": list(each.lines)} for each in sections],
    }


def _entries(letter: Letter, now) -> list[dict]:
    """A paragraph for every group and kind, the groups in the order in which they began."""
    notices = _wanted(letter)
    lines = lines_of(letter.person, notices, now)
    gathered = defaultdict(list)
    for notice in notices:
        if notice.pk in lines:
            # What belongs to nothing stands alone.
            group = notice.group or f"#{notice.pk}"
            gathered[group, notice.kind].append((notice, lines[notice.pk]))
    kinds = {kind.name: kind for kind in registered()}
    groups = list(dict.fromkeys(group for group, _kind in gathered))
    order = sorted(gathered, key=lambda key: (groups.index(key[0]), list(kinds).index(key[1])))
    return [_entry(kinds[key[1]], gathered[key]) for key in order]


def _wanted(letter: Letter) -> list:
    """The notices that the person has not seen meanwhile and still wants letters about."""
    person, kinds = letter.person, {kind.name: kind for kind in registered()}
    wishes = wishes_of([person.pk]).get(person.pk, {})
    notices = letter.notices.unread().filter(kind__in=list(kinds)).order_by("pk")
    return [
        notice
        for notice in notices
        if kinds[notice.kind].category.is_necessary
        or rhythm_of(person.letter_rhythm, wishes, kinds[notice.kind].category.name, notice.group)
        != Rhythm.NONE
    ]


def _entry(kind, told) -> dict:
    notice, line = told[0]
    text = line.text if len(told) == 1 else kind.summary(len(told), line.group)
    excerpts = [line.excerpt for _notice, line in told if line.excerpt][:EXCERPTS]
    left = len(told) - len(excerpts) if excerpts else 0
    more = ngettext("and %(count)d more", "and %(count)d more", left) % {"count": left}
    return {
        "text": text,
        "excerpts": excerpts,
        "more": more if left else "",
        "url": links.absolute(notice.path) if notice.path else "",
    }


def _subject(entries: list[dict]) -> str:
    count = len(entries)
    rest = ngettext("and %(count)d more", "and %(count)d more", count - 1) % {"count": count - 1}
    return _("%(first)s, %(rest)s") % {"first": entries[0]["text"], "rest": rest}


KIND = Kind(
    GATHERED,
    "notifications/letters/gathered.txt",
    label=gettext_lazy("Notices"),
    context=context_of,
    can_be_stopped=True,
)
