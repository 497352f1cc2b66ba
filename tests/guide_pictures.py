"""The pictures of the editors' guide: from an invitation to a page on the site, in the demo."""

import base64
import re
import time
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from demo.drawings import draw
from tests.journeys.articles import add_block, block_at, english_editor, fill_block
from tests.journeys.event_form import (
    TUESDAY,
    close_calendars,
    first_tuesday,
    hand_in,
    tick,
    write,
)

SCREEN = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 780}
EDITOR = "redaktore@kopa.test"
LEADER, START = "anna.berza@example.com", "/admin/mana-kopiena/"
EVENT = "Zupas vakars Lizuma bibliotēkā"
TITLE = "Slidotava pie Lizuma skolas ir atvērta"
SUMMARY = "Ledus ir gatavs. Slidas var aizņemties skolā katru dienu līdz plkst. 19.00."
LETTER_ARRIVES_WITHIN = 90
CODE = re.compile(r"\b\d{3} ?\d{3}\b")


class Guide:
    """Walks through the guide as its three readers, and keeps what they see in a folder."""

    def __init__(self, browser, address: str, mail: Path, folder: Path):
        self.browser, self.address, self.mail, self.folder = browser, address, mail, folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self):
        """Take every picture of the guide."""
        editor = self._open(SCREEN)
        self._enter(editor, EDITOR)
        self._show_roles(editor)
        leader = self._open(PHONE)
        self._come_in(leader)
        leader.set_viewport_size(SCREEN)
        self._write_news(leader)
        self._show_own_tools(leader)
        self._decide(editor)
        self._show_work_of_editors(editor)
        self._write_event(leader)
        self._let_event_through(editor)
        self._show_sign_ups(leader)
        self._show_second_step()

    def _open(self, size):
        context = self.browser.new_context(
            base_url=self.address, viewport=size, color_scheme="light", locale="lv-LV"
        )
        return context.new_page()

    def _keep(self, page, name, *, full=False):
        page.wait_for_timeout(1200)
        page.screenshot(path=self.folder / f"{name}.png", full_page=full)

    def _enter(self, page, email, onward="/admin/"):
        page.goto(f"/lv/konts/ieiet/?next={onward}")
        page.get_by_role("button", name=email, exact=True).click()
        page.wait_for_url(f"**{onward}**")

    def _show_roles(self, page):
        """The editor's start, and the invitation that begins everything."""
        self._keep(page, "dashboard")
        page.goto("/admin/roles/")
        page.select_option("#id_kind", "leader")
        page.select_option("#id_community", label="Lizuma pagasts")
        page.fill("#id_address", LEADER)
        page.locator("#invite").evaluate("element => element.scrollIntoView({block: 'center'})")
        self._keep(page, "roles")
        page.get_by_role("button", name="Nosūtīt ielūgumu").click()
        page.wait_for_load_state()

    def _come_in(self, page):
        """The letter, the invitation, the address, the code."""
        letter = self._letter_to(LEADER)
        page.set_content(_as_shown(letter))
        self._keep(page, "letter", full=True)
        link = _link_in(letter)
        page.goto(link)
        self._keep(page, "invitation")
        page.get_by_role("button", name="Pieņemt ielūgumu").click()
        page.locator("input[name=email]").first.fill(LEADER)
        page.locator("main h1, h1").first.evaluate("element => element.scrollIntoView()")
        self._keep(page, "sign-in")
        page.locator("button[name=by][value=code]").click()
        code = CODE.search(_words_of(self._letter_to(LEADER, after=letter))).group()
        page.locator("input[name=code]").fill(code)
        self._keep(page, "code")
        page.locator("form:has(input[name=code]) button").first.click()
        page.wait_for_url(f"**{START}**")

    def _write_news(self, page):
        """The start of a leader, the form, the photo, the preview, and handing in."""
        page.goto(START)
        self._keep(page, "my-community")
        self.community = page.locator(".kopa-deed--quiet").get_attribute("href")
        page.goto(self.community)
        self._keep(page, "community")
        page.goto(START)
        page.locator(".kopa-deed").first.click()
        page.fill("#id_title", TITLE)
        page.fill("#id_summary", SUMMARY)
        self._add_photo(page)
        page.fill("#id_picture_alt", "Divi bērni slido uz dīķa pie skolas")
        page.evaluate("scrollTo(0, 0)")
        self._keep(page, "news")
        add_block(page, "Teksts")
        fill_block(page, 0, {"": "Slidotavu lēja vecāki un skolas sargs. Paldies!"})
        block_at(page, 0).wait_for(state="attached")
        page.locator("button.action-save").first.click()
        page.locator(".messages li.success").wait_for()
        self.news = re.search(r"/pages/(\d+)/", page.url).group(1)
        page.locator("[aria-label='Rādīt vai paslēpt priekšskatījumu']").click()
        page.wait_for_timeout(3000)
        self._keep(page, "preview")
        page.locator("[aria-label='Rādīt vai paslēpt priekšskatījumu']").click()
        toggle = page.locator("footer [data-controller~=w-dropdown] button[aria-expanded]")
        toggle.first.click()
        self._keep(page, "submit")
        page.locator("button[name=action-submit]").first.click()
        page.locator(".messages li.success").wait_for()

    def _add_photo(self, page):
        photo = {"name": "slidotava.jpg", "mimeType": "image/jpeg", "buffer": draw("snow", TITLE)}
        page.locator("#id_picture-chooser").get_by_role("button").first.click()
        window = page.locator(".modal-dialog")
        window.get_by_role("tab", name="Augšupielādēt").click()
        window.locator("input[type=file]").set_input_files(photo)
        window.locator("input[name$=-title]").fill("Slidotava pie skolas")
        self._keep(page, "photo")
        window.get_by_role("button", name="Augšupielādēt").click()
        window.wait_for(state="detached")

    def _show_own_tools(self, page):
        """A link to the draft, the hand-over, the help."""
        page.goto(f"/admin/pages/{self.news}/edit/")
        page.locator("header [data-controller~=w-dropdown] button[aria-expanded]").last.click()
        page.get_by_role("link", name="Priekšskatījuma saites").click()
        page.get_by_role("button", name="Izveidot saiti").click()
        page.wait_for_load_state()
        self._keep(page, "preview-link")
        page.goto("/admin/roles/")
        page.locator(f"li:has-text('{LEADER}') a.button").first.click()
        page.wait_for_load_state()
        self._keep(page, "hand-over")
        page.goto("/admin/palidziba/")
        self._keep(page, "help")

    def _decide(self, page):
        """The letter, the dashboard, the decision, and the page on the site."""
        letter = self._letter_to(EDITOR, saying=TITLE)
        reader = self._open({"width": 640, "height": 700})
        reader.set_content(_as_shown(letter))
        self._keep(reader, "letter-submitted", full=True)
        page.goto("/admin/")
        self._keep(page, "waits-for-approval")
        page.goto(_link_in(letter))
        self._keep(page, "decide")
        page.get_by_role("button", name="Apstiprināt").click()
        page.wait_for_load_state()
        approved = self._letter_to(LEADER, saying=TITLE)
        reader.set_content(_as_shown(approved))
        self._keep(reader, "letter-approved", full=True)
        visitor = self._open(PHONE)
        visitor.goto(_link_in(approved))
        self._keep(visitor, "on-the-site")

    def _show_work_of_editors(self, page):
        number = re.search(r"/pages/(\d+)/", self.community).group(1)
        page.goto(f"/admin/pages/{number}/")
        self._keep(page, "explorer")
        page.goto(english_editor(page, TITLE))
        self._keep(page, "translation")
        page.goto(f"/admin/skatit-ka/{self.news}/")
        self._keep(page, "view-as")
        page.goto("/admin/letters/")
        self._keep(page, "letters")

    def _show_second_step(self):
        page = self._open(SCREEN)
        self._enter(page, EDITOR)
        page.goto("/lv/konts/otrais-solis/")
        self._keep(page, "second-step")

    def _write_event(self, page):
        """When an event takes place, in words, while it is written."""
        page.goto(START)
        page.locator("a.kopa-deed[href*=eventpage]").click()
        page.locator("[data-times]").wait_for()
        page.fill("#id_title", EVENT)
        page.select_option("#id_kind", label="Tikšanās")
        write(page, "#id_first_date", f"{first_tuesday():%d.%m.%Y.}")
        write(page, "#id_starts", "18:00")
        write(page, "#id_ends", "19:30")
        page.select_option("#id_repeats", "monthly_by_weekday")
        close_calendars(page)
        tick(page, "repeat_ordinals", 1)
        tick(page, "repeat_weekdays", TUESDAY)
        for month in (7, 8):
            tick(page, "months_off", month)
        page.locator("[data-times] li").nth(5).wait_for()
        page.locator("#id_repeats").evaluate("element => element.scrollIntoView()")
        page.mouse.wheel(0, -120)
        page.set_viewport_size({"width": 1280, "height": 1350})
        self._keep(page, "event-times")
        page.set_viewport_size(SCREEN)
        page.check("#id_takes_sign_ups")
        page.select_option("#id_signs_up_for", "each")
        page.fill("#id_capacity", "30")
        hand_in(page)

    def _let_event_through(self, page):
        page.goto(_link_in(self._letter_to(EDITOR, saying=EVENT)))
        page.get_by_role("button", name="Apstiprināt").click()
        page.wait_for_load_state()

    def _show_sign_ups(self, page):
        """The page of the event on a phone, and the list for whoever holds it."""
        visitor = self._open(PHONE)
        visitor.goto(_link_in(self._letter_to(LEADER, saying=EVENT)))
        page.set_viewport_size(PHONE)
        page.goto(visitor.url)
        page.locator("a[href*='/kalendars/pieteikumi/']").first.click()
        for name, people in (("Ilze Ozola", 2), ("Jānis Bērziņš", 1), ("Maija Kalniņa", 4)):
            by_hand = page.locator("details:has(input[name=party_size])")
            by_hand.locator("summary").click()
            by_hand.locator("input[name=name]").fill(name)
            by_hand.locator("input[name=party_size]").fill(str(people))
            by_hand.locator("button").click()
            page.get_by_text(name).first.wait_for()
        self._keep(page, "sign-ups")

    def _letter_to(self, address, *, after=None, saying=""):
        """The newest letter to the address, once it is there; newer than `after` when given."""
        until = time.monotonic() + LETTER_ARRIVES_WITHIN
        while time.monotonic() < until:
            for path in sorted(self.mail.glob("**/*.*"), key=_age, reverse=True):
                letter = message_from_bytes(path.read_bytes(), policy=default)
                is_new = after is None or letter["Message-ID"] != after["Message-ID"]
                if address in str(letter["To"]) and is_new and saying in str(letter["Subject"]):
                    return letter
            time.sleep(1)
        raise TimeoutError(f"no letter to {address}")


def _age(path: Path) -> float:
    return path.stat().st_mtime


def _words_of(letter) -> str:
    return letter.get_body(("plain",)).get_content()


def _link_in(letter) -> str:
    """The one address of the letter that is to be pressed."""
    return re.search(r"https?://\S+", _words_of(letter)).group().rstrip(".)>")


def _as_shown(letter) -> str:
    """The letter as a mail program shows it, with its pictures."""
    html = letter.get_body(("html",)).get_content()
    for part in letter.walk():
        if part.get("Content-ID"):
            content = base64.b64encode(part.get_content()).decode()
            name = part["Content-ID"].strip("<>")
            html = html.replace(f"cid:{name}", f"data:{part.get_content_type()};base64,{content}")
    return html
