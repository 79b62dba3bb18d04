"""Label sets in the layouts of other tools: one file per format, one registry. No Qt, no torch."""
