"""An open stroke: what the tiles it touched held before."""

from __future__ import annotations

from dataclasses import dataclass

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import of_proposal, reviewed
from segstudio.labels.label_map import LabelMap
from segstudio.labels.patch import TILE, Patch, Piece, bounding_box, put


@dataclass(slots=True)
class _Captured:
    """A tile as it was at the first touch, and the rectangle touched since."""

    tile: Rect
    label: Plane
    provenance: Plane
    touched: Rect


class Stroke:
    """Copies a tile's content when the stroke first touches it, and makes one sparse patch at the end."""

    def __init__(self, name: str, label_map: LabelMap) -> None:
        self.name = name
        self.changed = False
        """Set by the owner when something was written."""
        self._map = label_map
        self._tiles: dict[tuple[int, int], _Captured] = {}
        self._sealed: dict[tuple[int, int], Piece | None] = {}
        """Pieces of tiles that are worked out already, and hold as long as those are not touched."""

    @property
    def tiles(self) -> list[Rect]:
        """Those that it has touched."""
        return [held.tile for held in self._tiles.values()]

    def touch(self, rect: Rect) -> None:
        """The pixels of `rect`, which lies inside one tile, are about to be written."""
        key = rect.y // TILE, rect.x // TILE
        self._sealed.pop(key, None)
        held = self._tiles.get(key)
        if held is not None:
            held.touched = held.touched.union(rect)
            return
        tile = Rect(key[1] * TILE, key[0] * TILE, TILE, TILE).intersect(self._map.rect)
        self._tiles[key] = _Captured(
            tile, self._map.label[tile.slices].copy(), self._map.provenance[tile.slices].copy(), rect
        )

    def rebase(self, proposal: Plane) -> None:
        """A proposal (uint8 H×W) arrives: what was EMPTY or MODEL before the stroke would now be the proposal."""
        self._sealed.clear()
        for held in self._tiles.values():
            open_ = ~reviewed(held.provenance)
            proposed = proposal[held.tile.slices]
            put(held.label, proposed, open_)
            put(held.provenance, of_proposal(proposed, self._map.ignore_index), open_)

    def seal(self) -> bool:
        """Work out one more tile of the patch, so that its end costs little; False when all are."""
        key = next((k for k in reversed(self._tiles) if k not in self._sealed), None)
        if key is not None:
            self._sealed[key] = self._piece(self._tiles[key])
        return key is not None

    def patch(self) -> Patch:
        """What differs between the map now and before the stroke, as tight pieces."""
        for key, held in self._tiles.items():
            if key not in self._sealed:
                self._sealed[key] = self._piece(held)
        pieces = (self._sealed[key] for key in self._tiles)
        return Patch(self.name, tuple(piece for piece in pieces if piece is not None))

    def _piece(self, held: _Captured) -> Piece | None:
        local = held.touched.translate(-held.tile.x, -held.tile.y).slices
        label, provenance = held.label[local], held.provenance[local]
        now_label = self._map.label[held.touched.slices]
        now_provenance = self._map.provenance[held.touched.slices]
        box = bounding_box((label != now_label) | (provenance != now_provenance))
        if box.empty:
            return None
        part = box.slices
        return Piece(
            box.translate(held.touched.x, held.touched.y),
            label[part].copy(),
            now_label[part].copy(),
            provenance[part].copy(),
            now_provenance[part].copy(),
        )
