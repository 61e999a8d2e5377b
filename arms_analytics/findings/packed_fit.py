"""A fit as flat arrays of numbers and names, for a file, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.model.design import Design
from arms_analytics.model.facets import Effects
from arms_analytics.model.rating import Rating

Arrays = dict[str, Any]
FRAMES = tuple(field.name for field in fields(Fit) if field.type == "pd.DataFrame")
PLAIN = ("quarter", "first_quarter", "forces", "questions", "severity_connected", "severity_reliability")


def packed(fit: Fit) -> Arrays:
    """A fit as flat arrays, names with a path: `cells/question_id`."""
    arrays: Arrays = {name: np.array(getattr(fit, name)) for name in PLAIN}
    for name in FRAMES:
        frame = getattr(fit, name)
        arrays[f"{name}/"] = np.array(list(frame.columns))
        arrays |= {f"{name}/{column}": _plain(frame[column]) for column in frame}
    rating = fit.rating
    arrays |= {f"design/{field.name}": np.array(getattr(rating.design, field.name)) for field in fields(Design)}
    for name in ("mean", "variance"):
        arrays |= {f"{name}/{facet}": values for facet, values in getattr(rating, name).items()}
    arrays["sd/"], arrays["sd"] = np.array(list(rating.sd)), np.array(list(rating.sd.values()))
    for name in ("thresholds", "own_cuts", "severity_covariance", "rounds"):
        arrays[name] = np.array(getattr(rating, name))
    return arrays


def _plain(column: pd.Series) -> Any:
    return column.to_numpy(dtype=str) if column.dtype == object or column.dtype == "str" else column.to_numpy()


def unpacked(arrays: Arrays) -> Fit:
    """The fit again. KeyError where these are not the arrays of one, such as the mark that nothing was graded."""

    def scalar(array: Any) -> Any:
        return array.item() if array.ndim == 0 else array

    design = Design(**{field.name: scalar(arrays[f"design/{field.name}"]) for field in fields(Design)})
    effects: Arrays = {
        name: Effects(**{field.name: arrays[f"{name}/{field.name}"] for field in fields(Effects)})
        for name in ("mean", "variance")
    }
    rating = Rating(
        design=design,
        thresholds=arrays["thresholds"],
        own_cuts=arrays["own_cuts"],
        sd=dict(zip(arrays["sd/"].tolist(), arrays["sd"].tolist(), strict=True)),
        severity_covariance=arrays["severity_covariance"],
        rounds=int(arrays["rounds"]),
        **effects,
    )
    frames: Arrays = {
        name: pd.DataFrame({column: arrays[f"{name}/{column}"] for column in arrays[f"{name}/"].tolist()})
        for name in FRAMES
    }
    plain = {name: scalar(arrays[name]) for name in PLAIN}
    plain |= {name: tuple(arrays[name].tolist()) for name in ("forces", "questions")}
    return Fit(rating=rating, **plain, **frames)
