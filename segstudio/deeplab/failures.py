"""Failures of a model that are told apart. Needs no torch, so that the engine can name them."""

from __future__ import annotations

from segstudio.core.errors import WorkError


class NoNumbersError(Exception):
    """The model answered with values that are no numbers, in the precision that it runs in."""


class BrokenModelError(WorkError):
    """It does so at full precision too: no other image would fare better."""
