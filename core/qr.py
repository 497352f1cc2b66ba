"""QR codes (ISO/IEC 18004), black on white whatever the colours of the page are."""

from itertools import groupby

from django.utils.html import format_html

# Clear modules on every side, as the standard wants them.
_QUIET = 4


def qr_modules(text: str) -> list[list[bool]]:
    """The code of a text, row by row: whether a module is dark; without clear modules around."""
    # A page in a hundred draws one.
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_M

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    return code.get_matrix()


def dark_runs(modules: list[list[bool]]) -> list[tuple[int, int, int]]:
    """Where dark modules stand side by side: column and row of the first, and how many they are."""
    found = []
    for y, row in enumerate(modules):
        x = 0
        for is_dark, run in groupby(row):
            count = len(list(run))
            if is_dark:
                found.append((x, y, count))
            x += count
    return found


def qr_svg(text: str, label: str) -> str:
    """The code as a picture to stand in a page; `label` says what it is to those who see none."""
    modules = qr_modules(text)
    size = len(modules) + 2 * _QUIET
    dark = "".join(
        f"M{x + _QUIET} {y + _QUIET}h{count}v1h-{count}z" for x, y, count in dark_runs(modules)
    )
    return format_html(
        '<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" '
        'aria-label="{}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{}v{}H0z"/>'
        '<path d="{}"/></svg>',
        size,
        size,
        label,
        size,
        size,
        dark,
    )
