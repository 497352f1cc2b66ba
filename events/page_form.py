"""The form of an event: times that make no sense are refused before anything is kept."""

from types import SimpleNamespace

from django.utils import timezone
from django.utils.translation import gettext as _

from core.page_form import HubPageForm
from events.recurrence.rule import Pause, Series
from events.times import problems_of

# What the parts of a rule are called in the form; what is not named belongs to rows of their own.
FIELDS = {
    "first_date": "first_date",
    "starts": "starts",
    "lasts": "ends",
    "every": "repeat_every",
    "weekdays": "repeat_weekdays",
    "ordinals": "repeat_ordinals",
    "month_days": "repeat_month_days",
    "until": "repeat_until",
    "count": "repeat_count",
    "months_off": "months_off",
}


class EventPageForm(HubPageForm):
    """Checks when the event takes place, with its pauses and changes as they were typed."""

    def is_valid(self):
        return super().is_valid() and self._takes_place()

    def clean(self):
        cleaned = super().clean()
        said = SimpleNamespace(**{"status": "", "status_reason": ""} | cleaned)
        if said.status in ("cancelled", "moved") and not said.status_reason:
            self.add_error("status_reason", _("Say why, so that people understand."))
        self._check_sign_up(said)
        return cleaned

    def _check_sign_up(self, said):
        opens = getattr(said, "sign_up_opens_at", None)
        closes = getattr(said, "sign_up_closes_at", None)
        if opens and closes and closes <= opens:
            self.add_error("sign_up_closes_at", _("It cannot close before it opens."))

    def _takes_place(self) -> bool:
        series = self.series
        found = problems_of(series, timezone.localdate()) if series else []
        for problem in found:
            field = FIELDS.get(problem.field)
            self.add_error(field if field in self.fields else None, problem.message)
        return not found

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
