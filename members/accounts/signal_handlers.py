"""One-line answers to the signals of Django and of the sign-in package."""

from allauth.mfa.signals import authentication_failed, authenticator_added
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from members.accounts.record import note
from members.accounts.second_factor import note_set_up


@receiver(authenticator_added)
def _second_step_is_at_hand(request, authenticator, **_facts):
    note_set_up(request, authenticator)


@receiver(user_logged_in)
def _somebody_came_in(user, **_facts):
    note("signed in", user)


@receiver(user_logged_out)
def _somebody_went_out(user, **_facts):
    note("signed out", user)


@receiver(user_login_failed)
def _a_password_was_wrong(**_facts):
    # Whose it might have been is not asked: known and unknown addresses take the same time.
    note("wrong password")


@receiver(authentication_failed)
def _a_second_step_was_wrong(user, **_facts):
    note("wrong second step", user)
