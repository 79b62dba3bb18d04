"""The commands: one file per group. No Qt but for `demo` and `open`, no torch but for `predict` and `train`."""
