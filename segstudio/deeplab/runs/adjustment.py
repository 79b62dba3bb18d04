"""Taking the class weights of the loss back out of a trained classifier.

A cross-entropy weighted by w_c has its minimum where the softmax is ∝ w_c · p(c | x): rare classes are given more
pixels than they have. Subtracting log w_c from the logits gives back p(c | x); a share of it lies between the two. It is
the post-hoc adjustment of Menon et al., 'Long-tail learning via logit adjustment' (ICLR 2021), with the weights of the
loss in the place of the frequencies of the classes: there to lift rare classes, here to let go of what lifted them.
"""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor


def adjusted(logits: Tensor, weights: Tensor, share: float) -> Tensor:
    """`logits` − `share` · log `weights` over the last axis of both, C: their softmax is ∝ softmax / weights^share.

    `logits`: …×C, floating point; `weights`: C, above 0. A classifier's bias is adjusted as its logits are, for it is
    added to them.
    """
    return logits - share * weights.to(logits).log()


def adjusted_state(state: Mapping[str, Tensor], weights: Tensor, share: float) -> dict[str, Tensor]:
    """The state of a DeepLab whose classifier's bias is adjusted; its other tensors are those of `state`.

    The classifier of DeepLabV3+ is one convolution, that of DeepLabV3 the last module of a sequence.
    """
    if share == 0:
        return dict(state)
    key = [k for k in state if k.startswith("classifier.") and k.endswith("bias")][-1]
    return {**state, key: adjusted(state[key], weights, share)}
