"""From pixels and codes to what is seen: levels, colours, layers. Knows nothing of a hand."""
