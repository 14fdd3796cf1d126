"""A scanned page as a picture: turned straight, with its ink separated from the paper."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

_WIDEST_TURN = 3.0
"""Degrees; pages lie in a scanner's feeder turned by less."""
_STEPS = (0.5, 0.1)
"""Degrees between the turns that are tried: first all, then around the best of them."""
_SMALL = 800
"""Pixels of the longer side of the picture on which turns are tried."""
_NEIGHBOURHOOD = 61
"""Pixels around one in which its paper is seen, so that shades and stained paper count as paper; more than a character."""
_CONTRAST = 25
"""Of 255; ink is darker than its paper by more."""
_SPECK = 3
"""Pixels; what is smaller in both directions is dust."""


@dataclass(frozen=True, slots=True)
class ScannedSheet:
    """A page turned straight: in grey, and as ink (255) on paper (0); a point has ``scale`` pixels."""

    grey: Picture
    ink: Picture
    scale: float


def straightened(grey: Picture, scale: float) -> ScannedSheet:
    """Return the sheet that a grey picture of a page shows."""
    turn = _turn_of(_ink_of(_shrunk(grey)))
    straight = _turned(grey, turn) if turn else grey
    return ScannedSheet(straight, _without_dirt(_ink_of(straight)), scale)


def _ink_of(grey: Picture) -> Picture:
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    return np.asarray(
        cv2.adaptiveThreshold(
            smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _NEIGHBOURHOOD, _CONTRAST
        ),
        np.uint8,
    )


def _without_dirt(ink: Picture) -> Picture:
    """Return the ink without dust, and without what reaches the edge of the picture: shadows, the edge of the paper."""
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(ink)
    dirt = (boxes[:, cv2.CC_STAT_WIDTH] < _SPECK) & (boxes[:, cv2.CC_STAT_HEIGHT] < _SPECK)
    for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        dirt[edge] = True
    return np.where(dirt[labels], 0, ink).astype(np.uint8)


def _shrunk(grey: Picture) -> Picture:
    ratio = min(1.0, _SMALL / max(grey.shape))
    return np.asarray(cv2.resize(grey, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_AREA), np.uint8)


def _turn_of(ink: Picture) -> float:
    """Return the turn in degrees after which lines lie level: rows of ink and rows of paper then differ most."""
    best = 0.0
    reach = _WIDEST_TURN
    for step in _STEPS:
        turns = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(turns, key=lambda turn: _levelness(_turned(ink, turn))))
        reach = step
    return best


def _levelness(ink: Picture) -> float:
    rows = ink.sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def _turned(picture: Picture, degrees: float) -> Picture:
    """Return a turned picture; what comes in at the corners looks like the edge beside it."""
    height, width = picture.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turned = cv2.warpAffine(picture, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, np.uint8)
