"""The forms of signing up; what the organiser asks stands in all of them alike."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.actions import Wish
from events.models import SignUpQuestion
from members.forms import TakingPartForm
from members.names import has_invisible

NAME_LETTERS, ANSWER_LETTERS, NOTE_LETTERS = 100, 500, 300


class PartyFields(forms.Form):
    """Who comes, how many, and what the organiser asks; `wish` is all of it."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=NAME_LETTERS,
        help_text=gettext_lazy("Only the organiser sees it."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    party_size = forms.IntegerField(
        label=gettext_lazy("How many people come"),
        min_value=1,
        initial=1,
        help_text=gettext_lazy("Count yourself too."),
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )

    def __init__(self, *arguments, page, most: int, **options):
        super().__init__(*arguments, **options)
        self.page = page
        self._allow(most)
        self.stops = [item.title for item in page.programme.all() if item.is_pick_up]
        if self.stops:
            self.fields["pick_up"] = forms.ChoiceField(
                label=_("Where you get on"),
                choices=[("", _("Choose a stop")), *((stop, stop) for stop in self.stops)],
            )
        self.questions = {f"question-{each.key}": each for each in page.questions.all()}
        for name, question in self.questions.items():
            self.fields[name] = field_of(question)

    def _allow(self, most: int):
        if most == 1:
            # Whoever can only sign up alone is not asked how many they are.
            del self.fields["party_size"]
            return
        size = self.fields["party_size"]
        size.max_value = size.widget.attrs["max"] = most
        size.validators = [*size.validators, forms.fields.validators.MaxValueValidator(most)]

    @property
    def party(self) -> list:
        """The fields of the party, as they are shown."""
        names = ["name", "party_size", "pick_up", *self.questions, "note"]
        return [self[name] for name in names if name in self.fields]

    def clean_name(self):
        return visible(self.cleaned_data["name"])

    def wish(self, language: str) -> Wish:
        """What was typed, as the actions take it."""
        said = self.cleaned_data
        return Wish(
            party_size=said.get("party_size", 1),
            name=said["name"],
            answers={each.key: said[name] for name, each in self.questions.items() if said[name]},
            pick_up=said.get("pick_up", ""),
            note=said.get("note", ""),
            language=language,
        )


def visible(name: str) -> str:
    """The name with single spaces; raises ValidationError for letters that nobody sees."""
    name = " ".join(name.split())
    if has_invisible(name):
        raise forms.ValidationError(_("Write a name in letters that can be seen."))
    return name


def field_of(question: SignUpQuestion) -> forms.Field:
    """The field in which the question is answered."""
    options = {"label": question.words, "required": question.is_required}
    if question.kind == SignUpQuestion.Kind.YES_NO:
        return forms.BooleanField(**options)
    if question.kind == SignUpQuestion.Kind.CHOICE:
        choices = [("", _("Choose an answer")), *((each, each) for each in question.choices)]
        return forms.ChoiceField(choices=choices, **options)
    widget = forms.Textarea({"rows": 2})
    return forms.CharField(max_length=ANSWER_LETTERS, widget=widget, **options)


def beginning_of(sign_up, page) -> dict:
    """What a form begins with that changes the sign-up."""
    answers = {
        f"question-{each.key}": sign_up.answers.get(each.key) for each in page.questions.all()
    }
    names = ("name", "party_size", "pick_up", "note")
    return {name: getattr(sign_up, name) for name in names} | answers


class SignUpForm(PartyFields, TakingPartForm):
    """Signing up, with an account or an e-mail address alone."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        last = [name for name in ("address", "agrees", "web_page") if name in self.fields]
        self.order_fields([name for name in self.fields if name not in last])


class ChangeForm(PartyFields):
    """Changing one's own sign-up."""


class HandForm(PartyFields):
    """What the organiser writes down of somebody who calls: nothing but the name must be known."""

    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=NOTE_LETTERS,
        help_text=gettext_lazy("For example a telephone number."),
    )

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.fields["name"].label = _("Name of the person")
        del self.fields["name"].widget.attrs["autocomplete"]
        if "party_size" in self.fields:
            self.fields["party_size"].help_text = ""
        for name in ("pick_up", *self.questions):
            if name in self.fields:
                self.fields[name].required = False


class SeatsForm(forms.Form):
    """How many seats there are."""

    capacity = forms.IntegerField(
        label=gettext_lazy("Seats"),
        required=False,
        min_value=1,
        max_value=10000,
        help_text=gettext_lazy("Empty means no limit. Nobody who has a seat loses it."),
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )


class MessageForm(forms.Form):
    """Words to everybody; the key belongs to one letter, however often it is sent."""

    words = forms.CharField(
        label=gettext_lazy("What you want to say"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput())


class ArrivalForm(forms.Form):
    """How many of a party came."""

    came = forms.IntegerField(min_value=0, max_value=99)


class CameForm(ArrivalForm):
    """How many of which sign-up came."""

    sign_up = forms.IntegerField(min_value=1, max_value=2**31)


class PlaceForm(forms.Form):
    """Where in a list one is: after which sign-up."""

    after = forms.IntegerField(min_value=1, max_value=2**31)
