from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self):
        from communities import leaving
        from communities.models import CommunityPage
        from communities.signal_handlers import approve_below
        from core import stamp
        from events import (
            kept,
            own_deeds,
            own_rules,
            own_sections,
            results,
            scheduled,
            searched,
            signal_handlers,
        )
        from events.backstage.leaving import sign_ups_in_words
        from events.models import CalendarPage, EventKind, OutsideCalendar
        from events.own_calendar import MY_CALENDAR
        from events.own_calendar import kept as own_calendar_kept
        from events.proposing import kept as proposing_kept
        from events.proposing import kind as proposing_kind
        from events.proposing import letters as proposing_letters
        from events.sign_up import gone, kind, letters
        from members import own_pages, privacy

        # What lies below a community is said by the apps that know of it.
        CommunityPage.subpage_types.append("events.EventPage")
        approve_below(CalendarPage)
        stamp.register_shown(EventKind, OutsideCalendar)
        own_sections.register_sections()
        searched.register_sources()
        own_deeds.register_deeds()
        own_rules.open_to_leaders()
        kind.register_kind()
        letters.register_kinds()
        gone.register_kind()
        results.register_kinds()
        privacy.register(kept.HOLDER)
        privacy.register(own_calendar_kept.HOLDER)
        own_pages.register(MY_CALENDAR)
        proposing_kind.register_kind()
        proposing_letters.register_kinds()
        privacy.register(proposing_kept.HOLDER)
        leaving.register(sign_ups_in_words)
        scheduled.register_jobs()
        signal_handlers.connect()
