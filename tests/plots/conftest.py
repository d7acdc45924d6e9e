"""Claims with results that can be drawn, each made for what a test asks."""

from dataclasses import replace
from datetime import date

import pytest

from evidence.model import Citation, Directness, Name, Stance, Threshold, ThresholdKind


@pytest.fixture(scope="session")
def threshold():
    """Two points on the scale of `drawable`."""
    return Threshold(
        id="stiffness-scale",
        instrument="Stiffness Scale",
        scale="0-20",
        written=("Stiffness Scale, 0-20",),
        outcome="stiffness",
        units=("points",),
        threshold="2.0",
        kind=ThresholdKind.ABSOLUTE,
        population="people with stiff elbows",
        citation="Doe et al. 2020, J Elbows 1:1-9",
        doi="10.1000/scale",
        url="https://example.org/scale",
        on=date(2026, 11, 21),
    )


@pytest.fixture(scope="session")
def drawable(library_of, study_of, claim_of):
    """A library with one claim, and one study for each of the `figures`: the fields of its only result that differ.

    Studies are named A, B, C … and are of 2001, 2002, 2003 …
    """

    def make(*figures, names=(), directness=None, appraisal=None, **more):
        studies, citations = [], []
        for place, fields in enumerate(figures):
            letter = "abcdefghijklmnop"[place]
            study = study_of(f"{letter}{2001 + place}kneading", **(appraisal or {}))
            (result,) = study.appraisal.results
            base = {"instrument": "Stiffness Scale, 0-20", "time": "4 weeks"}
            result = replace(result, **{**base, **fields})
            name = names[place] if place < len(names) else letter.upper()
            reference = replace(study.reference, authors=(Name(family=name, given="A"),), year=str(2001 + place))
            studies.append(replace(study, reference=reference, appraisal=replace(study.appraisal, results=(result,))))
            citations.append(
                Citation(
                    study=study.key,
                    stance=Stance.SUPPORTS,
                    results=(result.id,),
                    why="It measured it.",
                    directness=directness or Directness(),
                )
            )
        return library_of(studies=studies, claims=[claim_of(citations=tuple(citations))], **more)

    return make
