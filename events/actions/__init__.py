"""Every write to events that has consequences."""

from events.actions.keeping import forget_occurrences, keep_occurrences, reach_further

__all__ = ["forget_occurrences", "keep_occurrences", "reach_further"]
