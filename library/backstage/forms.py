from django import forms
from django.utils.translation import gettext_lazy as _

from library.models import Topic
from library.topics import looks_like


class MergeForm(forms.Form):
    """With which topic another one is merged; those that look alike stand first."""

    into = forms.ModelChoiceField(
        Topic.objects.none(),
        label=_("Merge it into"),
        help_text=_(
            "All resources move there, drafts too. The old name stays as another name of that "
            "topic: whoever writes or searches it finds the same."
        ),
    )

    def __init__(self, *arguments, topic: Topic, **options):
        super().__init__(*arguments, **options)
        self.fields["into"].queryset = Topic.objects.exclude(pk=topic.pk)
        others = list(Topic.objects.exclude(pk=topic.pk))
        others.sort(key=lambda other: not looks_like(topic.name, other.name))
        self.fields["into"].choices = [
            ("", _("Choose a topic")),
            *((other.pk, other.name) for other in others),
        ]
