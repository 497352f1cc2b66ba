"""A view that is told of old forms: it runs, and knows whether the token was good."""

import pytest
from django.http import HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.test import RequestFactory

from core.csrf import told_of_old_forms


@told_of_old_forms
def view(request):
    get_token(request)
    return HttpResponse("old" if request.is_old_form else "good")


@pytest.fixture
def send(settings):
    """Send a form as a browser does that has been here before."""
    middleware = CsrfViewMiddleware(view)

    def send(method="post", token=None):
        first = RequestFactory().get("/")
        middleware.process_request(first)
        good = get_token(first)
        request = getattr(RequestFactory(), method)(
            "/", {"csrfmiddlewaretoken": good if token is None else token}
        )
        request.COOKIES[settings.CSRF_COOKIE_NAME] = first.META["CSRF_COOKIE"]
        middleware.process_request(request)
        assert middleware.process_view(request, view, (), {}) is None
        return view(request).content

    return send


def test_a_good_token_is_good(send):
    assert send() == b"good"


@pytest.mark.parametrize("token", ["", "x", "a" * 64])
def test_any_other_is_old_and_the_view_runs_all_the_same(send, token):
    assert send(token=token) == b"old"


def test_looking_needs_no_token(send):
    assert send("get", token="") == b"good"
