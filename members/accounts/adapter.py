"""What the sign-in package asks the site: where to go, what to send, who is who."""

import secrets

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.client import client_address
from members.accounts import devices
from members.accounts.own_letters import about_account
from members.accounts.record import note
from members.accounts.second_factor import needs_second_factor
from members.actions import agree_by_signing_in
from notifications.actions import queue


def display_name(person) -> str:
    """What a person is called where they see it themselves."""
    return person.get_full_name() or person.email


def stays_here(url: str) -> bool:
    """Whether the address is a path on this site, written in a way that no browser reads else."""
    return (
        isinstance(url, str)
        and url.startswith("/")
        and not url.startswith(("//", "/\\"))
        and "\\" not in url
        and url.isprintable()
        and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    )


class AccountAdapter(DefaultAccountAdapter):
    """Letters through the outbox, redirections on the site alone, a fresh sign-in for changes."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": _(
            "There were too many tries. Wait a quarter of an hour, then try again."
        ),
        "rate_limited": _("There were too many tries. Wait a quarter of an hour, then try again."),
    }

    def is_safe_url(self, url):
        return stays_here(url)

    def get_client_ip(self, request):
        return client_address(request)

    def is_open_for_signup(self, request):
        # Whoever signs in by a code for the first time is made a person: there is no other door.
        return False

    def get_login_redirect_url(self, request):
        may_work = request.user.has_perm("wagtailadmin.access_admin")
        return reverse("wagtailadmin_home" if may_work else settings.LOGIN_REDIRECT_URL)

    def pre_authenticate(self, request, **credentials):
        """Nothing: the sign-in form counts its tries itself."""

    def post_login(self, request, user, **options):
        response = super().post_login(request, user, **options)
        devices.remember(response, user.email)
        agree_by_signing_in(person=user, language=get_language(), now=timezone.now())
        return response

    def reauthenticate(self, user, password):
        is_right = user.check_password(password)
        if not is_right:
            note("wrong password", user)
        return is_right

    def is_reauthentication_required(self, *, app, **options):
        """No for whoever signed in a moment ago; whoever has only their mailbox gets a code."""
        request = self.request
        records = get_authentication_records(request, request.user)
        oldest = timezone.now().timestamp() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        if any(record["at"] > oldest for record in records):
            return False
        if not get_reauthentication_flows(request.user):
            # The package lets people through who have nothing to show.
            raise ReauthenticationRequired
        return True

    def get_reauthentication_methods(self, user):
        methods = super().get_reauthentication_methods(user)
        if user.is_authenticated and not any("mfa" in method["id"] for method in methods):
            methods.append(
                {
                    "id": "reauthenticate_by_code",
                    "description": _("Have a code sent to my address"),
                    "url": reverse("account_reauthenticate_by_code"),
                }
            )
        return methods

    def send_mail(self, template_prefix, email, context):
        """No letter of the package's own leaves the site."""
        raise NotImplementedError(template_prefix)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """Tell the person what changed about their signing in."""
        tell_change(user, template_prefix.rpartition("/")[2], now=timezone.now())


def tell_change(person, what: str, *, now, address: str = ""):
    """Record that something about signing in has changed, and queue the letter that tells of it.

    `what` is a word of that letter.
    """
    if not address:
        note(what, person)
    queue(
        kind="account-notice",
        about=f"{about_account(person)}{what}:{secrets.token_hex(8)}",
        now=now,
        person=None if address else person,
        address=address,
        language=person.language,
        context={"what": what, "at": now.isoformat()},
    )


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second step, in the site's words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _(
            "Whoever edits the site needs a second step. Add another one first, then remove this."
        ),
    }

    def _get_site_name(self):
        return settings.WAGTAIL_SITE_NAME

    def can_delete_authenticator(self, authenticator):
        if not needs_second_factor(authenticator.user):
            return True
        steps = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        return steps.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()

    def build_totp_svg(self, url):
        import qrcode
        from qrcode.image.svg import SvgPathImage

        return qrcode.make(url, image_factory=SvgPathImage, border=2).to_string(encoding="unicode")
