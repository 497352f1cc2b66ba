"""Pages of one person: their own, and the one that they show."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.belt import belt, word_of
from core.roles import is_editor
from members import actions, homes
from members.access import profile_for, taken_names
from members.duties import duties_of
from members.forms import ProfileForm
from members.frames import my_page_link, personal_shell
from members.models import Erasure, User
from members.own_pages import own_pages


@never_cache
@login_required
@require_safe
def my_page(request):
    """Where everything is that belongs to the person who is signed in."""
    person = request.user
    context = {
        "shell": personal_shell(request, _("My page"), "members:my-page"),
        "person": person,
        "mark": mark_of_name(person),
        "home": homes.title_of(person.home_key, get_language()),
        "duties": duties_of(person, get_language()),
        "own_pages": own_pages(),
        "erasure": Erasure.objects.filter(person=person).first(),
    }
    return render(request, "members/my_page.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def profile_edit(request):
    """What the person says about themselves, and who sees it."""
    form = ProfileForm(
        request.POST if request.method == "POST" else None,
        # A copy: what the form writes onto it before it is found wrong is shown to nobody.
        instance=User.objects.get(pk=request.user.pk),
        language=get_language(),
        taken=taken_names(request.user) if request.method == "POST" else (),
        is_staff=request.user.is_staff or is_editor(request.user),
    )
    if form.is_bound and form.is_valid():
        actions.change_profile(person=request.user, changes=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("members:my-page")
    shell = personal_shell(
        request, _("My profile"), "members:profile-edit", below=[my_page_link(_("My page"))]
    )
    context = {"shell": shell, "form": form, "mark": mark_of_name(request.user)}
    return render(request, "members/profile_edit.html", context)


@never_cache
@require_safe
def profile(request, key):
    """What a person shows of themselves to everybody."""
    person = profile_for(request.user, key)
    context = {
        "shell": personal_shell(request, person.name, "members:profile", key),
        "person": person,
        "mark": mark_of_name(person),
        "home": homes.title_of(person.home_key, get_language()) if person.shows_home else "",
    }
    return render(request, "members/profile.html", context)


def mark_of_name(person) -> str:
    """The word of the belt from which the person's picture is drawn."""
    return word_of(belt(person.display_name or str(person.key)))
