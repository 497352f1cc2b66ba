"""The form of every page: what only editors may change, and what a page may make use of."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from core.audience import Audience
from core.roles import is_editor


class HubPageForm(WagtailAdminPageForm):
    """Leaves out what the person may not change, and refuses what is not theirs to choose."""

    not_theirs = _(
        "Something in this page belongs to somebody else. Choose pictures and documents of your "
        "own community or shared ones, and link to pages that everybody can see."
    )

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.is_for_editor = self.for_user is not None and is_editor(self.for_user)
        if not self.is_for_editor:
            for name in self._meta.model.fields_for_editors:
                self.fields.pop(name, None)

    def _post_clean(self):
        super()._post_clean()
        # Only now does the page hold what was posted, blocks and links in texts included.
        if not self.is_for_editor and _foreign_things(self.instance, self.for_user):
            self.add_error(None, self.not_theirs)


def _foreign_things(page, user) -> set[tuple[int, str]]:
    """What the page has come to make use of that the person may not choose."""
    used = _things_in(page)
    if used and page.pk:
        # What the page itself holds by now is what was posted.
        stored = type(page).objects.get(pk=page.pk)
        used -= _things_in(stored) | _things_in(stored.get_latest_revision_as_object())
    return {thing for thing in used if not _may_choose(user, *thing)}


def _things_in(page) -> set[tuple[int, str]]:
    """Pictures, documents and pages that a page names, as pairs of type and number."""
    kinds = {_type_of(get_image_model()), _type_of(get_document_model()), _type_of(Page)}
    references = ReferenceIndex._extract_references_from_object(page)
    return {(kind, number) for kind, number, *_place in references if kind in kinds}


def _may_choose(user, kind: int, number: str) -> bool:
    model = ContentType.objects.get_for_id(kind).model_class()
    found = model.objects.filter(pk=number).first()
    if found is None or user is None:
        # What is not there shows nothing of anybody.
        return found is None
    if model is Page:
        is_public = found.live and getattr(found.specific, "audience", "") == Audience.EVERYONE
        return is_public or found.permissions_for_user(user).can_edit()
    policy = policy_registry.get_by_type(model)
    return policy.user_has_permission_for_instance(user, "choose", found)


def _type_of(model) -> int:
    return ContentType.objects.get_for_model(model).pk
