"""The backstage's own doors, which lead to the one of the whole site."""

from allauth.account.internal.flows.logout import logout
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache


@never_cache
def sign_in(request):
    """To the sign-in page, keeping where the person was going."""
    next_url = get_next_redirect_url(request)
    query = f"?{urlencode({'next': next_url})}" if next_url else ""
    return redirect(f"{reverse('account_login')}{query}")


@never_cache
def sign_out(request):
    """Sign out by POST, as the backstage's menu does; by GET only ask."""
    if request.method != "POST":
        return redirect("account_logout")
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)
