"""An invitation as its letter's link opens it: GET shows it, POST accepts it."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from communities import access, actions
from communities.models import CommunityPage, Invitation
from core.shell import shell_for
from members.actions import person_for_address


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invitation(request, token: str):
    """What is offered; whoever is nobody yet becomes a person by accepting."""
    found, now = access.invitation_of(token), timezone.now()
    standing = access.standing_of(found, request.user, now)
    if request.method == "POST" and standing == "open":
        try:
            return _accept(request, found, now)
        except actions.InvitationIsOver:
            standing = "over"
    context = {
        "shell": shell_for(request),
        "invitation": found,
        "community": _community(found),
        "standing": standing,
    }
    status = 200 if standing == "open" else 403 if standing == "other" else 410
    response = render(request, "communities/invitation.html", context, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _community(found: Invitation) -> CommunityPage | None:
    """The community as this language calls it; in Latvian where it has no page."""
    pages = CommunityPage.objects.filter(translation_key=found.community_key)
    spoken = pages.filter(locale__language_code=get_language(), live=True).first()
    return spoken or pages.filter(locale__language_code="lv").first()


def _accept(request, found: Invitation, now):
    person = request.user
    if not person.is_authenticated:
        # Whoever has the letter's link reads the letters of its address.
        person = person_for_address(address=found.address, language=found.language, now=now)
    actions.accept_invitation(invitation=found, person=person, now=now)
    place = _place_of_work(found)
    if request.user.is_authenticated:
        messages.success(request, _("Thank you! The role is yours now."))
        return redirect(place)
    words = _("Thank you! The role is yours now. Sign in with the address %(address)s.")
    messages.success(request, words % {"address": found.address})
    return redirect(f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': place})}")


def _place_of_work(found: Invitation) -> str:
    # A helper has no backstage; the own page says what the role means.
    is_helper = found.kind == Invitation.Kind.HELPER
    return reverse("members:my-page" if is_helper else "wagtailadmin_home")
