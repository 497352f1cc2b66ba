"""The form of a resource: communities in Latvian, and topics under the names that they have."""

from django.conf import settings

from communities.models import CommunityPage
from core.audience import Audience
from core.page_form import HubPageForm
from library.models.facets import FacetValue
from library.models.topics import Topic, TopicAlias
from library.topics import same_name


class ResourcePageForm(HubPageForm):
    """Takes another name of a topic for the topic itself."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        if "communities" in self.fields:
            pages = CommunityPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
            self.fields["communities"].queryset = pages.order_by("sort_key", "pk")
        if "audience" in self.fields and self.instance.audience != Audience.SIGNED_IN:
            # What is below a library for people who have signed in is so by itself.
            circles = self.fields["audience"].choices
            kept = [(value, label) for value, label in circles if value != Audience.SIGNED_IN]
            self.fields["audience"].choices = kept
        self._offer_marks()

    def _offer_marks(self):
        """The values of the editors' own ways of sorting; nothing where there are none."""
        if "marks" in self.fields:
            values = FacetValue.objects.select_related("facet")
            if values.exists():
                ordered = values.order_by("facet__sort_order", "facet_id", "sort_order", "pk")
                self.fields["marks"].queryset = ordered
            else:
                del self.fields["marks"]

    def clean_topics(self):
        """The topics that are meant; another name, or one in other letters, is no new topic."""
        typed = self.cleaned_data["topics"]
        names = dict(TopicAlias.objects.values_list("name", "topic__name"))
        names |= {name: name for name in Topic.objects.values_list("name", flat=True)}
        meant = (
            next((names[known] for known in names if same_name(known, name)), name)
            for name in typed
        )
        return list(dict.fromkeys(meant))
