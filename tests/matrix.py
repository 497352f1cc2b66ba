"""Who gets in where: every address under the door that guards it, and what it answers inside.

A row is the name of an address with its parameters, then the answers to GET and to POST of those
whom the door lets in. Everybody else is sent to sign in, refused, or told that nothing is there.
"""

from dataclasses import dataclass

# The two parameters that name a page type in Wagtail's addresses.
KIND = "content_type_app_name,content_type_model_name"

EVERYBODY = """
front-door 302 302
healthz 200 405
readyz 200 405
robots 200 405
sitemap 200 405
sitemap-part(part) 200 405
shared-picture(page_id,digest) 200 405
site-map 200 405
news-feed(path,kind) 200 405
nearby 200 302
belt(word,shape) 200 405
style-guide 200 405
media(path) 200 405
wagtaildocs_serve(document_id,filename) 200 405
wagtailadmin_sprite 200 200
wagtailadmin_password_reset 200 200
wagtailadmin_password_reset_done 200 405
wagtailadmin_password_reset_confirm(uidb64,token) 200 200
wagtailadmin_password_reset_complete 200 405
wagtailadmin_javascript_catalog 200 405
wagtail_serve(path) 200 405
wagtailadmin_login 200 200
"""

# Nobody gets in: addresses that packages bring along and that this site does not answer.
NOBODY = """
letter-list 404 405
closed 404 404
wagtailadmin_api:documents:listing 404 404
wagtailadmin_api:documents:detail(pk) 404 404
wagtailadmin_api:documents:find 404 404
wagtailadmin_api:images:listing 404 404
wagtailadmin_api:images:detail(pk) 404 404
wagtailadmin_api:images:find 404 404
wagtailadmin_error_test 404 404
"""

