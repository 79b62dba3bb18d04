"""The parts of the window around canvas and panels: start page, docks, bars, messages, the model's menus."""
