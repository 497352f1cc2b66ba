"""One-line answers to the sign-in package's signals."""

from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver

from members.accounts.second_factor import note_set_up


@receiver(authenticator_added)
def _second_step_is_at_hand(request, authenticator, **_facts):
    note_set_up(request, authenticator)
