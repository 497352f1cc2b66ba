"""What people fill in to sign in, and to change how they do."""

from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_text_html,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members.forms import CodeField

PASSWORD_LETTERS = 256


def address_field(label, **options) -> forms.EmailField:
    """A field for an e-mail address, as the person would type it."""
    attributes = {"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}
    return forms.EmailField(
        label=label, max_length=254, widget=forms.EmailInput(attributes), **options
    )


class SignInForm(forms.Form):
    """An address; with a password too when the person chose that way."""

    email = address_field(_("Your e-mail address"))
    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        max_length=PASSWORD_LETTERS,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def clean_password(self):
        password = self.cleaned_data["password"]
        if not password and self.data.get("by") == "password":
            raise ValidationError(_("Type your password, or have a code sent instead."))
        return password


class AddressForm(forms.Form):
    """The address that shall take the place of the one of today."""

    email = address_field(_("New e-mail address"))

    def __init__(self, *args, person, **kwargs):
        self._person = person
        super().__init__(*args, **kwargs)

    def clean_email(self):
        address = self.cleaned_data["email"].lower()
        if address == self._person.email.lower():
            raise ValidationError(_("This is your address already."))
        return address


class TwoCodesForm(forms.Form):
    """A code from each of two mailboxes."""

    old, new = CodeField(), CodeField()

    def __init__(self, *args, addresses, **kwargs):
        super().__init__(*args, **kwargs)
        for name, address in addresses.items():
            self.fields[name].label = _("Code sent to %(address)s") % {"address": address}


class PasswordForm(forms.Form):
    """A new password, typed once; the person may look at what they type."""

    password = forms.CharField(
        label=_("New password"),
        strip=False,
        max_length=PASSWORD_LETTERS,
        help_text=password_validators_help_text_html,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args, person, **kwargs):
        self._person = person
        super().__init__(*args, **kwargs)

    def clean_password(self):
        password = self.cleaned_data["password"]
        validate_password(password, self._person)
        return password
