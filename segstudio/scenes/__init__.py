"""Street scenes that the project renders itself: seeded pictures with exact labels, for the demo and for training.

A scene is a small 3-D world: a camera behind a windscreen, a ground plane, buildings as textured walls, vehicles
as lofted meshes, people as capsules, trees as sprites. Everything is painted from back to front twice, once as
colour and once as class id, on a canvas of twice the size, so that the label is exact.
"""
