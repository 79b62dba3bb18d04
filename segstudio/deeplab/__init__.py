"""DeepLab: building blocks, models, weights, prediction and training. The only package that imports torch.

To read it, begin with `layers` (atrous and separable convolution, SPP, ASPP), then `backbones` and `model`. Three doors lead
in from outside, each with its parts in a folder: `weights.load_model` (`checkpoints/`), `predictor.Predictor` (`prediction/`, and
`quick/` for the same network in less time), `training.train` (`runs/`). `receptive_field` reckons what a cell sees, and
`inspection/` says why a pixel got its class.
"""

import os

# Torch's CPU threads wait by spinning unless told otherwise before torch is imported. On a machine that also runs
# a window, a browser or another training, the spinning takes the time of the thread that is waited for: a frame
# then costs ten times as much. An idle machine loses a few percent.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
