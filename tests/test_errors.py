"""What a message tells the user to do must be safe to do."""

import re

import pytest

from evidence.errors import MissingExtra, install_hint

# The name `evidence` on PyPI is another project's; `evidence @ git+…` names where ours lies.
_FROM_PYPI = re.compile(
    r"pip3? install\b[^\n(]*?[\s'\"=]evidence(?:\[[\w,]+\])?(?:[=<>~]=[\w.]+)?(?=['\"`\s.,)]|$)(?! @)"
)
_TEXTS = ("*.md", "evidence/**/*.py", "docs/**/*.md", "notebooks/*", "tests/**/*.py", "data/*.md", "*.py", "justfile")


def test_a_missing_extra_is_told_in_one_line_with_a_safe_way():
    text = str(MissingExtra("A chart", "figures"))

    assert "\n" not in text
    assert text.startswith("A chart needs the extra 'figures'.")
    assert "pip install -e '.[figures]'" in text
    assert "PyPI" in text


@pytest.mark.parametrize(
    ("text", "is_unsafe"),
    [
        ("pip install 'evidence[refs]'", True),
        ("pip install evidence", True),
        ("`pip install --quiet evidence`.", True),
        ("pip install evidence==0.1.0", True),
        ('pip install "evidence @ git+https://example.org/evidence.git@v0.1.0"', False),
        ("pip install --quiet -e '.[app]' && .venv/bin/evidence app", False),
        (install_hint("refs"), False),
    ],
)
def test_what_is_unsafe_is_known(text, is_unsafe):
    assert bool(_FROM_PYPI.search(text)) is is_unsafe


def test_nothing_sends_a_reader_to_somebody_elses_package(root):
    paths = {
        path for pattern in _TEXTS for path in root.glob(pattern) if path.is_file() and path.name != "test_errors.py"
    }
    unsafe = [str(path) for path in sorted(paths) if _FROM_PYPI.search(path.read_text(encoding="utf-8"))]

    assert len(paths) > 100
    assert unsafe == []


def test_every_extra_that_is_named_exists(root):
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    named = {
        extra
        for path in (root / "evidence").rglob("*.py")
        for extra in re.findall(r'MissingExtra\([^)]*"(\w+)"\)', path.read_text(encoding="utf-8"))
    }

    assert named >= {"refs", "tables", "figures", "documents", "app"}
    assert all(re.search(rf"^{extra} = \[", project, re.MULTILINE) for extra in named)
