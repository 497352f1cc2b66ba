"""Settings of who comes in and how: sign-in, its limits, the second factor.

They are the same in every profile; the few that differ are set in `hub.settings`.
"""

from django.urls import reverse_lazy

AUTHENTICATION_BACKENDS = ["members.accounts.backend.AddressBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "members:my-page"
# The front page in the language of the page from which somebody leaves.
LOGOUT_REDIRECT_URL = reverse_lazy("wagtail_serve", args=[""])

# Passwords and addresses change on the site's own pages and in no other place.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ACCOUNT_ADAPTER = "members.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "members.accounts.adapter.display_name"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
# Whoever signs in by a code has shown that the address is theirs, and a password is chosen after.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60

# By the client's network address, by that together with an e-mail address, by an e-mail address
# that strange devices ask for, and by a device that its owner signed in on before or came to by the
# link of a letter. Others can use up what is counted by an e-mail address alone, codes as well as
# passwords; then the link in the newest letter still lets its reader in. So no limit of letters to
# an address may last longer than that link does (`members.accounts.letter_word`).
ACCOUNT_RATE_LIMITS = {
    "password:place": "40/15m/key",
    "password:pair": "8/15m/key",
    "password:person": "40/1h/key",
    "password:device": "8/15m/key",
    "code:place": "40/15m/key",
    "code:pair": "8/15m/key",
    "code:device": "8/15m/key",
    "letter:place": "30/15m/key",
    "letter:pair": "5/15m/key",
    "letter:person": "6/1h/key,20/1d/key",
    "letter:device": "5/15m/key",
    "letter:own": "5/15m/key",
    # The package's own, for what comes after the first step.
    "login": "60/15m/ip",
    "login_failed": "8/15m/key",
    "reauthenticate": "8/15m/user",
}

MFA_ADAPTER = "members.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Kopā"
MFA_TOTP_TOLERANCE = 1

# How long an account waits to be deleted once that was asked for; after how long without its person
# it is deleted, and how long before that they are told.
ERASURE_GRACE_DAYS = 14
INACTIVE_AFTER_DAYS = 730
INACTIVE_WARNING_DAYS = 30
