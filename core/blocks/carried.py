"""What a translation takes over as it is."""


class CarriedOver:
    """Makes a block one whose value nobody is asked to translate."""

    def get_translatable_segments(self, value):
        """Nothing, because the value is the same in every language."""
        return []
