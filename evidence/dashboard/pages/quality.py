"""Data quality: what the keepers of the library have to mend, to read again, to ask and to fill in."""

from datetime import date

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import data, drawn, links, parts, takeaway, upkeep
from evidence.filters import Filter, Review, select
from evidence.library import Library
from evidence.model import Claim
from evidence.problems import Problem
from evidence.rows import Cell
from evidence.rules import ALL
from evidence.summary import doubts, summary
from evidence.suspension import suspension

_REASONS = {rule.name: rule.reason for rule in ALL}
_MOST_ROWS = 200


@st.cache_resource(show_spinner="Holding every record to the rules …", max_entries=2, hash_funcs={Library: id})
def _inspected(library: Library, day: date) -> upkeep.Inspected:
    return upkeep.inspected(library, day)


def page() -> None:
    """What is amiss, overdue, unread, unasked and empty."""
    library, day = data.library(), data.today()
    drawn.sheet()
    st.title("Data quality", anchor=False)
    parts.text_html(
        "For those who keep this library: what is amiss, overdue or not yet done. Readers see it too.", "ev-lead"
    )
    inspected = _inspected(library, day)
    _draw_takeaway()
    _draw_glance(library, inspected, day)
    _draw_problems(inspected)
    _draw_suspended(library)
    _draw_overdue(library, day)
    _draw_read_once(library)
    _draw_unasked(library)
    _draw_gaps(library)
    parts.disclaimer()


def _draw_takeaway() -> None:
    with st.container(horizontal=True):
        if st.button("Read the files again"):
            data.read_again()
            _inspected.clear()
            st.rerun()
        takeaway.copy_link()
        takeaway.print_page()
    parts.text_html(
        "Reading again shows what was mended in the files since, to everybody who has this dashboard open.",
        "ev-quiet",
    )


def _draw_glance(library: Library, inspected: upkeep.Inspected, day: date) -> None:
    numbers = summary(library)
    twice = numbers["read_twice_share"]
    st.header("At a glance", anchor=False)
    drawn.facts(
        {
            "Problems": f"{len(inspected.problems):,}" if inspected.problems else "none",
            "Reviews overdue": _review_link(library, Review.OVERDUE, day),
            "Due within 90 days": _review_link(library, Review.SOON, day),
            "Claims read once": _review_link(library, Review.READ_ONCE, day),
            "Results read twice": "none yet" if twice is None else f"{twice:.0%} of {numbers['results']:,}",
            "Not asked of registries": f"{len(upkeep.unasked(library)):,} of {len(library.studies):,} studies",
        }
    )
    for doubt in doubts(numbers):
        st.warning(parts.plain(f"{doubt[0].upper()}{doubt[1:]}."), icon="⚠️")


def _due(library: Library, why: Review, day: date) -> tuple[Claim, ...]:
    found = select(library, Filter(review=(why,)), day=day).claims
    return tuple(sorted(found, key=lambda claim: claim.review_by))


def _review_link(library: Library, why: Review, day: date) -> Markup:
    count = len(_due(library, why, day))
    label = f"{count:,} of {len(library.claims):,} claims"
    return links.link("claims", label, {"review": why}) if count else Markup.escape("none")


def _draw_problems(inspected: upkeep.Inspected) -> None:
    problems = inspected.problems
    st.header(f"Problems ({len(problems)})", anchor=False)
    if inspected.texts_missing:
        parts.text_html(
            f"The texts of {inspected.texts_missing} articles are not at hand: whether their sentences still say what "
            "the records say was not compared."
        )
    if not problems:
        parts.text_html("No rule is broken.")
        return
    takeaway.download_csv(f"{len(problems)} problems (CSV)", lambda: map(_csv_row, problems), "problems.csv")
    parts.table(
        ["file", "field", "what is wrong, and how to mend it", "why it matters"],
        [_problem_row(problem) for problem in problems[:_MOST_ROWS]],
        caption="The same as: evidence validate",
        wide=["what is wrong, and how to mend it", "why it matters"],
    )
    if len(problems) > _MOST_ROWS:
        parts.text_html(f"The first {_MOST_ROWS} are shown; the table to download has all.")


def _csv_row(problem: Problem) -> dict[str, Cell]:
    return {
        "file": problem.where.file,
        "field": problem.where.field,
        "message": problem.message,
        "rule": problem.rule,
    }


def _problem_row(problem: Problem) -> list[str | int | Markup]:
    why = Markup("{}<br><code>{}</code>").format(_REASONS.get(problem.rule, ""), problem.rule)
    return [Markup("<code>{}</code>").format(problem.where.file), problem.where.field, problem.message, why]


def _draw_suspended(library: Library) -> None:
    fallen = [(claim, found) for claim in library.claims.values() if (found := suspension(claim, library))]
    st.header(f"Ratings suspended ({len(fallen)})", anchor=False)
    if not fallen:
        parts.text_html("No rating rests on a study that is known to be retracted or under concern.")
        return
    parts.listing(Markup("{}: {}").format(links.claim_link(claim), found.reason) for claim, found in fallen)


def _draw_overdue(library: Library, day: date) -> None:
    overdue = _due(library, Review.OVERDUE, day)
    st.header(f"Reviews overdue ({len(overdue)})", anchor=False)
    if not overdue:
        soonest = min((claim.review_by for claim in library.claims.values()), default=None)
        parts.text_html(f"None. The next review is due on {soonest}." if soonest else "None.")
        return
    parts.table(
        ["claim", "due on", "days over", "last reviewed", "how sure"],
        [
            [
                links.claim_link(claim),
                f"{claim.review_by}",
                (day - claim.review_by).days,
                f"{claim.reviewed}",
                drawn.how_sure(claim, library),
            ]
            for claim in overdue
        ],
        caption="The longest overdue first",
        wide=["claim"],
        file_name="overdue.csv",
    )


def _draw_read_once(library: Library) -> None:
    found = upkeep.read_once(library)
    count = sum(one[1] for one in found)
    st.header(f"Second readings open ({count})", anchor=False)
    if not found:
        parts.text_html("Every result was read twice.")
        return
    with st.expander(f"Results read once, in {len(found)} studies"):
        parts.table(
            ["study", "results read once"],
            [[links.study_link(study), once] for study, once in found],
            caption="The most first",
            file_name="read-once.csv",
        )


def _draw_unasked(library: Library) -> None:
    found = upkeep.unasked(library)
    st.header(f"Integrity not checked ({len(found)})", anchor=False)
    if not found:
        parts.text_html("Of every study a registry was asked whether it still stands.")
        return
    parts.show(
        Markup('<p class="ev-text">{}: <code>evidence verify</code></p>').format(
            "Whether these publications were corrected or retracted, no registry was asked. To ask"
        )
    )
    with st.expander(f"The {len(found)} studies"):
        parts.listing(map(links.study_link, found))


def _draw_gaps(library: Library) -> None:
    found = upkeep.gaps(library)
    st.header("Fields that are empty", anchor=False)
    if not found:
        parts.text_html("None.")
        return
    takeaway.download_csv("Empty fields, one row each (CSV)", upkeep.gap_rows(found), "empty-fields.csv")
    parts.table(
        ["field", "empty in"],
        [[gap.field.replace("_", " "), f"{len(gap.records):,} of {gap.total:,} {gap.plural}"] for gap in found],
        caption="A field stays empty where the pages that could be read do not say",
    )


page()
