"""The words of the commands for researchers: pool, hinge, export."""

import argparse
from pathlib import Path

from evidence.cli.words import Commands, add_command, format_option

__all__ = ["SYNTHESIS"]


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


SYNTHESIS = (_pool, _hinge, _export)
