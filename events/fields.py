"""Small sets of numbers, ticked in a form and kept in one column."""

from django import forms
from django.db import models
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import pgettext_lazy

from events.recurrence.rule import LAST


class NumbersField(models.JSONField):
    """A list of numbers, each ticked in a form; none of them is as good as an empty list."""

    numbers: tuple[tuple[int, str], ...] = ()

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **{"default": list, "blank": True} | options)

    def formfield(self, **options):
        """A box to tick for each number."""
        fitting = {
            "form_class": forms.TypedMultipleChoiceField,
            "choices": self.numbers,
            "coerce": int,
            "empty_value": [],
            "show_hidden_initial": False,
            "widget": forms.CheckboxSelectMultiple,
        }
        return models.Field.formfield(self, **options | fitting)


class WeekdaysField(NumbersField):
    """Days of the week, counted from Monday, 0 to 6."""

    numbers = tuple(WEEKDAYS.items())


class MonthsField(NumbersField):
    """Months, 1 to 12."""

    numbers = tuple(MONTHS.items())


class OrdinalsField(NumbersField):
    """Which of its kind in a month: 1 to 4, and the last."""

    numbers = (
        (1, pgettext_lazy("weekday of the month", "first")),
        (2, pgettext_lazy("weekday of the month", "second")),
        (3, pgettext_lazy("weekday of the month", "third")),
        (4, pgettext_lazy("weekday of the month", "fourth")),
        (LAST, pgettext_lazy("weekday of the month", "last")),
    )


class MonthDaysField(NumbersField):
    """Days of a month, 1 to 31."""

    numbers = tuple((day, f"{day}.") for day in range(1, 32))
