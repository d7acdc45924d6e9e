"""`evidence audit sample`."""

from argparse import Namespace
from collections.abc import Iterator

from evidence.audit import FigureForm, SampleEntry, StanceForm, sample
from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.output import print_json, write

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Draw figures and stances for a blind reading, as forms without what was read before."""
    library = open_library(arguments.library)
    drawn = sample(library, arguments.seed, figures=arguments.figures, stances=arguments.stances)
    if arguments.format == "json":
        print_json(drawn)
    else:
        write("".join(f"{line}\n" for line in _lines(drawn)))
    return Exit.FINE


def _lines(drawn: SampleEntry) -> Iterator[str]:
    yield f"Seed {drawn['seed']}: {len(drawn['figures'])} of {drawn['figures_in_all']} figures"
    for figure in drawn["figures"]:
        yield from ("", *_figure(figure))
    yield ""
    yield f"Seed {drawn['seed']}: {len(drawn['stances'])} of {drawn['stances_in_all']} stances"
    for stance in drawn["stances"]:
        yield from ("", *_stance(stance))


def _figure(form: FigureForm) -> Iterator[str]:
    yield f"{form['study']} · {form['result']}"
    yield f"  {form['title']}"
    wanted = [form[name] for name in ("outcome", "instrument", "time", "measure", "unit")]
    yield f"  {' · '.join(filter(None, wanted))}"
    if form["intervention"]:
        yield f"  {form['intervention']}" + (f" against {form['comparator']}" if form["comparator"] else "")
    yield from (f"  {page}" for page in form["pages"])
    yield "  estimate ____  interval ____ to ____  p ____  favours ____"


def _stance(form: StanceForm) -> Iterator[str]:
    yield f"{form['claim']} · {form['study']}"
    yield f"  {form['statement']}"
    yield f"  {form['title']}"
    yield from (f"  {page}" for page in form["pages"])
    yield "  supports / contradicts / mixed / inconclusive: ____"
