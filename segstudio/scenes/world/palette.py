"""The classes of a rendered scene: CamVid's eleven, with CamVid's ids and colours.

Brostow, Fauqueur, Cipolla: Semantic object classes in video (2009), in the grouping to 11 classes of
Badrinarayanan et al., SegNet (2017): trucks and buses are Car, traffic lights are SignSymbol, hedges are Tree,
garden walls are Building, lane markings are Road.
"""

from __future__ import annotations

from segstudio.core.classes import ClassTable, SegClass

SKY, BUILDING, POLE, ROAD, PAVEMENT, TREE, SIGN, FENCE, CAR, PEDESTRIAN, BICYCLIST, UNLABELLED = range(12)

SCENE_CLASSES = ClassTable(
    (
        SegClass(SKY, "Sky", (128, 128, 128)),
        SegClass(BUILDING, "Building", (128, 0, 0)),
        SegClass(POLE, "Pole", (192, 192, 128)),
        SegClass(ROAD, "Road", (128, 64, 128)),
        SegClass(PAVEMENT, "Pavement", (60, 40, 222)),
        SegClass(TREE, "Tree", (128, 128, 0)),
        SegClass(SIGN, "SignSymbol", (192, 128, 128)),
        SegClass(FENCE, "Fence", (64, 64, 128)),
        SegClass(CAR, "Car", (64, 0, 128)),
        SegClass(PEDESTRIAN, "Pedestrian", (64, 64, 0)),
        SegClass(BICYCLIST, "Bicyclist", (0, 128, 192)),
    ),
    ignore_index=UNLABELLED,
    ignore_name="Unlabelled",
)
