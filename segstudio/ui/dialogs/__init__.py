"""Dialogs: decisions that cannot wait, and forms that are opened on purpose. Errors never come here."""
