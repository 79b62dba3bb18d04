"""How each tool answers a gesture: thin functions from (gesture, context) to an area or a change.

What they do is told by the pure functions that they call; here gestures and options meet them.
"""

from __future__ import annotations

from segstudio.core.geometry import Rect
from segstudio.labels import effects
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.neighbours import majority_around, nearest_to
from segstudio.labels.options import text
from segstudio.labels.patch import Area, Change
from segstudio.labels.regions import connected_region, polygon, same_class
from segstudio.labels.shapes import ellipse, rectangle

# -- strokes: what the tip covered


def brush(gesture: Gesture, context: ToolContext) -> Change:
    return effects.paint(_covered(gesture), context.class_id)


def eraser(gesture: Gesture, context: ToolContext) -> Change:
    return effects.erase(_covered(gesture), context.label_map.ignore_index)


def restore(gesture: Gesture, context: ToolContext) -> Change:
    return effects.restore(_covered(gesture), context.prediction, context.label_map.ignore_index)


def confirm(gesture: Gesture, context: ToolContext) -> Change:
    return effects.confirm(_covered(gesture), context.label_map)


def _covered(gesture: Gesture) -> Area:
    return gesture.covered or Area.nothing()


# -- areas, and what is said of them


def outline(gesture: Gesture, context: ToolContext) -> Area:
    """Of a polygon's corners or a lasso's path."""
    return polygon(gesture.points, context.label_map.shape)


def box(gesture: Gesture, context: ToolContext) -> Area:
    return rectangle(gesture.points[0], gesture.points[-1], context.label_map.shape)


def oval(gesture: Gesture, context: ToolContext) -> Area:
    return ellipse(gesture.points[0], gesture.points[-1], context.label_map.shape)


def say(area: Area, context: ToolContext) -> Change:
    """What the option 'mode' says of an area that a tool found; 'select' changes nothing."""
    label_map, mode = context.label_map, context.options.get("mode", "paint")
    if mode == "paint":
        return effects.paint(area, context.class_id)
    if mode == "erase":
        return effects.erase(area, label_map.ignore_index)
    if mode == "restore":
        return effects.restore(area, context.prediction, label_map.ignore_index)
    return effects.confirm(area, label_map) if mode == "confirm" else effects.nothing()


# -- regions of the mask


def region(gesture: Gesture, context: ToolContext) -> Area:
    """The connected region of the mask under a click."""
    return connected_region(context.label_map.label, context.label_map.provenance, gesture.pixel)


def confirm_region(gesture: Gesture, context: ToolContext) -> Change:
    return effects.confirm(region(gesture, context), context.label_map)


def reassign_region(gesture: Gesture, context: ToolContext) -> Change:
    """The region under a click becomes what lies around it."""
    area = region(gesture, context)
    if text(context.options, "takes") == "nearest":
        class_id = nearest_to(area, context.label_map, gesture.points[0])
    else:
        class_id = majority_around(area, context.label_map)
    return effects.nothing() if class_id is None else effects.paint(area, class_id)


def replace_class(gesture: Gesture, context: ToolContext) -> Area:
    """Every pixel that holds the class under a click, within the selection's rectangle if there is one."""
    label_map = context.label_map
    return same_class(label_map.label, label_map.provenance, gesture.pixel, _scope(context))


def _scope(context: ToolContext) -> Rect:
    selection = context.modifiers.selection
    return selection.rect if selection is not None else context.label_map.rect
