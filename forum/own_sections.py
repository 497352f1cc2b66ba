"""What the forum puts on the pages of communities."""

from communities.models.cards import card_at
from communities.sections import Section, register
from forum.listing import community_topics, section_cards


def register_sections():
    """Register the section, once, when Django starts."""
    register(Section("forum", 55, "forum/sections/community.html", talked_about))


def talked_about(page, visit):
    """What is talked about in the community, and its own section; nothing where there is none."""
    card = card_at(visit, page.locale_id, page.path)
    if card is None:
        return None
    topics = community_topics(visit, page.locale_id, card.key)
    own = [each for each in section_cards(visit, page.locale_id) if each.community == card.key]
    return {"topics": topics, "section": own[0] if own else None} if topics or own else None
