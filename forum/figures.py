"""The public figures of moderation, counted from what was decided; they name nobody."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, F, Q, Window
from django.db.models.functions import ExtractQuarter, ExtractYear, RowNumber
from django.utils import timezone

from forum.models import Decision, Objection, Reason, Report

REMOVED = (Decision.Kind.HIDE, Decision.Kind.REFUSE)
SANCTIONS = (Decision.Kind.WARN, Decision.Kind.BLOCK)
# Older years are kept in the record and shown no more.
YEARS = 5
# The whole year, beside its four quarters.
YEAR = 0


@dataclass
class Figures:
    """What was done in a year or a quarter."""

    removals: int = 0
    sanctions: int = 0
    reports: int = 0
    objections: int = 0
    upheld: int = 0
    overturned: int = 0
    median: timedelta | None = None

    @property
    def hours(self) -> int | None:
        """The median time until an answer in hours, rounded up."""
        if self.median is None:
            return None
        return max(1, -int(-self.median.total_seconds() // 3600))


@dataclass
class Year:
    """A year: as a whole, by quarters, and by reasons with the most frequent first."""

    number: int
    whole: Figures = field(default_factory=Figures)
    quarters: list[Figures] = field(default_factory=lambda: [Figures() for _ in range(4)])
    reasons: list[tuple[Reason, int]] = field(default_factory=list)

    def of(self, quarter: int) -> Figures:
        """The figures of a quarter, or of the whole year."""
        return self.whole if quarter == YEAR else self.quarters[quarter - 1]


def figures(now: datetime) -> list[Year]:
    """The last years in which anything happened, the newest first; always the present one."""
    this_year = timezone.localdate(now).year
    years = {number: Year(number) for number in range(this_year, this_year - YEARS, -1)}
    _count(years, Decision.objects.filter(kind__in=REMOVED), "made_at", "removals")
    _count(years, Decision.objects.filter(kind__in=SANCTIONS), "made_at", "sanctions")
    _count(years, Report.objects.all(), "made_at", "reports")
    _count(years, Objection.objects.all(), "made_at", "objections")
    decided = Objection.objects.filter(decided_at__isnull=False)
    _count(years, decided.filter(outcome=Objection.Outcome.UPHELD), "decided_at", "upheld")
    _count(years, decided.filter(outcome=Objection.Outcome.OVERTURNED), "decided_at", "overturned")
    _count_reasons(years)
    _find_medians(years)
    happened = [year for year in years.values() if year.whole != Figures() or year.reasons]
    return happened or [years[this_year]]


def _count(years, rows, moment: str, name: str):
    """Count the rows by the quarter of this moment, in the time of the site."""
    first = min(years)
    counted = rows.annotate(year=ExtractYear(moment), quarter=ExtractQuarter(moment))
    counted = counted.filter(year__gte=first).values("year", "quarter").order_by()
    for row in counted.annotate(count=Count("pk")):
        year = years.get(row["year"])
        if year is not None:
            setattr(year.of(row["quarter"]), name, row["count"])
            setattr(year.whole, name, getattr(year.whole, name) + row["count"])


def _count_reasons(years):
    reasons = Reason.objects.in_bulk()
    removed = Decision.objects.filter(kind__in=REMOVED).annotate(year=ExtractYear("made_at"))
    rows = removed.filter(year__gte=min(years)).values("year", "reason").order_by()
    for row in rows.annotate(count=Count("pk")):
        if row["year"] in years and row["reason"] in reasons:
            years[row["year"]].reasons.append((reasons[row["reason"]], row["count"]))
    for year in years.values():
        year.reasons.sort(key=lambda pair: (-pair[1], pair[0].sort_order, pair[0].pk))


def _find_medians(years):
    """Of all that waited, how long the one in the middle did; of two in the middle, their mean."""
    waited = Decision.objects.filter(waited__isnull=False).annotate(
        year=ExtractYear("made_at"), quarter=ExtractQuarter("made_at")
    )
    waited = waited.filter(year__gte=min(years))
    for parts in (["year"], ["year", "quarter"]):
        partition = [F(part) for part in parts]
        ranked = waited.annotate(
            place=Window(RowNumber(), partition_by=partition, order_by=["waited", "pk"]),
            among=Window(Count("pk"), partition_by=partition),
        )
        middle = ranked.filter(Q(place=(F("among") + 1) / 2) | Q(place=F("among") / 2 + 1)).values(
            *parts, "waited"
        )
        found: dict[tuple, list] = {}
        for row in middle:
            found.setdefault((row["year"], row.get("quarter", YEAR)), []).append(row["waited"])
        for (number, quarter), times in found.items():
            if number in years:
                years[number].of(quarter).median = sum(times, timedelta()) / len(times)
