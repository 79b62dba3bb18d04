"""Every action, once: what it is called, which keys it has, where it stands, what it does for a person.

Menus, tool bars, tooltips and the list of shortcuts are made from this table. `ActionBook` holds the live QActions;
what happens when one is triggered is bound by `commands.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

from segstudio.labels.tools import tool
from segstudio.ui.hand_tools import SECTIONS, WHOLE_TOOLS
from segstudio.ui.languages import ENGLISH, LANGUAGES

Scope = Literal["window", "held", "canvas"]
"""How the keys work: pressed anywhere in the window, held down (`hold_keys`), or pressed while the canvas has the focus."""


@dataclass(frozen=True, slots=True)
class CanvasKey:
    """Something that the canvas does by itself. `shown`: keys and mouse in words, for the list of shortcuts ('' for what
    an action of the list does too). `keys`: the key sequences among them."""

    words: str
    shown: str = ""
    keys: tuple[str, ...] = ()
    at_work: bool = False
    """The keys are the canvas's only while something is drawn or worked out; else an action may have them."""


CANVAS_KEYS: tuple[CanvasKey, ...] = (
    CanvasKey("Zoom about the pointer", "Wheel, Ctrl + wheel"),
    CanvasKey("Zoom by keys", "+, −", ("+", "=", "-")),
    CanvasKey("Fit in window", keys=("Home",)),
    CanvasKey("Pan", "Space + drag, middle drag", ("Space",)),
    CanvasKey("Pan by keys", "Arrows", ("Left", "Right", "Up", "Down")),
    CanvasKey("Move the tip by keys, in large steps", "Shift + arrows, Alt + Shift + arrows",
              tuple(f"{held}+{arrow}" for held in ("Shift", "Alt+Shift") for arrow in ("Left", "Right", "Up", "Down"))),
    CanvasKey("Press and let go by keys", "Shift + Space", ("Shift+Space",)),
    CanvasKey("Brush size", "Alt + wheel"),
    CanvasKey("The tool's first number (smart brush: threshold)", "Shift + wheel"),
    CanvasKey("Straight line from the last stroke", "Shift + click"),
    CanvasKey("Equal sides; from the middle", "Shift; Alt, with a box"),
    CanvasKey("Add; take away; keep the common part", "Shift; Alt; both, when selecting"),
    CanvasKey("Finish polygon, grow the marks", "Return, double click", ("Return", "Enter"), at_work=True),
    CanvasKey("Remove last corner or mark", "Backspace", ("Backspace",), at_work=True),
    CanvasKey("Cancel what is drawn or worked out", "Esc", ("Esc",), at_work=True),
    CanvasKey("Go to the next or the former control", "Tab, Shift + Tab", ("Tab", "Shift+Tab", "Shift+Backtab")),
)  # fmt: skip
"""What canvas and window do with keys and mouse by themselves: for the list of shortcuts, and for who gives keys to
actions."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row of the table. `needs`: 'project' is enabled only while a folder is open, 'doubt' only while a
    doubtful region, or one that is wrong, is looked at.

    Rows that share `group` exclude each other. `menu` is '' for an action that has keys only.
    """

    id: str
    title: str
    help: str
    menu: str = ""
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""
    scope: Scope = "window"
    needs: str = ""
    new_section: bool = False
    """A separator stands above it in its menu."""


_project = partial(ActionSpec, needs="project")
_doubt = partial(ActionSpec, needs="doubt")

FILE = (
    ActionSpec("file.open", "Open folder…", "Open a folder of images.", "File", ("Ctrl+O",),
               "mdi6.folder-open-outline"),
    ActionSpec("file.samples", "Open sample scenes", "Street scenes that segstudio renders itself, with labels.",
               "File", icon="mdi6.image-multiple-outline"),
    _project("file.save", "Save", "Write the label of this image to disk.", "File", ("Ctrl+S",),
             icon="mdi6.content-save-outline", new_section=True),
    _project("file.save_next", "Save and next", "Save, then go to the next image.", "File", ("Ctrl+Return",)),
    _project("file.discard", "Discard edits…", "Forget the unsaved edits of this image.", "File"),
    _project("file.labels_folder", "Labels folder…", "Choose where the labels of this folder are kept.", "File",
             icon="mdi6.folder-cog-outline"),
    _project("file.adopt", "Copy labels of another tool",
             "Take over the labels that VOC, CVAT, Cityscapes, labelme … left beside these images.", "File",
             icon="mdi6.import"),
    _project("file.export", "Export labels…", "Write the saved labels in another format.", "File", ("Ctrl+E",),
             icon="mdi6.export-variant", new_section=True),
    _project("file.report", "Export report…", "Write the evaluation of the saved labels as HTML, CSV and JSON.",
             "File", ("Ctrl+Shift+E",), icon="mdi6.file-chart-outline"),
    _project("file.close", "Close folder", "Save and return to the start page.", "File", ("Ctrl+W",),
             new_section=True),
    ActionSpec("file.reopen", "Reopen at start", "Begin with the folder and the image that were open at the end.",
               "File", checkable=True),
    ActionSpec("file.quit", "Quit", "Close segstudio.", "File", ("Ctrl+Q",)),
)  # fmt: skip

