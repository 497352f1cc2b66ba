"""What people say about themselves, and the forms of taking part."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members import homes
from members.models import ConsentText, User
from members.models.user import ABOUT_LETTERS, NAME_LETTERS
from members.names import has_invisible, is_confusable, names_an_office
from members.secret_words import CODE_DIGITS


class ProfileForm(forms.ModelForm):
    """A person's own page; `taken` are names that nobody else may look like.

    Only the fields that are named here are ever written, whatever is posted.
    """

    display_name = forms.CharField(
        label=gettext_lazy("Display name"),
        max_length=NAME_LETTERS,
        help_text=gettext_lazy("How others see you: your name, or what your neighbours call you."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    home_key = forms.TypedChoiceField(
        coerce=UUID, label=gettext_lazy("Home community"), required=False, empty_value=None
    )
    about = forms.CharField(
        label=gettext_lazy("About me"),
        required=False,
        max_length=ABOUT_LETTERS,
        help_text=gettext_lazy("A few words, if you like. They stand on your public page."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta:
        model = User
        fields = (
            "display_name",
            "home_key",
            "about",
            "language",
            "letter_rhythm",
            "is_public",
            "shows_home",
        )
        labels = {
            "language": gettext_lazy("Language of letters"),
            "is_public": gettext_lazy("Show my page to everybody"),
            "shows_home": gettext_lazy("Show my home community there"),
        }
        help_texts = {
            "is_public": gettext_lazy("Others then also find it when they search for your name."),
        }

    def __init__(self, *arguments, language: str, taken=(), is_staff=False, **options):
        super().__init__(*arguments, **options)
        self.taken, self.is_staff = taken, is_staff
        known = [(str(key), title) for key, title in homes.choices(language)]
        self.fields["home_key"].choices = [("", _("Not said")), *known]

    def clean_display_name(self):
        name = self.cleaned_data["display_name"]
        return clean_name(name, taken=self.taken, is_staff=self.is_staff)


def clean_name(name: str, *, taken=(), is_staff=False) -> str:
    """What somebody wants to be called, on one line; ValidationError where it misleads others."""
    name = " ".join(name.split())
    if has_invisible(name) or not any(letter.isalpha() for letter in name):
        raise forms.ValidationError(_("Write a name in letters that can be seen."))
    if "@" in name or "://" in name:
        raise forms.ValidationError(_("Write a name here, not an address."))
    if not is_staff and (names_an_office(name) or is_confusable(name, taken)):
        raise forms.ValidationError(
            _(
                "This name could be mistaken for somebody who works for this site or for the "
                "municipality. Please choose another, as by adding your surname."
            )
        )
    return name


class CodeField(forms.CharField):
    """A code from a letter, typed with or without spaces; its value is the digits."""

    def __init__(self, **options):
        attributes = {"inputmode": "numeric", "autocomplete": "one-time-code"}
        required = gettext_lazy("Type the six digits from the letter.")
        super().__init__(
            max_length=20,
            widget=forms.TextInput(attributes),
            error_messages={"required": required},
            **options,
        )

    def clean(self, value):
        code = "".join(super().clean(value).replace("-", " ").split())
        if len(code) != CODE_DIGITS or not (code.isascii() and code.isdigit()):
            raise forms.ValidationError(_("The code has six digits. Look at the letter again."))
        return code


class CodeForm(forms.Form):
    """The code from a letter."""

    code = CodeField(label=gettext_lazy("Code from the letter"))


class TakingPartForm(forms.Form):
    """What every form of taking part asks: an address, and to agree to the rules.

    Neither is asked of a person who is signed in and has agreed. `consent` is the text that
    was agreed to just now, None when there is none to agree to.
    """

    address = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        max_length=254,
        help_text=gettext_lazy("We send a code there to confirm it. Nobody else sees it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    agrees = forms.BooleanField(
        label=gettext_lazy("I agree to the rules"),
        error_messages={"required": gettext_lazy("Please read the rules and agree to them.")},
    )
    # Hidden from people; programs fill in whatever they find.
    web_page = forms.CharField(required=False)

    def __init__(self, *arguments, person, language: str, now, **options):
        super().__init__(*arguments, **options)
        self.text = ConsentText.objects.current(ConsentText.Kind.RULES, language, now)
        if person.is_authenticated:
            del self.fields["address"]
        if self.text is None or (
            person.is_authenticated and person.consents.filter(text=self.text).exists()
        ):
            del self.fields["agrees"]
        self.order_fields([name for name in self.fields if name not in ("address", "agrees")])

    @property
    def consent(self) -> ConsentText | None:
        return self.text if "agrees" in self.fields else None

    def clean_web_page(self):
        if self.cleaned_data["web_page"]:
            raise forms.ValidationError(_("Please leave this field empty."))
        return ""


class ConsentTextForm(forms.ModelForm):
    """A new version of what people agree to."""

    valid_from = forms.DateTimeField(
        label=gettext_lazy("Valid from"),
        required=False,
        help_text=gettext_lazy("Leave empty for now."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )

    class Meta:
        model = ConsentText
        fields = ("kind", "language", "text", "valid_from")
