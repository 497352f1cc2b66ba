"""The backstage of the outbox: what waits, what left, what did not, and what to do about it."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from notifications import actions
from notifications.access import (
    dead_address_for,
    dead_addresses_for,
    letter_for,
    letters_for,
)
from notifications.actions.caring import can_be_sent_again
from notifications.failures import in_words, masked
from notifications.kinds import words_for
from notifications.models import Letter

LETTERS_A_PAGE = 50
DEAD_SHOWN = 100


@dataclass(frozen=True)
class Line:
    """A letter as the list shows it."""

    letter: Letter
    kind: str
    name: str
    address: str
    failure: str
    can_be_sent_again: bool


@require_safe
def letter_list(request):
    """The letters of the site, the newest first, of one state when that is asked for."""
    letters = letters_for(request.user)
    counts = dict(letters.order_by().values_list("state").annotate(Count("pk")))
    state = request.GET.get("state", "")
    chosen = letters.filter(state=state) if state in Letter.State.values else letters
    page = Paginator(chosen, LETTERS_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("letters:list"), "label": _("Letters")},
        ],
        "header_title": _("Letters"),
        "header_icon": "mail",
        "letters": page,
        "lines": [_line(letter) for letter in page],
        "states": [(word, label, counts.get(word, 0)) for word, label in Letter.State.choices],
        "chosen": state if state in Letter.State.values else "",
        "dead_addresses": [
            (dead, masked(dead.address)) for dead in dead_addresses_for(request.user)[:DEAD_SHOWN]
        ],
    }
    return render(request, "notifications/admin/letter_list.html", context)


def _line(letter: Letter) -> Line:
    name = letter.person.get_full_name() if letter.person_id else ""
    return Line(
        letter,
        words_for(letter.kind),
        name,
        masked(letter.recipient),
        in_words(letter.failure),
        can_be_sent_again(letter),
    )


@require_POST
def letter_send_again(request, pk: int):
    """Let a letter that failed wait for the next round."""
    letter = letter_for(request.user, pk)
    if actions.send_again(letter=letter, user=request.user, now=timezone.now()):
        messages.success(request, _("The letter waits to be sent again."))
    else:
        messages.warning(request, _("This letter cannot be sent again."))
    return redirect("letters:list")


@require_POST
def dead_address_forget(request, pk: int):
    """Let letters go to the address again."""
    dead = dead_address_for(request.user, pk)
    actions.forget_dead_address(dead=dead, user=request.user)
    messages.success(request, _("Letters go to this address again."))
    return redirect("letters:list")
