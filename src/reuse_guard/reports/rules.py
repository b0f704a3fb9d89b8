"""The rules as other programs know them: one stable id for each kind of clause.

Ids are never renumbered and never used again for another rule. The first digit groups them: 1 what
was taken, 2 links and credits, 3 the page, 4 other people's material, 5 dates, 6 declarations,
9 what could not be checked.
"""

from __future__ import annotations

from reuse_guard.frozen import frozen


@frozen
class Rule:
    """A rule in SARIF, GitLab and annotations.

    Attributes:
        id: stable id.
        kind: kind of clause it is for, or kind of problem.
        title: what it means when broken, a few words.
        description: what it asks for, one sentence.
    """

    id: str
    kind: str
    title: str
    description: str

    @property
    def name(self) -> str:
        """The kind in Pascal case, as SARIF wants names.

        >>> RULES[0].name
        'Limit'
        """
        return "".join(part.capitalize() for part in self.kind.split("-"))


RULES = (
    Rule("RG101", "limit", "Too much copied", "No more is copied than the terms allow."),
    Rule("RG102", "mode", "Use not permitted", "The original is used as the terms permit."),
    Rule("RG103", "whole", "Text was cut", "As much is kept as the terms ask for."),
    Rule("RG104", "edits", "Text was changed", "Copied text stands unchanged."),
    Rule("RG201", "link", "Link to the original missing", "A hyperlink leads to the original."),
    Rule("RG202", "credit", "Credit missing", "The credit asked for is there."),
    Rule("RG203", "any-of", "No condition kept", "At least one of several conditions is kept."),
    Rule("RG301", "canonical", "Canonical address", "The page names the canonical address."),
    Rule("RG302", "noindex", "Indexing by search engines", "The page is indexed only as allowed."),
    Rule("RG303", "counter", "View counter missing", "The publisher's counter is there."),
    Rule("RG304", "kept-links", "Links were dropped", "The links of copied text are kept."),
    Rule("RG401", "media", "Pictures were taken", "The original's pictures are not taken."),
    Rule("RG402", "third-party", "Agency material taken", "Material of others is not taken."),
    Rule("RG501", "not-before", "Used too early", "It is not used before its day."),
    Rule("RG502", "not-after", "Used too late", "It is not used after its last day."),
    Rule("RG503", "remove-after", "Kept up too long", "It is taken down in time."),
    Rule("RG601", "attest", "Declaration missing", "What a page cannot show is declared."),
    Rule("RG602", "when", "Applicable terms unknown", "It is known which terms apply."),
    Rule("RG901", "unreadable", "Candidate cannot be read", "Every candidate is read in full."),
    Rule("RG902", "no-snapshot", "Original not kept", "Each declared source has a snapshot."),
    Rule("RG903", "defect", "Candidate not judged", "Every candidate is judged."),
    Rule("RG904", "original", "Original among the texts", "No candidate is an original itself."),
    Rule("RG999", "other", "Terms not kept", "The publisher's terms are kept."),
)
_BY_KIND = {rule.kind: rule for rule in RULES}


def rule_for(kind: str) -> Rule:
    """The rule of a kind of clause; kinds with a subject (`attest-ai`) share one.

    >>> rule_for("attest-commercial").id, rule_for("of a later version").id
    ('RG601', 'RG999')
    """
    return _BY_KIND.get(kind) or _BY_KIND.get(kind.partition("-")[0]) or RULES[-1]
