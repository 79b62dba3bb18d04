"""What camera and file format do to the light: exposure, bloom, vignette, blur, noise, JPEG."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from segstudio.scenes.world.arrays import Bytes, Singles
from segstudio.scenes.world.light import Light


@dataclass(frozen=True)
class Lens:
    """One camera's habits: gain, contrast, colour balance (red, blue), and its faults."""

    gain: float
    contrast: float
    red: float
    blue: float
    saturation: float
    bloom: float
    vignette: float
    blur: float
    noise: float
    quality: int


def draw_lens(rng: np.random.Generator, light: Light) -> Lens:
    """A random camera for this light; some are under- or overexposed as dash cameras are."""
    gain = float(rng.uniform(0.9, 1.15))
    if rng.random() < 0.12:
        gain *= float(rng.uniform(0.5, 0.75))
    return Lens(
        gain=gain * (0.82 if light.lamps else 1.0),
        contrast=float(rng.uniform(0.0, 0.45)),
        red=float(rng.uniform(0.96, 1.04)),
        blue=float(rng.uniform(0.95, 1.05)),
        saturation=float(rng.uniform(0.7, 1.05)),
        bloom=float(rng.uniform(0.05, 0.25)) * (1.8 if light.lamps else 1.0),
        vignette=float(rng.uniform(0.05, 0.35)),
        blur=float(rng.uniform(0.0, 0.75)),
        noise=float(rng.uniform(0.8, 3.6)) * (1.25 if light.lamps else 1.0),
        quality=int(rng.integers(72, 96)),
    )


def develop(picture: Bytes, lens: Lens, rng: np.random.Generator) -> Bytes:
    """The picture as the camera would have stored it. H×W×3 in, H×W×3 out."""
    h, w = picture.shape[:2]
    gain = lens.gain * _exposure(picture)
    small = cv2.resize(picture, (max(2, w // 4), max(2, h // 4)), interpolation=cv2.INTER_AREA).astype(
        np.float32
    )
    bright = np.maximum(small * np.float32(gain) - 185, 0)
    glow = cv2.resize(
        cv2.GaussianBlur(bright, (0, 0), max(1.0, w / 130)), (w, h), interpolation=cv2.INTER_LINEAR
    )
    if lens.blur > 0.25:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), lens.blur), np.uint8)
    # colour balance and saturation are one matrix
    balance = np.diag([lens.red, 1.0, lens.blue])
    matrix = (np.full((3, 3), (1 - lens.saturation) / 3) + np.eye(3) * lens.saturation) @ balance
    light: Singles = np.asarray(
        cv2.transform(picture.astype(np.float32), matrix.astype(np.float32)), np.float32
    )
    y = np.linspace(-1, 1, h, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, w, dtype=np.float32)[None, :]
    corner = np.sqrt(x * x + y * y) ** 3
    light *= (np.float32(gain) * (1.0 - np.float32(lens.vignette * 0.3) * corner))[..., None]
    light += np.asarray(glow, np.float32) * np.float32(lens.bloom * 4)
    noise = rng.standard_normal((h, w), np.float32) * np.float32(lens.noise)
    coarse = rng.standard_normal((max(1, h // 2), max(1, w // 2), 3), np.float32) * np.float32(
        lens.noise * 0.5
    )
    light += np.asarray(cv2.resize(coarse, (w, h), interpolation=cv2.INTER_LINEAR), np.float32)
    light += noise[..., None]
    level = np.arange(256) / 255
    toned = level + lens.contrast * level * (1 - level) * (level * 2 - 1) * 1.2
    table = np.clip(toned * 255, 0, 255).astype(np.uint8)
    stored = cv2.LUT(np.clip(light, 0, 255).astype(np.uint8), table)
    done, data = cv2.imencode(
        ".jpg", cv2.cvtColor(stored, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, lens.quality]
    )
    if not done:
        return np.asarray(stored, np.uint8)
    decoded = cv2.imdecode(data, cv2.IMREAD_COLOR)
    return np.asarray(stored if decoded is None else cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB), np.uint8)


def _exposure(picture: Bytes) -> float:
    """What a camera's automatic exposure does: it lifts dark streets, most of the way to a middle grey."""
    lower = picture[picture.shape[0] // 3 :: 4, ::4]
    return float(np.clip((104.0 / max(float(lower.mean()), 1.0)) ** 0.75, 0.8, 2.2))
