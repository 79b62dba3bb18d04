"""What `predictor.Predictor` is made of: one device, tiles, the statistics of the whole image, averaging, refinement."""
