"""The body of a page: every block that it can be built from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.accordion import AccordionBlock
from core.blocks.call_to_action import CallToActionBlock
from core.blocks.callout import CalloutBlock
from core.blocks.contacts import ContactsBlock
from core.blocks.documents import DocumentsBlock
from core.blocks.pictures import MAX_IN_GALLERY, MIN_IN_GALLERY, GalleryBlock, PictureBlock
from core.blocks.quote import QuoteBlock
from core.blocks.table import TableBlock
from core.blocks.text import PAGE_FEATURES, TextBlock
from core.blocks.video import VideoBlock

TO_READ, IMAGES, LINKS = _("To read"), _("Pictures and video"), _("People and links")


class BodyBlock(blocks.StreamBlock):
    """The body of a page."""

    text = TextBlock(label=_("Text"), features=PAGE_FEATURES, group=TO_READ)
    quote = QuoteBlock(group=TO_READ)
    callout = CalloutBlock(group=TO_READ)
    accordion = AccordionBlock(group=TO_READ)
    table = TableBlock(group=TO_READ)
    picture = PictureBlock(group=IMAGES)
    gallery = GalleryBlock(
        PictureBlock(), min_num=MIN_IN_GALLERY, max_num=MAX_IN_GALLERY, group=IMAGES
    )
    video = VideoBlock(group=IMAGES)
    contacts = ContactsBlock(group=LINKS)
    documents = DocumentsBlock(group=LINKS)
    call_to_action = CallToActionBlock(group=LINKS)

    class Meta:
        max_num = 80
