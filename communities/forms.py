from datetime import timedelta

from django import forms
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from communities.boundaries import MAX_BYTES, Reading, read_boundaries
from communities.models import CommunityPage, CommunityRole, Invitation


class BoundariesForm(forms.Form):
    """A file with boundaries; `reading` is what it says about the communities of these names."""

    file = forms.FileField(
        label=_("GeoJSON file"),
        allow_empty_file=True,
        help_text=_(
            "Areas (polygons) in degrees, each with the name of its community; at most 2 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".geojson,.json,application/geo+json"}),
    )
    credit = forms.CharField(
        label=_("Source of the boundaries"),
        required=False,
        max_length=200,
        help_text=_("Whoever made them and wants to be named; it stands below the map."),
    )

    def __init__(self, *arguments, names: dict, **options):
        super().__init__(*arguments, **options)
        self.names = names
        self.reading: Reading | None = None

    def clean_file(self):
        file = self.cleaned_data["file"]
        # One byte more than may be taken is enough to know that it is too much.
        self.reading = read_boundaries(file.read(MAX_BYTES + 1), self.names)
        return file


class DecisionForm(forms.Form):
    """What is to become of a set of boundaries."""

    class Decision(models.TextChoices):
        SHOW = "show", _("Show on the map")
        HIDE = "hide", _("Go back to dots")
        DELETE = "delete", _("Delete")

    decision = forms.ChoiceField(choices=Decision)


LANGUAGE = {"label": _("Language of the letter"), "choices": settings.LANGUAGES, "initial": "lv"}
# So many successors may a leader invite in a day, so that nobody is pestered.
SUCCESSORS_A_DAY = 5


class InviteForm(forms.Form):
    """An address, the role that it is offered, and where."""

    address = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput({"autocomplete": "off"})
    )
    kind = forms.ChoiceField(label=_("Role"), choices=[])
    community = forms.ChoiceField(
        label=_("Community"),
        required=False,
        choices=[],
        help_text=_("For leaders and helpers; the other roles are for the whole municipality."),
    )
    language = forms.ChoiceField(**LANGUAGE)

    def __init__(self, *arguments, kinds: list[str], now, **options):
        super().__init__(*arguments, **options)
        self.fields["kind"].choices = [
            (value, label) for value, label in Invitation.Kind.choices if value in kinds
        ]
        pages = CommunityPage.objects.filter(locale__language_code="lv").order_by("sort_key", "pk")
        named = [(str(key), title) for key, title in pages.values_list("translation_key", "title")]
        self.fields["community"].choices = [("", "–"), *named]

    def clean(self):
        cleaned = super().clean()
        kind, key = cleaned.get("kind"), cleaned.get("community")
        if kind in CommunityRole.Kind.values:
            if "community" in cleaned and not key:
                self.add_error("community", _("Choose the community that the role is in."))
            elif key and _has_role(key, cleaned.get("address", ""), kind):
                self.add_error("address", _("This person has the role already."))
        return cleaned

    def offer(self) -> dict:
        """What is offered to whom, as the action takes it."""
        cleaned = dict(self.cleaned_data)
        key = cleaned.pop("community")
        is_local = cleaned["kind"] in CommunityRole.Kind.values
        return cleaned | {"community_key": key if is_local else None}


class HandOverForm(forms.Form):
    """The successor's address."""

    address = forms.EmailField(
        label=_("E-mail address of your successor"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
    language = forms.ChoiceField(**LANGUAGE)

    def __init__(self, *arguments, role: CommunityRole, by, now, **options):
        super().__init__(*arguments, **options)
        self.role, self.by, self.now = role, by, now

    def clean_address(self):
        address = self.cleaned_data["address"]
        if _has_role(self.role.community_key, address, CommunityRole.Kind.LEADER):
            raise forms.ValidationError(_("This person leads the community already."))
        return address

    def clean(self):
        sent = Invitation.objects.filter(
            invited_by=self.by,
            successor_of__isnull=False,
            invited_at__gt=self.now - timedelta(days=1),
        )
        if sent.count() >= SUCCESSORS_A_DAY:
            raise forms.ValidationError(
                _("You have sent several invitations today. Try again tomorrow.")
            )
        return super().clean()


def _has_role(key, address: str, kind: str) -> bool:
    # A leader has no use for the helper's role.
    kinds = {kind, CommunityRole.Kind.LEADER}
    roles = CommunityRole.objects.filter(community_key=key, kind__in=kinds)
    return roles.filter(person__email__iexact=address).exists()


class TrustForm(forms.Form):
    """Whether the leaders of a community publish without approval."""

    is_trusted = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")], coerce=lambda value: value == "yes"
    )


class DecidePageForm(forms.Form):
    """What is to become of a page that waits; a page goes back with a reason."""

    class Decision(models.TextChoices):
        APPROVE = "approve", _("Approve")
        RETURN = "return", _("Return with a comment")

    decision = forms.ChoiceField(choices=Decision)
    comment = forms.CharField(
        label=_("Comment to the author"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What should be changed, and why. It is needed when you return the page."),
    )

    def clean(self):
        cleaned = super().clean()
        is_return = cleaned.get("decision") == self.Decision.RETURN
        if is_return and not cleaned.get("comment", "").strip():
            self.add_error("comment", _("Say what should be changed, so that the author can."))
        return cleaned
