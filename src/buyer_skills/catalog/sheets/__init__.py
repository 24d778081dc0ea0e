"""Records as the rows of sheets and back: what each sheet holds is read off the entities."""
