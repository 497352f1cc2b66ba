"""The backstage page that says who may do what, and changes it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from communities import access, actions
from communities.forms import HandOverForm, InviteForm, TrustForm
from communities.models import Invitation
from communities.people import community_people, kinds_for, municipality_people, what_is_handed_over
from communities.views.header import header
from members.models import User

STAFF = {"editor": actions.dismiss_editor, "administrator": actions.dismiss_administrator}


@require_http_methods(["GET", "POST"])
def role_list(request):
    """Everybody's roles in words, and the form that invites to one."""
    if not access.is_editor(request.user):
        return redirect("roles:community", access.first_community_of(request.user))
    now, kinds = timezone.now(), kinds_for(request.user)
    begun = {"community": request.GET.get("community", ""), "kind": request.GET.get("kind", "")}
    form = InviteForm(request.POST or None, kinds=kinds, now=now, initial=begun)
    if request.method == "POST" and form.is_valid():
        actions.invite(**form.offer(), by=request.user, now=now)
        _say_invited(request, form.cleaned_data["address"])
        return redirect("roles:list")
    context = header(_("People and roles"), "group") | {
        "form": form,
        "communities": community_people(now),
        "municipality": municipality_people(now),
        "is_administrator": access.is_administrator(request.user),
    }
    return render(request, "communities/admin/role_list.html", context)


@require_http_methods(["GET", "POST"])
def role_community(request, key):
    """One community: who leads and helps it, and whether its leaders publish by themselves."""
    community = access.community_for(request.user, key)
    now, may_manage = timezone.now(), access.is_editor(request.user)
    if request.method == "POST":
        access.check_editor(request.user)
        form = TrustForm(request.POST)
        if form.is_valid():
            trusted = form.cleaned_data["is_trusted"]
            actions.set_trust(community_key=key, is_trusted=trusted, by=request.user, now=now)
            messages.success(request, _trust_said(trusted))
        return redirect("roles:community", key)
    way = [(reverse("roles:list"), _("People and roles"))] if may_manage else []
    context = header(community.title, "group", *way) | {
        "community": community,
        "people": community_people(now, community)[0],
        "may_manage": may_manage,
        "others": [] if may_manage else access.other_communities_of(request.user, key),
    }
    return render(request, "communities/admin/role_community.html", context)


@require_http_methods(["GET", "POST"])
def role_dismiss(request, pk: int):
    """Ask before a role is taken away, or given back by oneself; then do it."""
    role = access.role_for(request.user, pk)
    community = access.community_of(role.community_key)
    is_own = role.person_id == request.user.pk
    if request.method == "POST":
        actions.dismiss(role=role, by=request.user, now=timezone.now())
        messages.success(request, _("The role has ended."))
        key = role.community_key
        is_at_home = access.is_editor(request.user)
        return redirect("roles:community", key) if is_at_home else redirect("wagtailadmin_home")
    title = _("Leave") if is_own else _("End the role")
    context = header(title, "group") | {"role": role, "community": community, "is_own": is_own}
    return render(request, "communities/admin/role_dismiss.html", context)


@require_http_methods(["GET", "POST"])
def role_hand_over(request, pk: int):
    """What a successor takes over, and the form that invites them."""
    role = access.role_to_hand_over(request.user, pk)
    now, community = timezone.now(), access.community_of(role.community_key)
    form = HandOverForm(request.POST or None, role=role, by=request.user, now=now)
    if request.method == "POST" and form.is_valid():
        actions.invite(
            kind=Invitation.Kind.LEADER,
            community_key=role.community_key,
            successor_of=role,
            by=request.user,
            now=now,
            **form.cleaned_data,
        )
        _say_invited(request, form.cleaned_data["address"])
        return redirect("roles:community", role.community_key)
    context = header(_("Hand over"), "group") | {
        "role": role,
        "community": community,
        "form": form,
        "checklist": what_is_handed_over(community),
    }
    return render(request, "communities/admin/role_hand_over.html", context)


@require_POST
def invitation_withdraw(request, pk: int):
    """Take an invitation back."""
    invitation = access.invitation_for(request.user, pk)
    actions.withdraw_invitation(invitation=invitation, by=request.user, now=timezone.now())
    messages.success(request, _("The invitation has been taken back. Its link opens nothing now."))
    if invitation.community_key and not access.is_editor(request.user):
        return redirect("roles:community", invitation.community_key)
    return redirect("roles:list")


@require_http_methods(["GET", "POST"])
def staff_dismiss(request, kind: str, pk: int):
    """Ask before an editor's or administrator's role is taken away; then do it."""
    access.check_may_manage(request.user, kind)
    person = get_object_or_404(User, pk=pk)
    if request.method == "POST":
        try:
            STAFF[kind](person=person, by=request.user, now=timezone.now())
            messages.success(request, _("The role has ended."))
        except actions.LastAdministrator:
            messages.error(
                request, _("Nothing has changed: at least one administrator has to stay.")
            )
        return redirect("roles:list")
    context = header(_("End the role"), "group", (reverse("roles:list"), _("People and roles")))
    context |= {"person": person, "kind": Invitation.Kind(kind).label, "kind_value": kind}
    return render(request, "communities/admin/staff_dismiss.html", context)


def _say_invited(request, address: str):
    said = _(
        "The invitation is on its way to %(address)s. It can be accepted once, within 14 days."
    )
    messages.success(request, said % {"address": address})


def _trust_said(is_trusted: bool) -> str:
    if is_trusted:
        return _(
            "The leaders publish by themselves from now on. "
            "Editors get a letter about each publication."
        )
    return _("From now on an editor approves what the leaders write.")
