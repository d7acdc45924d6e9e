"""Names of a package that are looked up when somebody first asks for them, so that nobody waits for the others."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["on_first_use"]


def on_first_use(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """The `__getattr__` of a package that gives out what stands in its modules: `homes` are their names, and whose.

    A module that gives out no names is given out itself.
    """
    home = {name: module for module, names in homes.items() for name in names or (module,)}

    def look_up(name: str) -> Any:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(f"{package}.{home[name]}")
        return getattr(module, name) if homes[home[name]] else module

    return look_up
