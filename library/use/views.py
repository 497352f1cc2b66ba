"""What people do with resources: say that one helped and how, and keep it for later."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Locale

from core.csrf import told_of_old_forms
from core.roles import is_editor
from core.shell import Link
from core.visit import visit_of
from library.models import ResourcePage, UseNote
from library.use import actions
from library.use.access import led_by, note_to_judge, resource_for
from library.use.forms import HideNoteForm, NoteForm
from library.use.saved import saved_rows
from library.use.shown import notes_of, wishes_of
from members import homes
from members.frames import my_page_link, personal_shell

FORBIDDEN = 403
SAVED_SHOWN = 100


@never_cache
@login_required
@told_of_old_forms
@require_http_methods(["GET", "HEAD", "POST"])
def own_use(request, key):
    """What one says about a resource; a POST keeps the note."""
    page = resource_for(visit_of(request), key)
    mine = UseNote.objects.filter(person=request.user, resource_key=key).first()
    led = led_by(request.user)
    known = [home for home in homes.choices(get_language()) if home[0] in led]
    is_sent, is_old = request.method == "POST", request.is_old_form
    first = {"text": mine.text, "community": str(mine.community_key)} if mine else {}
    form = NoteForm(request.POST if is_sent else None, initial=first, homes=known)
    if is_sent and not is_old and known and form.is_valid():
        said = {"text": form.cleaned_data["text"], "community_key": form.cleaned_data["community"]}
        actions.write_note(person=request.user, resource_key=key, now=timezone.now(), **said)
        messages.success(request, _("Thank you! Other communities see how you used it."))
        return redirect(page.url_path)
    context = _own_use(request, page, mine) | {
        "form": form if known else None,
        "is_old_form": is_old,
    }
    return render(request, "library/own_use.html", context, status=FORBIDDEN if is_old else 200)


def _own_use(request, page, mine) -> dict:
    title = _("“%(title)s”: was it of use?") % {"title": page.title}
    key = page.translation_key
    below = [Link(page.title, page.url_path)]
    judges = is_editor(request.user)
    return {
        "shell": personal_shell(request, title, "library:own-use", key, below=below),
        "resource": page,
        "key": key,
        "mine": wishes_of(request.user, key),
        "note": mine,
        "notes": notes_of(visit_of(request), key, page.locale_id, with_hidden=True)
        if judges
        else [],
    }


@never_cache
@login_required
@require_POST
def helped(request, key):
    """Say that the resource helped, or take it back."""
    page = resource_for(visit_of(request), key)
    has_helped = request.POST.get("wish") == "yes"
    actions.mark_helpful(
        person=request.user, resource_key=key, has_helped=has_helped, now=timezone.now()
    )
    return redirect(page.url_path)


@never_cache
@login_required
@require_POST
def saved(request, key):
    """Keep the resource for later, or no longer: then on to what is kept still."""
    is_saved = request.POST.get("wish") == "yes"
    # What one may not read any more can still be put away.
    page = resource_for(visit_of(request), key) if is_saved else None
    actions.save_for_later(
        person=request.user, resource_key=key, is_saved=is_saved, now=timezone.now()
    )
    if page is None:
        return redirect("library:saved")
    messages.success(request, _("Kept for later: you find it on your own page."))
    return redirect(page.url_path)


@never_cache
@login_required
@require_POST
def note_delete(request, key):
    """Forget what one said about a resource."""
    actions.delete_note(person=request.user, resource_key=key)
    messages.success(request, _("Your note is deleted."))
    return redirect("library:own-use", key)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def note_hide(request, pk: int):
    """Ask an editor why a note is to be hidden, then hide it; show a hidden one again."""
    note = note_to_judge(request.user, pk)
    page = get_object_or_404(ResourcePage, **_language_of(note))
    form = HideNoteForm(request.POST or None)
    if request.method == "POST" and note.hidden_at:
        actions.show_note(note=note)
        messages.success(request, _("Readers see the note again."))
        return redirect("library:own-use", note.resource_key)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.hide_note(note=note, reason=reason, now=timezone.now())
        messages.success(request, _("The note is hidden, and its author gets a letter."))
        return redirect("library:own-use", note.resource_key)
    shell = personal_shell(
        request,
        _("Show the note again") if note.hidden_at else _("Hide a note"),
        "library:note-hide",
        pk,
        below=[Link(page.title, page.url_path)],
    )
    context = {"shell": shell, "note": note, "form": form, "resource": page}
    return render(request, "library/note_hide.html", context)


def _language_of(note: UseNote) -> dict:
    """Which page a note is about where it is judged: the Latvian one, which is always there."""
    return {"translation_key": note.resource_key, "locale__language_code": "lv"}


@never_cache
@login_required
@require_safe
def saved_list(request):
    """What one keeps for later, the latest first, as far as one may still read it."""
    visit = visit_of(request)
    shell = personal_shell(
        request, _("Kept for later"), "library:saved", below=[my_page_link(_("My page"))]
    )
    locale_id = Locale.objects.get(language_code=get_language()).pk
    context = {"shell": shell, "rows": saved_rows(visit, request.user, locale_id, SAVED_SHOWN)}
    return render(request, "library/saved.html", context)
