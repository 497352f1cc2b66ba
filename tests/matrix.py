"""Who gets in where: every address under the door that guards it, and what it answers inside.

A row is the name of an address with its parameters, then the answers to GET and to POST of those
whom the door lets in. Everybody else is sent to sign in, refused, or told that nothing is there.

Whoever adds an address adds its row to the list of its door, and says in `tests/everything.py` what
its parameters stand for (`SPECIAL_VALUES`) and what is posted where an empty form is not enough
(`SENT`). What addresses name belongs to the community of Tirza: `leader` leads it, and `stranger`
leads another. An address of the backstage that leaders may use as well stands in one more list:
LEADERS_ANYWHERE when it names nothing, LEADERS_OWN when it names a thing that must be theirs; its
answers stand there only where leaders are answered differently from editors.
"""

from dataclasses import dataclass

# The two parameters that name a page type in Wagtail's addresses.
KIND = "content_type_app_name,content_type_model_name"

EVERYBODY = """
account_login 200 200
account_from_letter(word) 200 200
account_confirm_login_code sign-in sign-in
account_inactive 200 405
account_logout 302 302
mfa_login_webauthn sign-in sign-in
mfa_authenticate sign-in sign-in
admin/login/ sign-in sign-in
admin/logout/ 302 302
wagtailadmin_login sign-in sign-in
wagtailadmin_logout 302 302
front-door 302 302
healthz 200 405
readyz 200 405
robots 200 405
sitemap 200 405
sitemap-part(part) 200 405
shared-picture(page_id,digest) 200 405
site-map 200 405
search 200 405
search-suggestions 200 405
news-feed(path,kind) 200 405
nearby 200 302
belt(word,shape) 200 405
style-guide 200 405
media(path) 200 405
wagtaildocs_serve(document_id,filename) 200 405
wagtailadmin_sprite 200 200
wagtailadmin_javascript_catalog 200 405
wagtail_serve(path) 200 405
members:profile(key) 200 405
members:rules 200 405
members:pending-begun(key) 200 200
members:pending-resend(key) 405 302
members:pending-link(token) 200 302
members:erasure-cancel(token) 200 302
notices:stop(token) 200 200
communities:invitation(token) 410 410
communities:preview(token) 200 405
communities:keep-text 405 200
forum:search 200 405
forum:topic-detail(pk,slug) 200 405
forum:topic-unread(pk) 302 405
forum:topic-feed(pk) 200 405
forum:section-feed(key) 200 405
forum:topic-follow(key) 200 200
forum:post-detail(pk) 302 405
forum:post-create(pk) 200 200
forum:comment-create(key) 200 200
forum:topic-create(key) 200 200
forum:received(key) 302 405
forum:post-versions(pk) 200 405
forum:post-picture(key,size) 200 405
forum:preview 405 200
forum:similar 200 405
forum:figures 200 405
forum:decision-letter(word) 200 200
forum:post-report(pk) 200 200
library:first-page(document_id,digest) 200 405
library:bag(pk) 200 405
library:new-resources(kind) 200 405
events:hub-calendar 200 405
events:community-calendar(slug) 200 405
events:kind-calendar(slug) 200 405
events:event-calendar(key) 200 405
events:own-calendar(token) 200 405
events:propose 200 200
events:sign-up(key) 200 200
events:my-sign-up(word) 200 200
events:my-sign-up-cancel(word) 405 302
events:my-certificate(word) 200 405
events:certificate(code) 200 200
"""

# Whoever has signed in, and sees what is their own.
SIGNED_IN = """
account_home 200 405
account_email 302 302
account_change_password 302 302
account_reauthenticate 200 200
account_reauthenticate_by_code 200 200
usersessions_list 200 302
mfa_index 200 405
mfa_reauthenticate 302 302
mfa_reauthenticate_webauthn 302 302
mfa_activate_totp 302 302
mfa_deactivate_totp 404 404
mfa_view_recovery_codes 404 405
mfa_generate_recovery_codes 302 302
mfa_download_recovery_codes 404 404
mfa_list_webauthn 200 405
mfa_add_webauthn 302 302
mfa_remove_webauthn(pk) 302 302
mfa_edit_webauthn(pk) 302 302
members:my-page 200 405
members:profile-edit 200 200
members:my-data 200 405
members:export-ask 405 302
members:erasure-ask 200 302
library:own-use(key) 200 200
library:helped(key) 405 302
library:save(key) 405 302
library:note-delete(key) 405 302
library:saved 200 405
events:my-calendar 200 302
events:my-calendar-renew 405 302
events:my-calendar-end 405 302
members:erasure-stop 405 302
notices:list 200 405
notices:read-all 405 302
notices:wishes 200 200
notices:resume 405 302
forum:topic-read(pk) 405 302
"""

