"""A forum in which everything has happened, for whoever looks at its screens."""

from types import SimpleNamespace

from django.utils import timezone
from wagtail.models import Site

from communities.models import CommunityPage
from forum import actions
from forum.models import Block, DutyTurn, ForumSectionPage, ForumSettings, Post
from tests import world
from tests.forum import making, moderating

TEXT = "Vajadzētu divus soliņus un vienu atkritumu urnu."
ENGLISH = "I think that this is a good idea, and we will be there."


def discussions() -> SimpleNamespace:
    """A forum in which everything has happened that a screen can show, and who looks at it."""
    site, now = world.first_pages(), timezone.now()
    parish = CommunityPage.objects.get(slug="tirza", locale__language_code="lv")
    forum = making.forum(site)
    world.translated(forum)
    section = making.section(forum, rule=ForumSectionPage.Rules.AT_ONCE, community=parish)
    world.translated(section)
    people = SimpleNamespace(
        anna=making.person("Anna Ozola", is_public=True),
        janis=making.person("Jānis Kalniņš"),
        editor=moderating.editor("Rasma Redaktore"),
        other=moderating.editor("Uga Upe"),
    )
    found = SimpleNamespace(site=site, section=section, now=now, **vars(people))
    found.topic = making.topic(section, "Vai pie ezera būs soliņi?", found.anna, tags=("ezers",))
    _add_talk(found)
    _add_other_topics(found)
    _add_comments(found)
    _add_work(found)
    return found


def _add_talk(scene):
    """A topic of two pages, with posts of every kind."""
    topic, anna, janis = scene.topic, scene.anna, scene.janis
    scene.answer = making.post(topic, janis, "> Kad?\n\nPavasarī, **maijā**.")
    making.post(topic, anna, TEXT, reply_to=scene.answer.pk)
    official = making.post(topic, scene.editor, "Soliņi ir pasūtīti.", is_official=True)
    making.post(topic, scene.editor, "Es lūgtu arī lampu.", speaker="Kārlis, 81 gads")
    making.picture(making.post(topic, janis, "Attēlā ir vieta."), alt="Ezera krasts")
    actions.mark_answer(post=official, by=anna, now=scene.now)
    deleted = making.post(topic, anna, "To es pārdomāju.")
    actions.delete_post(post=deleted, now=scene.now)
    hidden = [making.post(topic, anna, f"Muļķības numur {number}.") for number in range(3)]
    scene.decisions = [moderating.hidden(post, scene.editor) for post in hidden]
    aside = making.post(topic, janis, "Par šo ziņo daudzi.")
    Post.objects.filter(pk=aside.pk).update(state=Post.State.SET_ASIDE)
    for number in range(14):
        making.post(topic, text=f"Atbalstu jau {number}. reizi, jo tur sēž mana kaimiņiene.")
    scene.changed = making.post(topic, anna, "Nākamreiz ņemsim līdzi zāģi.")
    making.post(topic, janis, "Es gaidu, kad mani izlasa.", is_held=True)


def _add_other_topics(scene):
    closed = making.topic(scene.section, "Kam zvanīt naktī?", scene.janis, posts=1)
    actions.tend(topic=closed, by=scene.editor, deed="close", now=scene.now)
    pinned = making.topic(scene.section, "Kā te runājam", scene.editor)
    actions.tend(topic=pinned, by=scene.editor, deed="pin", now=scene.now)
    archived = making.topic(scene.section, "Vecais tilts", scene.janis)
    actions.tend(topic=archived, by=scene.editor, deed="archive", now=scene.now)
    making.many_topics(scene.section, 31, scene.janis)
    scene.closed, scene.archived = closed, archived


def _add_comments(scene):
    news = scene.site.news
    scene.article = world.article(news, "Talka pie ezera")
    scene.english_article = world.translated(scene.article)
    making.comment(scene.article, making.person("Ilze"), TEXT)
    making.comment(scene.article, scene.janis, ENGLISH, language="en")
    scene.over = world.article(news, "Talka bija", comments="shut")


def _add_work(scene):
    """What waits in the queue, of every kind; a block, a rota, a reader who is told of all."""
    zane = moderating.known("Zane", scene.topic)
    scene.new = making.post(scene.topic, zane, "Vēl viens vārds.", is_held=True).reviews.get()
    scene.edit = moderating.changed_and_waiting(scene.changed)
    scene.reports = moderating.reported(scene.answer, zane, scene.anna)
    first, second, third = scene.decisions
    scene.objection = actions.object_to(decision=first, text="Tā nebija.", now=scene.now).review
    told = actions.object_to(decision=second, text="Tā nebija.", now=scene.now)
    actions.decide_objection(
        review=told.review, by=scene.other, is_overturned=False, note="Bija gan.", now=scene.now
    )
    actions.block(
        post=making.post(scene.topic, zane, "Es vairs nerakstīšu."), by=scene.editor, days=7,
        community_key=None, reason=moderating.reason(), now=scene.now, note="Atpūtieties.",
    )  # fmt: skip
    scene.blocked = Block.objects.get()
    today = scene.now.date()
    scene.turn = DutyTurn.objects.create(
        person=scene.editor, backup=scene.other, first_date=today, last_date=today
    )
    scene.settings = ForumSettings.for_site(Site.objects.get(is_default_site=True))
