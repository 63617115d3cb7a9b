"""The checker of one's own annotations: each fault with its line and with what to do."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from training.__main__ import main
from training.check import check, check_file

TEXT = "The mayor didn't say no: “We’re late,” Ann Li told Radio Oss."


def span(words, text=TEXT):
    start = text.index(words)
    return [start, start + len(words)]


def record(**changed):
    told = {"source": [span("Ann Li")], "cue": [span("told Radio Oss")], "content": [span("“We’re late,”")]}
    return {"id": "a1", "text": TEXT, "attributions": [told | changed.pop("told", {})]} | changed


def messages(*records):
    return [(each.line, each.message) for each in check(written(*records)).problems]


def written(*records):
    return [r if isinstance(r, bytes) else json.dumps(r).encode() + b"\n" for r in records]


def only(*records):
    ((line, message),) = messages(*records)
    return line, message


def test_a_sound_file_has_no_problems():
    report = check(written(record(), b"\n", record(id="a2", attributions=[], discard=[[0, 9]])))
    assert (report.texts, report.attributions, report.problems) == (2, 1, ())


def test_the_example_of_the_page_is_sound():
    page = (Path(__file__).parents[2] / "docs" / "annotations.md").read_text("utf-8")
    (example,) = (line.strip() for line in page.splitlines() if line.startswith('    {"id"'))
    report = check([example.encode()])
    assert (report.attributions, report.problems) == (3, ())


def test_other_keys_are_left_alone():
    assert messages(record(publisher="Oss Weekly", told={"id": "E1", "note": None})) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"id": "a1",\n', "not JSON"),
        (b'{"id": "a1"}, \n', "one whole object a line"),
        (b'\xef\xbb\xbf{"id": "a1"}\n', "not JSON"),
        (b'{"id": "Gr\xfcn"}\n', "not UTF-8 (byte 11): save the file as UTF-8"),
        (b"[1]\n", "not an object"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_read(line, told):
    report = check(written(record(), line, record(id="a2")))
    assert [problem.line for problem in report.problems] == [2]
    assert told in report.problems[0].message
    assert report.texts == 2


@pytest.mark.parametrize("key", ["id", "text", "attributions"])
def test_a_missing_key_is_named(key):
    kept = {name: value for name, value in record().items() if name != key}
    line, message = only(record(id="a0"), kept)
    assert (line, message.partition(":")[0]) == (2, f'"{key}" is missing')


def test_a_key_of_the_wrong_sort_is_named():
    assert only(record(id=7))[1] == '"id" is of the wrong sort: it is a name that no other line has'
    assert only(record(attributions={}))[1].startswith('"attributions" is of the wrong sort')


def test_an_id_that_came_before_is_named_with_its_line():
    assert only(record(), b"\n", record()) == (3, 'the id "a1" stands on line 1 already: give each text its own')


def test_an_attribution_names_each_role():
    line, message = only(record(attributions=[{"source": [], "cue": [span("told")]}]))
    assert (line, message) == (1, 'attribution 1 has no "content": add its spans, or [] where there is none')
    assert only(record(attributions=[[0, 3]]))[1].startswith("attribution 1 is not an object")


@pytest.mark.parametrize("spans", [7, {"start": 1}, None])
def test_a_role_is_a_list(spans):
    assert only(record(told={"cue": spans}))[1] == "attribution 1, cue is not a list: write [[start, end], …]"


@pytest.mark.parametrize("wrong", [[1], [1, 2, 3], ["1", "2"], [1.0, 2.0], [True, 9], 4])
def test_a_span_is_two_whole_numbers(wrong):
    assert "write each span as [start, end]" in only(record(told={"cue": [wrong]}))[1]


@pytest.mark.parametrize("wrong", [[-4, 3], [4, 4], [9, 3], [0, len(TEXT) + 1]])
def test_an_offset_lies_in_the_text(wrong):
    message = only(record(told={"cue": [wrong]}))[1]
    assert message.startswith(f"attribution 1, cue {wrong[0]}-{wrong[1]} is no span of a text of {len(TEXT)}")


def test_the_end_of_the_text_may_be_the_end_of_a_span():
    assert messages(record(told={"cue": [[0, len(TEXT)]]})) == []


def test_discarded_stretches_are_spans_too():
    assert only(record(discard=[[0, 999]]))[1].startswith("discard 0-999 is no span")


def test_spans_of_one_role_do_not_overlap():
    message = only(record(told={"content": [span("say no"), span("didn't say")]}))[1]
    assert message.endswith("overlap: join them into one span")
    assert "(“didn't say”)" in message


def test_attributions_inside_one_another_are_named():
    outer = {"source": [], "cue": [span("say")], "content": [span("no: “We’re late,”")]}
    inner = {"source": [], "cue": [span("told")], "content": [span("late")]}
    message = only(record(attributions=[inner, outer]))[1]
    assert "of attribution 2 and" in message
    assert message.endswith("of attribution 1 overlap: keep the outermost attribution only")


def test_one_source_may_have_said_two_things():
    both = [{"source": [span("Ann Li")], "cue": [span(cue)], "content": []} for cue in ("say", "told")]
    assert messages(record(attributions=both)) == []


def test_spans_that_touch_and_spans_of_two_roles_are_no_overlap():
    assert messages(record(told={"content": [span("say"), span(" no")], "cue": [span("say no")]})) == []


def test_a_span_that_ends_inside_a_word_is_told_where_the_word_begins_and_ends():
    start, end = span("mayor")
    message = only(record(told={"source": [[start, end - 2]]}))[1]
    assert message == (
        f"attribution 1, source {start}-{end - 2} (“may”) ends at {end - 2}, inside the word “mayor”: "
        f"move that edge to {start} or {end}"
    )


@pytest.mark.parametrize("words", ["did", "n't", "We", "’re", "no", ": “"])
def test_contractions_and_marks_are_words_of_their_own(words):
    assert messages(record(told={"content": [span(words)]})) == []


def test_a_letter_keeps_its_combining_marks():
    text = "Jose\u0301 left."
    found = only({"id": "a", "text": text, "attributions": [{"source": [[0, 4]], "cue": [], "content": []}]})
    assert "ends at 4, inside" in found[1]


def test_a_pair_of_offsets_of_another_count_is_found():
    text = "🛳🛳 Ann Li left."
    counted_in_utf16 = {"source": [[5, 11]], "cue": [], "content": []}
    assert len(messages({"id": "a", "text": text, "attributions": [counted_in_utf16]})) == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "text", "attributions", "source", "cue", "content"]), inner, max_size=6
        )
    ),
)


@given(st.lists(JSON.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=20), max_size=5))
def test_no_file_makes_it_fail(lines):
    report = check(lines)
    assert all(1 <= problem.line <= len(lines) for problem in report.problems)


def test_a_gzipped_file_is_read_as_well(tmp_path):
    path = tmp_path / "own.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(written(record()))))
    assert check_file(path).attributions == 1


def test_the_command_prints_file_and_line_and_fails(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_bytes(b"".join(written(record(), b"{\n")))
    result = CliRunner().invoke(main, ["check", str(path)])
    assert result.exit_code == 1
    assert f"{path}:2: not JSON" in result.output
    assert "1 texts, 1 attributions, 1 problems" in result.output


def test_the_command_prints_what_no_terminal_can_show(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_bytes(b"".join(written(record(), record() | {"id": "\ud800"}, record() | {"id": "\ud800"})))
    assert "stands on line 2 already" in CliRunner().invoke(main, ["check", str(path)]).output


def test_the_command_is_content_with_a_sound_file(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_bytes(b"".join(written(record())))
    assert CliRunner().invoke(main, ["check", str(path)]).exit_code == 0