EDIT = (
    ActionSpec("edit.undo", "Undo", "Take the last stroke back.", "Edit", ("Ctrl+Z",), icon="mdi6.undo"),
    ActionSpec(
        "edit.redo", "Redo", "Bring the stroke back.", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), icon="mdi6.redo"
    ),
    _project(
        "edit.classes",
        "Edit classes…",
        "Names, colours, order; merge, restore, import; rewrite labels.",
        "Edit",
        ("Ctrl+Shift+L",),
        icon="mdi6.palette-outline",
        new_section=True,
    ),
    _project(
        "edit.select_all",
        "Select all",
        "Select the whole image.",
        "Edit",
        ("Ctrl+A",),
        icon="mdi6.select-all",
        new_section=True,
    ),
    _project(
        "edit.select_none",
        "Select nothing",
        "Tools work everywhere again.",
        "Edit",
        ("Ctrl+Shift+A",),
        icon="mdi6.selection-off",
    ),
    _project(
        "edit.select_invert",
        "Invert selection",
        "Select what is not selected now.",
        "Edit",
        ("Ctrl+I",),
        icon="mdi6.select-inverse",
    ),
    _project(
        "class.lock",
        "Lock class",
        "No tool changes pixels of the active class; again to unlock it.",
        "Edit",
        ("Ctrl+L",),
        icon="mdi6.lock-outline",
        new_section=True,
    ),
)

IMAGE = (
    _project("image.previous", "Previous image", "Go up in the list; what is edited is saved.", "Image", ("A",),
             icon="mdi6.chevron-up"),
    _project("image.next", "Next image", "Go down in the list; what is edited is saved.", "Image", ("D",),
             icon="mdi6.chevron-down"),
    _project("image.next_unlabelled", "Next image without a saved label", "Go to the next image that still needs one.",
             "Image", ("Ctrl+Shift+D",), icon="mdi6.skip-next-outline"),
    _project("image.flag", "Flag", "Mark the selected images to be looked at again; again to take it back.", "Image",
             ("Y",), icon="mdi6.flag-outline", checkable=True, new_section=True),
    _project("image.done", "Done", "Mark the selected images as finished; again to take it back.", "Image",
             ("Shift+Y",), icon="mdi6.check-bold", checkable=True),
    _project("image.note", "Note…", "Write a few words about the selected images.", "Image", ("Ctrl+Shift+N",),
             icon="mdi6.note-text-outline"),
    _project("image.predict", "Predict selected", "Let the model predict the selected images in the background.",
             "Image", icon="mdi6.auto-fix", new_section=True),
    _project("image.save", "Save selected", "Save edits, and the prediction as the label where there is none yet.",
             "Image", icon="mdi6.content-save-all-outline"),
    _project("image.export", "Export selected…", "Write the saved labels of the selected images in another format.",
             "Image", icon="mdi6.export-variant"),
    _project("image.select_all", "Select all images", "All that the list shows.", "Image", icon="mdi6.select-all"),
    _project("image.search", "Find image", "Type a part of the name.", "Image", ("Ctrl+F",), icon="mdi6.magnify",
             new_section=True),
)  # fmt: skip

