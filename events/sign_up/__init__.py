"""Signing up for events: who may, what they are asked, shown and told."""
