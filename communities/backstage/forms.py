from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from communities.backstage.onlookers import LEADER, NOBODY, RESIDENT
from communities.models import CommunityPage


class ViewAsForm(forms.Form):
    """As whom an editor looks at a page; `who` is the name of an onlooker."""

    who = forms.ChoiceField(label=_("See the page as"))

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        communities = CommunityPage.objects.filter(locale__language_code="lv")
        rows = communities.order_by("sort_key", "pk").values_list("slug", "title")
        leaders = [
            (f"{LEADER}{slug}", gettext("leader of %(community)s") % {"community": title})
            for slug, title in rows
        ]
        self.fields["who"].choices = [
            (NOBODY, _("somebody who has not signed in")),
            (RESIDENT, _("a resident who has signed in")),
            *leaders,
        ]
