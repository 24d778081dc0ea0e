"""Where the catalogue that comes with the package is."""

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A folder of data, and the name readers know it by."""

    path: Path
    label: str

    def name_of(self, file: str) -> str:
        """Return how a file of the folder is shown."""
        return file if self.label in {"", "."} else f"{self.label.rstrip('/')}/{file}"


def bundled_folder() -> DataFolder:
    """Return the bundled catalogue: the copy installed with the package, else that of the checkout.

    It is always shown as ``data``, wherever it is installed.
    """
    installed = _PACKAGE / "_data"
    return DataFolder(installed if installed.is_dir() else _PACKAGE.parent.parent / "data", "data")


def bundled_example(name: str) -> Path:
    """Return the file of an invented buyer that comes with the package, such as ``debutante.yaml``."""
    installed = _PACKAGE / "_examples"
    return (installed if installed.is_dir() else _PACKAGE.parent.parent / "examples") / name


def as_folder(folder: "DataFolder | Path | str") -> DataFolder:
    """Return a folder named by its path as a :class:`DataFolder` shown by that path."""
    if isinstance(folder, DataFolder):
        return folder
    path = Path(folder)
    return DataFolder(path, path.as_posix())


__all__ = ["DataFolder", "as_folder", "bundled_example", "bundled_folder"]
