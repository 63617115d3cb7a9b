"""The regression that weighs pairs of mentions."""

import numpy as np
import pytest

from training.coreference import logistic


def test_a_feature_that_tells_gets_its_sign_and_noise_gets_little():
    chance = np.random.default_rng(7)
    rows = chance.normal(size=(4000, 2))
    same = (chance.random(4000) < 1 / (1 + np.exp(-(2 * rows[:, 0] - 1)))).astype(float)
    base, telling, noise = logistic(rows, same, np.ones(4000))
    assert base == pytest.approx(-1, abs=0.2)
    assert telling == pytest.approx(2, abs=0.3)
    assert abs(noise) < 0.2


def test_rows_without_weight_are_not_read():
    rows, same = np.array([[0.0], [1.0], [0.0], [1.0], [9.0]]), np.array([0.0, 1.0, 0.0, 1.0, 0.0])
    left_out = logistic(rows, same, np.array([1.0, 1.0, 1.0, 1.0, 0.0]))
    assert left_out == pytest.approx(logistic(rows[:4], same[:4], np.ones(4)))


def test_a_feature_that_never_changes_breaks_nothing():
    rows = np.array([[0.0, 5.0], [1.0, 5.0]] * 4)
    assert np.isfinite(logistic(rows, rows[:, 0], np.ones(8))).all()
