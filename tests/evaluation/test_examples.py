"""The examples in the docstrings of the measuring code run, as those of the package do."""

import doctest
import importlib
import pkgutil

import pytest

import benchmarks
import evaluation

MODULES = [
    module.name
    for package in (evaluation, benchmarks)
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
