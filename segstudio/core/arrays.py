"""What arrays are called wherever they are passed on; height before width, as numpy has them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""H×W×3 RGB."""
Label = NDArray[np.uint8]
"""H×W class ids, or the ignore index."""
Plane = NDArray[np.uint8]
"""H×W of anything that has a byte a pixel: class ids, codes of provenance, shares."""
Mask = NDArray[np.bool_]
"""H×W."""
