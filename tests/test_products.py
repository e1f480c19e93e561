import numpy as np
import pytest
from thinc.api import NumpyOps, get_current_ops, use_ops

from kg.products import FastOps, fast_products, one_thread, products_libraries

LEFT = np.arange(6, dtype="float32").reshape(2, 3)


@pytest.mark.parametrize("out", [None, np.zeros((2, 2), "float32")])
def test_products_are_those_of_thinc(
    out: np.ndarray[tuple[int, int], np.dtype[np.float32]],
) -> None:
    found = FastOps().gemm(LEFT, LEFT, out=out, trans2=True)
    np.testing.assert_allclose(found, NumpyOps().gemm(LEFT, LEFT, trans2=True))
    if out is not None:
        assert found is out


def test_fast_products_hold_inside_alone() -> None:
    with use_ops("numpy"):
        with fast_products():
            assert isinstance(get_current_ops(), FastOps)
        assert type(get_current_ops()) is NumpyOps


def test_products_run_on_one_thread() -> None:
    def threads() -> list[int]:
        return [
            lib.num_threads for lib in products_libraries().select(user_api="blas").lib_controllers
        ]

    before = threads()
    with one_thread():
        assert set(threads()) == {1}
    assert threads() == before
