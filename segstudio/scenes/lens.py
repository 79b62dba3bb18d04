"""What camera and file format do to the light: exposure, bloom, vignette, blur, noise, JPEG."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from segstudio.scenes.arrays import Bytes
from segstudio.scenes.light import Light


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
    gain = float(rng.uniform(0.88, 1.22))
    if rng.random() < 0.12:
        gain *= float(rng.uniform(0.5, 0.75))
    return Lens(
        gain=gain * (1.25 if light.lamps else 1.0),
        contrast=float(rng.uniform(0.0, 0.45)),
        red=float(rng.uniform(0.96, 1.04)),
        blue=float(rng.uniform(0.95, 1.05)),
        saturation=float(rng.uniform(0.7, 1.05)),
        bloom=float(rng.uniform(0.05, 0.25)) * (1.8 if light.lamps else 1.0),
        vignette=float(rng.uniform(0.05, 0.35)),
        blur=float(rng.uniform(0.0, 0.75)),
        noise=float(rng.uniform(1.0, 4.5)) * (1.5 if light.lamps else 1.0),
        quality=int(rng.integers(72, 96)),
    )


def develop(picture: Bytes, lens: Lens, rng: np.random.Generator) -> Bytes:
    """The picture as the camera would have stored it. H×W×3 in, H×W×3 out."""
    h, w = picture.shape[:2]
    light = picture.astype(np.float32)
    small = cv2.resize(np.maximum(light - 170, 0), (max(2, w // 4), max(2, h // 4)), interpolation=cv2.INTER_AREA)
    glow = cv2.resize(cv2.GaussianBlur(small, (0, 0), max(1.0, w / 130)), (w, h), interpolation=cv2.INTER_LINEAR)
    light += glow * (lens.bloom * 4)
    y = np.linspace(-1, 1, h, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, w, dtype=np.float32)[None, :]
    light *= (1.0 - lens.vignette * 0.5 * (x * x + y * y) ** 1.5 * 0.6)[..., None] * np.float32(lens.gain)
    light *= np.array([lens.red, 1.0, lens.blue], np.float32)
    if lens.blur > 0.25:
        light = cv2.GaussianBlur(light, (0, 0), lens.blur)
    grey = light.mean(axis=2, keepdims=True)
    light = grey + (light - grey) * np.float32(lens.saturation)
    light += rng.normal(0, 1, (h, w, 1)).astype(np.float32) * np.float32(lens.noise)
    coarse = rng.normal(0, 1, (max(1, h // 2), max(1, w // 2), 3)).astype(np.float32)
    light += cv2.resize(coarse, (w, h), interpolation=cv2.INTER_LINEAR) * np.float32(lens.noise * 0.5)
    level = np.arange(1024, dtype=np.float32) / 4 / 255
    toned = level + lens.contrast * level * (1 - level) * (level * 2 - 1) * 1.2
    soft = np.where(toned > 0.86, 0.86 + 0.14 * np.tanh((toned - 0.86) / 0.14), toned) * 255
    index = np.clip(light * 4, 0, 1023).astype(np.int32)
    stored = np.clip(soft[index], 0, 255).astype(np.uint8)
    done, data = cv2.imencode(".jpg", stored[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, lens.quality])
    if not done:
        return stored
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[..., ::-1])
