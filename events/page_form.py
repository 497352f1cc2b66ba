"""The form of an event: times that make no sense are refused before anything is kept."""

from types import SimpleNamespace

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from communities.access import roles_of
from communities.models import CommunityPage, CommunityRole
from core.page_form import HubPageForm
from events.times import occurrences_of, problems_of
from events.typed_times import TypedTimes

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


class EventPageForm(TypedTimes, HubPageForm):
    """Checks when the event takes place, with its pauses and changes as they were typed."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        if "communities" in self.fields:
            self._offer_communities()

    def _offer_communities(self):
        """Others put nothing into a calendar: leaders choose of theirs, editors of all."""
        pages = CommunityPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        if self.parent_page:
            pages = pages.exclude(pk=self.parent_page.pk)
        if self.for_user and not self.is_for_editor:
            chosen = [page.pk for page in self.instance.communities.all()]
            roles = roles_of(self.for_user).filter(kind=CommunityRole.Kind.LEADER)
            led = Q(translation_key__in=roles.order_by().values("community_key"))
            pages = pages.filter(led | Q(pk__in=chosen))
        if pages.exists():
            self.fields["communities"].queryset = pages.order_by("sort_key", "pk")
        else:
            del self.fields["communities"]

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
        if _never_ends(said):
            self.add_error(
                "signs_up_for",
                _("What goes on without an end takes sign-ups for each time on its own."),
            )
        if _certifies_single_times(said):
            self.add_error(
                "gives_certificates",
                _("A certificate is for those who sign up for all times together."),
            )

    def _takes_place(self) -> bool:
        series = self.series
        found = problems_of(series, timezone.localdate()) if series else []
        for problem in found:
            field = FIELDS.get(problem.field)
            self.add_error(field if field in self.fields else None, problem.message)
        return not found and self._is_attainable(series)

    def _is_attainable(self, series) -> bool:
        """Whether as many times take place as a certificate asks for."""
        least = self.cleaned_data.get("certificate_from")
        if not (least and series and self.cleaned_data.get("gives_certificates")):
            return True
        times = occurrences_of(series, timezone.localdate())
        count = sum(not each.is_cancelled for each in times)
        if least <= count:
            return True
        said = ngettext("There is only %(count)s time.", "There are only %(count)s times.", count)
        self.add_error("certificate_from", said % {"count": count})
        return False


def _certifies_single_times(said) -> bool:
    names = ("gives_certificates", "signs_up_for", "repeats")
    gives, what, repeats = (getattr(said, name, None) for name in names)
    return bool(gives and what == "each" and repeats != "once")


def _never_ends(said) -> bool:
    """Whether people would sign up once for times that go on for ever."""
    names = ("takes_sign_ups", "signs_up_for", "repeats", "repeat_until", "repeat_count")
    takes, what, repeats, until, count = (getattr(said, name, None) for name in names)
    is_endless = repeats not in ("once", "dates") and not (until or count)
    return bool(takes and what == "series" and repeats and is_endless)
