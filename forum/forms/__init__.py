"""What people fill in: checked here, written by `forum.actions`."""

from forum.forms.writing import EditForm, PostForm, TopicForm

__all__ = ["EditForm", "PostForm", "TopicForm"]
