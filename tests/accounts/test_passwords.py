"""What a new password must not be, and what is said about it."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import User
from tests import make


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("kite-7", ["This is too short. Use 8 characters or more."]),
        ("sunshine", ["This password is too common. Choose another."]),
        ("lovelace-ada", ["This is too close to your name or your address. Choose another."]),
        ("ada@seekers.exampl", ["This is too close to your name or your address. Choose another."]),
    ],
)
def test_a_weak_password_is_refused_with_what_to_do(password: str, told: list[str]) -> None:
    ada = User(email="ada@seekers.example", display_name="Lovelace Ada")

    with pytest.raises(ValidationError) as refused:
        validate_password(password, ada)

    assert refused.value.messages == told


def test_a_long_one_of_her_own_is_taken() -> None:
    ada = User(email="ada@seekers.example", display_name="Ada Lovelace")

    assert validate_password(make.PASSWORD, ada) is None
