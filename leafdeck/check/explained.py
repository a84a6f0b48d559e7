"""Whether the words around a hard one say what it means. Pure.

"too few red blood cells (anaemia)", "anaemia (too few red blood cells)", "is called anaemia", "anaemia,
which means that …", "anaemia is when …", "Your blood lacks iron. This is anaemia."
"""

from __future__ import annotations

import re

_LITTLE = (
    r"(?:also|often|sometimes|usually|formerly|which|is|are|was|known|called|named|termed|as|an?|the|your|medical|proper|"
    r"full|other|latin|scientific|name|word|term|for|this|it|doctors?|call|say|in short|short|or)"
)
_LED_IN = re.compile(rf"(?:{_LITTLE}[\s:,]*)*(?:[\w' -]{{3,60}},? (?:or|and) (?:an? )?)?[\"“‘]?", re.IGNORECASE)
"""What may stand in brackets before a word that they explain."""
_LED_OUT = re.compile(r"[\"”’]?(?:(?: [\w-]+){0,2}|(?:,| or| and|;|:| such as| like).{0,60})\.?", re.IGNORECASE)
_NO_MEANING = re.compile(
    r"(?:see|page|pages|p\.|figure|fig|table|chapter|section|box|more on|read|for|such|if|once|every|unless|except|"
    r"only|including|like|about|up to|at|not|but|and|[\d.,%\s]+|\W*)(?![\w])",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[\"”’]?((?: [\w'’-]+){0,2}) \(([^()]{3,})\)")
_NAMING = re.compile(
    r"(?:\b(?:called|known (?:\w+ )?as|termed|named|nicknamed|referred to as|short(?:ened)? (?:for|to)|stands? for|"
    r"(?:name|word|term)s? (?:for [\w' -]{1,40} )?(?:is|are|:)|"
    r"(?:doctors|nurses|people|we|clinicians|they|experts) (?:may |might |often |also |sometimes )?call [\w' -]{2,30}|"
    r"that is|that is to say|in other words|[Ii]n full)"
    r"|, ?also|, or)[ :]+[\"“‘]?(?:an?|the|your)?\s*(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"[.!?]\s+(?:this|that|it|these|they|this condition"
    r"|the (?:medical |proper )?(?:name|word|term)(?: for (?:this|it))?)"
    r" (?:is|are)(?: also| often| sometimes| usually| then)?(?: an?| the)?\s+(?:[\w-]+\s+)?[\"“‘]?$",
    re.IGNORECASE,
)
_TELLING = (
    r"very|quite|more|most|less|so|too|also|often|usually|likely|rare|common|serious|severe|known|possible|side|risk|sign|"
    r"cause|symptom|reason|complication|problem|warning|emergency|medical emergency|good|bad|big|major|main|"
    r"frequent|leading|worse|better|harder|easier|higher|lower|normal|dangerous|important|one|part|due|made|given|not|"
    r"never|always|still|put|taken|kept|sent|held|cut|left|felt|worn|built|set|shown|told|hidden|brought|drawn|run|"
    r"now|being|sometimes|confirmed|treated|caused|found|linked|used|checked|diagnosed|seen|done|needed|mild|curable|"
    r"painful|harmless|reversible|there|here|"
    r"at|on|over|under|safe|available|expected|unlikely|suspected|worth|no longer|different|hard|easy|difficult"
)
_STATES = (
    r"swelling|pain|inflammation|infection|damage|narrowing|bleeding|redness|scarring|scars|weakness|numbness|cancer|trouble|"
    r"difficulty|loss|lack|tiredness|tissue|fluid|treatment|surgery|medicines?|tablets|tests?|tubes?|cells|germs"
)
"""Words that tell what an illness or a thing is, rather than what it is like."""
_DEFINING = (
    rf"(?:,? (?:which|that) (?:means?|is|are|stands? for|happens|causes|makes|affects|helps?|shows?|lets?)\b"
    rf"|(?: [\w'’-]+){{0,4}} (?:is|are) short for |(?: [\w'’-]+){{0,4}} stands? for "
    rf"|,? (?:meaning|that is|in other words)\b"
    rf"| (?:is|are) (?:\w+ )?(?:called|known as) | means? | stands for | is short for | refers to | describes "
    rf"| happens when | occurs when "
    rf"| (?:is|are) (?:when|where|what|how|another (?:word|name)|just )"
    rf"| is (?:an?|the|your|their) (?!(?:{_TELLING})\b)"
    rf"| (?:is|are) (?!(?:{_TELLING}|an?|the|your)\b)(?!\w+(?:ed|ous|ly|able|ible|ive|al)\b)(?:[\w'’-]+ ){{1,4}}"
    rf"(?:of|that|which|who|where|inside|around|caused by)\b"
    rf"| (?:is|are) (?:\w+ )?(?:{_STATES})\b"
    rf"| are (?!(?:{_TELLING})\b)(?!\w+(?:ed|ous|ly|able|ible|ive)\b)(?:[\w'’-]+ ){{1,3}}[\w'’-]+s[.,;])"
)
_DEFINED = re.compile(rf"[\"”’]?(?: [a-z][\w'’-]*)?{_DEFINING}", re.IGNORECASE)
_THEN_DEFINED = re.compile(
    rf"[^.!?]*[.!?][\"”’]?\s+(?:this|that|it|these|those|they|the (?:test|scan|operation|condition))(?:{_DEFINING})",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"[\"”’]?(?: [a-z][\w'’-]*)?, (?:(?:an?|the|where|when (?:the|your|a|there)|who) [^.;!?]+|or [\w' -]{4,40},)"
)
_LIST = re.compile(r", (?:an?|the|or) [\w' -]{1,40}(?:,| or| and) (?:an?|the|or|and|your|for|have|other|[\w-]+[.,])\b")
_DASH = re.compile(r"[\"”’]?\s[–—-]\s(?:[\w'’-]+ ){2}")
_WORD_FOR = re.compile(r"\b(?:word|term|name)s? [\"“‘]?$", re.IGNORECASE)
_FOR = re.compile(r"[\"”’]? (?:for|to mean|to say|to describe|when|means)\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r" (?:put in |used |placed )?to (?:drain|keep|open|look|remove|take out|empty|let|carry|widen|clean|measure)\b"
)
_ENTRY = re.compile(r":\s+\w")


def explained(text: str, start: int, end: int, *, loose: bool = False) -> bool:
    """Return whether a text says what its words from ``start`` to ``end`` mean.

    Args:
        text: the passage.
        start: the first character of the words.
        end: the one after the last.
        loose: count an explanation a word or two away, ``a colonoscopy test (a camera …)``, and what a thing is for:
            ``a catheter to drain your bladder``.
    """
    before, after = text[:start], text[end:]
    sentence = re.split(r"(?<=[.!?])\s+", before)[-1]
    return (
        _in_brackets(before, after)
        or _before_brackets(after, loose=loose)
        or bool(loose and _PURPOSE.match(after))
        or bool(_NAMING.search(sentence[-90:]))
        or bool(_POINTING.search(before[-90:]))
        or _after(before, after)
    )


def _in_brackets(before: str, after: str) -> bool:
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:] or ")" not in after:
        return False
    led_in, led_out = before[opened + 1 :], after[: after.index(")")]
    told = re.search(r"\w", before[:opened])
    return bool(told and _LED_IN.fullmatch(led_in) and _LED_OUT.fullmatch(led_out))


def _before_brackets(after: str, *, loose: bool) -> bool:
    match = _BRACKETS.match(after)
    if not match or (match[1] and not loose):
        return False
    inner = match[2].strip()
    return bool(re.search(r"[a-z]{3}", inner)) and not _NO_MEANING.match(inner)


def _after(before: str, after: str) -> bool:
    if _DEFINED.match(after) or _THEN_DEFINED.match(after) or _DASH.match(after):
        return True
    if _WORD_FOR.search(before) and _FOR.match(after):
        return True
    if not before.strip(' "“‘') and _ENTRY.match(after):
        return True
    beside = _BESIDE.match(after)
    return bool(beside and not _LIST.search(beside[0]) and not re.search(r",[^,]*$", before[-40:]))
