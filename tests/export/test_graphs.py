"""STIX, PROV, FollowTheMoney and JSON-LD, read by stix2, prov, followthemoney and PyLD."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import prov.model
import pytest
import stix2
from pyld import jsonld

from secondsource import records
from secondsource.pipeline import Desk

Loaded = Callable[[str], Any]
OA = "http://www.w3.org/ns/oa#"
TERMS = ["Annotation", "SpecificResource", "TextualBody", "TextPositionSelector", "TextQuoteSelector"]
ANNO: dict[str, object] = {
    **{name: OA + name for name in (*TERMS, "identifying", "classifying", "linking", "tagging")},
    **{name: OA + name for name in ("start", "end", "exact", "prefix", "suffix")},
    **{
        name: {"@id": OA + known, "@type": "@id"}
        for name, known in (
            ("body", "hasBody"), ("target", "hasTarget"), ("source", "hasSource"), ("selector", "hasSelector"),
            ("via", "via"),
        )
    },
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    "id": "@id",
    "type": "@type",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "AnnotationPage": "http://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
}  # fmt: skip
"""The terms of the Web Annotation vocabulary that the export uses, with their addresses."""
CONTEXTS: dict[str, dict[str, object]] = {
    "http://www.w3.org/ns/anno.jsonld": ANNO,
    "https://schema.org": {"@vocab": "https://schema.org/"},
}


def offline(url: str, _options: object) -> dict[str, object]:
    """Load a context without the network."""
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url]}}


def of_kind(loaded: Loaded, kind: str) -> list[dict[str, Any]]:
    return [one for one in loaded("stix")["objects"] if one["type"] == kind]


def test_stix2_accepts_the_bundle_without_custom_content(desk: Desk) -> None:
    bundle = stix2.parse(desk.export("stix").decode(), allow_custom=False)
    kinds = Counter(one["type"] for one in bundle.objects)
    assert kinds["note"] == len(desk.claims())
    assert kinds["opinion"] == sum(1 for _ in desk.scan(records.Evidence))
    assert kinds["report"] == len(desk.stories())
    assert not kinds["observed-data"]


def test_every_reference_in_a_bundle_is_in_it(loaded: Loaded) -> None:
    objects = loaded("stix")["objects"]
    known = {one["id"] for one in objects}
    assert len(known) == len(objects)
    assert all(set(one.get("object_refs", ())) | {one.get("created_by_ref")} <= known | {None} for one in objects)


def test_notes_and_opinions_carry_the_characters_at_their_offsets(loaded: Loaded, texts: dict[str, str]) -> None:
    for one in (*of_kind(loaded, "note"), *of_kind(loaded, "opinion"), *of_kind(loaded, "report")):
        (words,) = one["extensions"].values()
        assert texts[words["document"]][words["start"] : words["end"]] == words["exact"]
        assert one.get("content", one.get("explanation", words["exact"])) == words["exact"]


def test_an_opinion_is_that_of_the_party_that_denies(loaded: Loaded) -> None:
    for one in of_kind(loaded, "opinion"):
        (words,) = one["extensions"].values()
        assert (one["opinion"] == "disagree") == (words["stance"] in {"denies", "disputes"})


def test_prov_reads_claims_derived_from_words_derived_from_documents(desk: Desk) -> None:
    document = prov.model.ProvDocument.deserialize(content=desk.export("prov").decode(), format="json")
    kinds = Counter(type(one).__name__ for one in document.get_records())
    claims, evidence = len(desk.claims()), sum(1 for _ in desk.scan(records.Evidence))
    assert kinds["ProvEntity"] == claims + evidence + sum(1 for _ in desk.scan(records.Document))
    assert kinds["ProvDerivation"] == 2 * evidence + sum(1 for _ in desk.scan(records.Duplicate))
    assert kinds["ProvGeneration"] == claims


def test_prov_entities_carry_the_characters_at_their_offsets(loaded: Loaded, texts: dict[str, str]) -> None:
    spans = [one for one in loaded("prov")["entity"].values() if "prov:value" in one]
    assert spans
    for one in spans:
        document = one["ss:document"]["$"].removeprefix("ss:")
        assert texts[document][one["ss:start"] : one["ss:end"]] == one["prov:value"]


def test_followthemoney_finds_nothing_to_clean_in_the_entities(desk: Desk) -> None:
    ftm = pytest.importorskip("followthemoney", reason="pip install 'secondsource[ftm]' to validate entities")
    rows = [json.loads(line) for line in desk.export("ftm").splitlines()]
    known = {row["id"]: ftm.model.get(row["schema"]) for row in rows}
    for row in rows:
        schema = known[row["id"]]
        schema.validate(row)
        for name, values in row["properties"].items():
            prop = schema.get(name)
            assert prop is not None, (row["schema"], name)
            assert all(prop.type.validate(value) for value in values), (name, values)
            if prop.range is not None:
                assert all(known[value].is_a(prop.range) for value in values), (name, values)
        assert ftm.EntityProxy.from_dict(row, cleaned=False).to_dict()["properties"].keys() == row["properties"].keys()


def test_ftm_notes_name_the_place_of_their_words(desk: Desk, texts: dict[str, str]) -> None:
    rows = [json.loads(line)["properties"] for line in desk.export("ftm").splitlines()]
    notes = [row for row in rows if "description" in row]
    assert len(notes) == len(desk.claims()) + sum(1 for _ in desk.scan(records.Evidence))
    for row in notes:
        doc, start, end = row["notes"][0].removeprefix("urn:secondsource:").replace("#char=", ",").split(",")
        assert texts[doc][int(start) : int(end)] == row["description"][0]


def test_no_term_of_an_annotation_is_lost_when_it_is_expanded(loaded: Loaded) -> None:
    (page,) = jsonld.expand(loaded("annotations"), {"documentLoader": offline})
    (items,) = page["http://www.w3.org/ns/activitystreams#items"]
    assert len(items["@list"]) == len(loaded("annotations")["items"])
    back = jsonld.compact(page, ANNO, {"documentLoader": offline})
    assert back["items"][0]["target"]["selector"] == loaded("annotations")["items"][0]["target"][0]["selector"]


def test_selectors_of_annotations_find_their_words_by_place_and_by_quote(loaded: Loaded, texts: dict[str, str]) -> None:
    for note in loaded("annotations")["items"]:
        for target in note["target"]:
            text = texts[target["source"]["id"].removeprefix("urn:secondsource:")]
            place, quote = target["selector"]
            assert text[place["start"] : place["end"]] == quote["exact"]
            found = text.index(quote["prefix"] + quote["exact"] + quote["suffix"])
            assert text[found + len(quote["prefix"]) :].startswith(quote["exact"])


def test_schema_org_claims_appear_in_words_that_are_part_of_articles(loaded: Loaded) -> None:
    expanded = jsonld.expand(loaded("schemaorg"), {"documentLoader": offline})
    kinds = Counter(one["@type"][0].rsplit("/")[-1] for one in expanded)
    assert set(kinds) <= {"NewsArticle", "Claim", "Quotation", "CreativeWork"}
    known = {one["@id"]: one["@type"][0].rsplit("/")[-1] for one in expanded}
    for one in expanded:
        for shown in one.get("https://schema.org/appearance", ()):
            assert known[shown["@id"]] in {"Quotation", "CreativeWork"}
        for whole in one.get("https://schema.org/isPartOf", ()):
            assert known[whole["@id"]] == "NewsArticle"


def test_a_quotation_is_all_in_quotation_marks_and_has_a_speaker(loaded: Loaded) -> None:
    quotations = [one for one in loaded("schemaorg")["@graph"] if one["@type"] == "Quotation"]
    assert quotations
    for one in quotations:
        assert one["text"].strip()[0] in "“\"‘'«"
        assert one["spokenByCharacter"]["name"]
