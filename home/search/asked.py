"""What the page of the search is asked for; any address is a question with an answer."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.search_query import LETTERS

MONTH_DAYS, YEAR_DAYS = 31, 366
TALK, PEOPLE = "talk", "people"


class Period(models.TextChoices):
    """Of when what is found must be."""

    COMING = "coming", _("Events to come")
    MONTH = "month", _("The last month")
    YEAR = "year", _("The last year")


@dataclass(frozen=True)
class Asked:
    """The words, and what is to be left out of what they find; empty means nothing is."""

    typed: str = ""
    group: str = ""
    community: str = ""
    period: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether only pages of a place or of a time are asked for."""
        return bool(self.community or self.period)

    def address(self, **said) -> str:
        """What follows the question mark in an address that asks the same but for what is said."""
        asked = {
            "q": self.typed,
            "group": self.group,
            "community": self.community,
            "period": self.period,
        } | said
        return urlencode({name: value for name, value in asked.items() if value})


def asked_of(said, groups, communities) -> Asked:
    """What the parameters ask for; those that name nothing are left out."""

    def one_of(name, known):
        value = said.get(name, "")
        return value if value in known else ""

    return Asked(
        said.get("q", "").replace("\0", "")[:LETTERS].strip(),
        one_of("group", groups),
        one_of("community", communities),
        one_of("period", Period.values),
    )


def first_day(period: str, today: date) -> date | None:
    """The first day of a period that ends today."""
    days = {Period.MONTH: MONTH_DAYS, Period.YEAR: YEAR_DAYS}.get(period)
    return today - timedelta(days=days) if days else None
