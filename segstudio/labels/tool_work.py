"""How each tool answers a gesture: thin functions from (gesture, context) to an area or a change.

What they do is told by the pure functions that they call; here gestures and options meet them.
"""

from __future__ import annotations

from segstudio.core.arrays import Plane
from segstudio.core.geometry import Rect
from segstudio.core.provenance import EMPTY
from segstudio.labels import effects
from segstudio.labels.areas import edges
from segstudio.labels.areas.carry import carry_region
from segstudio.labels.areas.grabcut import grabcut
from segstudio.labels.areas.model_led import model_region, other_choice, smart
from segstudio.labels.areas.neighbours import majority_around, nearest_to
from segstudio.labels.areas.regions import connected_region, polygon, same_class
from segstudio.labels.areas.shapes import ellipse, rectangle, span
from segstudio.labels.areas.snap import snap
from segstudio.labels.areas.specks import remove_specks
from segstudio.labels.areas.superpixels import Superpixels
from segstudio.labels.areas.wand import magic_wand
from segstudio.labels.areas.watershed import colour_gradient, watershed_from
from segstudio.labels.context import Gesture, ToolContext
from segstudio.labels.options import flag, number, text, whole_number
from segstudio.labels.patch import Area, Change

# -- strokes: what the tip covered


def brush(gesture: Gesture, context: ToolContext) -> Change:
    return effects.paint(_covered(gesture), context.class_id)


def eraser(gesture: Gesture, context: ToolContext) -> Change:
    return effects.erase(_covered(gesture), context.label_map.ignore_index)


def restore(gesture: Gesture, context: ToolContext) -> Change:
    return effects.restore(_covered(gesture), context.prediction, context.label_map.ignore_index)


def confirm(gesture: Gesture, context: ToolContext) -> Change:
    return effects.confirm(_covered(gesture), context.label_map)


def smart_brush(gesture: Gesture, context: ToolContext) -> Change:
    assert context.model is not None
    threshold = number(context.options, "threshold")
    area = smart(_covered(gesture), context.model, context.class_id, threshold)
    return effects.paint(area, context.class_id)


def superpixel_brush(gesture: Gesture, context: ToolContext) -> Change:
    """Every superpixel that the tip touches."""
    assert context.image is not None
    size, patches = whole_number(context.options, "size"), context.superpixels
    if patches is None or patches.image is not context.image or patches.size != size:
        patches = Superpixels(context.image, size)
    return effects.paint(patches.touched(_covered(gesture)), context.class_id)


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


# -- colours of the image


def wand(gesture: Gesture, context: ToolContext) -> Area:
    assert context.image is not None
    options = context.options
    return magic_wand(
        context.image,
        gesture.pixel,
        number(options, "tolerance"),
        contiguous=flag(options, "contiguous"),
        within=_scope(context),
    )


def cut_out(gesture: Gesture, context: ToolContext) -> Area:
    """GrabCut in the box that was dragged."""
    assert context.image is not None
    return grabcut(context.image, span(gesture.points[0], gesture.points[-1], context.label_map.shape))


def from_marks(gesture: Gesture, context: ToolContext) -> Change:
    assert context.image is not None
    return watershed_from(context.image, gesture.scribbles, whole_number(context.options, "margin"))


# -- edges of the mask


def smooth(gesture: Gesture, context: ToolContext) -> Change:
    radius = whole_number(context.options, "radius")
    return edges.smooth(context.label_map, _scope(context), radius, _which(context))


def grow(gesture: Gesture, context: ToolContext) -> Change:
    pixels = number(context.options, "pixels")
    return edges.grow(context.label_map, _scope(context), pixels, context.class_id)


def shrink(gesture: Gesture, context: ToolContext) -> Change:
    pixels = number(context.options, "pixels")
    return edges.shrink(context.label_map, _scope(context), pixels, context.class_id)


def holes(gesture: Gesture, context: ToolContext) -> Change:
    most = whole_number(context.options, "pixels")
    area = edges.fill_holes(context.label_map, _scope(context), context.class_id, most)
    return effects.paint(area, context.class_id)


def specks(gesture: Gesture, context: ToolContext) -> Change:
    fewer = whole_number(context.options, "pixels")
    return remove_specks(context.label_map, _scope(context), fewer, _which(context))


# -- the model, and the image before


def second_choice(gesture: Gesture, context: ToolContext) -> Change:
    """The region under a click becomes the model's other choice for it."""
    label_map, pixel = context.label_map, gesture.pixel
    assert context.model is not None
    assert context.prediction is not None
    area = model_region(label_map, context.prediction, pixel)
    if area.rect.empty:
        return effects.nothing()
    empty = label_map.provenance[pixel[1], pixel[0]] == EMPTY
    present = None if empty else int(label_map.label[pixel[1], pixel[0]])
    class_id = other_choice(area, context.model, present)
    return effects.nothing() if class_id is None else effects.paint(area, class_id)


def snapped(gesture: Gesture, context: ToolContext) -> Area:
    """The outline that was drawn, moved onto an edge."""
    image, model, class_id = context.image, context.model, context.class_id

    def edge(rect: Rect) -> Plane:
        if text(context.options, "to") == "model" and model is not None:
            return model.edge(class_id, rect)
        assert image is not None
        return colour_gradient(image[rect.slices])

    return snap(
        outline(gesture, context), edge, whole_number(context.options, "band"), context.label_map.shape
    )


def from_previous(gesture: Gesture, context: ToolContext) -> Change:
    assert context.previous is not None
    return carry_region(
        context.previous,
        context.image,
        gesture.pixel,
        context.label_map.shape,
        follow=flag(context.options, "follow"),
    )


def _which(context: ToolContext) -> int | None:
    """The class that an edit of edges is about; None: all."""
    return context.class_id if text(context.options, "reach") == "active" else None


def _scope(context: ToolContext) -> Rect:
    selection = context.modifiers.selection
    return selection.rect if selection is not None else context.label_map.rect
