"""The sky: a gradient, clouds on a plane high above, and the glow of the sun."""

from __future__ import annotations

import cv2
import numpy as np

from segstudio.scenes.world import noise
from segstudio.scenes.world.arrays import Singles
from segstudio.scenes.world.camera import Camera
from segstudio.scenes.world.canvas import SCALE, Canvas
from segstudio.scenes.world.light import Light
from segstudio.scenes.world.palette import SKY


def paint_sky(canvas: Canvas, camera: Camera, light: Light, rng: np.random.Generator) -> None:
    """Paint the whole canvas as sky; the ground covers its lower part afterwards."""
    rows = min(canvas.height, max(SCALE, round(camera.horizon) + canvas.height // 8))
    step = 2 * SCALE
    w, h = -(-canvas.width // step), -(-rows // step)
    u = (((np.arange(w) + 0.5) * step - canvas.width / 2) / camera.focal).astype(np.float32)
    v = ((canvas.height / 2 - (np.arange(h) + 0.5) * step) / camera.focal).astype(np.float32)
    grid_u, grid_v = np.meshgrid(u, v)
    rays = np.stack([grid_u, grid_v, np.ones_like(grid_u)], axis=-1) @ camera.rotation.astype(np.float32)
    rays /= np.sqrt(np.einsum("hwc,hwc->hw", rays, rays))[..., None]
    up = np.clip(rays[..., 1], 0.0, 1.0)

    climb = (1.0 - np.exp(-up * 4.2))[..., None]
    sky = np.array(light.horizon, np.float32) * (1 - climb) + np.array(light.zenith, np.float32) * climb

    toward = np.clip(rays @ light.towards_sun.astype(np.float32), 0.0, 1.0)
    glow = (0.35 * toward**8 + 0.9 * toward**120)[..., None] * min(1.0, 2 * light.sun[0])
    sky += glow * np.array([255.0, 236.0, 200.0], np.float32) * (0.9 - 0.5 * light.cloud_cover)

    density, thick = _clouds(rays, up, light, rng)
    lit = np.array(light.horizon, np.float32) * 0.35 + 0.65 * _white(light)
    dark = np.array(light.zenith, np.float32) * 0.55 + lit * 0.35
    body = lit * (1 - thick[..., None] * 0.75) + dark * (thick[..., None] * 0.75)
    body += glow * 90.0
    sky += density[..., None] * (body - sky)

    stored = np.clip(sky, 0, 255).astype(np.uint8)
    full = cv2.resize(stored, (w * step, h * step), interpolation=cv2.INTER_CUBIC)[
        : canvas.height, : canvas.width
    ]
    canvas.colour[: full.shape[0]] = full
    canvas.colour[full.shape[0] :] = np.array(light.haze_colour, np.uint8)
    canvas.label[:] = SKY


def _white(light: Light) -> Singles:
    """The colour of a sunlit cloud."""
    return np.asarray(
        np.clip(
            [255 * (0.62 * light.ambient[i] + 0.62 * light.sun[i] + 0.25) for i in range(3)],
            0,
            255,
        ),
        np.float32,
    )


def _clouds(
    rays: np.ndarray, up: Singles, light: Light, rng: np.random.Generator
) -> tuple[Singles, Singles]:
    """How much cloud covers each pixel (0 … 1) and how thick it is (0 … 1)."""
    tile = noise.tile(rng, 256, 6, 0.55, start=3)
    height = np.maximum(up, 0.02) + 0.06
    x = (rays[..., 0] / height * 0.16 + rng.uniform(0, 1)).astype(np.float32)
    z = (rays[..., 2] / height * 0.16 + rng.uniform(0, 1)).astype(np.float32)
    field = noise.sample(tile, x, z)
    offset = np.float32(0.02)
    shifted = noise.sample(
        tile,
        x + offset * np.float32(light.towards_sun[0]),
        z + offset * np.float32(light.towards_sun[2]),
    )
    threshold = 0.78 - 0.62 * light.cloud_cover
    density = np.clip((field - threshold) / 0.22, 0, 1)
    density = density * density * (3 - 2 * density) * np.clip(up * 9 + 0.25, 0, 1)
    thick = np.clip((field - threshold) * 1.6 + (shifted - field) * 5.0, 0, 1)
    return density.astype(np.float32), thick.astype(np.float32)
