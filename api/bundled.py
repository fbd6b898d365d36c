"""Where the files are that are no Python: beside the packages in a checkout, inside this one in a wheel."""

from pathlib import Path

HERE = Path(__file__).parent
IN_A_WHEEL = HERE / "_bundled"


def bundled(name: str) -> Path:
    """The file or folder of a name, which need not exist."""
    return (IN_A_WHEEL if IN_A_WHEEL.is_dir() else HERE.parent) / name
