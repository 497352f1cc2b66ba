"""Signing in: by a code, a password or a passkey, and what a person keeps to do so."""
