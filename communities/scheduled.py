"""The scheduled work that the communities have."""

import logging
from datetime import datetime, timedelta

from communities.actions import (
    check_all_leadership,
    forget_invitations,
    forget_preview_links,
)
from communities.provisioning import provision_all
from core import jobs

logger = logging.getLogger("hub.jobs")


def mend_provisioning(now: datetime):
    """Set right what communities have in the backstage, and say how much was wrong."""
    mended = provision_all()
    if mended:
        logger.warning("provisioning mended %d things", len(mended))


def register_jobs():
    """Register the jobs."""
    jobs.register("communities-leaders", check_all_leadership, every=timedelta(hours=1))
    jobs.register("communities-provision", mend_provisioning, every=timedelta(days=1))
    jobs.register("communities-invitations", forget_invitations, every=timedelta(days=1))
    jobs.register("communities-preview-links", forget_preview_links, every=timedelta(days=1))
