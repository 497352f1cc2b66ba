"""The forms of moderation: reporting, deciding, objecting, and keeping topics in order."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.actions.blocking import DAYS
from forum.actions.deciding import CHOICES, TOGETHER, Choice
from forum.forms.writing import LineField, WordsField
from forum.models import Decision, Reason, Review
from forum.models.moderating import NOTE_LETTERS
from forum.models.topics import TITLE_LETTERS
from members.forms import TakingPartForm

# What is decided about at once: a page of the queue, and some.
TOGETHER_AT_MOST = 50
NUMBER_IN_ADDRESS = re.compile(r"/(\d{1,9})-")


class NoteField(forms.CharField):
    """A few words beside a choice."""

    def __init__(self, **options):
        widget = forms.Textarea({"rows": 3})
        super().__init__(max_length=NOTE_LETTERS, widget=widget, **options)


class ChangedWordsField(WordsField):
    """The words as a moderator changes them; none where nothing is changed."""

    def validate(self, value):
        if value:
            super().validate(value)


class ReasonField(forms.ModelChoiceField):
    """One of the reasons on the editors' list."""

    def __init__(self, **options):
        options.setdefault("empty_label", gettext_lazy("Choose a reason"))
        super().__init__(queryset=Reason.objects.filter(is_used=True), **options)


class ReportForm(TakingPartForm):
    """Why somebody thinks that a post breaks the rules."""

    reason = ReasonField(
        label=gettext_lazy("What is wrong with it"),
        error_messages={"required": gettext_lazy("Choose what is wrong with it.")},
    )
    note = NoteField(
        label=gettext_lazy("In your own words"),
        required=False,
        help_text=gettext_lazy("Whoever wrote the post does not see this, nor who reported it."),
    )

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.fields["reason"].queryset = Reason.objects.filter(is_used=True, is_for_reports=True)

    def payload(self, post) -> dict:
        """What is kept until the address is confirmed."""
        data = self.cleaned_data
        return {"post": post.pk, "reason": data["reason"].pk, "note": data["note"]}


class GroundsForm(forms.Form):
    """Why something is decided: a reason with its rule, and words of the moderator's own."""

    reason = ReasonField(label=gettext_lazy("Reason"), required=False)
    note = NoteField(
        label=gettext_lazy("What the author should know"),
        required=False,
        help_text=gettext_lazy("It is sent with the decision."),
    )

    def ask_for_reason(self, kind):
        """Whatever takes something away says why."""
        if kind in Decision.REMOVALS and not self.cleaned_data.get("reason"):
            self.add_error("reason", _("Choose a reason: the author is told of it."))


class DecisionForm(GroundsForm):
    """What a moderator chooses about one review; the words are for a post that they change."""

    kind = forms.ChoiceField(error_messages={"required": gettext_lazy("Choose what to do.")})
    text = ChangedWordsField(required=False)
    title = LineField(label=gettext_lazy("Title"), max_length=TITLE_LETTERS, required=False)

    def __init__(self, *arguments, review: Review, **options):
        super().__init__(*arguments, **options)
        self.fields["kind"].choices = [(kind, kind.label) for kind in CHOICES[review.kind]]

    def clean(self):
        data = super().clean()
        self.ask_for_reason(data.get("kind"))
        is_change = data.get("kind") == Decision.Kind.EDIT
        if is_change and not data.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write a few words first."))
        return data

    @property
    def choice(self) -> Choice:
        """What was chosen, for `forum.actions.decide`."""
        return Choice(**self.cleaned_data)


class TogetherForm(GroundsForm):
    """One choice for many reviews; which ones the person may decide about is asked at the door."""

    kind = forms.ChoiceField(choices=[(kind, kind.label) for kind in TOGETHER])
    reviews = forms.TypedMultipleChoiceField(
        coerce=int,
        error_messages={
            "required": gettext_lazy("Mark first what the choice is for."),
            "invalid_choice": gettext_lazy("Mark first what the choice is for."),
        },
    )

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        sent = self.data.getlist("reviews") if self.is_bound else []
        known = [pk for pk in sent if pk.isascii() and pk.isdecimal() and len(pk) < 10]
        self.fields["reviews"].choices = [(pk, pk) for pk in known[:TOGETHER_AT_MOST]]

    def clean(self):
        data = super().clean()
        self.ask_for_reason(data.get("kind"))
        return data

    @property
    def choice(self) -> Choice:
        """What was chosen for all of them."""
        data = self.cleaned_data
        return Choice(data["kind"], data["reason"], data["note"])


class ModeratePostForm(GroundsForm):
    """What a moderator does about a post that stands on the site, or about who wrote it."""

    DEEDS = (
        (Decision.Kind.HIDE, gettext_lazy("Hide the post")),
        (Decision.Kind.RESTORE, gettext_lazy("Show the post again")),
        (Decision.Kind.WARN, gettext_lazy("Warn the author")),
        (Decision.Kind.BLOCK, gettext_lazy("Keep the author from writing for a time")),
    )

    deed = forms.ChoiceField(
        label=gettext_lazy("What to do"), choices=DEEDS, widget=forms.RadioSelect
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("For how many days"),
        choices=[(days, days) for days in DAYS],
        coerce=int,
        required=False,
        empty_value=DAYS[0],
        help_text=gettext_lazy("Only for keeping somebody from writing."),
    )

    field_order = ("deed", "reason", "note", "days")

    def __init__(self, *arguments, deeds, **options):
        super().__init__(*arguments, **options)
        self.fields["deed"].choices = [deed for deed in self.DEEDS if deed[0] in deeds]

    def clean(self):
        data = super().clean()
        self.ask_for_reason(data.get("deed"))
        return data


class ObjectionForm(forms.Form):
    """Why somebody objects to a decision about them."""

    text = NoteField(
        label=gettext_lazy("Why you object"),
        error_messages={"required": gettext_lazy("Write why you object.")},
        help_text=gettext_lazy("You can object once. Somebody else than before decides about it."),
    )


class MoveTopicForm(forms.Form):
    """The section to which a topic goes."""

    section = forms.ChoiceField(label=gettext_lazy("Section"))

    def __init__(self, *arguments, sections, **options):
        super().__init__(*arguments, **options)
        choices = [(str(page.translation_key), page.title) for page in sections]
        self.fields["section"].choices = choices


class TargetForm(forms.Form):
    """Another topic, by its address or number; `pk` is its number."""

    topic = forms.CharField(
        label=gettext_lazy("Address of the other topic"),
        max_length=300,
        help_text=gettext_lazy("Copy it from the browser while the other topic is open."),
    )

    def clean_topic(self) -> int:
        typed = self.cleaned_data["topic"].strip()
        if typed.isascii() and typed.isdecimal() and len(typed) < 10:
            return int(typed)
        found = NUMBER_IN_ADDRESS.search(typed)
        if found is None:
            raise forms.ValidationError(_("This is not the address of a topic."))
        return int(found[1])


class MovePostsForm(TargetForm):
    """Another topic for a post, perhaps with all that comes after it."""

    with_later = forms.BooleanField(
        label=gettext_lazy("Also all posts after this one (at most a hundred)"), required=False
    )
