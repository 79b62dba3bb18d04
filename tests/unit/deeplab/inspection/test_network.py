"""Facts of a model: rates against the map, costs against building the other model, and the documented schema."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from segstudio.core import inspection
from segstudio.core.inspection import as_json, short_count
from segstudio.deeplab.inspection.network import (
    REFERENCE_SIZE,
    model_facts,
    part_costs,
    rate_curve,
    rate_warnings,
)
from segstudio.deeplab.inspection.pixel import PixelInspector
from segstudio.deeplab.model import DecoderLevel, ModelConfig, build_model
from segstudio.deeplab.receptive_field import (
    convolution_cost,
    convolution_costs,
    dense_cost,
    separable_cost,
)
from segstudio.deeplab.weights import LoadedModel
from tests.unit.deeplab.inspection.small_models import loaded, picture

SMALL = ModelConfig(
    backbone="mobilenetv2_035", num_classes=3, context_channels=8, decoder=(DecoderLevel(4, 4, 8),)
)


def test_curve_of_figure_4() -> None:
    """DeepLabV3, figure 4: a 65×65 map; at rate 1 nearly all weights count, at 65 only the centre does."""
    curve = {row.rate: row for row in rate_curve((6, 12, 18), 65, 65)}
    assert set(curve) == set(range(1, 66))
    assert curve[1].all == pytest.approx((63 / 65) ** 2)
    assert curve[65].centre == pytest.approx(1)
    assert [rate for rate, row in curve.items() if row.own] == [6, 12, 18]
    for row in curve.values():
        assert row.all + row.some + row.centre == pytest.approx(1)
        assert 1 <= row.mean <= 9
    means = [row.mean for row in curve.values()]
    assert means == sorted(means, reverse=True)


def test_own_rates_beyond_the_map_are_in_the_curve() -> None:
    assert [row.rate for row in rate_curve((6, 12), 4, 5)] == [1, 2, 3, 4, 5, 6, 12]


def test_degenerate_rates_are_warned_of() -> None:
    assert rate_warnings((6, 12, 18), 30, 40) == ()
    (square,) = rate_warnings((6, 12, 18), 12, 12)
    assert "the 3×3 kernel at rates 12 and 18 has" in square
    assert "12×12 cells" in square
    assert "1×1 convolution" in square
    (wide,) = rate_warnings((6,), 5, 40)
    assert "rate 6" in wide
    assert "above and below" in wide
    assert "40×5 cells" in wide
    assert "1×3" in wide
    (several,) = rate_warnings((6, 9), 5, 40)
    assert "the 3×3 kernel at rates 6 and 9 reaches" in several
    (tall,) = rate_warnings((6,), 40, 5)
    assert "left and right" in tall
    assert "3×1" in tall


@pytest.mark.parametrize(("architecture", "separable"), [("deeplabv3", False), ("deeplabv3plus", True)])
def test_costs_of_parts_are_those_of_both_models(architecture: str, separable: bool) -> None:
    config = ModelConfig.from_dict(
        {**SMALL.to_dict(), "architecture": architecture, "separable": separable}
    )
    facts = model_facts(_described(config), None, (64, 96))
    for kind in (True, False):
        model = build_model(replace(config, separable=kind))
        expected = convolution_cost(model, (64, 96))
        assert (facts.total.separable if kind else facts.total.dense) == expected
    assert facts.separable is separable
    assert facts.costs[0].part == "backbone"
    assert facts.costs[0].dense == facts.costs[0].separable


def _described(config: ModelConfig) -> LoadedModel:
    some = loaded()
    return LoadedModel(build_model(config), replace(some.description, config=config), "1")


def test_an_atrous_branch_costs_what_the_formulas_say() -> None:
    config = replace(SMALL, rates=(2,))
    features = build_model(config).backbone.taps[-1].channels
    pointwise = (
        dense_cost(features, 8, 1, 4, 6),
        dense_cost(features, 8, 1, 1, 1),
        dense_cost(24, 8, 1, 4, 6),
    )
    for separable, formula in ((False, dense_cost), (True, separable_cost)):
        expected = sum(pointwise, formula(features, 8, 3, 4, 6))
        model = build_model(replace(config, separable=separable))
        assert part_costs(convolution_costs(model, (64, 96)))["context"] == expected


@pytest.mark.parametrize("dialect", ["", "smp"])
def test_the_convolutions_that_differ_cost_what_the_formulas_say(dialect: str) -> None:
    config = replace(SMALL, rates=(2, 3), dialect=dialect)
    model = build_model(config)
    features, low = model.backbone.taps[-1].channels, next(t for t in model.backbone.taps if t.stride == 4)
    assert low.channels > 4
    swapped = model_facts(_described(config), None, (64, 96)).swapped
    for found, formula in ((swapped.dense, dense_cost), (swapped.separable, separable_cost)):
        branch = formula(features, 8, 3, 4, 6)
        assert found == branch + branch + formula(8 + 4, 8, 3, 16, 24)


def test_a_head_in_which_nothing_differs() -> None:
    config = replace(SMALL, architecture="deeplabv3", context="none", decoder=())
    facts = model_facts(_described(config), None, (64, 96))
    assert facts.swapped.dense.parameters == facts.swapped.separable.parameters == 0
    assert facts.total.dense == facts.total.separable


def test_counts_have_three_digits_whatever_their_size() -> None:
    counts = (
        352,
        999,
        1000,
        27_000,
        500_352,
        999_499,
        999_600,
        11_000_000_000,
        999_700_000_000,
        8_240_000_000_000,
    )
    assert [short_count(count) for count in counts] == [
        "352", "999", "1.00 k", "27.0 k", "500 k", "999 k", "1.00 M", "11.0 G", "1.00 T", "8.24 T",
    ]  # fmt: skip


def test_facts_of_an_image_size_and_of_none() -> None:
    model = loaded()
    without = model_facts(model, None, REFERENCE_SIZE)
    assert without.reference
    assert without.image_size == REFERENCE_SIZE
    inspector = PixelInspector(model)
    facts = model_facts(model, (1000, 500), inspector.input_size(1000, 500))
    assert not facts.reference
    assert facts.image_size == (1000, 500)
    assert facts.input_size[0] * facts.input_size[1] <= 1 << 16
    assert facts.feature_size == tuple(-(-side // 16) for side in facts.input_size)
    assert facts.rates == (1, 2, 3)
    assert {f.part for f in facts.fields} == {"backbone", "context", "decoder", "output"}


def test_every_key_of_the_json_is_documented() -> None:
    model = loaded()
    written = as_json(model_facts(model, None, (64, 64)))
    written["pixel"] = as_json(PixelInspector(model).inspect(picture(32, 32), 1, 1))
    text = json.dumps(written, allow_nan=False)
    assert json.loads(text)["schema"] == inspection.SCHEMA
    documentation = inspection.__doc__ or ""
    missing = [key for key in written if key not in documentation]
    missing += [f"pixel.{key}" for key in written["pixel"] if f"pixel.{key}" not in documentation]
    for rows in ("fields", "valid_weights", "costs"):
        missing += [key for key in written[rows][0] if key not in documentation]
    assert missing == []
