"""Refs are short, random, and the same for the same secret."""

from mentorship.toolbox.refs import ALPHABET, derived_ref, new_ref


def test_no_ref_comes_again_and_each_letter_can_stand_anywhere() -> None:
    refs = {new_ref() for _ in range(1_000)}

    assert len(refs) == 1_000
    assert {len(ref) for ref in refs} == {12}
    assert [set(letters) for letters in zip(*refs, strict=True)] == [set(ALPHABET)] * 12


def test_a_secret_has_one_ref() -> None:
    assert derived_ref("a secret") == derived_ref("a secret") != derived_ref("another")
    assert set(derived_ref("a secret")) <= set(ALPHABET)
