"""Settings of all the tests."""

from hypothesis import settings

# A shared machine may be slow for a moment: that is not a fault of the code under test.
settings.register_profile("any-machine", deadline=None)
settings.load_profile("any-machine")
