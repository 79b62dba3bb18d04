"""The sidecar of a label: what a PNG cannot say about itself (who said what, which label it belongs to)."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from segstudio.core.atomic import write_bytes, write_text
from segstudio.core.errors import InputError
from segstudio.core.label_png import encode_in_bands, read_label
from segstudio.core.planes import HUGE
from segstudio.core.provenance import CONFIRMED

Provenance = NDArray[np.uint8]  # H×W codes of core.provenance

FORMAT = 1
PROPOSED_BY = "proposed_by"
"""Entry of the JSON: the models whose proposal a label began as, [{name, id}]."""


def content_hash(data: bytes) -> str:
    """32 hexadecimal digits that name some bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class Sidecar:
    """The files of one image in a state folder: `<key>.json` and `<key>.<label hash>.provenance.png`.

    The provenance is named after the label it belongs to and written before it, so that a crash between the two
    leaves either label with its own provenance.
    """

    def __init__(self, state: Path, key: str) -> None:
        self._folder = (state / key).parent
        self._name = (state / key).name
        self.path = self._folder / f"{self._name}.json"

    def read(self) -> dict[str, Any] | None:
        """The JSON object; None when there is none or it cannot be read."""
        try:
            values = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return values if isinstance(values, dict) else None

    def provenance_path(self, label_hash: str) -> Path:
        return self._folder / f"{self._name}.{label_hash[:16]}.provenance.png"

    def read_provenance(self, label_hash: str, shape: tuple[int, int]) -> Provenance | None:
        """The plane that belongs to this label; None when there is none, or none that can be used."""
        path = self.provenance_path(label_hash)
        if not path.exists():
            return None
        try:
            plane = read_label(path, shape)
        except InputError:
            return None
        return plane if plane.size == 0 or int(plane.max()) <= CONFIRMED else None

    def write_provenance(self, label_hash: str, provenance: Provenance) -> str:
        """Returns the hash of the file's bytes. Raises WorkError."""
        if provenance.size > HUGE:
            data = encode_in_bands(provenance)
        else:
            stream = io.BytesIO()
            Image.fromarray(np.ascontiguousarray(provenance)).save(stream, format="PNG", compress_level=3)
            data = stream.getvalue()
        write_bytes(self.provenance_path(label_hash), data)
        return content_hash(data)

    def write(self, values: dict[str, Any]) -> None:
        """Replace the JSON, keeping entries of the former one that `values` does not name. Raises WorkError.

        Provenance of a former label is removed afterwards.
        """
        former = self.read() or {}
        merged = {**former, **values, "format": FORMAT}
        write_text(self.path, json.dumps(merged, indent=1, sort_keys=True) + "\n")
        old = former.get("label")
        if isinstance(old, str) and old and old != values.get("label"):
            with contextlib.suppress(OSError):
                self.provenance_path(old).unlink()


def proposers(values: dict[str, Any] | None) -> tuple[str, ...]:
    """Ids of the models whose proposal the label of this sidecar began as."""
    return tuple(_proposed_by(values))


def add_proposers(
    former: dict[str, Any] | None, remarks: dict[str, Any], *, proposed: bool
) -> dict[str, Any]:
    """`remarks` with everybody who ever proposed a part of the label; with `proposed` also the model that they name."""
    found = {**_proposed_by(former), **_listed(remarks.get(PROPOSED_BY))}
    if proposed:
        found |= _listed([remarks.get("model")])
    return {**remarks, PROPOSED_BY: [{"name": name, "id": id} for id, name in found.items()]}


def _proposed_by(values: dict[str, Any] | None) -> dict[str, str]:
    """Names by id. A sidecar that does not list them, but names a model, is taken for a label that began as that
    one's: where it is not known, a label is not called independent."""
    if values is None:
        return {}
    return _listed(values[PROPOSED_BY] if PROPOSED_BY in values else [values.get("model")])


def _listed(models: object) -> dict[str, str]:
    rows = models if isinstance(models, list) else []
    return {
        m["id"]: str(m.get("name", ""))
        for m in rows
        if isinstance(m, dict) and isinstance(m.get("id"), str)
    }
