"""What `training.train` is made of: samples, losses, schedule, processes, and what a run leaves on disk."""
