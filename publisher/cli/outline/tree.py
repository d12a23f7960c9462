"""The outline as a tree: the title, the headings by level with their lines, what else there is."""

from __future__ import annotations

from rich.tree import Tree

from publisher.cli.console import shown
from publisher.cli.outline.wording import counted, reasons, sure
from publisher.outline.dump import block_counts
from publisher.read import DOUBTFUL, HeadingReport, Reading
from publisher.read.corrections.model import RULE
from publisher.read.text.claims import Claim


def as_tree(reading: Reading, verbose: bool) -> Tree:
    """The reading as a tree; `verbose` adds the reasons for each heading."""
    metadata = reading.outline.metadata
    facts = [*metadata.authors, metadata.language, metadata.date]
    tree = Tree(
        f"[bold]{shown(metadata.title or '(no title)')}[/]  [dim]{shown(', '.join(filter(None, facts)))}[/]"
    )
    open_branches: list[tuple[int, Tree]] = [(0, tree)]
    for heading, claim in reading.with_claims():
        while open_branches[-1][0] >= heading.level:
            open_branches.pop()
        branch = open_branches[-1][1].add(_label(heading, claim, verbose))
        open_branches.append((heading.level, branch))
    counts = ", ".join(f"{n} × {name}" for name, n in block_counts(reading.outline).items())
    doubted = sum(heading.confidence < DOUBTFUL for heading in reading.headings)
    total = f"{counted(len(reading.headings), 'heading')}{f', {doubted} doubtful' if doubted else ''}"
    tree.add(f"[dim]{total}; {counts or 'no blocks'}[/]")
    return tree


def _label(heading: HeadingReport, claim: Claim, verbose: bool) -> str:
    corrected = heading.rule == RULE
    doubt = " [yellow]?[/]" if heading.confidence < DOUBTFUL else ""
    label = f"{shown(heading.text)}{doubt}  [dim]line {heading.line}{', corrected' if corrected else ''}[/]"
    if verbose:
        speaking, against = reasons(claim.evidence)
        why = "; ".join(speaking) + (f" -- but {'; '.join(against)}" if against else "")
        label += f"\n[dim]{sure(heading.confidence)} {heading.rule}: {shown(why)}[/]"
    return label
