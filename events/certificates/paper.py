"""A certificate as PDF: one A4 sheet under the belt of the community, the same bytes each time."""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import groupby

from django.utils.translation import gettext as _
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from core.belt import Belt, belt_of
from core.belt.lettering import INK, INK_SOFT, drawable
from core.belt.pattern import EDGE, GROUND, WEFT
from core.qr import dark_runs, qr_modules
from events.certificates import wording
from events.models import Certificate

WIDTH, HEIGHT = landscape(A4)
MARGIN, MIDDLE = 24 * mm, WIDTH / 2
BAND, QR_SIDE, FOOT = 24 * mm, 30 * mm, 18 * mm
NAME_SIZES, TITLE_SIZES = range(38, 15, -1), range(24, 11, -1)
TITLE_LINES = 3
PLAIN, BOLD = "OpenSans-Regular", "OpenSans-Bold"


def paper(certificate: Certificate, address: str) -> bytes:
    """The sheet in the active language; `address` is where one can ask whether it is true."""
    _register_fonts()
    file, heading = BytesIO(), _("Certificate of participation")
    sheet = Canvas(
        file, landscape(A4), invariant=1, lang=certificate.language, initialFontName=PLAIN
    )
    sheet.setTitle(drawable(f"{heading} {certificate.number}: {certificate.title}", "Regular"))
    sheet.setAuthor(certificate.organiser)
    sheet.setSubject(wording.attended_in_words(certificate))
    sheet.setCreator("")
    sheet.setViewerPreference("DisplayDocTitle", "true")
    woven = belt_of(certificate.belt)
    _draw_belt(sheet, woven)
    _say(sheet, certificate, heading)
    _draw_foot(sheet, certificate, address)
    sheet.setFillColor(HexColor(woven.wools.light.edge))
    sheet.rect(0, 0, WIDTH, 2 * mm, stroke=0, fill=1)
    sheet.save()
    return file.getvalue()


@lru_cache(maxsize=1)
def _register_fonts():
    for name in (PLAIN, BOLD):
        registerFont(TTFont(name, files("ttf_opensans") / "ttf" / f"{name}.ttf"))


def _draw_belt(sheet: Canvas, woven: Belt):
    """The band across the top, its leading motif in the middle, drawn once and repeated."""
    cell, tones = BAND / woven.height, woven.wools.light
    period = woven.width * cell
    sheet.beginForm("period", 0, 0, period, BAND)
    for wool, colour in ((GROUND, tones.ground), (WEFT, tones.weft), (EDGE, tones.edge)):
        sheet.setFillColor(HexColor(colour))
        path = sheet.beginPath()
        for x, y, count in _runs(woven.rows(), wool):
            path.rect(x * cell, BAND - (y + 1) * cell, count * cell, cell)
        sheet.drawPath(path, stroke=0, fill=1)
    sheet.endForm()
    x = MIDDLE - period / 2
    while x > 0:
        x -= period
    while x < WIDTH:
        sheet.saveState()
        sheet.translate(x, HEIGHT - BAND)
        sheet.doForm("period")
        sheet.restoreState()
        x += period


def _runs(rows: tuple[str, ...], wool: str):
    for y, row in enumerate(rows):
        x = 0
        for found, run in groupby(row):
            count = len(list(run))
            if found == wool:
                yield x, y, count
            x += count


def _say(sheet: Canvas, certificate: Certificate, heading: str):
    """The words, from the top down."""
    y = HEIGHT - BAND - 22 * mm
    _write(sheet, y, heading, PLAIN, [22], INK_SOFT)
    y = _write(sheet, y - 24 * mm, certificate.name, BOLD, NAME_SIZES)
    y = _write(sheet, y - 14 * mm, _("took part in"), PLAIN, [14], INK_SOFT)
    y = _write(sheet, y - 13 * mm, certificate.title, BOLD, TITLE_SIZES, lines=TITLE_LINES)
    y = _write(sheet, y - 12 * mm, wording.days_in_words(certificate), PLAIN, [14])
    y = _write(sheet, y - 8 * mm, wording.attended_in_words(certificate), PLAIN, [14])
    said = _("Organiser: %(name)s") % {"name": certificate.organiser}
    _write(sheet, y - 8 * mm, said, PLAIN, range(14, 7, -1))


def _write(sheet: Canvas, y, words: str, font: str, sizes, colour=INK, *, lines=1) -> float:
    """Write in the middle, as large as fits into so many lines; where the last line stands."""
    words, room = drawable(words, font.partition("-")[2]), WIDTH - 2 * MARGIN
    for size in sizes:
        split = simpleSplit(words, font, size, room)
        if len(split) <= lines and all(stringWidth(line, font, size) <= room for line in split):
            break
    sheet.setFillColor(HexColor(colour))
    sheet.setFont(font, size)
    for place, line in enumerate(split):
        y -= place and size * 1.25
        sheet.drawCentredString(MIDDLE, y, line)
    return y


def _draw_foot(sheet: Canvas, certificate: Certificate, address: str):
    """The number, and where one can ask whether it is true."""
    _draw_qr(sheet, address, WIDTH - MARGIN - QR_SIDE, 8 * mm)
    sheet.setFillColor(HexColor(INK_SOFT))
    sheet.setFont(PLAIN, 10)
    sheet.drawString(MARGIN, FOOT + 12 * mm, wording.number_in_words(certificate))
    said = _("Whether this certificate is genuine can be checked here:")
    sheet.drawString(MARGIN, FOOT + 6 * mm, said)
    sheet.setFillColor(HexColor(INK))
    sheet.drawString(MARGIN, FOOT, address)
    end = MARGIN + stringWidth(address, PLAIN, 10)
    sheet.linkURL(address, (MARGIN, FOOT - 1 * mm, end, FOOT + 4 * mm))


def _draw_qr(sheet: Canvas, text: str, left: float, bottom: float):
    modules = qr_modules(text)
    side = QR_SIDE / len(modules)
    sheet.setFillColor(HexColor(INK))
    path = sheet.beginPath()
    for x, y, count in dark_runs(modules):
        path.rect(left + x * side, bottom + QR_SIDE - (y + 1) * side, count * side, side)
    sheet.drawPath(path, stroke=0, fill=1)