# Whoever moderates anything sees what waits for them there.
MODERATORS = """
forum:queue 200 405
forum:queue-decide 405 200
library:suggest 200 200
library:ask 200 200
"""

# What stands in the community is moderated by its leaders and by editors.
MODERATORS_THERE = """
forum:post-moderate(pk) 200 200
forum:post-move(pk) 200 200
forum:topic-tend(pk) 405 302
forum:topic-move(pk) 200 200
forum:topic-merge(pk) 200 200
forum:block-end(pk) 405 302
forum:review-decide(pk) 200 200
"""

# The same, and the resident whose topic it is or whom it is about.
CONCERNED = """
forum:post-answer(pk) 405 302
forum:decision-detail(key) 200 403
"""

# What belongs to the resident alone.
RESIDENT = """
members:export-fetch(token) 200 200
forum:post-edit(pk) 200 200
forum:post-delete(pk) 200 302
notices:read(pk) 405 302
"""

# Nobody gets in: addresses that packages bring along and that this site does not answer.
NOBODY = """
wagtailadmin_password_reset 404 404
wagtailadmin_password_reset_done 404 404
wagtailadmin_password_reset_confirm(uidb64,token) 404 404
wagtailadmin_password_reset_complete 404 404
letter-list 404 405
letter(name) 404 405
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
consent-texts 200 200
admin/account/ 200 200
wagtailadmin_home 200 405
backstage-help 200 405
moderation:queue 200 405
moderation:decide 405 200
moderation:review(pk) 200 200
moderation-reasons:index 200 405
moderation-reasons:index_results 200 405
moderation-reasons:add 200 200
moderation-reasons:edit(pk) 200 200
moderation-reasons:delete(pk) 200 302
moderation-reasons:history(pk) 200 405
moderation-reasons:history_results(pk) 200 405
moderation-reasons:usage(pk) 200 405
moderation-duty:index 200 405
moderation-duty:index_results 200 405
moderation-duty:add 200 200
moderation-duty:edit(pk) 200 200
moderation-duty:delete(pk) 200 302
moderation-duty:history(pk) 200 405
moderation-duty:history_results(pk) 200 405
moderation-duty:usage(pk) 200 405
event-forms:times 405 200
proposals:list 200 405
proposals:take-up(pk) 405 302
proposals:refuse(pk) 200 200
event-forms:fetch-calendar(pk) 405 302
search-synonyms:index 200 405
search-synonyms:index_results 200 405
search-synonyms:add 200 200
search-synonyms:edit(pk) 200 200
search-synonyms:delete(pk) 200 302
search-synonyms:history(pk) 200 405
search-synonyms:history_results(pk) 200 405
search-synonyms:usage(pk) 200 405
search-pins:index 200 405
search-pins:index_results 200 405
search-pins:add 200 200
search-pins:edit(pk) 200 200
search-pins:delete(pk) 200 302
search-pins:history(pk) 200 405
search-pins:history_results(pk) 200 405
search-pins:usage(pk) 200 405
searched-words 200 405
outside-calendars:index 200 405
outside-calendars:index_results 200 405
outside-calendars:add 200 200
outside-calendars:edit(pk) 200 200
outside-calendars:delete(pk) 200 302
outside-calendars:history(pk) 200 405
outside-calendars:history_results(pk) 200 405
outside-calendars:usage(pk) 200 405
resources:index 200 405
resources:index_results 200 405
resources:choose_parent 302 200
resource-kinds:index 200 405
resource-kinds:index_results 200 405
resource-kinds:add 200 200
resource-kinds:edit(pk) 200 200
resource-kinds:delete(pk) 200 refused
resource-kinds:history(pk) 200 405
resource-kinds:history_results(pk) 200 405
resource-kinds:usage(pk) 200 405
topics:index 200 405
topics:index_results 200 405
topics:add 200 200
topics:edit(pk) 200 200
topics:delete(pk) 200 302
topics:history(pk) 200 405
topics:history_results(pk) 200 405
topics:usage(pk) 200 405
library-facets:index 200 405
library-facets:index_results 200 405
library-facets:add 200 200
library-facets:edit(pk) 200 200
library-facets:delete(pk) 200 302
library-facets:history(pk) 200 405
library-facets:history_results(pk) 200 405
library-facets:usage(pk) 200 405
library-topics:merge(pk) 200 200
library:note-hide(pk) 200 200
resource-requests:list 200 405
resource-requests:answer(pk) 200 200
event-kinds:index 200 405
event-kinds:index_results 200 405
event-kinds:add 200 200
event-kinds:edit(pk) 200 200
event-kinds:delete(pk) 200 refused
event-kinds:history(pk) 200 405
event-kinds:history_results(pk) 200 405
event-kinds:usage(pk) 200 405
my-community:start 302 405
my-community:detail(slug) 200 405
view-as:choose(page_id) 200 405
view-as:page(page_id,who) 200 405
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
wagtailadmin_pages:add_subpage(parent_page_id) 200 405
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
roles:list 200 200
roles:community(key) 200 302
roles:dismiss(pk) 200 302
roles:hand-over(pk) 200 200
roles:uninvite(pk) 405 302
publishing:decide(pk) 200 200
publishing:withdraw(pk) 200 302
publishing:preview-links(page_id) 200 302
publishing:preview-link-end(pk) 405 302
boundaries:list 200 200
boundaries:detail(pk) 200 200
letters:list 200 405
letters:send-again(pk) 405 302
letters:forget(pk) 405 302
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
roles:editor(pk) 200 302
roles:administrator(pk) 200 302
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

# Half-done work: only the person who began it, who is an editor here.
OWNER = """
library:suggestion(pk) 200 200
wagtaildocs:create_multiple_from_uploaded_document(uploaded_file_id) 405 200
wagtaildocs:delete_upload_multiple(uploaded_file_id) 405 200
wagtailimages:create_multiple_from_uploaded_image(uploaded_file_id) 405 200
wagtailimages:delete_upload_multiple(uploaded_file_id) 405 200
"""

# What leaders may ask for that names nothing; every leader is answered alike.
LEADERS_ANYWHERE = """
admin/account/
backstage-help
event-forms:times
proposals:list
wagtailadmin_home 302 302
my-community:start
moderation:queue
moderation:decide
roles:list 302 302
wagtailadmin_explore_root 302 302
wagtailadmin_pages:search
wagtailadmin_pages:search_results
wagtailadmin_choose_page
wagtailadmin_choose_page_search
wagtailadmin_choose_page_external_link
wagtailadmin_choose_page_email_link
wagtailadmin_choose_page_phone_link
wagtailadmin_choose_page_anchor_link
wagtailadmin_tag_autocomplete
wagtailadmin_tag_model_autocomplete(app_name,model_name)
wagtailadmin_account
wagtailadmin_dismissibles
wagtail_localize:javascript_catalog
wagtailembeds:chooser
wagtailembeds:chooser_upload
wagtaildocs:index
wagtaildocs:index_results
wagtaildocs:add
wagtaildocs:add_multiple
wagtailimages:index
wagtailimages:index_results
wagtailimages:add
wagtailimages:add_multiple
wagtaildocs_chooser:choose
wagtaildocs_chooser:choose_results
wagtaildocs_chooser:create
wagtailimages_chooser:choose
wagtailimages_chooser:choose_results
wagtailimages_chooser:create
"""

# What leaders may ask for when it is of their own community, and what they are answered then.
LEADERS_OWN = """
my-community:detail(slug)
moderation:review(pk)
roles:community(key) 200 refused
roles:dismiss(pk)
roles:hand-over(pk)
roles:uninvite(pk)
proposals:take-up(pk)
proposals:refuse(pk)
publishing:withdraw(pk)
publishing:preview-links(page_id)
publishing:preview-link-end(pk)
wagtailadmin_explore(parent_page_id)
wagtailadmin_explore_results(parent_page_id)
wagtail_bulk_action(app_label,model_name,action)
wagtailadmin_pages:add({kind},parent_page_id)
wagtailadmin_pages:preview_on_add({kind},parent_page_id)
wagtailadmin_pages:usage(page_id)
wagtailadmin_pages:edit(page_id)
wagtailadmin_pages:preview_on_edit(page_id)
wagtailadmin_pages:view_draft(page_id)
wagtailadmin_pages:add_subpage(parent_page_id) 200 405
wagtailadmin_pages:copy(page_id)
wagtailadmin_pages:confirm_workflow_cancellation(page_id)
wagtailadmin_pages:revisions_index(page_id)
wagtailadmin_pages:revisions_view(page_id,revision_id)
wagtailadmin_pages:revisions_revert(page_id,revision_id)
wagtailadmin_pages:revisions_compare(pk,revision_id_a,revision_id_b)
wagtailadmin_pages:workflow_history(page_id)
wagtailadmin_pages:workflow_history_detail(page_id,workflow_state_id)
wagtailadmin_pages:history(page_id)
wagtailadmin_pages:history_results(page_id)
wagtailadmin_choose_page_child(parent_page_id)
wagtailadmin_choose_page_chosen_multiple
wagtailadmin_editing_sessions:ping(app_label,model_name,object_id,session_id)
wagtaildocs:edit(document_id)
wagtaildocs:delete(document_id)
wagtaildocs:edit_multiple(doc_id)
wagtaildocs:delete_multiple(doc_id)
wagtaildocs:document_usage(document_id)
wagtailimages:edit(image_id)
wagtailimages:delete(image_id)
wagtailimages:preview(image_id,filter_spec)
wagtailimages:image_usage(image_id)
wagtailimages:edit_multiple(image_id)
wagtailimages:delete_multiple(image_id)
wagtaildocs_chooser:chosen(pk)
wagtaildocs_chooser:chosen_multiple
wagtailimages_chooser:chosen(pk)
wagtailimages_chooser:chosen_multiple
wagtailimages_chooser:select_format(image_id)
"""

# Who comes to an event is known to the leaders of its community and to editors.
ORGANISERS = """
events:sign-ups(key) 200 405
events:sign-ups-add(key) 405 400
events:sign-ups-seats(key) 405 302
events:sign-ups-close(key) 405 302
events:sign-ups-message(key) 405 400
events:sign-ups-export(key) 405 200
events:check-in(key) 200 200
events:sign-ups-cancel(key,pk) 405 302
events:certificates(key) 200 405
events:certificates-issue(key) 405 302
events:certificate-paper(key,pk) 200 405
events:certificate-take-back(key,pk) 405 302
events:at-the-door(word) 200 302
"""

DOORS = {
    "everybody": ("nobody", "resident", "leader", "stranger", "editor", "admin"),
    "signed-in": ("resident", "leader", "stranger", "editor", "admin"),
    "moderators": ("leader", "stranger", "editor", "admin"),
    "moderators-there": ("leader", "editor", "admin"),
    "concerned": ("resident", "leader", "editor", "admin"),
    "resident": ("resident",),
    # Leaders are refused before anybody looks whether something is there.
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
    **_rows("signed-in", SIGNED_IN),
    **_rows("moderators", MODERATORS),
    **_rows("moderators-there", MODERATORS_THERE),
    **_rows("moderators-there", ORGANISERS),
    **_rows("concerned", CONCERNED),
    **_rows("resident", RESIDENT),
    **_rows("nobody", NOBODY),
    **_rows("backstage", BACKSTAGE),
    **_rows("administrators", ADMINISTRATORS),
    **_rows("owner", OWNER),
}


def _answers_of_leaders(text: str) -> dict[str, tuple[str, ...]]:
    lines = [line.split() for line in text.replace("{kind}", KIND).strip().splitlines()]
    return {key: tuple(answers) or TABLE[key].answers for key, *answers in lines}


OF_LEADERS = {
    "leader": _answers_of_leaders(LEADERS_ANYWHERE) | _answers_of_leaders(LEADERS_OWN),
    "stranger": _answers_of_leaders(LEADERS_ANYWHERE),
}

# What a leader must never read in the backstage: words of titles in the other's community.
FOREIGN_WORDS = {
    "leader": ("lizum", "klusums mežā", "vakars sētā"),
    "stranger": ("tirz", "talka pie ezera", "ziņa par ziemu", "sniegi un ledi"),
}

# Where one role is answered differently from the others behind the same door.
EXCEPTIONS = {
    # Whoever has signed in is sent on by the pages before that, and asked before signing out.
    **{
        (name, role): ("200" if name == "account_logout" else "302", "302")
        for name in (
            "account_login",
            "account_from_letter(word)",
            "account_logout",
            "mfa_login_webauthn",
            "mfa_authenticate",
        )
        for role in ("resident", "leader", "stranger", "editor", "admin")
    },
    # Whoever has signed in need give no address, and comes back to where they were.
    **{
        ("forum:topic-follow(key)", role): ("302", "302")
        for role in ("resident", "leader", "stranger", "editor", "admin")
    },
    # The resident may object to what was decided about them, and nobody for them.
    ("forum:decision-detail(key)", "resident"): ("200", "200"),
    # Editors may look for a task and not make one.
    ("wagtailadmin_workflows:task_chooser_create", "admin"): ("200", "200"),
}
