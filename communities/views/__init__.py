"""What the addresses of this app lead to."""

from communities.views.boundaries import boundary_detail, boundary_list
from communities.views.invitations import invitation
from communities.views.kept_text import keep_text
from communities.views.preview_links import preview, preview_link_end, preview_link_list
from communities.views.publishing import page_decide, page_withdraw
from communities.views.roles import (
    invitation_withdraw,
    role_community,
    role_dismiss,
    role_hand_over,
    role_list,
    staff_dismiss,
)

__all__ = [
    "boundary_detail",
    "boundary_list",
    "invitation",
    "invitation_withdraw",
    "keep_text",
    "page_decide",
    "page_withdraw",
    "preview",
    "preview_link_end",
    "preview_link_list",
    "role_community",
    "role_dismiss",
    "role_hand_over",
    "role_list",
    "staff_dismiss",
]
