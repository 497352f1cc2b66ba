"""From a place to a post: one form and one way, whatever is written there and by whom."""

from uuid import uuid4

from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from communities.homes import homes
from forum import actions
from forum.access import may_help, office_of
from forum.comments import stored_settings
from forum.forms import PostForm, TopicForm
from forum.models import Post
from forum.moderation import PICTURES_OF_NEW, PICTURES_OF_OTHERS, Standing
from forum.similar import similar_topics
from forum.standing import standing_in
from forum.views.typed import FORBIDDEN, forget_draft, refused_page
from forum.writing import quotation
from forum.writing import render as html_of
from members.access import taken_names
from members.frames import personal_shell
from members.pending import Refused
from members.taking_part import take_part

OK = 200
# Names that others have written under lately, offered after an @.
NAMES_OFFERED = 50


def write(request, place, now):
    """The form of the place; sent, the words go their way or come back with what is to be done."""
    if place.closed:
        return refused_page(request, place.closed)
    form = _form(request, place, now)
    if request.method != "POST":
        return _page(request, place, form)
    if request.is_old_form:
        form.add_error(None, _old_form())
        return _page(request, place, form, status=FORBIDDEN)
    return _send(request, place, form, now)


def _send(request, place, form, now):
    is_valid = form.is_valid()
    if form.was_signed_in:
        form.add_error(None, _signed_out())
    _keep_pictures(form, now)
    if "preview" in request.POST and "text" in form.cleaned_data:
        return _preview(request, place, form, now)
    if not (is_valid and form.is_valid()):
        return _page(request, place, form)
    if similar := _unseen_similar(request, place, form, now):
        return _page(request, place, form, similar=similar)
    payload = form.payload(**place.target, about=place.about, language=get_language())
    answer = take_part(request, form, kind=place.kind, payload=payload, now=now)
    if answer is None:
        return _page(request, place, form)
    return forget_draft(request, str(form.cleaned_data["submission"]), answer)


def _unseen_similar(request, place, form, now) -> list:
    """Topics to look at before one is begun; none for a form that comes a second time."""
    words = form.cleaned_data
    if not place.begins_topic or words["has_seen_similar"]:
        return []
    if Post.objects.filter(submission=words["submission"]).exists():
        return []
    return similar_topics(words["title"], request.user, now)


def _keep_pictures(form, now):
    """Pictures are kept even where the form comes back: nobody chooses them twice."""
    try:
        form.kept += actions.keep_pictures(pictures=form.cleaned_data["pictures"], now=now)
    except Refused as refusal:
        form.add_error(None, refusal.message)


def _preview(request, place, form, now):
    """The same form again, without a word about what is still missing in it."""
    fresh = _form(request, place, now, typed=form.data)
    fresh.kept = form.kept
    return _page(request, place, fresh, preview=html_of(form.cleaned_data["text"]))


def _form(request, place, now, typed=None):
    person, key = request.user, place.community_key
    options = {
        "person": person,
        "language": get_language(),
        "now": now,
        "topic": place.topic,
        "most_pictures": _most_pictures(person, key, now),
        "offers_office": not place.begins_topic and bool(office_of(person, key)),
        "offers_help": may_help(person),
        "asks_name": not (person.is_authenticated and person.display_name),
    }
    kind = TopicForm if place.begins_topic else PostForm
    if place.begins_topic and key is None:
        options["communities"] = [(str(each), title) for each, title in homes(get_language())]
    if typed is not None:
        names = [*kind.base_fields]
        return kind(initial={name: typed.get(name, "") for name in names}, **options)
    if request.method != "POST":
        return kind(initial=_beginning(request, place), **options)
    return kind(request.POST, request.FILES, taken=taken_names(person), **options)


def _beginning(request, place) -> dict:
    """What a form begins with: whom it answers, and what of theirs it quotes."""
    initial = {"submission": uuid4(), "follows": request.user.is_authenticated}
    replied = _replied(request, place)
    if replied:
        initial["reply_to"] = replied.pk
        if request.GET.get("quote"):
            initial["text"] = quotation(replied.text, replied.author_name)
    return initial


def _replied(request, place) -> Post | None:
    asked = request.POST.get("reply_to") or request.GET.get("to", "")
    if place.topic is None or not (asked.isascii() and asked.isdecimal() and len(asked) < 12):
        return None
    return place.topic.posts.shown().select_related("author").filter(pk=asked).first()


def _most_pictures(person, community_key, now) -> int:
    if not person.is_authenticated:
        return PICTURES_OF_NEW
    after = stored_settings().trusted_after
    is_new = standing_in(person, community_key, now, trusted_after=after) == Standing.NEW
    return PICTURES_OF_NEW if is_new else PICTURES_OF_OTHERS


def names_in(topic) -> list[str]:
    """What those are called who wrote in the topic lately; of nobody else is anything told."""
    if topic is None:
        return []
    lately = topic.posts.shown().filter(author__is_active=True).exclude(author__display_name="")
    rows = lately.order_by("-number").values_list("author__display_name", flat=True)
    return list(dict.fromkeys(rows[:NAMES_OFFERED]))


def _page(request, place, form, *, status=OK, **more):
    context = {
        "shell": personal_shell(request, place.title, *place.address, below=place.way),
        "place": place,
        "form": form,
        "replied": _replied(request, place),
        "names": names_in(place.topic),
        **more,
    }
    return render(request, "forum/write.html", context, status=status)


def _old_form() -> str:
    return _(
        "This page had been open for long, and nothing was sent yet. Look through what you typed "
        "and send it once more; pictures must be chosen again."
    )


def _signed_out() -> str:
    return _(
        "You are not signed in any more. Nothing is lost: write your address below and confirm it, "
        "or sign in from another window and send this once more."
    )
