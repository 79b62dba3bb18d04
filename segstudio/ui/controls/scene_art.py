"""The picture of the start page: a street as the camera sees it, and as classes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from segstudio.scenes.palette import SCENE_CLASSES
from segstudio.ui.theme import theme, tokens

_WIDTH, _HEIGHT = 720.0, 200.0
_RADIUS = 10.0

Points = tuple[tuple[float, float], ...]

# class, lightness of the 'photograph' (0 … 255), outline; in a plane of 720×200, from back to front
_SHAPES: tuple[tuple[str, int, Points], ...] = (
    ("Building", 92, ((0, 62), (64, 62), (64, 30), (150, 30), (150, 70), (212, 70), (212, 96), (262, 96), (262, 132),
                      (0, 132))),
    ("Building", 78, ((720, 24), (640, 24), (640, 52), (566, 52), (566, 82), (500, 82), (500, 100), (452, 100),
                      (452, 132), (720, 132))),
    ("Tree", 60, ((262, 132), (258, 112), (268, 98), (284, 92), (300, 98), (310, 112), (306, 132))),
    ("Tree", 54, ((404, 132), (400, 110), (412, 94), (430, 88), (448, 96), (458, 114), (454, 132))),
    ("Pavement", 128, ((0, 132), (300, 132), (96, 200), (0, 200))),
    ("Pavement", 120, ((720, 132), (420, 132), (640, 200), (720, 200))),
    ("Road", 104, ((300, 132), (420, 132), (640, 200), (96, 200))),
    ("Fence", 84, ((0, 122), (196, 122), (196, 140), (0, 152))),
    ("Pole", 44, ((206, 40), (210, 40), (210, 146), (206, 146))),
    ("Pole", 40, ((590, 20), (595, 20), (595, 160), (590, 160))),
    ("SignSymbol", 150, ((582, 34), (603, 34), (603, 58), (582, 58))),
    ("Car", 58, ((250, 158), (256, 144), (270, 136), (304, 136), (318, 145), (334, 149), (338, 164), (332, 170),
                 (252, 170))),
    ("Car", 168, ((462, 164), (466, 150), (480, 148), (494, 138), (528, 138), (542, 149), (548, 160), (546, 172),
                  (464, 172))),
    ("Pedestrian", 38, ((132, 118), (138, 114), (144, 118), (147, 136), (145, 158), (141, 158), (139, 144), (136, 158),
                        (131, 158), (130, 136))),
    ("Bicyclist", 46, ((380, 134), (386, 130), (391, 135), (394, 148), (390, 162), (384, 150), (378, 162), (377, 146))),
)  # fmt: skip


class SceneArt(QWidget):
    """Left of the edge the street in grey, right of it its classes; scales with its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(160)
        self.setAccessibleName(self.tr("A street, and the classes in it"))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(int(_WIDTH), int(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = max(self.width() / _WIDTH, self.height() / _HEIGHT)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setClipPath(frame)
        painter.translate((self.width() - scale * _WIDTH) / 2, self.height() - scale * _HEIGHT)
        painter.scale(scale, scale)
        edge = QPolygonF([QPointF(430, 0), QPointF(720, 0), QPointF(720, 200), QPointF(330, 200)])
        sky = QLinearGradient(0, 0, 0, 132)
        sky.setColorAt(0, QColor(176, 176, 176) if not t.dark else QColor(118, 118, 118))
        sky.setColorAt(1, QColor(222, 222, 222) if not t.dark else QColor(168, 168, 168))
        painter.fillRect(QRectF(0, 0, _WIDTH, _HEIGHT), sky)
        painter.setPen(Qt.PenStyle.NoPen)
        for _name, grey, points in _SHAPES:
            painter.setBrush(QColor(grey, grey, grey))
            painter.drawPolygon(_polygon(points))
        clip = QPainterPath()
        clip.addPolygon(edge)
        painter.save()
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(0, 0, _WIDTH, _HEIGHT), _colour("Sky"))
        for name, _grey, points in _SHAPES:
            painter.setBrush(_colour(name))
            painter.drawPolygon(_polygon(points))
        painter.restore()
        painter.setPen(QPen(QColor("#ffffff"), 2))
        painter.drawLine(QPointF(430, 0), QPointF(330, 200))
        painter.end()


def _polygon(points: Points) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _colour(name: str) -> QColor:
    found = next(c for c in SCENE_CLASSES.classes if c.name == name)
    return QColor(*found.colour)
