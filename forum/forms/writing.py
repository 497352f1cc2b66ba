"""The forms in which people write: a post, a comment, a topic, and what they change."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.uploads import clean_image
from forum.models import PostPicture
from forum.models.posts import TEXT_BYTES
from forum.models.topics import TAG_LETTERS, TAGS, TITLE_LETTERS
from forum.writing import one_line, plain_text, render, typed
from members.forms import TakingPartForm, clean_name
from members.models.user import NAME_LETTERS

ALT_LETTERS = 200
TAG = re.compile(r"[^\W_](?:[\w \-’'.]*[^\W_.])?")


class WordsField(forms.CharField):
    """A text as people type it, at most 32 kB of it."""

    def __init__(self, **options):
        attrs = {"rows": 10, "data-writing": "", "data-bytes": TEXT_BYTES}
        options.setdefault("label", gettext_lazy("What you want to say"))
        super().__init__(
            strip=False,
            widget=forms.Textarea(attrs),
            error_messages={"required": gettext_lazy("Write a few words first.")},
            **options,
        )

    def to_python(self, value):
        return typed(super().to_python(value))

    def validate(self, value):
        super().validate(value)
        if len(value.encode()) > TEXT_BYTES:
            raise forms.ValidationError(
                _("This is too long: please shorten it, or write it in several parts.")
            )
        if not plain_text(render(value)):
            raise forms.ValidationError(self.error_messages["required"], code="required")


class LineField(forms.CharField):
    """A text on one line, without signs that cannot be seen."""

    def to_python(self, value):
        return one_line(super().to_python(value))


class PostForm(TakingPartForm):
    """Something said in a topic or under a page; whoever has no account adds their address.

    `most_pictures` is how many may stand beside it; `offers_office`, `offers_help` and
    `asks_name` say which of the other fields there are. Nothing that is not a field is ever read.
    """

    text = WordsField()
    name = LineField(
        label=gettext_lazy("What others may call you"),
        required=False,
        max_length=NAME_LETTERS,
        help_text=gettext_lazy("Leave it empty to write as “A resident”."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    follows = forms.BooleanField(
        label=gettext_lazy("Tell me by e-mail when somebody answers"), required=False
    )
    is_official = forms.BooleanField(
        label=gettext_lazy("This is an official answer"),
        required=False,
        help_text=gettext_lazy("It gets a mark that nobody else can give."),
    )
    speaker = LineField(
        label=gettext_lazy("What this person is called here"),
        required=False,
        max_length=NAME_LETTERS,
    )
    has_agreed = forms.BooleanField(
        label=gettext_lazy(
            "The person is with me, has read the text or heard it read, and wants it published "
            "under this name"
        ),
        required=False,
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)
    reply_to = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    kept_pictures = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400)

    def __init__(
        self,
        *arguments,
        most_pictures: int = 1,
        offers_office=False,
        offers_help=False,
        asks_name=False,
        topic=None,
        taken=(),
        **options,
    ):
        super().__init__(*arguments, **options)
        self.topic, self.taken, self.kept = topic, taken, []
        if not offers_office:
            del self.fields["is_official"]
        if not offers_help:
            del self.fields["speaker"], self.fields["has_agreed"]
        if not asks_name:
            del self.fields["name"]
        self.slots = [f"picture_{number}" for number in range(1, most_pictures + 1)]
        for slot in self.slots:
            self.fields[slot] = forms.FileField(
                label=_("Picture"),
                required=False,
                widget=forms.FileInput(attrs={"accept": "image/*"}),
            )
            self.fields[f"{slot}_alt"] = LineField(
                label=_("What the picture shows"), required=False, max_length=ALT_LETTERS
            )

    def clean_name(self):
        name = self.cleaned_data["name"]
        return clean_name(name, taken=self.taken) if name else ""

    def clean_speaker(self):
        name = self.cleaned_data["speaker"]
        return clean_name(name, taken=self.taken) if name else ""

    def clean_reply_to(self):
        number = self.cleaned_data["reply_to"]
        if number and not (self.topic and self.topic.posts.shown().filter(pk=number).exists()):
            # What is answered is gone meanwhile; what was typed is not lost for that.
            return None
        return number

    def clean_kept_pictures(self):
        """The pictures that came with this form before, and wait for its post."""
        keys = [key for key in self.cleaned_data["kept_pictures"].split(",") if _is_key(key)]
        dropped = set(self.data.getlist("drop_picture"))
        wanted = [key for key in keys if key not in dropped][: len(self.slots)]
        self.kept = list(PostPicture.objects.filter(key__in=wanted, post=None))
        return self.kept

    def clean(self):
        data = super().clean()
        if data.get("speaker") and not data.get("has_agreed"):
            self.add_error("has_agreed", _("Ask the person first, and say here that they agree."))
        if data.get("has_agreed") and not data.get("speaker") and "speaker" not in self.errors:
            self.add_error("speaker", _("Write what the person is called here."))
        self._clean_pictures(data)
        return data

    def _clean_pictures(self, data):
        """New pictures made safe, each with what it shows."""
        data["pictures"] = []
        for slot in self.slots:
            if not data.get(slot):
                continue
            try:
                data["pictures"].append((clean_image(data[slot]), data.get(f"{slot}_alt", "")))
            except forms.ValidationError as error:
                self.add_error(slot, error)
        room = len(self.slots) - len(self.kept)
        if len(data["pictures"]) > room:
            data["pictures"] = data["pictures"][: max(0, room)]
            self.add_error(None, _pictures_left_out(len(self.slots)))

    @property
    def picture_fields(self):
        """The fields of pictures in pairs, as many as there is room for."""
        slots = self.slots[: max(0, len(self.slots) - len(self.kept))]
        return [(self[slot], self[f"{slot}_alt"]) for slot in slots]

    @property
    def has_picture_errors(self) -> bool:
        """Whether something is wrong with a picture, so that its field must be seen."""
        return any(slot in self.errors for slot in self.slots)

    @property
    def was_signed_in(self) -> bool:
        """Whether the form was opened by somebody signed in, and is sent by nobody any more."""
        return self.is_bound and "address" in self.fields and "address" not in self.data

    def payload(self, **target) -> dict:
        """What was written, as a pending action keeps it."""
        data = self.cleaned_data
        return {
            "text": data["text"],
            "submission": str(data["submission"]),
            "reply_to": data["reply_to"],
            "pictures": [str(picture.key) for picture in self.kept],
            "is_official": data.get("is_official", False),
            "follows": data["follows"],
            "speaker": data.get("speaker", ""),
            "name": data.get("name", ""),
            **target,
        }


class TopicForm(PostForm):
    """A topic with its first post; `communities` are those whose topic it may be."""

    title = LineField(
        label=gettext_lazy("What it is about, in one line"),
        max_length=TITLE_LETTERS,
        error_messages={"required": gettext_lazy("Say in one line what it is about.")},
        widget=forms.TextInput(attrs={"data-similar": ""}),
    )
    community = forms.TypedChoiceField(
        label=gettext_lazy("Community"), required=False, empty_value=None
    )
    tags = LineField(
        label=gettext_lazy("Tags"),
        required=False,
        max_length=TAGS * (TAG_LETTERS + 2),
        help_text=gettext_lazy("At most five, with commas between them: roads, lake."),
    )
    has_seen_similar = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *arguments, communities=(), **options):
        super().__init__(*arguments, **options)
        if communities:
            choices = [("", _("The whole municipality")), *communities]
            self.fields["community"].choices = choices
        else:
            del self.fields["community"]
        self.order_fields(["title", "text", "community", "tags"])

    def clean_title(self):
        title = self.cleaned_data["title"]
        if not any(sign.isalpha() for sign in title):
            raise forms.ValidationError(self.fields["title"].error_messages["required"])
        return title

    def clean_tags(self):
        names = [one_line(name) for name in self.cleaned_data["tags"].split(",")]
        tags = list({name.casefold(): name for name in names if name}.values())
        if len(tags) > TAGS:
            raise forms.ValidationError(_("Choose at most five tags."))
        for tag in tags:
            if len(tag) > TAG_LETTERS or not TAG.fullmatch(tag):
                raise forms.ValidationError(
                    _("A tag is a word or two, in letters and digits: “%(tag)s” is not one.")
                    % {"tag": tag}
                )
        return tags

    def payload(self, **target) -> dict:
        data = self.cleaned_data
        return super().payload(**target) | {
            "title": data["title"],
            "tags": data["tags"],
            "community": data.get("community"),
        }


class EditForm(forms.Form):
    """Other words for a post, and for the title of the topic that it begins."""

    title = TopicForm.base_fields["title"]
    text = WordsField()

    def __init__(self, *arguments, begins_topic: bool, **options):
        super().__init__(*arguments, **options)
        if not begins_topic:
            del self.fields["title"]

    clean_title = TopicForm.clean_title


def _is_key(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text))


def _pictures_left_out(most: int) -> str:
    return ngettext(
        "One picture may stand beside it; the others were left out.",
        "At most %(most)d pictures may stand beside it; the others were left out.",
        most,
    ) % {"most": most}
