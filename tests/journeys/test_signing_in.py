"""Signing in as people do: on a phone without JavaScript, with an app, with a passkey."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from tests.journeys.looking import faults_in_both_themes

SIGN_IN = "/en/account/sign-in/"
ACCOUNT = "/en/account/"
MY_PAGE = "/en/people/me/"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
# The scheduled work of the demo site comes by within this time, even when it has just been built
# and has pictures to make.
LETTER_WITHIN = 240


@pytest.fixture
def phone(browser, base_url):
    """A small phone with JavaScript off."""
    context = browser.new_context(base_url=base_url, java_script_enabled=False, **PHONE)
    yield context.new_page()
    context.close()


def code_for(page, address: str, *, besides: str = "") -> str:
    """The newest code in the letters to the address, as the demo's page of letters shows it."""
    ends_at = time.monotonic() + LETTER_WITHIN
    while time.monotonic() < ends_at:
        html = page.request.get("/vestules/").text()
        for letter in html.split("<article")[1:]:
            found = re.search(r"\b(\d{6}) – ", letter)
            if address in letter and found and found[1] != besides:
                return found[1]
        time.sleep(1)
    raise AssertionError("No letter with a code came.")


def app_code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def is_narrow(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]


def sign_in_by_code(page, address, besides="") -> str:
    page.goto(SIGN_IN)
    page.fill("#id_email", address)
    page.get_by_role("button", name="Send me a code").click()
    code = code_for(page, address, besides=besides)
    page.fill("#id_code", code)
    page.get_by_role("button", name="Sign in", exact=True).click()
    return code


def test_a_resident_signs_in_on_a_phone_without_javascript_and_adds_an_app(phone):
    address = "telefons@example.test"
    first = sign_in_by_code(phone, address)
    assert phone.url.endswith(MY_PAGE)
    assert address in phone.inner_text("main")
    phone.goto(f"{ACCOUNT}second-step/")
    phone.get_by_role("link", name="Set up the app").click()
    assert phone.locator(".account__picture svg").is_visible()
    secret = phone.inner_text(".account__key")
    phone.fill("#id_code", app_code(secret))
    phone.get_by_role("button", name="Set up the app").click()
    assert phone.locator(".account__codes li").count() == 10
    phone.get_by_role("button", name="Sign out").first.click()
    phone.goto(ACCOUNT)
    assert SIGN_IN in phone.url
    sign_in_by_code(phone, address, besides=first)
    assert "second-step/confirm/" in phone.url
    # The app's own code may be asked for once in its half minute.
    phone.fill("#id_code", app_code(secret))
    phone.get_by_role("button", name="Sign in", exact=True).click()
    if "second-step/confirm/" in phone.url:
        time.sleep(31)
        phone.fill("#id_code", app_code(secret))
        phone.get_by_role("button", name="Sign in", exact=True).click()
    assert phone.url.endswith(MY_PAGE)


def test_a_passkey_signs_in_by_itself(page, base_url, complaints):
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto(SIGN_IN)
    page.get_by_role("button", name="iedzivotajs@kopa.test", exact=True).click()
    page.goto(f"{ACCOUNT}second-step/keys/add/")
    page.fill("#id_name", "Pirksts")
    page.check("#id_passwordless")
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url("**/second-step/codes/**")
    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_url(re.compile(r":\d+/(lv|en)/$"))
    page.goto(f"{SIGN_IN}?next=/en/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(re.compile(r":\d+/en/$"))
    page.goto(ACCOUNT)
    assert "iedzivotajs@kopa.test" in page.inner_text("main")
    page.goto(f"{ACCOUNT}second-step/keys/")
    assert "Pirksts" in page.inner_text("main")
    assert complaints == []


PAGES = ["", "address/", "password/", "devices/", "second-step/", "second-step/app/", "sign-out/"]


def test_the_pages_are_for_everybody_and_fit_a_small_phone(page, base_url, complaints):
    page.set_viewport_size(PHONE["viewport"])
    faults = []

    def look(path):
        faults.extend(faults_in_both_themes(page, path))
        assert is_narrow(page), path

    look(SIGN_IN)
    page.get_by_role("button", name="lidere.tirza@kopa.test", exact=True).click()
    page.wait_for_url("**/admin/**")
    for path in [*PAGES, "second-step/keys/", "second-step/keys/add/"]:
        look(f"{ACCOUNT}{path}")
    page.goto(f"{ACCOUNT}address/")
    page.fill("#id_email", "cita@example.test")
    page.get_by_role("button", name="Send both codes").click()
    look(page.url)
    page.get_by_role("button", name="Keep the old address").click()
    assert faults == []
    assert complaints == []
