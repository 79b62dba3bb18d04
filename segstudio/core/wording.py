"""Sentences that remember how they were put together, so that a window can say them in another language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Worded(str):
    """English, and at the same time the `template` and the `values` that it was made of."""

    template: str
    values: Mapping[str, object]

    def __str__(self) -> str:  # of an exception's argument, too: `str` would forget the rest
        return self


def worded(template: str, /, **values: object) -> Worded:
    """`template.format(**values)`; values may be such sentences themselves, or errors that are made of one."""
    # an error knows where it was raised, and that what was worked on: pictures, while the sentence is kept
    said = {name: str(v) if isinstance(v, BaseException) else v for name, v in values.items()}
    made = Worded(template.format(**said))
    made.template, made.values = template, said
    return made


def joined(sentences: Sequence[str]) -> Worded:
    """One after the other, with a space between."""
    numbered = {f"sentence_{number}": sentence for number, sentence in enumerate(sentences)}
    return worded(" ".join(f"{{{name}}}" for name in numbered), **numbered)
