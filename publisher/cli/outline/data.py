"""What `publisher outline --json` prints, by view. Lines count from 1."""

from __future__ import annotations

from publisher.cli.outline.doubtful import doubtful_headings
from publisher.cli.outline.wording import meaning, reason
from publisher.outline.dump import block_counts
from publisher.read import HeadingReport, Reading
from publisher.read.corrections.differ import Difference
from publisher.read.explain import Explanation, Heard
from publisher.read.text.claims import Claim, Evidence

Data = dict[str, object]


def reading_data(reading: Reading) -> Data:
    """The reading: headings in document order, without the title."""
    metadata = reading.outline.metadata
    return {
        "title": metadata.title,
        "authors": list(metadata.authors),
        "language": metadata.language,
        "date": metadata.date,
        "headings": [
            {**heading_data(heading), "rule": heading.rule, "evidence": list(heading.evidence)}
            for heading in reading.headings
        ],
        "blocks": block_counts(reading.outline),
    }


def heading_data(heading: HeadingReport) -> Data:
    """A heading without its reasons."""
    return {
        "level": heading.level,
        "text": heading.text,
        "line": heading.line,
        "end_line": heading.end_line,
        "confidence": round(heading.confidence, 3),
    }


def doubtful_data(reading: Reading) -> Data:
    """The doubtful headings, the least sure first, with their evidence weighed."""
    return {
        "headings": [
            {**heading_data(heading), "rule": heading.rule, "evidence": _evidence(claim.evidence)}
            for heading, claim in doubtful_headings(reading)
        ]
    }


def difference_data(difference: Difference) -> Data:
    """The facts and headings that differ; null where there is no heading."""
    return {
        "facts": [
            {"name": before.name, "inferred": before.value, "corrected": after.value}
            for before, after in difference.facts
        ],
        "headings": [
            {
                "line": change.line,
                "kinds": [kind.value for kind in change.kinds],
                "inferred": _with_role(change.inferred),
                "corrected": _with_role(change.corrected),
            }
            for change in difference.headings
        ],
    }


def _with_role(heading: HeadingReport | None) -> Data | None:
    return {**heading_data(heading), "role": heading.role} if heading else None


def explanation_data(found: Explanation) -> Data:
    """The line, what it is, and all that is claimed of it."""
    return {
        "line": found.line,
        "text": found.text,
        "winner": _claim(found.winner),
        "inferred": _claim(found.inferred),
        "claims": [_heard(heard) for heard in found.heard],
        "fell_short": _evidence(found.short),
    }


def _heard(heard: Heard) -> Data:
    return {
        **(_claim(heard.claim) or {}),
        "chosen": heard.chosen,
        "weight": round(heard.claim.weight, 2),
        "confidence": heard.confidence,
        "evidence": _evidence(heard.claim.evidence),
        "rivals": [_claim(rival) for rival in heard.rivals],
    }


def _claim(claim: Claim | None) -> Data | None:
    if claim is None:
        return None
    return {
        "rule": claim.rule,
        "says": meaning(claim.says),
        "line": claim.first + 1,
        "end_line": claim.stop,
    }


def _evidence(evidence: tuple[Evidence, ...]) -> list[Data]:
    ranked = sorted(evidence, key=lambda e: -abs(e.weight))
    return [{"reason": reason(e.reason), "weight": round(e.weight, 2)} for e in ranked]
