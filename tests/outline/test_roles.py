"""The table of roles."""

from __future__ import annotations

from publisher.outline.roles import ROLE_FACTS, DivisionRole


def test_every_role_has_its_row() -> None:
    assert set(ROLE_FACTS) == set(DivisionRole)


def test_aria_roles_follow_the_epub_types() -> None:
    for role, facts in ROLE_FACTS.items():
        if facts.aria:
            assert facts.aria == f"doc-{facts.epub_type}", role
