"""Make resources/pictures/start.jpg: a rendered street, its right half as classes.

    python .ci/start_picture.py

The picture belongs to the project: nothing in it comes from anywhere but `segstudio.scenes`.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from segstudio.core.atomic import write_bytes
from segstudio.scenes.palette import SCENE_CLASSES
from segstudio.scenes.render import render_scene

SEED = 9
WIDTH, HEIGHT = 1520, 1140
TOP, SHOWN = 300, 440  # the strip that is kept, in pixels
EDGE = (860, 660)  # where classes begin, at the top and at the foot
STRENGTH = 0.62
TARGET = Path(__file__).resolve().parent.parent / "resources" / "pictures" / "start.jpg"


def main() -> None:
    scene = render_scene(SEED, WIDTH, HEIGHT)
    rows = slice(TOP, TOP + SHOWN)
    image, label = scene.image[rows].astype(np.float32), scene.label[rows]
    colours = np.zeros((256, 3), np.float32)
    for c in SCENE_CLASSES.classes:
        colours[c.id] = c.colour
    classes = (1 - STRENGTH) * image + STRENGTH * colours[label]
    corners = np.array([[EDGE[0], 0], [WIDTH, 0], [WIDTH, SHOWN], [EDGE[1], SHOWN]], np.int32)
    share = np.zeros((SHOWN, WIDTH), np.uint8)
    cv2.fillPoly(share, [corners], 255, cv2.LINE_AA)
    part = share[..., None] / np.float32(255)
    picture = np.rint(image * (1 - part) + classes * part).astype(np.uint8)
    cv2.line(picture, (EDGE[0], 0), (EDGE[1], SHOWN), (255, 255, 255), 4, cv2.LINE_AA)
    done, encoded = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, 88])
    assert done
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(TARGET, encoded.tobytes())


if __name__ == "__main__":
    main()
