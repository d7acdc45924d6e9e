"""The parts of the page of one claim, from the answer down to the references."""
