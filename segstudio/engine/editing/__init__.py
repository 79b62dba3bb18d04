"""One image on its way from the disk to the brush and back."""
