"""Addresses of signing in; what the package has beyond these is closed."""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as spare_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from django.urls import path
from django.utils.translation import gettext_lazy as _

from members.accounts import views
from members.accounts.pages import account_page

PAGES = (
    (_("sign-in/"), views.sign_in, "account_login"),
    (_("sign-in/letter/<str:word>/"), views.sign_in, "account_from_letter"),
    (_("code/"), views.confirm_code, "account_confirm_login_code"),
    (_("passkey/"), keys.login_webauthn, "mfa_login_webauthn"),
    (_("second-step/confirm/"), second_step.authenticate, "mfa_authenticate"),
    (_("closed/"), account.account_inactive, "account_inactive"),
    (_("sign-out/"), account.logout, "account_logout"),
    ("", views.home, "account_home"),
    (_("address/"), views.change_address, "account_email"),
    (_("password/"), views.change_password, "account_change_password"),
    (_("devices/"), views.sessions, "usersessions_list"),
    (_("again/"), account.reauthenticate, "account_reauthenticate"),
    (_("again/code/"), views.reauthenticate_by_code, "account_reauthenticate_by_code"),
    (_("again/second-step/"), second_step.reauthenticate, "mfa_reauthenticate"),
    (_("again/passkey/"), keys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    (_("second-step/"), second_step.index, "mfa_index"),
    (_("second-step/app/"), app.activate_totp, "mfa_activate_totp"),
    (_("second-step/app/off/"), app.deactivate_totp, "mfa_deactivate_totp"),
    (_("second-step/codes/"), spare_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    (
        _("second-step/codes/new/"),
        spare_codes.generate_recovery_codes,
        "mfa_generate_recovery_codes",
    ),
    (
        _("second-step/codes/file/"),
        spare_codes.download_recovery_codes,
        "mfa_download_recovery_codes",
    ),
    (_("second-step/keys/"), keys.list_webauthn, "mfa_list_webauthn"),
    (_("second-step/keys/add/"), keys.add_webauthn, "mfa_add_webauthn"),
    (_("second-step/keys/<int:pk>/remove/"), keys.remove_webauthn, "mfa_remove_webauthn"),
    (_("second-step/keys/<int:pk>/name/"), keys.edit_webauthn, "mfa_edit_webauthn"),
)

urlpatterns = [path(route, account_page(view), name=name) for route, view, name in PAGES]