# Whoever works on the site: editors and administrators.
BACKSTAGE = """
admin/account/ 200 200
wagtailadmin_home 200 405
admin/test404/ 200 405
wagtailadmin_api:pages:listing 200 405
wagtailadmin_api:pages:detail(pk) 200 405
wagtailadmin_api:pages:find 404 405
wagtailadmin_api:pages:action(pk,action_name) 405 200
wagtailadmin_explore_root 200 405
wagtailadmin_explore(parent_page_id) 200 405
wagtailadmin_explore_results(parent_page_id) 200 405
wagtail_bulk_action(app_label,model_name,action) 200 302
wagtailadmin_pages:add({kind},parent_page_id) 200 200
wagtailadmin_pages:preview_on_add({kind},parent_page_id) 200 200
wagtailadmin_pages:type_use({kind}) 200 405
wagtailadmin_pages:choose_parent(app_label,model_name) 200 200
wagtailadmin_pages:type_use_results({kind}) 200 405
wagtailadmin_pages:usage(page_id) 200 405
wagtailadmin_pages:edit(page_id) 200 200
wagtailadmin_pages:preview_on_edit(page_id) 200 200
wagtailadmin_pages:view_draft(page_id) 200 200
wagtailadmin_pages:add_subpage(parent_page_id) 302 302
wagtailadmin_pages:delete(page_id) 200 302
wagtailadmin_pages:unpublish(page_id) 200 302
wagtailadmin_pages:convert_alias(page_id) 200 302
wagtailadmin_pages:search 200 405
wagtailadmin_pages:search_results 200 405
wagtailadmin_pages:move(page_to_move_id) 200 200
wagtailadmin_pages:move_confirm(page_to_move_id,destination_id) 302 302
wagtailadmin_pages:set_page_position(page_to_move_id) 405 200
wagtailadmin_pages:copy(page_id) 200 200
wagtailadmin_pages:workflow_action(page_id,action_name,task_state_id) 200 302
wagtailadmin_pages:collect_workflow_action_data(page_id,action_name,task_state_id) 200 200
wagtailadmin_pages:confirm_workflow_cancellation(page_id) 200 200
wagtailadmin_pages:workflow_preview(page_id,task_id) 200 405
wagtailadmin_pages:set_privacy(page_id) 200 200
wagtailadmin_pages:lock(page_id) 405 302
wagtailadmin_pages:unlock(page_id) 405 302
wagtailadmin_pages:revisions_index(page_id) 302 302
wagtailadmin_pages:revisions_view(page_id,revision_id) 200 405
wagtailadmin_pages:revisions_revert(page_id,revision_id) 200 200
wagtailadmin_pages:revisions_unschedule(page_id,revision_id) 200 302
wagtailadmin_pages:revisions_compare(pk,revision_id_a,revision_id_b) 200 405
wagtailadmin_pages:workflow_history(page_id) 200 405
wagtailadmin_pages:workflow_history_detail(page_id,workflow_state_id) 200 405
wagtailadmin_pages:history(page_id) 200 405
wagtailadmin_pages:history_results(page_id) 200 405
wagtailadmin_choose_page 200 405
wagtailadmin_choose_page_child(parent_page_id) 200 405
wagtailadmin_choose_page_search 200 405
wagtailadmin_choose_page_chosen_multiple 200 405
wagtailadmin_choose_page_external_link 200 200
wagtailadmin_choose_page_email_link 200 200
wagtailadmin_choose_page_phone_link 200 200
wagtailadmin_choose_page_anchor_link 200 200
wagtailadmin_tag_autocomplete 200 200
wagtailadmin_tag_model_autocomplete(app_name,model_name) 200 200
wagtailadmin_workflows:task_chooser 200 405
wagtailadmin_workflows:task_chooser_results 200 405
wagtailadmin_workflows:task_chosen(task_id) 200 200
wagtailadmin_reports:locked_pages 200 405
wagtailadmin_reports:locked_pages_results 200 405
wagtailadmin_reports:workflow 200 405
wagtailadmin_reports:workflow_results 200 405
wagtailadmin_reports:workflow_tasks 200 405
wagtailadmin_reports:workflow_tasks_results 200 405
wagtailadmin_reports:site_history 200 405
wagtailadmin_reports:site_history_results 200 405
wagtailadmin_reports:aging_pages 200 405
wagtailadmin_reports:aging_pages_results 200 405
wagtailadmin_reports:page_types_usage 200 405
wagtailadmin_reports:page_types_usage_results 200 405
wagtailadmin_account 200 200
wagtailadmin_logout 405 sign-in
wagtailadmin_dismissibles 200 405
wagtailadmin_editing_sessions:ping(app_label,model_name,object_id,session_id) 405 200
wagtailadmin_editing_sessions:release(session_id) 405 200
wagtailadmin_block_preview 404 405
wagtail_localize:javascript_catalog 200 405
wagtail_localize:submit_page_translation(page_id) 200 200
wagtail_localize:submit_snippet_translation(app_label,model_name,pk) 404 404
wagtail_localize:update_translations(translation_source_id) 200 302
wagtail_localize:edit_string_translation(translation_id,string_segment_id) 405 405
wagtail_localize:edit_override(translation_id,overridable_segment_id) 405 405
wagtail_localize:download_pofile(translation_id) 200 200
wagtail_localize:upload_pofile(translation_id) 405 302
wagtail_localize:machine_translate(translation_id) 405 404
wagtail_localize:preview_translation(translation_id) 200 200
wagtail_localize:preview_translation(translation_id,mode) 404 404
wagtail_localize:stop_translation(translation_id) 405 302
wagtail_localize:convert_to_alias(page_id) 200 302
wagtail_localize:translations_report 200 405
wagtail_localize:snippets_api_listing(app_label,model_name) 404 405
wagtail_localize:snippets_api_detail(app_label,model_name,pk) 404 405
wagtail_localize:translations_report_results 200 405
wagtailsettings:edit(app_name,model_name) 302 302
wagtailsettings:edit(app_name,model_name,pk) 200 200
wagtailsettings:preview_on_edit(app_name,model_name,pk) 404 404
wagtailembeds:chooser 200 200
wagtailembeds:chooser_upload 200 200
wagtailsnippets:index refused refused
boundaries:list 200 200
boundaries:detail(pk) 200 200
wagtaildocs:index 200 405
wagtaildocs:index_results 200 405
wagtaildocs:add 200 200
wagtaildocs:edit(document_id) 200 200
wagtaildocs:delete(document_id) 200 302
wagtaildocs:add_multiple 200 400
wagtaildocs:edit_multiple(doc_id) 405 200
wagtaildocs:delete_multiple(doc_id) 405 200
wagtaildocs:document_usage(document_id) 200 405
wagtailimages:index 200 405
wagtailimages:index_results 200 405
wagtailimages:edit(image_id) 200 200
wagtailimages:delete(image_id) 200 302
wagtailimages:url_generator(image_id) 404 405
wagtailimages:url_generator_output(image_id) 404 405
wagtailimages:preview(image_id,filter_spec) 200 200
wagtailimages:add 200 200
wagtailimages:image_usage(image_id) 200 405
wagtailimages:add_multiple 200 400
wagtailimages:edit_multiple(image_id) 405 200
wagtailimages:delete_multiple(image_id) 405 200
wagtaildocs_chooser:choose 200 405
wagtaildocs_chooser:choose_results 200 405
wagtaildocs_chooser:chosen(pk) 200 405
wagtaildocs_chooser:chosen_multiple 200 405
wagtaildocs_chooser:create 200 200
wagtailimages_chooser:choose 200 405
wagtailimages_chooser:choose_results 200 405
wagtailimages_chooser:chosen(pk) 200 405
wagtailimages_chooser:chosen_multiple 200 405
wagtailimages_chooser:create 200 200
wagtailimages_chooser:select_format(image_id) 200 200
admin/^.*/$ 404 404
wagtailadmin_workflows:task_chooser_create 200 400
"""

