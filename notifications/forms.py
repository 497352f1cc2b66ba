"""How often people want letters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from notifications.models.notices import CATEGORY, EVERYTHING
from notifications.notices import categories
from notifications.rhythms import Rhythm


class LettersForm(forms.Form):
    """The person's general wish, and one for each category that can be chosen."""

    general = forms.ChoiceField(label=_("Usually"), choices=Rhythm.choices)

    def __init__(self, *arguments, person, wishes, **options):
        super().__init__(*arguments, **options)
        optional = [each for each in categories() if not each.is_necessary]
        self.chosen = [each for each in optional if each.concerns(person)]
        is_stopped = EVERYTHING in wishes and wishes[EVERYTHING].is_stopped
        self.fields["general"].initial = Rhythm.NONE if is_stopped else person.letter_rhythm
        for category in self.chosen:
            self.fields[category.name] = forms.ChoiceField(
                label=category.label,
                choices=[("", _("As usually")), *Rhythm.choices],
                required=False,
                initial=_initial(wishes.get(f"{CATEGORY}{category.name}")),
            )

    @property
    def by_category(self) -> dict[str, str]:
        """The wish of each category; empty where it is the general one."""
        return {each.name: self.cleaned_data[each.name] for each in self.chosen}


def _initial(wish) -> str:
    if wish is None:
        return ""
    return Rhythm.NONE if wish.is_stopped else wish.rhythm
