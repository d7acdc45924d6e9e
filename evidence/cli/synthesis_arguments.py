"""The words of the commands for researchers: pool, hinge, plot, export."""

import argparse
from pathlib import Path

from evidence.cli.words import Commands, add_command, format_option

__all__ = ["PLOTS", "SYNTHESIS"]

PLOTS = ("forest", "direction", "bias", "map", "card", "wording")


def _pool(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "pool",
        "Put the results of one claim together: pooled where they can be, else why not, side by side, with the effect "
        "direction, the overlap of the reviews and other scales. docs/synthesis.md explains each.",
        "evidence pool massage-relieves-knee-pain-in-osteoarthritis",
        "evidence pool massage-relieves-knee-pain-in-osteoarthritis --format json",
    )
    return _of_one_claim(command)


def _hinge(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "hinge",
        "Show which study carries the answer to one claim: whose withdrawal would change verdict or certainty.",
        "evidence hinge massage-improves-range-of-motion",
        "evidence hinge massage-improves-range-of-motion --format json",
    )
    return _of_one_claim(command)


def _plot(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "plot",
        "Draw a picture into a file, or say in words what it shows. Of a claim: forest, direction, bias; of an "
        "article: card, wording; of the library: map. docs/plots.md explains each.",
        "evidence plot forest correcting-foot-posture-relieves-knee-pain -o forest.svg",
        "evidence plot forest correcting-foot-posture-relieves-knee-pain      the same in words",
        "evidence plot direction massage-relieves-knee-pain-in-osteoarthritis --format csv",
        "evidence plot card 003 -o card.png --theme dark",
        "evidence plot map -o map.pdf",
    )
    command.add_argument("plot", choices=PLOTS, metavar="PLOT", help=", ".join(PLOTS))
    command.add_argument("id", nargs="?", default="", metavar="CLAIM|ARTICLE", help="an id; map takes none")
    command.add_argument("--output", "-o", type=Path, metavar="FILE", help=".svg, .pdf, .png, or .csv and .txt")
    command.add_argument("--theme", choices=("light", "dark"), default="light", help="the ground; default: light")
    format_option(command, "text", "csv")
    return command


def _export(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "export",
        "Write every table of the library into a folder, for another program; docs/tables.md has the columns.",
        "evidence export tables",
        "evidence export tables --format parquet",
        "evidence export tables --format duckdb && duckdb tables/evidence.duckdb",
    )
    command.add_argument("folder", metavar="DIR", type=Path, help="made where it is not there; its files are replaced")
    format_option(command, "csv", "json", "xlsx", "parquet", "duckdb")
    return command


def _of_one_claim(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("claim", metavar="CLAIM", help="a claim's id")
    format_option(command, "text", "json")
    return command


SYNTHESIS = (_pool, _hinge, _plot, _export)