VIEW = (
    _project("view.zoom_in", "Zoom in", "Show the image larger.", "View", ("Ctrl++", "Ctrl+="),
             icon="mdi6.magnify-plus-outline"),
    _project("view.zoom_out", "Zoom out", "Show the image smaller.", "View", ("Ctrl+-",),
             icon="mdi6.magnify-minus-outline"),
    _project("view.fit", "Fit in window", "Show the whole image.", "View", ("Home",), icon="mdi6.fit-to-screen-outline"),
    _project("view.actual", "Actual size", "One image pixel is one point of the screen (100 %).", "View", ("Ctrl+0",)),
    _project("view.prediction", "Prediction", "Show what the model says; again for the mask.", "View", ("Q",),
             icon="mdi6.auto-fix", checkable=True, new_section=True),
    _project("view.label", "Label", "Show the label as it is saved; again for the mask.", "View", ("W",),
             icon="mdi6.account-check-outline", checkable=True),
    _project("view.errors", "Error map", "Show where prediction and label differ; again for the mask.", "View", ("R",),
             icon="mdi6.vector-difference", checkable=True),
    _project("view.confidence", "Confidence map", "Show where the model is unsure: the lighter, the less sure; again for "
             "the mask.", "View", ("Shift+Q",), icon="mdi6.help-circle-outline", checkable=True),
    _project("view.provenance", "Who said what", "Show what the model said, what a person painted and what is confirmed; "
             "again for the mask.", "View", ("Shift+P",), icon="mdi6.account-edit-outline", checkable=True),
    _project("view.swipe", "Swipe prediction and label", "A divider between prediction and label: drag it, or move it "
             "with the arrow keys; again for the mask.", "View", ("Shift+W",), icon="mdi6.compare", checkable=True),
    *(
        _project(f"view.style_{style}", title, help_, "View", checkable=True, group="style", new_section=first)
        for style, title, help_, first in (
            ("fill", "Mask as fill", "Regions in the colour of their class, with an outline.", True),
            ("outline", "Mask as outline", "Only the outlines of regions: the image between them is free.", False),
            ("hatched", "Mask hatched", "Stripes in the colour of the class: colour and image are both seen.", False),
        )
    ),
    _project("view.hide_mask", "Hide the mask", "Hold the key to see the bare image.", "View", ("H",),
             icon="mdi6.eye-off-outline", checkable=True, scope="held"),
    _project("class.solo", "Only this class", "Show the active class alone; again for all.", "View", ("Shift+H",),
             icon="mdi6.image-filter-center-focus"),
    _project("view.minimap", "Minimap", "The whole image in the canvas's corner, while a part of it is seen.", "View",
             ("Ctrl+M",), icon="mdi6.map-outline", checkable=True, new_section=True),
    _project("view.history", "History", "The steps of this image: see them and go to any.", "View", ("Ctrl+H",),
             icon="mdi6.history"),
    _project("view.display", "Display adjustments", "Brightness, contrast, gamma, and the range of 16-bit images.", "View",
             ("Ctrl+B",), icon="mdi6.tune-vertical"),
    ActionSpec("view.jobs", "Jobs", "What is being worked on, with progress and cancel.", "View", ("Ctrl+J",),
               "mdi6.progress-clock", checkable=True, new_section=True),
    _project("view.reset_layout", "Reset layout", "Put every panel back to where it was at first.", "View"),
    ActionSpec("view.full_screen", "Full screen", "Use the whole screen.", "View", ("F11",), checkable=True),
)  # fmt: skip

ERRORS = (
    _project("errors.next", "Next region", "Go to the next region of what the error map shows, the largest first; with "
             "a filter on to the next image.", "Errors", ("F3",), icon="mdi6.skip-next-outline"),
    _project("errors.previous", "Previous region", "Go to the region before.", "Errors", ("Shift+F3",),
             icon="mdi6.skip-previous-outline"),
    _project("errors.all", "All errors", "End the filter of the error map.", "Errors", icon="mdi6.filter-off-outline",
             new_section=True),
    _project("errors.class", "Errors of the active class", "Only where the active class is missed or falsely "
             "predicted.", "Errors", ("Shift+R",), icon="mdi6.target"),
    _project("errors.plain", "One colour", "Every wrong pixel has the same colour.", "Errors", checkable=True,
             group="errors", new_section=True),
    _project("errors.by_truth", "Coloured by true class", "A wrong pixel has the colour of what it is.", "Errors",
             checkable=True, group="errors"),
    _project("errors.by_predicted", "Coloured by predicted class", "A wrong pixel has the colour of what was "
             "predicted.", "Errors", checkable=True, group="errors"),
)  # fmt: skip

COMPARE = (
    _project("compare.model", "Prediction of the model", "Compare the model's prediction with your labels.", "Compare",
             checkable=True, group="compare"),
    _project("compare.predictions", "Predictions of another model…", "Compare a folder of predictions with your "
             "labels; void counts as a miss.", "Compare", checkable=True, group="compare"),
    _project("compare.annotator", "Labels of a second annotator…", "Compare a folder of somebody's labels with yours; "
             "void counts nowhere.", "Compare", checkable=True, group="compare"),
)  # fmt: skip

