from __future__ import annotations

import contextlib
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from segstudio.core.classes import ClassMapping, table_of
from segstudio.core.errors import InputError
from segstudio.core.prediction import LOGIT_RANGE, Prediction

TABLE = table_of(["a", "b", "c", "d"])


def made(
    seed: int, cells: tuple[int, int], size: tuple[int, int]
) -> tuple[Prediction, NDArray[np.float32]]:
    logits = np.random.default_rng(seed).normal(0, 3, (4, *cells)).astype(np.float32)
    return Prediction.from_logits(logits, size, TABLE, "id", "name"), logits


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 99),
    st.tuples(st.integers(1, 9), st.integers(1, 9)),
    st.tuples(st.integers(1, 40), st.integers(1, 40)),
)
def test_label_and_confidence_agree_with_torch(
    seed: int, cells: tuple[int, int], size: tuple[int, int]
) -> None:
    torch = pytest.importorskip("torch")
    prediction, logits = made(seed, cells, size)
    dense = torch.nn.functional.interpolate(
        torch.from_numpy(logits)[None], size, mode="bilinear", align_corners=False
    )[0]
    top = dense.topk(2, dim=0).values
    clear = (top[0] - top[1] > 2 * LOGIT_RANGE / 255).numpy()  # beyond the rounding of the quantisation
    assert np.array_equal(prediction.label_map()[clear], dense.argmax(0).numpy()[clear])
    expected = dense.softmax(0).max(0).values.numpy() * 255
    assert np.abs(prediction.confidence() - expected).max() < 255 * 0.04


def test_blocks_of_rows_have_no_seam() -> None:
    prediction, _ = made(1, (300, 7), (1500, 30))
    turned = Prediction(
        np.ascontiguousarray(prediction.logits[:, ::-1]), prediction.size, TABLE, "id", "name"
    )
    disagree = prediction.label_map() != turned.label_map()[::-1]
    assert disagree.mean() < 1e-3  # exact ties only


def test_blocks_agree_with_one_block(monkeypatch: pytest.MonkeyPatch) -> None:
    prediction, _ = made(4, (20, 31), (67, 101))
    whole = prediction.label_map(), prediction.confidence()
    monkeypatch.setattr("segstudio.core.prediction._BLOCK_SIDE", 17)
    monkeypatch.setattr("segstudio.core.prediction._BLOCK_PIXELS", 17 * 9)
    assert (prediction.label_map() != whole[0]).mean() < 1e-2  # exact ties only
    assert np.abs(prediction.confidence().astype(int) - whole[1]).max() <= 2


@pytest.mark.parametrize("size", [(1, 70_000), (70_000, 1)])
def test_strips_longer_than_a_block(size: tuple[int, int]) -> None:
    cells = (1, 17_500) if size[0] == 1 else (17_500, 1)
    prediction, logits = made(5, cells, size)
    centres = prediction.label_map().ravel()[2::4]  # beside the centre of each cell
    assert (centres == logits.reshape(4, -1).argmax(0)).mean() > 0.85


def test_memory_beside_the_result_does_not_grow_with_the_image() -> None:
    def peak(side: int) -> int:
        logits = np.zeros((3, side // 4, side // 4), np.uint8)
        prediction = Prediction(logits, (side, side), TABLE, "id", "name")
        tracemalloc.start()
        try:
            result = prediction.label_map()
            return tracemalloc.get_traced_memory()[1] - result.nbytes
        finally:
            tracemalloc.stop()

    assert peak(6000) < 1.1 * peak(3000)


def test_unmapped_classes_become_the_ignore_index() -> None:
    prediction, _ = made(2, (5, 5), (20, 20))
    plain = prediction.label_map()
    mapped = prediction.label_map(ClassMapping((3, None, 7, 0), ("b",)), ignore_index=200)
    for source, target in ((0, 3), (1, 200), (2, 7), (3, 0)):
        assert (mapped[plain == source] == target).all()


def test_saved_predictions_read_back(tmp_path: Path) -> None:
    prediction, _ = made(3, (6, 4), (24, 16))
    prediction.save(tmp_path / "p.npz")
    again = Prediction.load(tmp_path / "p.npz")
    assert np.array_equal(again.logits, prediction.logits)
    assert (again.size, again.classes, again.model_id) == (prediction.size, TABLE, "id")


def test_a_stored_prediction_cut_anywhere_is_a_sentence(tmp_path: Path) -> None:
    made(3, (3, 3), (9, 9))[0].save(tmp_path / "p.npz")
    whole = (tmp_path / "p.npz").read_bytes()
    for length in range(0, len(whole), 7):
        (tmp_path / "cut.npz").write_bytes(whole[:length])
        with pytest.raises(InputError, match=r"cut\.npz is no stored prediction"):
            Prediction.load(tmp_path / "cut.npz")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=40))
@example([(share / 200, 255) for share in range(200)])
def test_a_stored_prediction_with_damaged_bytes_is_one_or_a_sentence(
    tmp_path: Path, flips: list[tuple[float, int]]
) -> None:
    prediction, _ = made(3, (12, 12), (40, 40))
    prediction.save(tmp_path / "p.npz")
    data = bytearray((tmp_path / "p.npz").read_bytes())
    for share, flip in flips:
        data[int(share * len(data))] ^= flip
    (tmp_path / "p.npz").write_bytes(data)
    with contextlib.suppress(InputError):
        assert isinstance(Prediction.load(tmp_path / "p.npz"), Prediction)


def test_confidence_at_a_pixel_is_that_of_the_whole_plane() -> None:
    rng = np.random.default_rng(3)
    table = table_of(["a", "b", "c"])
    logits = rng.normal(0, 3, (3, 5, 7)).astype(np.float32)
    prediction = Prediction.from_logits(logits, (23, 31), table, "id", "name")
    plane = prediction.confidence()
    for y in range(23):
        for x in range(31):
            assert abs(255 * prediction.confidence_at(x, y) - plane[y, x]) <= 0.51
