"""Labels that other tools left beside images: one file per layout, each with `find`."""
