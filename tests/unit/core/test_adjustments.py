"""How an image is shown."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segstudio.core.adjustments import Adjustment, percentile_ranges

fractions = st.floats(0, 1)


@pytest.mark.parametrize("size", [256, 65536])
def test_neutral_shows_values_as_they_are(size: int) -> None:
    table = Adjustment().table(0, size)
    assert Adjustment().neutral
    assert table.dtype == np.uint8
    assert np.array_equal(table[:: size // 256][:256], np.arange(256)) or size != 256
    assert (table[0], table[-1]) == (0, 255)


@given(st.floats(-1, 1), st.floats(-1, 1), st.floats(0.1, 10), fractions, fractions)
def test_lighter_stays_lighter(
    brightness: float, contrast: float, gamma: float, a: float, b: float
) -> None:
    low, high = sorted((a, b))
    table = Adjustment(brightness, contrast, gamma).with_range(1, low, high).table(1, 256).astype(int)
    assert (np.diff(table) >= 0).all()


def test_each_value_does_what_it_is_called() -> None:
    plain = Adjustment().table(0, 256).astype(int)
    assert (Adjustment(brightness=0.2).table(0, 256) >= plain).all()
    assert Adjustment(gamma=2.0).table(0, 256)[64] > 100
    firm = Adjustment(contrast=0.5).table(0, 256)
    assert firm[60] < 60
    assert firm[200] > 200
    assert set(Adjustment(contrast=-1.0).table(0, 256)) <= set(range(110, 146))


def test_a_range_is_spread_over_all_greys() -> None:
    table = Adjustment().with_range(2, 1000 / 65535, 3000 / 65535).table(2, 65536)
    assert table[1000] == 0
    assert table[3000] == 255
    assert table[2000] in {127, 128}
    assert np.array_equal(
        Adjustment().table(2, 65536), Adjustment().with_range(0, 0.1, 0.2).table(2, 65536)
    )


def test_a_range_of_nothing_is_no_division_by_zero() -> None:
    assert set(Adjustment().with_range(0, 0.5, 0.5).table(0, 256)) == {0, 255}


def test_percentiles_leave_the_extremes_out() -> None:
    values = np.full((100, 100, 3), 20_000, np.uint16)
    values[0, :20] = 0  # 0.2 %
    values[1, :20, 0] = 65535
    values[50:, :, 1] = 40_000
    each = percentile_ranges(values, 0.005)
    assert each[0] == pytest.approx((20_000 / 65535, 20_000 / 65535))
    assert each[1] == pytest.approx((20_000 / 65535, 40_000 / 65535))
    alike = percentile_ranges(values, 0.005, each=False)
    assert alike[0] == alike[1] == alike[2] == pytest.approx((20_000 / 65535, 40_000 / 65535))
