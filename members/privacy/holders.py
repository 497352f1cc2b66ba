"""The holders that `members` speaks for: its own tables, and those of what it is built on."""

from members.privacy import Holder, backstage, letters, own, register, sign_in


def register_holders():
    """Register them; addresses are forgotten last, because the others are found by them."""
    for holder in (NOTICES, LETTERS, BACKSTAGE, WISHES, CONSENTS, PROFILE, SIGN_IN):
        register(holder)


LETTERS = Holder(
    "letters", letters.export_letters, letters.erase_letters, tables=("notifications.Letter",)
)
NOTICES = Holder(
    "notices",
    letters.export_notices,
    letters.erase_notices,
    tables=("notifications.LetterWish", "notifications.Notice"),
)
BACKSTAGE = Holder(
    "backstage",
    backstage.export_backstage,
    backstage.erase_backstage,
    tables=(
        "core.HubDocument",
        "core.HubImage",
        "wagtailadmin.EditingSession",
        "wagtailadmin.FormState",
        "wagtailcore.APIToken",
        "wagtailcore.Comment",
        "wagtailcore.CommentReply",
        "wagtailcore.ModelLogEntry",
        "wagtailcore.Page",
        "wagtailcore.PageLogEntry",
        "wagtailcore.PageSubscription",
        "wagtailcore.Revision",
        "wagtailcore.UploadedFile",
        "wagtailusers.UserProfile",
    ),
)
WISHES = Holder(
    "wishes", own.export_wishes, own.erase_wishes, tables=("members.DataExport", "members.Erasure")
)
CONSENTS = Holder("consents", own.export_consents, own.erase_consents, tables=("members.Consent",))
PROFILE = Holder(
    "profile",
    own.export_profile,
    own.erase_profile,
    tables=("members.User_groups", "members.User_user_permissions"),
)
SIGN_IN = Holder(
    "sign-in",
    sign_in.export_sign_in,
    sign_in.erase_sign_in,
    tables=("account.EmailAddress", "mfa.Authenticator", "usersessions.UserSession"),
)
