"""When an event takes place as somebody typed it into a form, before anything is kept."""

from types import SimpleNamespace

from events.recurrence.rule import Pause, Series


class TypedTimes:
    """A form with the fields of when an event takes place, and rows of days, pauses, changes."""

    @property
    def series(self) -> Series | None:
        """When it takes place, as it was typed; None as long as there is no day."""
        from events.models.timing import change_of, rule_of, timing_of

        said = SimpleNamespace(**self.cleaned_data)
        if not getattr(said, "first_date", None):
            return None
        dates = [row.date for row in self._rows("further_dates") if row.date]
        pauses = [
            Pause(row.first_date, row.last_date)
            for row in self._rows("pauses")
            if row.first_date and row.last_date
        ]
        changes = [change_of(row) for row in self._rows("changes") if row.of]
        return Series(timing_of(said), rule_of(said, dates, pauses), tuple(changes))

    def _rows(self, name: str) -> list[SimpleNamespace]:
        formset = self.formsets.get(name)
        forms = formset.forms if formset else []
        kept = [
            form.cleaned_data
            for form in forms
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
        return [SimpleNamespace(**row) for row in kept]