ADMINISTRATORS = """
wagtailadmin_collections:index 200 405
wagtailadmin_collections:add 200 200
wagtailadmin_collections:edit(pk) 200 200
wagtailadmin_collections:delete(pk) 200 302
wagtailadmin_collections:set_privacy(collection_id) 200 200
wagtailadmin_workflows:index 200 405
wagtailadmin_workflows:index_results 200 405
wagtailadmin_workflows:add 200 200
wagtailadmin_workflows:enable(pk) 405 302
wagtailadmin_workflows:disable(pk) 200 302
wagtailadmin_workflows:edit(pk) 200 200
wagtailadmin_workflows:usage(pk) 200 405
wagtailadmin_workflows:usage_results(pk) 200 405
wagtailadmin_workflows:remove(page_pk) 405 302
wagtailadmin_workflows:remove(page_pk,workflow_pk) 405 302
wagtailadmin_workflows:add_task(app_label,model_name) 200 200
wagtailadmin_workflows:select_task_type 302 302
wagtailadmin_workflows:task_index 200 405
wagtailadmin_workflows:task_index_results 200 405
wagtailadmin_workflows:edit_task(pk) 200 200
wagtailadmin_workflows:disable_task(pk) 200 302
wagtailadmin_workflows:enable_task(pk) 405 302
wagtailredirects:index 200 405
wagtailredirects:index_results 200 405
wagtailredirects:add 200 200
wagtailredirects:edit(redirect_id) 200 200
wagtailredirects:delete(redirect_id) 200 302
wagtailredirects:start_import 200 200
wagtailredirects:process_import 405 200
wagtaillocales:index 200 405
wagtaillocales:index_results 200 405
wagtaillocales:add 200 200
wagtaillocales:edit(pk) 200 200
wagtaillocales:delete(pk) 200 200
wagtaillocales:history(pk) 200 405
wagtaillocales:history_results(pk) 200 405
wagtaillocales:usage(pk) 200 405
wagtaillocales:copy(pk) 200 200
wagtailsites:index 200 405
wagtailsites:index_results 200 405
wagtailsites:add 200 200
wagtailsites:edit(pk) 200 200
wagtailsites:delete(pk) 200 302
wagtailsites:history(pk) 200 405
wagtailsites:history_results(pk) 200 405
wagtailsites:usage(pk) 200 405
wagtailsites:copy(pk) 200 200
wagtailusers_users:index 200 405
wagtailusers_users:index_results 200 405
wagtailusers_users:add 200 200
wagtailusers_users:edit(pk) 200 200
wagtailusers_users:delete(pk) 200 302
wagtailusers_users:history(pk) 200 405
wagtailusers_users:history_results(pk) 200 405
wagtailusers_users:usage(pk) 200 405
wagtailusers_users:copy(pk) 200 200
wagtailusers_groups:index 200 405
wagtailusers_groups:index_results 200 405
wagtailusers_groups:add 200 200
wagtailusers_groups:edit(pk) 200 200
wagtailusers_groups:delete(pk) 200 302
wagtailusers_groups:history(pk) 200 405
wagtailusers_groups:history_results(pk) 200 405
wagtailusers_groups:usage(pk) 200 405
"""

# Half-done uploads: only the person who began one, who is an editor here.
OWNER = """
wagtaildocs:create_multiple_from_uploaded_document(uploaded_file_id) 405 200
wagtaildocs:delete_upload_multiple(uploaded_file_id) 405 200
wagtailimages:create_multiple_from_uploaded_image(uploaded_file_id) 405 200
wagtailimages:delete_upload_multiple(uploaded_file_id) 405 200
"""

DOORS = {
    "everybody": ("nobody", "resident", "editor", "admin"),
    "nobody": ("nobody", "resident", "editor", "admin"),
    "backstage": ("editor", "admin"),
    "administrators": ("admin",),
    "owner": ("editor",),
}


@dataclass(frozen=True)
class Row:
    """Which door an address has, and its answers to GET and POST behind it."""

    door: str
    answers: tuple[str, str]


def _rows(door: str, text: str) -> dict[str, Row]:
    lines = [line.split() for line in text.replace("{kind}", KIND).strip().splitlines()]
    return {key: Row(door, (get, post)) for key, get, post in lines}


TABLE = {
    **_rows("everybody", EVERYBODY),
    **_rows("nobody", NOBODY),
    **_rows("backstage", BACKSTAGE),
    **_rows("administrators", ADMINISTRATORS),
    **_rows("owner", OWNER),
}

# Where one role is answered differently from the others behind the same door.
EXCEPTIONS = {
    ("wagtailadmin_login", "editor"): ("302", "200"),
    ("wagtailadmin_login", "admin"): ("302", "200"),
    # Editors may look for a task and not make one.
    ("wagtailadmin_workflows:task_chooser_create", "admin"): ("200", "200"),
}
