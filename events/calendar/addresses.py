"""Where the calendar is."""

from core.visit import shared_fact


@shared_fact
def calendar_address(visit, locale_id: int) -> str:
    """The address of the calendar in a language that the visitor may see; empty for none."""
    from events.models.pages import CalendarPage

    pages = CalendarPage.objects.filter(locale_id=locale_id).seen_in(visit)
    return pages.order_by("pk").values_list("url_path", flat=True).first() or ""
