"""What in the backstage is a person's own: what their groups let them change."""

from functools import cached_property

from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from communities.models import CommunitiesIndexPage, CommunityPage
from core.roles import is_editor

CHOOSING = ("choose_image", "choose_document")


def is_bound(user) -> bool:
    """Whether the person works in the backstage and has only a part of the site in it."""
    return (
        user.is_authenticated and user.has_perm("wagtailadmin.access_admin") and not is_editor(user)
    )


class Own:
    """The parts of the site that are a person's own, each asked for once."""

    def __init__(self, user):
        self.user = user

    @cached_property
    def page_paths(self) -> list[str]:
        """The places in the tree below which everything is theirs, in all languages."""
        rights = GroupPagePermission.objects.filter(group__user=self.user)
        return sorted(set(rights.values_list("page__path", flat=True)))

    @cached_property
    def paths_above(self) -> list[str]:
        """The places on the way to theirs: not theirs, and to be passed in a chooser."""
        step = Page.steplen
        ways = {path[:end] for path in self.page_paths for end in range(step, len(path), step)}
        return sorted(ways)

    @cached_property
    def collection_rights(self) -> list[tuple[str, str]]:
        """The places of collections, with what the person may do there."""
        rights = GroupCollectionPermission.objects.filter(group__user=self.user)
        return list(rights.values_list("collection__path", "permission__codename"))

    def has_page(self, page) -> bool:
        """Whether the page is one of theirs or lies below one."""
        return any(page.path.startswith(path) for path in self.page_paths)

    def has_below(self, page) -> bool:
        """Whether the page lies below one of theirs: the community's own page is not theirs to
        take down, to move or to copy."""
        return self.has_page(page) and page.path not in self.page_paths

    def has_collection(self, collection, *, to_choose: bool = False) -> bool:
        """Whether what lies in the collection is theirs to change, or at least to choose."""
        return any(
            collection.path.startswith(path) and (to_choose or right not in CHOOSING)
            for path, right in self.collection_rights
        )

    def pages(self):
        """Their pages in all languages, as a queryset of plain pages."""
        return Page.objects.filter(_below(self.page_paths))

    def choosable_pages(self):
        """What they may link to: their own pages, and live ones that belong to no community."""
        return Page.objects.filter(self.choosable())

    def choosable(self) -> Q:
        """The same as a condition on pages."""
        indexes = CommunitiesIndexPage.objects.values_list("path", "depth")
        communities = Q(pk=None)
        for path, depth in indexes:
            communities |= Q(path__startswith=path, depth__gt=depth)
        return _below(self.page_paths) | (Q(live=True) & ~communities)

    def communities(self):
        """Their communities in Latvian, in alphabetical order."""
        pages = CommunityPage.objects.filter(locale__language_code="lv")
        return pages.filter(_below(self.page_paths)).order_by("sort_key", "pk")

    def collections(self):
        """The collections they may add to."""
        paths = {path for path, right in self.collection_rights if right not in CHOOSING}
        return Collection.objects.filter(_below(paths)).order_by("path")


def _below(paths) -> Q:
    condition = Q(pk=None)
    for path in paths:
        condition |= Q(path__startswith=path)
    return condition
