from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from communities.boundaries import MAX_BYTES, Reading, read_boundaries


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
