from django import forms
from django.utils.translation import gettext_lazy as _


class NearbyForm(forms.Form):
    """The choice of a community; `card` is the one that was chosen."""

    kopiena = forms.ChoiceField(
        label=_("Your community"),
        error_messages={
            "invalid_choice": _("We do not know such a community. Choose one from the list."),
            "required": _("Choose your community from the list."),
        },
    )

    def __init__(self, *arguments, cards, **options):
        super().__init__(*arguments, **options)
        self.cards = {card.slug: card for card in cards}
        choices = [(card.slug, card.title) for card in cards]
        self.fields["kopiena"].choices = [("", _("Choose a community")), *choices]

    @property
    def card(self):
        return self.cards[self.cleaned_data["kopiena"]]
