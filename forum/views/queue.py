"""The queue of moderation: on the site for leaders and editors, and the same in the backstage."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.frames import personal_shell
from forum import access, actions
from forum.forms.moderating import DecisionForm, TogetherForm
from forum.models import Reason, Review
from forum.queue import community_titles, on_duty, one, queue_of
from forum.views.signing_in import signed_in
from forum.wording import decided_before
from members.pending import Refused


@dataclass(frozen=True)
class Side:
    """Where the queue is shown: the names of its addresses, its templates and its frame."""

    queue: str
    together: str
    review: str
    templates: str
    frame: Callable[..., dict]


def _on_site(request, title: str, name: str, *arguments) -> dict:
    return {"shell": personal_shell(request, title, name, *arguments)}


SITE = Side("forum:queue", "forum:queue-decide", "forum:review-decide", "forum", _on_site)


def queue_page(request, side: Side, form=None):
    """A part of what waits where the person moderates, the oldest first."""
    reviews, now = access.reviews_for(request.user), timezone.now()
    keys = set(reviews.order_by().values_list("community_key", flat=True).distinct())
    titles = community_titles(keys)
    chosen = _chosen(request, titles)
    shown = queue_of(_filtered(reviews, chosen), request.user, now, after=chosen["after"])
    title = _("Moderation")
    context = side.frame(request, title, side.queue) | {
        "side": side,
        "queue": shown,
        "chosen": chosen,
        "kinds": Review.Kind.choices,
        "communities": sorted(titles.items(), key=lambda pair: pair[1]),
        "reasons": list(Reason.objects.filter(is_used=True)),
        "duty": on_duty(now),
        "now": now,
        "form": form,
    }
    return render(request, f"{side.templates}/queue.html", context)


def together_page(request, side: Side):
    """One choice for all reviews that were marked; says how many others had decided."""
    form = TogetherForm(request.POST)
    if not form.is_valid():
        return queue_page(request, side, form)
    marked = access.reviews_for(request.user).filter(pk__in=form.cleaned_data["reviews"])
    related = marked.select_related("post__topic", "version", "objection__decision")
    mine = [review for review in related if access.may_decide(request.user, review)]
    tally = actions.decide_many(
        reviews=mine, by=request.user, choice=form.choice, now=timezone.now()
    )
    # Those that were marked and wait no more were decided about before this began.
    before = len(set(form.cleaned_data["reviews"])) - len(related)
    _say(request, tally.done, tally.by_others + before, tally.left + len(related) - len(mine))
    return redirect(side.queue)


def review_page(request, pk: int, side: Side):
    """One review with all around it; a POST decides about it."""
    if request.method == "POST":
        review = access.review_to_decide(request.user, pk)
        form = DecisionForm(request.POST, review=review)
        if form.is_valid() and (answer := _decide(request, review, form, side)):
            return answer
    else:
        review = access.review_for(request.user, pk)
        form = DecisionForm(review=review, initial=_words_of(review))
    now = timezone.now()
    context = side.frame(request, _("Decide"), side.review, review.pk) | {
        "side": side,
        "waiting": one(review, request.user, now),
        "reasons": list(Reason.objects.filter(is_used=True)),
        "settled": decided_before(review) if review.closed_at else "",
        "now": now,
        "form": form,
    }
    return render(request, f"{side.templates}/review.html", context)


def _decide(request, review, form, side):
    """Do it; None where the form says why it cannot be done."""
    try:
        decision = actions.decide(
            review=review, by=request.user, choice=form.choice, now=timezone.now()
        )
    except actions.AlreadyDecided:
        messages.warning(request, decided_before(review))
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return None
    else:
        said = _("Done: %(what)s. It is in the record.")
        messages.success(request, said % {"what": decision.get_kind_display().lower()})
    return redirect(side.queue)


def _words_of(review) -> dict:
    """What a moderator may change: the words that wait, or those that stand."""
    source = review.version or review.post
    begins = review.post.topic.title if review.post.number in (None, 1) else ""
    return {"text": source.text, "title": getattr(source, "title", "") or begins}


def _chosen(request, titles) -> dict:
    asked = request.GET
    community = next((key for key in titles if str(key) == asked.get("community")), None)
    kind = asked.get("kind") if asked.get("kind") in Review.Kind.values else ""
    after = asked.get("after", "")
    is_number = after.isascii() and after.isdecimal() and len(after) < 10
    return {"community": community, "kind": kind, "after": int(after) if is_number else None}


def _filtered(reviews, chosen):
    if chosen["community"]:
        reviews = reviews.filter(community_key=chosen["community"])
    return reviews.filter(kind=chosen["kind"]) if chosen["kind"] else reviews


def _say(request, done: int, by_others: int, left: int):
    if done:
        said = ngettext("Decided about %(n)s.", "Decided about %(n)s.", done)
        messages.success(request, said % {"n": done})
    if by_others:
        said = ngettext(
            "About %(n)s somebody else had decided meanwhile.",
            "About %(n)s others had decided meanwhile.",
            by_others,
        )
        messages.warning(request, said % {"n": by_others})
    if left:
        said = ngettext(
            "%(n)s still waits: it has to be looked at by itself, or by somebody else.",
            "%(n)s still wait: they have to be looked at one by one, or by somebody else.",
            left,
        )
        messages.warning(request, said % {"n": left})


@never_cache
@require_safe
@signed_in
def queue(request):
    """What waits, in the look of the site."""
    return queue_page(request, SITE)


@never_cache
@require_POST
@signed_in
def queue_decide(request):
    """Decide about what was marked."""
    return together_page(request, SITE)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def review_decide(request, pk: int):
    """Decide about one thing that waits."""
    return review_page(request, pk, SITE)