APPEARANCE = tuple(
    ActionSpec(f"appearance.{mode}", title, help_, "Appearance", checkable=True, group="appearance")
    for mode, title, help_ in (
        ("system", "As the system", "Light or dark, as the system is."),
        ("light", "Light", "Always light."),
        ("dark", "Dark", "Always dark."),
    )
)

LANGUAGE = (
    ActionSpec("language.system", "As the system", "The first of the system's languages that there is.", "Language",
               checkable=True, group="language"),
    *(
        ActionSpec(f"language.{code}", name, "From the next start on.", "Language", checkable=True, group="language")
        for code, name in {ENGLISH: "English", **LANGUAGES}.items()
    ),
)  # fmt: skip


def _keys(shortcut: str) -> tuple[str, ...]:
    return (shortcut,) if shortcut else ()


TOOL = (
    *(
        _project(f"tool.{tool_id}", tool(tool_id).title, tool(tool_id).help, section.title or "Tools",
                 _keys(tool(tool_id).shortcut), icon=tool(tool_id).icon, checkable=True, group="tool")
        for section in SECTIONS for slot in section.slots for tool_id in slot
    ),
    *(
        _project(f"tool.{spec.id}", f"{spec.title}…", spec.help, "Tools", _keys(spec.shortcut), icon=spec.icon,
                 new_section=first)
        for first, spec in zip((True, *[False] * len(WHOLE_TOOLS)), WHOLE_TOOLS, strict=False)
    ),
    _project("doubt.next", "Next doubtful region", "Go to where the model is least sure, with both of its answers.",
             "Tools", ("N",), icon="mdi6.help-rhombus-outline", new_section=True),
    _doubt("doubt.first", "Accept first choice", "The doubtful region is what the model says.", "Tools",
           ("Return", "Enter")),
    _doubt("doubt.second", "Accept second choice", "The doubtful region is the model's second choice.", "Tools",
           ("Shift+Return", "Shift+Enter")),
    _doubt("doubt.leave", "Leave the region", "Look at no doubtful or wrong region any more; the view from before comes back.", "Tools", ("Esc",),
           scope="canvas"),
    _project("tool.smaller", "Smaller brush", "Also Alt + wheel.", "Tools", ("[",), new_section=True),
    _project("tool.larger", "Larger brush", "Also Alt + wheel.", "Tools", ("]",)),
    _project("tool.pen_pressure", "Pen pressure sets the size", "A pen that presses lightly paints thin, with brush, "
             "eraser and the other tools that have a tip.", "Tools", checkable=True),
)  # fmt: skip

CLASS = tuple(
    _project(
        f"class.{n}", f"Class {n}", "Paint this class.", "", (str(n) if n < 10 else f"Shift+{n - 10}",)
    )
    for n in range(1, 20)
)

MODEL = (
    ActionSpec("model.open_file", "Open model file…", "Use a checkpoint of your own (.safetensors, .pt, .pth).", "Model",
               icon="mdi6.file-import-outline"),
    _project("model.mapping", "Class mapping…", "Say which class of the model is which class of this project.", "Model",
             icon="mdi6.swap-horizontal"),
    _project("model.inspect", "Look inside", "Show which pixels decided a label, and what the model is made of.",
             "Model", ("Shift+I",), icon="mdi6.layers-search-outline"),
    _project("model.pin", "Pin the pixel", "Go on explaining the pixel under the pointer; again to let it go.", "Model",
             ("Shift+M",), icon="mdi6.pin-outline"),
    ActionSpec("model.cancel", "Cancel loading", "Stop loading or downloading; the former model stays.", "Model"),
)  # fmt: skip

HELP = (
    ActionSpec("help.palette", "Command palette…", "Type a command, a class or an image.", "Help", ("Ctrl+K",),
               "mdi6.console-line"),
    ActionSpec("help.shortcuts", "Keyboard shortcuts", "Every key on one sheet.", "Help", ("?", "F1"),
               "mdi6.keyboard-outline"),
    ActionSpec("help.keys", "Change keys…", "Give actions other keys.", "Help", icon="mdi6.keyboard-settings-outline"),
    ActionSpec("help.about", "About segstudio", "Version and licences.", "Help", icon="mdi6.information-outline"),
)  # fmt: skip

ACTIONS: tuple[ActionSpec, ...] = (
    *FILE,
    *EDIT,
    *IMAGE,
    *VIEW,
    *ERRORS,
    *COMPARE,
    *APPEARANCE,
    *LANGUAGE,
    *TOOL,
    *CLASS,
    *MODEL,
    *HELP,
)

SPECS = {spec.id: spec for spec in ACTIONS}
"""By id."""
