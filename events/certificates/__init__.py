"""Certificates of participation for those who signed up for a course."""
