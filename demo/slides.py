"""Slides for a projector (ECMA-376, PresentationML): the least that every program opens."""

from xml.sax.saxutils import escape

from demo.papers import OFFICE, XML, Part, packed, relations, types

KIND = "application/vnd.openxmlformats-officedocument."
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMES = (
    f'xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
COLOURS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
INKS = {"lt1": "FFFFFF", "lt2": "F3EFE4", "dk2": "1F4D3A", "accent1": "1F4D3A", "accent2": "9C2F2F"}
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)


def pptx(parts: list[Part]) -> bytes:
    """Slides, one for each heading with what follows it."""
    slides = _slides(parts)
    places = [f"slides/slide{number}.xml" for number in range(1, len(slides) + 1)]
    targets = [("slideMaster", "slideMasters/slideMaster1.xml")]
    targets += [("slide", place) for place in places]
    texts = {
        "[Content_Types].xml": _types_of(places),
        "_rels/.rels": relations([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": _presentation(len(slides)),
        "ppt/_rels/presentation.xml.rels": relations(targets),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            [("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]
        ),
        "ppt/slideLayouts/slideLayout1.xml": _layout(),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        ),
        "ppt/theme/theme1.xml": _theme(),
    }
    layout = relations([("slideLayout", "../slideLayouts/slideLayout1.xml")])
    for place, slide in zip(places, slides, strict=True):
        texts[f"ppt/{place}"] = _slide(slide)
        texts[f"ppt/slides/_rels/{place.rpartition('/')[2]}.rels"] = layout
    return packed(texts)


def _slides(parts: list[Part]) -> list[list[Part]]:
    slides: list[list[Part]] = []
    for part in parts:
        if part.kind == "h" or not slides:
            slides.append([])
        slides[-1].append(part)
    return slides


def _types_of(places: list[str]) -> str:
    beginning = f"{KIND}presentationml."
    kinds = {
        "/ppt/presentation.xml": f"{beginning}presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{beginning}slideMaster+xml",
        "/ppt/slideLayouts/slideLayout1.xml": f"{beginning}slideLayout+xml",
        "/ppt/theme/theme1.xml": f"{KIND}theme+xml",
    }
    return types(kinds | {f"/ppt/{place}": f"{beginning}slide+xml" for place in places})


def _presentation(count: int) -> str:
    slides = "".join(f'<p:sldId id="{255 + n}" r:id="r{n + 1}"/>' for n in range(1, count + 1))
    return (
        f'{XML}<p:presentation {NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
        f'r:id="r1"/></p:sldMasterIdLst><p:sldIdLst>{slides}</p:sldIdLst>'
        '<p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
        "</p:presentation>"
    )


def _master() -> str:
    layouts = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="r1"/></p:sldLayoutIdLst>'
    tree = f"<p:cSld><p:spTree>{TREE}</p:spTree></p:cSld>"
    return f"{XML}<p:sldMaster {NAMES}>{tree}{MAP}{layouts}</p:sldMaster>"


def _layout() -> str:
    tree = f"<p:cSld><p:spTree>{TREE}</p:spTree></p:cSld>"
    own = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    return f"{XML}<p:sldLayout {NAMES}>{tree}{own}</p:sldLayout>"


def _theme() -> str:
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{INKS.get(name, "26231E")}"/></a:{name}>' for name in COLOURS
    )
    face = '<a:latin typeface="Open Sans"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="{DRAWING}" name="Kopā"><a:themeElements>'
        f'<a:clrScheme name="Kopā">{colours}</a:clrScheme><a:fontScheme name="Kopā">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Kopā"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        f"{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _slide(parts: list[Part]) -> str:
    heading, *others = parts
    shapes = _box(2, "Virsraksts", 500_000, 1_200_000, [heading], 40)
    if others:
        shapes += _box(3, "Teksts", 2_000_000, 4_200_000, others, 28)
    own = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    tree = f"<p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
    return f"{XML}<p:sld {NAMES}>{tree}{own}</p:sld>"


def _box(number: int, name: str, top: int, height: int, parts: list[Part], size: int) -> str:
    lines = "".join(
        f'<a:p><a:r><a:rPr lang="lv" sz="{size * 100}"/><a:t>{escape(part.text)}</a:t></a:r></a:p>'
        for part in parts
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="{top}"/>'
        f'<a:ext cx="7900000" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>{lines}</p:txBody></p:sp>'
    )
