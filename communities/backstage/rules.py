"""The table of the object door: what leaders may ask for in the backstage, by name of address.

An address that is not here is refused, so whoever adds one to the backstage for leaders adds its
rule with `let_leaders`. The checks are in `communities/backstage/checks.py`.
"""

from collections.abc import Callable

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from communities.backstage import checks

FREE = """
wagtailadmin_account admin/account/ wagtailadmin_logout admin/logout/
wagtailadmin_login admin/login/ wagtailadmin_sprite
wagtailadmin_javascript_catalog wagtailadmin_dismissibles wagtailadmin_block_preview
wagtailadmin_password_reset wagtailadmin_password_reset_done
wagtailadmin_password_reset_confirm wagtailadmin_password_reset_complete
wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link
wagtailadmin_choose_page_phone_link wagtailadmin_choose_page_anchor_link
wagtail_localize:javascript_catalog wagtailembeds:chooser wagtailembeds:chooser_upload
wagtailadmin_choose_page_search wagtailadmin_pages:search wagtailadmin_pages:search_results
wagtailimages:index wagtailimages:index_results wagtailimages:add wagtailimages:add_multiple
wagtailimages_chooser:choose wagtailimages_chooser:choose_results wagtailimages_chooser:create
wagtaildocs:index wagtaildocs:index_results wagtaildocs:add wagtaildocs:add_multiple
wagtaildocs_chooser:choose wagtaildocs_chooser:choose_results wagtaildocs_chooser:create
my-community:start my-community:detail
"""

# The pages' addresses: what is asked of the page that a parameter names.
PAGES = {
    checks.looks_at_page: """
wagtailadmin_explore(parent_page_id) wagtailadmin_explore_results(parent_page_id)
wagtailadmin_pages:view_draft(page_id) wagtailadmin_pages:history(page_id)
wagtailadmin_pages:history_results(page_id) wagtailadmin_pages:revisions_index(page_id)
wagtailadmin_pages:revisions_view(page_id) wagtailadmin_pages:revisions_compare(pk)
wagtailadmin_pages:usage(page_id)
""",
    checks.writes_page: """
wagtailadmin_pages:add(parent_page_id) wagtailadmin_pages:add_subpage(parent_page_id)
wagtailadmin_pages:preview_on_add(parent_page_id) wagtailadmin_pages:preview_on_edit(page_id)
wagtailadmin_pages:revisions_revert(page_id) wagtailadmin_pages:revisions_unschedule(page_id)
wagtailadmin_pages:workflow_action(page_id) wagtailadmin_pages:workflow_preview(page_id)
wagtailadmin_pages:collect_workflow_action_data(page_id)
wagtailadmin_pages:confirm_workflow_cancellation(page_id)
wagtailadmin_pages:workflow_history(page_id) wagtailadmin_pages:workflow_history_detail(page_id)
wagtailadmin_pages:lock(page_id) wagtailadmin_pages:unlock(page_id)
""",
    checks.edits_page: "wagtailadmin_pages:edit(page_id)",
    checks.ends_page: """
wagtailadmin_pages:delete(page_id) wagtailadmin_pages:unpublish(page_id)
wagtailadmin_pages:convert_alias(page_id)
""",
    checks.copies_page: "wagtailadmin_pages:copy(page_id)",
}

OTHERS = {
    "wagtailadmin_home": checks.goes_to_own_home,
    "wagtailadmin_explore_root": checks.goes_to_own_home,
    "wagtail_bulk_action": checks.acts_in_bulk,
    "wagtailadmin_choose_page": checks.browses_pages,
    "wagtailadmin_choose_page_child": checks.browses_pages,
    "wagtailadmin_choose_page_chosen_multiple": checks.chooses_pages,
    "wagtailadmin_tag_autocomplete": checks.offers_no_tags,
    "wagtailadmin_tag_model_autocomplete": checks.offers_no_tags,
    "wagtailadmin_editing_sessions:ping": checks.edits_together,
    "wagtailadmin_editing_sessions:release": checks.leaves_session,
    "wagtailimages:create_multiple_from_uploaded_image": checks.changes_upload,
    "wagtailimages:delete_upload_multiple": checks.changes_upload,
    "wagtaildocs:create_multiple_from_uploaded_document": checks.changes_upload,
    "wagtaildocs:delete_upload_multiple": checks.changes_upload,
    "wagtailimages_chooser:chosen": checks.chooses_file(get_image_model, "pk"),
    "wagtailimages_chooser:chosen_multiple": checks.chooses_files(get_image_model),
    "wagtailimages_chooser:select_format": checks.chooses_file(get_image_model, "image_id"),
    "wagtaildocs_chooser:chosen": checks.chooses_file(get_document_model, "pk"),
    "wagtaildocs_chooser:chosen_multiple": checks.chooses_files(get_document_model),
    **{
        f"wagtailimages:{name}": checks.changes_file(get_image_model, "image_id")
        for name in ("edit", "delete", "preview", "image_usage", "edit_multiple", "delete_multiple")
    },
    **{
        f"wagtaildocs:{name}": checks.changes_file(get_document_model, parameter)
        for name, parameter in (
            ("edit", "document_id"),
            ("delete", "document_id"),
            ("document_usage", "document_id"),
            ("edit_multiple", "doc_id"),
            ("delete_multiple", "doc_id"),
        )
    },
}

_rules: dict[str, Callable] = dict.fromkeys(FREE.split(), checks.free) | OTHERS
for _check, _addresses in PAGES.items():
    for _address in _addresses.split():
        _name, _parameter = _address.rstrip(")").split("(")
        _rules[_name] = _check(_parameter)


def let_leaders(name: str, check: Callable):
    """Open an address of the backstage to leaders, as far as the check agrees.

    An app calls it when Django starts; `name` is that of the address with its namespace.
    """
    _rules[name] = check


def rule_of(match) -> Callable | None:
    """The check of the address that was asked for; None where it is not for leaders."""
    return _rules.get(match.view_name) or _rules.get(match.route)
