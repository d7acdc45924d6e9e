"""Bytes → text: UTF-8, or what a byte order mark says, and never a guess."""

from evidence.errors import UnreadableDraft

__all__ = ["decoded"]

# The longer marks first: that of UTF-32 starts with that of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 4096


def decoded(data: bytes, name: str) -> str:
    """The text that the bytes are, without their byte order mark.

    Raises:
        UnreadableDraft: naming the first byte that is not text, its line, and how to mend the file.
    """
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    if not mark and data[:_SAMPLE].count(0) > len(data[:_SAMPLE]) // 5:
        raise UnreadableDraft(
            f"{name}: holds many NUL bytes: it is UTF-16 without a byte order mark, or no text. Save it as UTF-8."
        )
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDraft(_told(data, len(mark) + error.start, encoding, name)) from error


def _told(data: bytes, position: int, encoding: str, name: str) -> str:
    if encoding != "utf-8":
        return f"{name}: is broken off or not {encoding.upper()} at byte {position}, as it says. Save it as UTF-8."
    line_start = data.rfind(b"\n", 0, position) + 1
    line = data.count(b"\n", 0, position) + 1
    column = len(data[line_start:position].removeprefix(_MARKS[0][0]).decode("utf-8")) + 1
    in_windows = data[position : position + 1].decode("cp1252", "ignore")
    guess = f" (in Windows-1252 it would be {in_windows!r})" if in_windows.isprintable() and in_windows else ""
    return (
        f"{name}: line {line}, column {column}: byte {position}, 0x{data[position]:02X}, is not UTF-8{guess}. Save the"
        " file as UTF-8: in the editor, or with: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
    )
