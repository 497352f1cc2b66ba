"""The record of who came in and who did not: what happened and a random key, nothing typed."""

import logging

logger = logging.getLogger("hub.security")


def note(event: str, person=None):
    """Write down what happened; a person is named by the random key that ends with the account."""
    logger.info(event, extra={"person": str(person.key)} if person else {})
