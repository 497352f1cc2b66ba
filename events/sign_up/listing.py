"""Those who signed up, as their organisers see them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Case, IntegerField, Q, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.latvian import fold
from events.models import Attendance, EventPage, KeptOccurrence, Seating, SignUp

ORDER = Case(
    When(state=SignUp.State.CONFIRMED, then=Value(0)),
    When(state=SignUp.State.WAITING, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)
ORDERED_BY = ("rank", "turn", "name", "pk")
PER_PAGE = 100


@dataclass
class Row:
    """One sign-up; `came` is how many came on the day that is asked for, None if nobody said."""

    sign_up: SignUp
    line: int | None = None
    said: list[tuple[str, str]] = field(default_factory=list)
    came: int | None = None


@dataclass(frozen=True)
class Part:
    """Some of all the sign-ups; `goes_on` is the number of the last where others follow."""

    rows: list[Row] = field(default_factory=list)
    total: int = 0
    goes_on: int | None = None


def rows_of(page: EventPage, seating: Seating) -> list[Row]:
    """All sign-ups: who has seats in the order of names, then the line, then what was cancelled."""
    return _rows(page, seating, _in_order(seating)) if _has_names(seating) else []


def part_of(page: EventPage, seating: Seating, *, after: int | None = None) -> Part:
    """The sign-ups that follow the one with this number, in the same order; else the first."""
    return _part(page, seating, _in_order(seating), after) if _has_names(seating) else Part()


def door_list_of(
    page: EventPage, seating: Seating, day: date | None, *, words="", after: int | None = None
) -> Part:
    """Of those that were not cancelled, the ones whose name or note has all the words."""
    if not _has_names(seating):
        return Part()
    return _part(page, seating, _in_order(seating).standing(), after, words=words, day=day)


def came_on(seating: Seating, day: date | None) -> int:
    """How many people came on the day, all sign-ups together."""
    there = Attendance.objects.filter(sign_up__seating=seating.pk, of=day)
    return there.aggregate(people=Sum("came"))["people"] or 0


def _has_names(seating: Seating) -> bool:
    return bool(seating.pk and not seating.erased_at)


def _in_order(seating: Seating):
    ranked = seating.sign_ups.select_related("entered_by")
    return ranked.annotate(rank=ORDER, turn=Coalesce("place", 0)).order_by(*ORDERED_BY)


def _part(page, seating, found, after, *, words="", day=None) -> Part:
    total = found.count()
    found = _following(found, after) if after else found
    if words:
        found = found.filter(pk__in=_named(found, words))
    shown = list(found[: PER_PAGE + 1])
    goes_on = shown[PER_PAGE - 1].pk if len(shown) > PER_PAGE else None
    return Part(_rows(page, seating, shown[:PER_PAGE], day), total, goes_on)


def _following(found, after: int):
    last = found.filter(pk=after).values(*ORDERED_BY).first()
    if last is None:
        return found
    follows, same = Q(pk=None), Q()
    for name in ORDERED_BY:
        follows |= same & Q(**{f"{name}__gt": last[name]})
        same &= Q(**{name: last[name]})
    return found.filter(follows)


def _named(found, words: str) -> list[int]:
    """The numbers of the first of them that have the words, with or without long marks."""
    wanted, numbers = fold(words).split(), []
    for pk, name, note in found.values_list("pk", "name", "note").iterator():
        said = fold(f"{name} {note}")
        if all(word in said for word in wanted):
            numbers.append(pk)
        if len(numbers) > PER_PAGE:
            break
    return numbers


def _rows(page, seating, found, day: date | None = None) -> list[Row]:
    came = dict(
        Attendance.objects.filter(sign_up__seating=seating, of=day).values_list("sign_up", "came")
    )
    questions = list(page.questions.all())
    waiting = SignUp.objects.waiting().filter(seating=seating)
    lines = {pk: line for line, pk in enumerate(waiting.values_list("pk", flat=True), start=1)}
    return [
        Row(each, lines.get(each.pk), said_in(each, questions), came.get(each.pk)) for each in found
    ]


def said_in(sign_up: SignUp, questions) -> list[tuple[str, str]]:
    """The questions that were answered, with the answers."""
    answers = [(each.words, sign_up.answers.get(each.key)) for each in questions]
    return [(words, _("yes") if said is True else said) for words, said in answers if said]


def table_of(page: EventPage, seating: Seating) -> list[list]:
    """The sign-ups as lines of a table, with a head."""
    questions = [each.words for each in page.questions.all()]
    head = [_("Name of the person"), _("People"), _("State"), _("Place in line"), _("Gets on at")]
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
