"""What is compared with what, and the matrices and regions that come of it."""
