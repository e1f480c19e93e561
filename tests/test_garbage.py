"""Python's search for garbage."""

import gc

import pytest

from kg.garbage import unsearched


def test_nothing_is_searched_inside() -> None:
    with unsearched():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_searched_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="bad"), unsearched():
        raise ValueError("bad")
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    try:
        with unsearched():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
