"""DeepLab: building blocks, models, weights, prediction and training. The only package that imports torch."""

import os

# Torch's CPU threads wait by spinning unless told otherwise before torch is imported. On a machine that also runs
# a window, a browser or another training, the spinning takes the time of the thread that is waited for: a frame
# then costs ten times as much. An idle machine loses a few percent.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
