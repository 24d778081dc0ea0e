"""Outside files of trainings: what they describe, in one form whatever the file, and what of it is kept."""
