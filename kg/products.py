"""Matrix products of spaCy's networks by NumPy's BLAS.

Thinc's own run through a BLIS build that took three to four times as long as NumPy's OpenBLAS for
the products that our encoders make (5,000 × 384 by 384 × 384, one thread of an EPYC processor).
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from typing import Any

from thinc.api import NumpyOps, Ops, get_current_ops, set_current_ops
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]


class FastOps(NumpyOps):  # type: ignore[misc]
    """`NumpyOps` whose products are NumPy's."""

    def gemm(
        self,
        x: Any,
        y: Any,
        out: Any = None,
        trans1: bool = False,  # noqa: FBT001, FBT002 (Thinc's signature)
        trans2: bool = False,  # noqa: FBT001, FBT002
    ) -> Any:
        """The product of two matrices, each transposed where asked."""
        return Ops.gemm(self, x, y, out=out, trans1=trans1, trans2=trans2)


@contextmanager
def fast_products() -> Iterator[None]:
    """Networks that are made or loaded inside keep `FastOps`; other kinds of `Ops` stay as set."""
    before = get_current_ops()
    if type(before) is NumpyOps:
        set_current_ops(FastOps())
    try:
        yield
    finally:
        set_current_ops(before)


def one_thread() -> AbstractContextManager[object]:
    """Products inside run on one thread.

    They are too small to gain by more, threads that wait for each other made reading ten times
    slower as soon as another program used a core, and sums would depend on the number of cores.
    """
    limits: AbstractContextManager[object] = products_libraries().limit(limits=1, user_api="blas")
    return limits


@cache
def products_libraries() -> ThreadpoolController:
    """The libraries that NumPy and others have loaded for products."""
    return ThreadpoolController()
