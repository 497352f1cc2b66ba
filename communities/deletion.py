"""What is not deleted, by whichever door: a community on which something hangs, a group in use."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.models import Group
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from communities import leaving
from communities.models import CommunityPage, CommunityRights, CommunityRole
from core.roles import EDITORS, is_editor

DELETING = ("wagtailadmin_pages:delete", "wagtail_bulk_action")
TAKING_OFF = ("delete", "unpublish")
DIGITS_OF_A_NUMBER = 18

# What apps above know to hang on a community: each says it in words, empty for nothing.
_others: list[Callable] = []


def register(in_words: Callable):
    """Let an app say what of its own hangs on the community with a key."""
    _others.append(in_words)


@dataclass(frozen=True)
class Content:
    """What hangs on a community, in figures; the pages are those of both languages."""

    pages: int
    people: int
    images: int
    documents: int
    others: tuple[str, ...] = ()

    def __bool__(self):
        return any((self.pages, self.people, self.images, self.documents, self.others))

    def in_words(self) -> str:
        """The figures that are not nought, as a reader says them."""
        parts = (
            (self.pages, ngettext("%d page", "%d pages", self.pages)),
            (self.people, ngettext("%d person", "%d people", self.people)),
            (self.images, ngettext("%d picture", "%d pictures", self.images)),
            (self.documents, ngettext("%d document", "%d documents", self.documents)),
        )
        found = [words % number for number, words in parts if number]
        return ", ".join([*found, *self.others])


class DeletionRefused(Exception):
    """Somebody tried to delete what has to stay; it says why, and where to look."""

    def message(self) -> str:
        """What the person is told."""
        raise NotImplementedError

    def place(self) -> str:
        """The address at which it is told."""
        raise NotImplementedError


class CommunityHasContent(DeletionRefused):
    """Somebody tried to delete a community on which something hangs."""

    def __init__(self, page, content: Content):
        super().__init__(f"page {page.pk} is a community with content")
        self.page, self.content = page, content

    def message(self) -> str:
        """What the person is told: what hangs on it, and what to do."""
        return _(
            "%(community)s was not deleted, because this belongs to it: %(content)s. "
            "Move or delete that first, or take the community off the site instead."
        ) % {"community": self.page.title, "content": self.content.in_words()}

    def place(self) -> str:
        """Where the person can see what hangs on the community."""
        return reverse("wagtailadmin_explore", args=[self.page.pk])


class GroupIsNeeded(DeletionRefused):
    """Somebody tried to delete a group out of which people have their roles."""

    def __init__(self, group: Group):
        super().__init__(f"group {group.pk} is needed")
        self.group = group

    def message(self) -> str:
        """What the person is told: what the group is for, and what to do."""
        return _(
            "%(group)s was not deleted, because people have their roles through it. "
            "Roles are given and taken under People and roles."
        ) % {"group": self.group.name}

    def place(self) -> str:
        """The list of the groups."""
        return reverse("wagtailusers_groups:index")


def content_of(page) -> Content:
    """What hangs on the community that the page is, in all languages."""
    key = page.translation_key
    below = 0
    for path, depth in CommunityPage.objects.filter(translation_key=key).values_list(
        "path", "depth"
    ):
        below += Page.objects.filter(path__startswith=path, depth__gt=depth).count()
    rights = CommunityRights.objects.filter(community_key=key).first()
    collection = rights.collection_id if rights else None
    return Content(
        pages=below,
        people=CommunityRole.objects.filter(community_key=key).count(),
        images=_count(get_image_model(), collection),
        documents=_count(get_document_model(), collection),
        others=tuple(filter(None, (in_words(key) for in_words in _others))),
    )


def _count(model, collection) -> int:
    return model.objects.filter(collection=collection).count() if collection else 0


def refuse_with_content(page):
    """Raise CommunityHasContent unless nothing hangs on the community."""
    content = content_of(page)
    if content:
        raise CommunityHasContent(page, content)


def refusal_of(pages) -> CommunityHasContent | None:
    """Why these pages cannot be deleted: the first community among or below them with content."""
    for page in pages:
        for community in CommunityPage.objects.descendant_of(page, inclusive=True):
            content = content_of(community)
            if content:
                return CommunityHasContent(community, content)
    return None


def refuse_needed_group(group: Group):
    """Raise GroupIsNeeded for the editors' group, and for that of a community that is there."""
    if group.name == EDITORS or CommunityRights.objects.filter(group=group).exists():
        raise GroupIsNeeded(group)


class DeletionRefusedMiddleware:
    """Answers a refused deletion with a kind message, whichever door it came through."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Say what else happens, and to editors who may not delete a page also what hangs on it."""
        if request.resolver_match.view_name in leaving.LEAVING:
            leaving.warn(request, _pages_named(request, kwargs))
        if request.resolver_match.view_name not in DELETING or not is_editor(request.user):
            return None
        pages = [page for page in _pages_named(request, kwargs) if not _may_delete(request, page)]
        refusal = refusal_of(pages)
        return answer(request, refusal) if refusal else None

    def process_exception(self, request, exception):
        return answer(request, exception) if isinstance(exception, DeletionRefused) else None


def _pages_named(request, parameters):
    """The pages that the address of a deletion or of the like names, one or several."""
    if number := parameters.get("page_id") or parameters.get("pk"):
        numbers = [number]
    elif parameters.get("model_name") == "page" and parameters["action"] in TAKING_OFF:
        numbers = request.GET.getlist("id")
    else:
        numbers = []
    # What is no number of a row is the view's to refuse.
    short = [str(number) for number in numbers if len(str(number)) < DIGITS_OF_A_NUMBER]
    return Page.objects.filter(pk__in=[number for number in short if number.isdecimal()])


def _may_delete(request, page) -> bool:
    return page.permissions_for_user(request.user).can_delete()


def answer(request, refusal: DeletionRefused):
    """Say why, and where to look."""
    messages.error(request, refusal.message())
    return redirect(refusal.place())
