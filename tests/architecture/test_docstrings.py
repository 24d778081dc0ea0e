"""Every public thing says what it is: modules, classes, functions, methods, and the fields of records."""

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from architecture.codebase import dotted, modules, tree
from pydantic import BaseModel


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_everything_public_has_a_docstring(path: Path) -> None:
    assert not list(_without_docstring(tree(path), dotted(path)))


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_every_field_of_a_record_has_a_description(path: Path) -> None:
    if path.name == "__main__.py":
        return
    module = importlib.import_module(dotted(path))
    models = [
        model
        for _, model in inspect.getmembers(module, inspect.isclass)
        if issubclass(model, BaseModel) and model.__module__ == module.__name__
    ]
    missing = [
        f"{model.__name__}.{name}"
        for model in models
        for name, field in model.model_fields.items()
        if not field.description
    ]
    assert not missing


def _without_docstring(node: ast.Module | ast.ClassDef, name: str) -> Iterator[str]:
    if not ast.get_docstring(node):
        yield name
    for child in node.body:
        if not isinstance(
            child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        ) or child.name.startswith("_"):
            continue
        if isinstance(child, ast.ClassDef):
            yield from _without_docstring(child, f"{name}.{child.name}")
        elif not ast.get_docstring(child) and not _is_overload(child):
            yield f"{name}.{child.name}"


def _is_overload(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in function.decorator_list)
