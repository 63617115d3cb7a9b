"""Which names name somebody, and which may be the same party."""

import pytest

from secondsource.reconcile.naming import distinct, distinct_services, named


@pytest.mark.parametrize("name", ["Marlow police", "Perrin Tauk", "Judge Perrin Tauk", "Blue Lassen Lines", "Ostria"])
def test_a_proper_name_names_somebody(name):
    assert named(name)


@pytest.mark.parametrize(
    "name",
    [
        "police", "officials", "a survivor", "The ministry", "Prosecutors", "Her older brother", "Velian activists",
        "Protesters at the University of Marlow", "Marlow officials", "The Valley Herald", "reporters for WXYZ",
    ],
)  # fmt: skip
def test_roles_crowds_and_carriers_name_nobody(name):
    assert not named(name)


def test_a_part_of_a_longer_name_is_no_second_party():
    assert distinct(["Tauk", "Perrin Tauk", "Ostria"], one_force=True) == ["Perrin Tauk", "Ostria"]


def test_accents_make_no_second_party():
    assert len(distinct(["Ana Peñas", "Ana Penas"], one_force=True)) == 1


def test_officers_speak_for_one_force_at_the_lowest_count():
    names = ["Marlow police", "Sheriff Ann Moss", "Bo Lund"]

    assert len(distinct(names, one_force=True)) == 2
    assert len(distinct(names, one_force=False)) == 3


def test_an_officer_without_a_name_is_any_other():
    assert distinct(["a police spokeswoman", "Marlow police"], one_force=False) == ["Marlow police"]


def test_one_man_of_a_role_is_nobody_in_particular():
    assert not named("former Marlow police officer")
    assert named("Marlow police")


def test_two_services_are_two_though_one_has_no_name_and_a_man_may_speak_for_his():
    assert distinct_services(["fire brigade", "Marlow hospital"], beside=["Marlow hospital"]) == 2
    assert distinct_services(["police", "Ann Moss"], beside=["Ann Moss"]) == 1
