"""Those who signed up, as their organisers see them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Case, F, IntegerField, Value, When
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from events.models import Attendance, EventPage, KeptOccurrence, Seating, SignUp

ORDER = Case(
    When(state=SignUp.State.CONFIRMED, then=Value(0)),
    When(state=SignUp.State.WAITING, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


@dataclass
class Row:
    """One sign-up; `came` is how many came on the day that is asked for, None if nobody said."""

    sign_up: SignUp
    line: int | None = None
    said: list[tuple[str, str]] = field(default_factory=list)
    came: int | None = None


def rows_of(page: EventPage, seating: Seating, day: date | None = None) -> list[Row]:
    """All sign-ups: who has seats in the order of names, then the line, then what was cancelled."""
    if seating.pk is None or seating.erased_at:
        return []
    found = seating.sign_ups.select_related("entered_by").annotate(rank=ORDER)
    ordered = found.order_by("rank", F("place").asc(nulls_last=True), "name", "pk")
    came = dict(
        Attendance.objects.filter(sign_up__seating=seating, of=day).values_list("sign_up", "came")
    )
    questions = list(page.questions.all())
    rows, line = [], 0
    for sign_up in ordered:
        line += sign_up.is_waiting
        rows.append(
            Row(
                sign_up,
                line if sign_up.is_waiting else None,
                said_in(sign_up, questions),
                came.get(sign_up.pk),
            )
        )
    return rows


def said_in(sign_up: SignUp, questions) -> list[tuple[str, str]]:
    """The questions that were answered, with the answers."""
    answers = [(each.words, sign_up.answers.get(each.key)) for each in questions]
    return [(words, _("yes") if said is True else said) for words, said in answers if said]


def table_of(page: EventPage, seating: Seating) -> list[list]:
    """The sign-ups as lines of a table, with a head."""
    questions = [each.words for each in page.questions.all()]
    head = [_("Name"), _("People"), _("State"), _("Place in line"), _("Gets on at")]
    lines = [[*head, *questions, _("Note"), _("Signed up")]]
    for row in rows_of(page, seating):
        each, said = row.sign_up, dict(row.said)
        lines.append(
            [
                each.name,
                each.party_size,
                each.get_state_display(),
                row.line,
                each.pick_up,
                *(said.get(words) for words in questions),
                each.note,
                date_format(timezone.localtime(each.signed_up_at), "SHORT_DATETIME_FORMAT"),
            ]
        )
    return lines


def days_of(seating: Seating) -> list[KeptOccurrence]:
    """The times on which one looks who came."""
    times = KeptOccurrence.objects.filter(event_key=seating.event_key, is_cancelled=False)
    times = times if seating.of is None else times.filter(of=seating.of)
    return list(times.order_by("starts_at", "pk"))


def day_at(days: list[KeptOccurrence], now: datetime) -> KeptOccurrence | None:
    """The time that goes on today, else the last before it, else the first."""
    until_today = [each for each in days if each.day <= timezone.localdate(now)]
    return until_today[-1] if until_today else (days[0] if days else None)
