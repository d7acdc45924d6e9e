"""A short text to try the checker on, made up for this purpose, with findings of every level and a sentence without."""

__all__ = ["SAMPLE"]

SAMPLE = """\
## Ten minutes that your knees will thank you for

Massage boosts circulation and releases endorphins, ending knee pain. Studies show that rubbing the feet flushes \
toxins out of the body. Strong hip muscles may ease pain around the kneecap.

Does foot massage help you sleep? It always does. A study found that 85% of people with knee pain felt better after \
massage, without any side effects.

Our studio is open from Monday to Friday.
"""
