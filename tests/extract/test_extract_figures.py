"""The figures of one document: counted noun, act, scope, day and kind."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.scorers import data_root
from secondsource.extract.figures import figures
from secondsource.extract.times import times
from secondsource.lexicon.load import load
from secondsource.records import Analysis, Anchor, Document, Figure, Section, Span
from secondsource.text.lattice import listed
from secondsource.text.segment import sentences

DAY = dt.date(2024, 3, 13)


def read(text: str, day: dt.date | None = DAY) -> list[Figure]:
    body = (Section(Span("d", 0, len(text)), "body", "test"),)
    document = Document(id="d", text=text, sections=body, sha256="", path="d", format="text", language="en")
    analysis = Analysis("d", tuple(sentences(text)), (), (), ())
    anchor = Anchor("d", day, "published" if day else "unknown")
    return figures(document, analysis, times(document, analysis, anchor), load(), anchor)


@pytest.mark.parametrize(
    ("text", "noun", "unit", "predicate"),
    [
        ("The blast killed 19 miners.", "miners", "person", "killed"),
        ("The wave left 61 missing.", "missing", "person", "missing"),
        ("The toll stood at 41.", "dead", "person", "killed"),
        ("As many as 180 may have been on board.", "persons", "person", "on_board"),
        ("The vessel is licensed for 120 passengers.", "passengers", "person", "licensed"),
        ("Nearly 300 people have been killed or injured.", "persons", "person", "killed_or_wounded"),
        ("The firm sold 118 tickets.", "tickets", "ticket", "sold"),
        ("Officials put the crowd at 60,000.", "crowd", "person", ""),
        ("He put the number of people affected at 3.3 million.", "persons", "person", "affected"),
        ("It sent as many as 2 million rounds of mixed calibre.", "rounds", "round", "sent"),
        ("He was ordered to pay a fine of £5,000.", "fine", "GBP", "paid"),
        ("Its ships were fined twice.", "fines", "fine", "fined"),
        ("The army lost 3,400 men killed.", "men", "person", "killed"),
        ("She runs the 24-bed hospital.", "bed", "bed", ""),
        ("The opposition won 54 of 120 seats.", "seats", "seat", "won"),
        ("Divers recovered 12 bodies.", "bodies", "person", "found"),
        ("The toll of its soldiers has risen to 14.", "soldiers", "person", "killed"),
        ("The official death toll has also risen, to 110,000 people.", "persons", "person", "killed"),
        ("The death toll from a fire rose to 35 children.", "children", "person", "killed"),
        ("The numbers killed range from 50,000 to 200,000.", "persons", "person", "killed"),
        ("A suspect in the shooting of 5 was found.", "persons", "person", "shot"),
        ("A crew of seven was rescued.", "crew", "person", "rescued"),
    ],
)
def test_a_figure_counts_something_to_which_something_happened(text: str, noun: str, unit: str, predicate: str) -> None:
    first = read(text)[0]
    assert (first.noun, first.unit, first.predicate) == (noun, unit, predicate)


def test_a_toll_is_not_told_by_the_size_of_the_tremor() -> None:
    assert read("The toll of the 6.1-magnitude tremor has risen to 40.")[-1].noun == "dead"


def test_a_telephone_number_counts_nothing() -> None:
    assert not read("Call the harbour police at (555) 231-6130.")


def test_a_figure_is_about_the_evening_that_its_sentence_names() -> None:
    (figure,) = read("About 300 demonstrators gathered on Monday evening at the statue of 1913.")
    assert figure.as_of == "2024-03-11"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norvania plans to send 3,000 more troops.", "projection"),
        ("The ministry said it would deploy up to 12,000 soldiers.", "projection"),
        ("Up to 3,000 workers will be sent.", "projection"),
        ("The flood could displace 5,000 people.", "projection"),
        ("Elbia agreed to buy one million shells.", "projection"),
        ("The inquiry would report within 90 days.", "projection"),
        ("The firm would offer 12 months of checks.", "total"),
        ("It would have killed 40 people.", "total"),
        ("About 180 people may have been on board.", "total"),
        ("Some 40 people may be trapped.", "total"),
        ("The agency counted 4,120 cases.", "total"),
        ("There may be 500 dead.", "total"),
        ("If convicted, he faces up to four years.", "projection"),
        ("As best I could we fed 85 children.", "total"),
        ("It counted 4,120 arrests, up 300 from a week earlier.", "increment"),
        ("Exports rose by 300 ships.", "increment"),
        ("It pumps 200 barrels a day.", "rate"),
        ("It sees 5,000 patients a day.", "rate"),
        ("The firm ranked third in the country.", "rank"),
        ("It is the No. 2 oil producer.", "rank"),
    ],
)
def test_a_figure_has_a_kind(text: str, kind: str) -> None:
    assert read(text)[-1].kind == kind


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Oil fell to $71 a barrel.", "USD per barrel"),
        ("It sees 5,000 patients a day.", "person per day"),
        ("There were 12 deaths per 100,000 people.", "person per 100,000 people"),
        ("It drove at 90 km/h.", "kilometre per hour"),
        ("It shipped 20,000 tonnes of grain.", "tonne"),
    ],
)
def test_a_unit_says_what_is_measured_and_what_it_is_told_by(text: str, unit: str) -> None:
    assert read(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "noun", "predicate"),
    [
        ("Casualties number 600,000.", "casualties", "killed_or_wounded"),
        ("It killed 1,400 men, women and children.", "persons", "killed"),
        ("It lies half a mile away.", "mile", ""),
        ("Arrests rose to 340.", "arrests", "arrested"),
        ("Its population is 3 million.", "population", ""),
        ("The rebels hold 15 percent of the territory.", "territory", ""),
        ("It has lost three quarters of its fleet.", "fleet", "lost"),
        ("The company cut 1,200 jobs.", "jobs", "cut"),
        ("He was sentenced to 20 years.", "years", "convicted"),
        ("Guidelines call for 19 to 24 years in prison.", "years", "convicted"),
    ],
)
def test_a_number_may_stand_behind_what_it_counts(text: str, noun: str, predicate: str) -> None:
    first = read(text)[0]
    assert (first.noun, first.predicate) == (noun, predicate)


def test_what_is_picked_out_of_a_whole_is_what_it_happened_to() -> None:
    part, whole = read("Some 1,500 of the 4,000 prisoners were released.")
    assert (part.predicate, whole.predicate) == ("released", "")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It paid 7 million Danish crowns and owes 5 million crowns.", ["DKK", "DKK"]),
        ("It paid 7 million Danish crowns, 4 million Swedish crowns and 5 million crowns.", ["DKK", "SEK", "crown"]),
    ],
)
def test_bare_crowns_are_those_that_the_text_names(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in read(text)] == units


def test_a_bare_number_counts_no_money() -> None:
    found = read("The bank got a $5 billion injection. It lends to those with scores above 620.")
    assert [figure.unit for figure in found] == ["USD"]


def test_a_doubled_plural_counts_one_thing() -> None:
    first, second = read("Hundreds and hundreds of refugees camped in the open.")
    assert first.noun == second.noun == "refugees"


def test_a_whole_keeps_what_its_own_noun_says() -> None:
    _, whole = read("Police released two of the four wounded.")
    assert whole.predicate == "wounded"


def test_a_whole_may_have_an_owner() -> None:
    part, whole = read("Rebels seized 12 of Elbia’s 24 ports.")
    assert (part.noun, part.predicate, whole.noun, whole.predicate) == ("ports", "captured", "ports", "")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("It lists 40 first-team players.", "first-team players"),
        ("It sent a 9,000-strong mission.", "mission"),
        ("It sold 300 digital and physical copies.", "digital and physical copies"),
        ("The second-largest union asks for more.", "union"),
    ],
)
def test_a_noun_keeps_its_modifiers_and_leaves_the_verb(text: str, noun: str) -> None:
    assert read(text)[0].noun == noun


def test_of_whom_picks_out_of_what_was_counted() -> None:
    _, dead = read("The army lists 600,000 soldiers, of whom 150,000 were killed.")
    assert (dead.noun, dead.unit, dead.predicate) == ("soldiers", "person", "killed")


def test_an_act_of_its_own_brings_no_actor_of_another() -> None:
    *_, last = read("Norvania launched eight missiles at Elbia, of which 30 were intercepted.")
    assert (last.predicate, last.subject, last.object_) == ("intercepted", None, None)


def test_a_pronoun_is_no_actor() -> None:
    (figure,) = read("They sent 300 men.")
    assert figure.subject is None


@pytest.mark.parametrize(
    ("text", "scope", "as_of"),
    [
        ("It is the worst toll since 1990, 40 dead.", "", "2024-03-13"),
        ("Shares fell 2 percent, the lowest since 1990.", "", "2024-03-13"),
        ("It shipped 300 shells between March 2022 and July 2022.", "between March 2022 and July 2022", "2022-03"),
        ("It counted 4,120 cases, up from a week earlier.", "", "2024-03-13"),
    ],
)
def test_scope_and_day_leave_out_what_a_figure_is_compared_with(text: str, scope: str, as_of: str) -> None:
    figure = read(text)[0]
    assert (figure.scope, figure.as_of) == (scope, as_of)


def test_an_increment_counts_what_the_figure_before_it_counts() -> None:
    text = "Norvania sent over 11,000 troops to Elbia in 2022, and another 3,000 in 2023, a report said."
    first, second = read(text)
    assert (first.subject, first.object_, first.scope, first.as_of) == ("Norvania", "Elbia", "in 2022", "2022")
    assert (second.kind, second.noun, second.predicate, second.subject) == ("increment", "troops", "sent", "Norvania")
    assert (second.scope, second.as_of) == ("in 2023", "2023")


def test_figures_that_are_joined_share_their_verb() -> None:
    text = "Norvania has shipped as many as 2 million rounds of mixed calibre and at least 60 cruise missiles."
    assert [(figure.noun, figure.predicate) for figure in read(text)] == [
        ("rounds", "sent"),
        ("cruise missiles", "sent"),
    ]


def test_the_number_is_the_one_spoken_of_before() -> None:
    text = "Norvania has sent thousands of troops to Elbia. Officials estimate the number could rise to 10,000."
    last = read(text)[-1]
    assert (last.noun, last.predicate, last.kind, last.low, last.high) == ("troops", "sent", "projection", None, 10_000)


def test_each_of_two_verbs_has_its_own_figure() -> None:
    text = "At least five soldiers were wounded and two killed in the shelling."
    assert [figure.predicate for figure in read(text)] == ["wounded", "killed"]


def test_since_is_an_open_scope_and_not_a_day() -> None:
    (figure,) = read("Nearly 300 people have died in ferry accidents since 2015.")
    assert (figure.scope, figure.as_of) == ("since 2015", "2024-03-13")


@pytest.mark.parametrize(
    "text",
    [
        "The two countries signed a treaty.",
        "A 16-year-old girl was there.",
        "One survivor spoke.",
        "Not one ticket was sold.",
        "He is 51.",
        "It is open from eight until eight.",
        "The EU approved a 16th package.",
    ],
)
def test_numbers_that_claim_no_count_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_the_subject_of_a_passive_did_nothing() -> None:
    (figure,) = read("About 11,000 troops were sent to Elbia.")
    assert (figure.subject, figure.object_) == (None, "Elbia")


@pytest.mark.parametrize("story", ["s1_ferry", "s3_breach"])
def test_every_figure_of_the_invented_stories_is_read_with_its_bounds(story: str) -> None:
    folder = data_root() / "fiction" / story
    if not folder.exists():
        pytest.skip(f"{folder} is not there")
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    right = 0
    for doc in gold["documents"]:
        text = (folder / doc["file"]).read_bytes().decode("utf-8")
        stretches = sorted([doc["title_span"]] * bool(doc["title_span"]) + doc["body_spans"])
        sections = tuple(Section(Span(doc["id"], *span), "body", "gold") for span in stretches)
        parts = tuple(part for start, end in stretches for part in sentences(text, start, end))
        document = Document(
            id=doc["id"], text=text, sections=sections, sha256="", path="", format="text", language="en"
        )
        analysis = Analysis(doc["id"], parts, (), (), ())
        anchor = Anchor(doc["id"], dt.date.fromisoformat(doc["published"]), "published")
        found = figures(document, analysis, times(document, analysis, anchor), load(), anchor)
        wanted = [figure for figure in gold["figures"] if figure["doc"] == doc["id"]]
        right += sum(any(_same(figure, other) for other in found) for figure in wanted)
    assert right / len(gold["figures"]) >= 0.95


def _same(gold: dict[str, object], figure: Figure) -> bool:
    span = figure.span
    overlap = span.start < int(str(gold["end"])) and int(str(gold["start"])) < span.end
    return overlap and (figure.low, figure.high, figure.bound) == (gold["low"], gold["high"], gold["bound"])


WORDS = st.sampled_from(
    listed(
        "The toll stood at 41 . another 3,000 troops were sent to Elbia and killed of them those, dozens "
        "missing people in 2022 since number total put could rise percent twice $5 on board - bed second- "
        "largest ; : “ ” 12"
    )
)


@given(st.lists(WORDS, max_size=18).map(" ".join) | st.text(max_size=100), st.none() | st.dates())
def test_any_text_is_read_without_harm(text: str, day: dt.date | None) -> None:
    for figure in read(text, day):
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.low is not None or figure.high is not None
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


@pytest.mark.parametrize("phrase", ["of them 3 ", "34 killed, ", "54 of 120 of ", "dozens if "])
def test_a_long_run_of_numbers_is_read_without_harm(phrase: str) -> None:
    assert isinstance(read(phrase * 400), list)


def test_figures_that_share_one_verb_behind_them_both_take_it() -> None:
    figures_read = read("The shooting left three women and two men dead at two separate locations.")
    assert [figure.predicate for figure in figures_read] == ["killed", "killed", ""]


def test_others_with_a_verb_of_their_own_do_not_share_the_verb_before() -> None:
    first, second = read("Two people were killed and four others were in hospital.")
    assert (first.predicate, second.predicate, second.unit) == ("killed", "wounded", "person")


def test_a_part_says_that_it_is_one() -> None:
    first, second = read("The blast killed 224 people, including 12 Norvanians.")
    assert (first.scope, second.scope, second.predicate) == ("", "including", "killed")


def test_a_value_that_was_revised_is_set_apart() -> None:
    first, second = read("The death toll has been revised down to 38 from 45.")
    assert (first.high, first.scope, second.high, second.scope) == (38, "", 45, "from")


def test_a_number_that_only_repeats_what_was_counted_has_its_predicate() -> None:
    (figure,) = read("He said the number of dead had climbed to 23.")
    assert (figure.noun, figure.predicate) == ("dead", "killed")


def test_a_day_of_every_year_is_no_figure() -> None:
    assert read("They marched in the annual May 9 parade.") == []
