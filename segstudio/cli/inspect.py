"""`segstudio inspect`: a model from the inside, and why it says what it says at a pixel."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segstudio.cli.console import out, say
from segstudio.cli.outputs import check_outputs
from segstudio.core.atomic import write_text
from segstudio.core.errors import InputError
from segstudio.core.inspection import as_json
from segstudio.core.zoo import BUNDLED

if TYPE_CHECKING:  # numpy is not needed to print help
    from segstudio.core.arrays import Pixels
    from segstudio.core.inspection import ModelFacts, PixelInspection

_MARK = ("Software", "segstudio inspect")
"""Key and text in an overlay's file."""
_NUMBER = r"\s*([+-]?\d+)\s*"


def inspect(
    model: Annotated[
        str, typer.Argument(metavar="[MODEL]", help="See 'segstudio models'; or a weights file.")
    ] = BUNDLED,
    image: Annotated[
        Path | None,
        typer.Argument(
            metavar="[IMAGE]", help="Rates and costs are told for its size; otherwise for 512×512."
        ),
    ] = None,
    *,
    at: Annotated[
        str | None,
        typer.Option(
            metavar="X,Y", help="Explain the class of this pixel of IMAGE; 0,0 is at the top left."
        ),
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all figures, in full.")
    ] = None,
    overlay: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.png",
            help="With --at: IMAGE with what decided, and the weights of the atrous branches.",
        ),
    ] = None,
    device: Annotated[str, typer.Option(metavar="D", help="auto, cpu, cuda:0, mps.")] = "cpu",
) -> None:
    """Look inside a model: receptive fields, atrous rates, cost; with --at also which pixels decided a label.

    It computes in full precision and 'segstudio predict' in a quicker one: where two classes are almost equal, the two
    can name different ones.

    The schema of the JSON file is the text of segstudio/core/inspection.py.
    """
    # late: wrong input should be told before torch has been imported, which takes seconds
    from segstudio.core.images import read_image

    where = _parse(at) if at is not None else None
    if where is not None and image is None:
        raise InputError("--at names a pixel of an image: give IMAGE behind MODEL.")
    if overlay is not None and where is None:
        raise InputError("--overlay shows what decided a pixel's label: say which one with --at X,Y.")
    if overlay is not None and overlay.suffix.lower() != ".png":
        raise InputError(f"{overlay} is no name of a PNG file. Let it end in .png.")
    check_outputs([json_file, overlay], [image, model], is_own=_is_overlay)
    pixels = read_image(image) if image is not None else None
    if where is not None and pixels is not None:
        _check_inside(where, (pixels.shape[0], pixels.shape[1]))

    from segstudio.cli.inspect_tables import print_facts, print_pixel
    from segstudio.cli.loading import loading
    from segstudio.deeplab.devices import resolve_device
    from segstudio.deeplab.inspection.network import REFERENCE_SIZE, model_facts
    from segstudio.deeplab.inspection.pixel import PixelInspector
    from segstudio.deeplab.weights import load_model

    with loading(model) as progress:
        loaded = load_model(model, device, progress)
    inspector = PixelInspector(loaded, str(resolve_device(device)))
    size = (pixels.shape[0], pixels.shape[1]) if pixels is not None else None
    facts = model_facts(loaded, size, inspector.input_size(*(size or REFERENCE_SIZE)))
    console = out()
    print_facts(console, facts, [seen.alone for seen in facts.fields])
    if facts.swapped.dense.parameters:
        console.print(_swapped(facts), markup=False, highlight=False)
    written = as_json(facts)
    if where is not None and pixels is not None:
        found = inspector.inspect(pixels, *where)
        print_pixel(console, found)
        written["pixel"] = as_json(found)
        if overlay is not None:
            _write_overlay(overlay, pixels, found)
    if json_file is not None:
        write_text(json_file, json.dumps(written, indent=1, ensure_ascii=False) + "\n")
        say(f"Wrote {json_file}")


def _swapped(facts: ModelFacts) -> str:
    """Below the table, whose sums the backbone dominates: what the kind of convolution is about."""
    from segstudio.core.inspection import short_count

    cost = facts.swapped
    built, other = ("separable", "dense") if facts.separable else ("dense", "separable")
    own, counterpart = (cost.separable, cost.dense) if facts.separable else (cost.dense, cost.separable)
    return (
        f"The convolutions that differ, alone: {short_count(own.parameters)} weights and "
        f"{short_count(own.multiply_adds)} multiply-adds ({built}) against {short_count(counterpart.parameters)} and "
        f"{short_count(counterpart.multiply_adds)} ({other}): {counterpart.parameters / own.parameters:.2f}× and "
        f"{counterpart.multiply_adds / own.multiply_adds:.2f}×."
    )


def _parse(text: str) -> tuple[int, int]:
    match = re.fullmatch(f"{_NUMBER},{_NUMBER}", text)
    if match is None:
        raise InputError(
            f"'{text}' is no pixel. Write column and row with a comma between them: --at 320,200."
        )
    return int(match.group(1)), int(match.group(2))


def _check_inside(where: tuple[int, int], size: tuple[int, int]) -> None:
    """Before torch is imported."""
    (x, y), (height, width) = where, size
    if not (0 <= x < width and 0 <= y < height):
        raise InputError(
            f"The pixel {x},{y} lies outside the image, which is {width}×{height} pixels large."
        )


def _write_overlay(path: Path, image: Pixels, found: PixelInspection) -> None:
    import io

    from PIL import Image, PngImagePlugin

    from segstudio.core.atomic import write_bytes
    from segstudio.engine.models.inspection_art import influence_picture, over_image, structure_picture

    structure = structure_picture(found)
    pictures = [influence_picture(found), *([structure] if structure is not None else [])]
    mark, stream = PngImagePlugin.PngInfo(), io.BytesIO()
    mark.add_text(*_MARK)
    Image.fromarray(over_image(image, pictures)).save(stream, format="PNG", pnginfo=mark)
    write_bytes(path, stream.getvalue())
    say(f"Wrote {path}")


def _is_overlay(path: Path) -> bool:
    """Whether an earlier run made it, so that the next may replace it."""
    from PIL import Image

    try:
        with Image.open(path) as picture:
            return picture.info.get(_MARK[0]) == _MARK[1]
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
