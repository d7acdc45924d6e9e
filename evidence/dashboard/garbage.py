"""What Python's garbage collector need not look at after every run."""

import gc
import time
from dataclasses import dataclass

__all__ = ["Keeper"]

_SHARE = 100


@dataclass
class Keeper:
    """Sets aside, again and again, all that lives: Streamlit looks for garbage among everything else after every run.

    With the modules, the library and 200 sessions that look takes most of a run. What was set aside and has become
    garbage since is found when it is the keeper's turn again, which takes a hundredth of the time at most.
    """

    due: float = 0.0

    def tidy(self) -> None:
        """Look for garbage among everything, and set aside what is left, if that is due."""
        begun = time.monotonic()
        if begun < self.due:
            return
        self.due = float("inf")  # others, meanwhile, go on
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        ended = time.monotonic()
        self.due = ended + _SHARE * (ended - begun)
