"""What the rules for headings share: evidence from features, and titles in the lines after a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from publisher.read.text.claims import Claim, Evidence, IsHeading
from publisher.read.text.contents import contents
from publisher.read.text.features import Candidate, candidates
from publisher.read.text.kinds import KINDS, named
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.numbering import STRESS
from publisher.read.text.openers import width
from publisher.read.text.weights import BASE, WEIGHTS
from publisher.read.text.words import NAMED, SCHEME_ROLES

WORTH_SAYING = 0.25
"""Evidence that weighs less is summed up."""

HOPELESS = -4.0
"""Candidates that weigh less make no claim; what is known of the whole sequence cannot save them."""

FARTHEST_TITLE = 3
"""Blank lines between a number and its title."""

LONGEST_TITLE = 3.2
"""Widths of a line."""

MOST = 0.6
"""Of numbers alone with one word: where so many are followed by what may be a title, it is one."""

FEW = 3
"""Fewer headings than this are no sequence to go by."""

ROUNDING = 0.01
"""More than rounding what is summed up may change of a weight."""


def evidence_table(weights: Mapping[str, Sequence[float]]) -> dict[str, dict[str, Evidence]]:
    """What each feature says, by kind; `weights` as in `weights.WEIGHTS`."""
    return {
        kind: {name: Evidence(name, row[column]) for name, row in weights.items()}
        for column, kind in enumerate(KINDS)
    }


EVIDENCE = evidence_table(WEIGHTS)


def heading_claims(lines: Lines, rule: str, kind: str) -> Iterator[Claim]:
    """The claims of rule `rule`, which looks at candidates of `kind`."""
    titled = titles(lines)
    for candidate in candidates(lines):
        if candidate.kind != kind:
            continue
        opener = candidate.opener
        title = titled.get(opener.first)
        if title is None and _weight_of(candidate) < HOPELESS - ROUNDING:  # as most are
            continue
        evidence = evidence_of(candidate)
        if title is not None:
            own = sum(e.weight for e in evidence_of(title))
            evidence = (*evidence, Evidence("a title stands in the lines after it", 0.5 + max(0.0, own)))
        if sum(e.weight for e in evidence) > HOPELESS:
            stop = title.opener.stop if title else opener.stop
            yield Claim(
                rule=rule,
                first=opener.first,
                stop=stop,
                says=saying(lines, candidate, title),
                evidence=evidence,
            )


def _weight_of(candidate: Candidate) -> float:
    known = EVIDENCE[candidate.kind]
    return sum([known[name].weight for name in (BASE, *candidate.features) if name in known])


def evidence_of(candidate: Candidate) -> tuple[Evidence, ...]:
    """The features of a candidate with their weights, the heaviest first, the light ones as one."""
    known = EVIDENCE[candidate.kind]
    weighed = [known[name] for name in (BASE, *candidate.features) if name in known]
    heavy = sorted((e for e in weighed if abs(e.weight) >= WORTH_SAYING), key=lambda e: -abs(e.weight))
    light = sum(e.weight for e in weighed if abs(e.weight) < WORTH_SAYING)
    return (*heavy, Evidence("lesser things", round(light, 2))) if light else tuple(heavy)


def saying(lines: Lines, candidate: Candidate, title: Candidate | None) -> IsHeading:
    """What the claim says."""
    opener = candidate.opener
    number = opener.number
    if number is None:
        name = named(opener.text)
        scheme = (
            candidate.kind
            if candidate.kind != "plain"
            else "italic"
            if _italic(lines, candidate)
            else "plain"
        )
        return IsHeading(scheme=scheme, title=_source(lines, candidate), role=NAMED[name] if name else None)
    return IsHeading(
        scheme=number.scheme,
        label=number.label,
        title=title.opener.text if title else number.title,
        number=number.number,
        depth=len(number.parts) if candidate.kind == "decimal" else 0,
        role=SCHEME_ROLES.get(number.scheme),
    )


def _italic(lines: Lines, candidate: Candidate) -> bool:
    return lines.text[candidate.opener.first][0] == "_"


def _source(lines: Lines, candidate: Candidate) -> str:
    """The words of a heading as in the source, without marks that only say it is one."""
    text = " ".join(lines.text[candidate.opener.first : candidate.opener.stop]).replace("\f", "")
    return text.removesuffix("[edit]").strip(STRESS)


# Titles -----------------------------------------------------------------------------------------------


@once_a_text
def titles(lines: Lines) -> dict[int, Candidate]:
    """The candidate that is the title of the number alone at a line, by that line.

    Whether the line after a number is its title is judged over all numbers of its kind: in most
    books either all chapters have one or none has.
    """
    found = candidates(lines)
    pairs: dict[tuple[str, str], list[tuple[Candidate, Candidate | None]]] = defaultdict(list)
    for at, candidate in enumerate(found):
        number = candidate.opener.number
        if number is not None and not number.title:
            following = found[at + 1] if at + 1 < len(found) else None
            bare = candidate.opener.key in contents(lines).bare
            good = not bare and following is not None and _may_be_title(lines, candidate, following)
            pairs[number.scheme, candidate.kind].append((candidate, following if good else None))
    out: dict[int, Candidate] = {}
    for members in pairs.values():
        usual = _usually_titled(members)
        for candidate, title in members:
            if title is not None and _is_title(title, usual):
                out[candidate.opener.first] = title
    return out


def _usually_titled(members: Sequence[tuple[Candidate, Candidate | None]]) -> bool | None:
    """Whether numbers of one kind have titles; None where they are too few to say."""
    likely = [m for m in members if "its number is in no sequence" not in m[0].features] or members
    if len(likely) < FEW:
        return None
    titled = [t.opener.key for _, t in likely if t is not None]
    return len(titled) >= MOST * len(likely) and len(set(titled)) > len(likely) / 2


def _is_title(title: Candidate, usual: bool | None) -> bool:
    if "the printed contents name it" in title.features:
        return True
    if usual is not None:
        return usual
    text = title.opener.text
    return len(text) < 60 and (text.isupper() or "case: title" in title.features) and text[-1] not in ".!?"


def _may_be_title(lines: Lines, number: Candidate, title: Candidate) -> bool:
    """Whether `title`, the candidate after `number`, has the shape of a title and text after it."""
    opener = title.opener
    if lines.next_text(number.opener.stop) != opener.first or (
        opener.number is not None and opener.number.keyword
    ):
        return False
    gap = opener.first - number.opener.stop
    if gap > FARTHEST_TITLE or ((gap or lines.wrapped) and not (opener.alone and lines.blank(opener.stop))):
        return False
    text = opener.text
    if len(text) > LONGEST_TITLE * width(lines) or text[0].islower() or text[-1] in ",;":
        return False
    if text[-1] in ".:" and not text.isupper() and "the printed contents name it" not in title.features:
        return lines.wrapped and len(text) < 0.8 * lines.width and "case: title" in title.features
    return "looks like code" not in title.features
