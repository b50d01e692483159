"""Settings of hypothesis against a mutant: a failure is enough, its smallest example is of no use."""

from hypothesis import Phase, settings


def pytest_collection_finish() -> None:
    """Comes after the project's own profile, which the tests' folder loads, and before the first test."""
    settings.register_profile("mutation", settings(), phases=(Phase.explicit, Phase.generate))
    settings.load_profile("mutation")
