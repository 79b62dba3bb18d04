"""Where things stand: a street of one of a few kinds, drawn from a random generator."""
