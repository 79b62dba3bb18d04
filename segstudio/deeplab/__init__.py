"""DeepLab: building blocks, models, weights, prediction and training. The only package that imports torch."""
