"""What is known of a language's words, as rules over words use it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from leafdeck.guide.base import Part, PlainText, Slug


class Lexicon(Part):
    """A language's words, as rules use them. Words are in small letters unless they are names."""

    abbreviations: tuple[PlainText, ...] = ()
    """Words that end with a full stop of their own, without it: `approx`. No sentence ends with one."""
    number_abbreviations: tuple[PlainText, ...] = ()
    """Those that do so before a number: `no`."""
    last_abbreviations: tuple[PlainText, ...] = ()
    """Those that may also be a sentence's last word: `etc`."""
    dated: tuple[PlainText, ...] = ()
    """Words with a capital that a time goes on with: `monday`."""
    ordinal_before: tuple[PlainText, ...] = ()
    """Words before which a number has a full stop: the months in German."""
    lettered: tuple[PlainText, ...] = ()
    """Words that a single letter belongs to: `vitamin`."""
    plain: Mapping[PlainText, tuple[PlainText, ...]] = Field(default_factory=dict)
    """Plain equivalents of hard words; where there is one only, it can take the word's place."""
    plain_verbs: Mapping[PlainText, tuple[PlainText, ...]] = Field(default_factory=dict)
    """The same for verbs in their base form, `commence: [start]`; -s, -ed and -ing are made of both."""
    plain_nouns: Mapping[PlainText, tuple[PlainText, ...]] = Field(default_factory=dict)
    """The same for nouns; the plural is made of both."""
    not_plain: tuple[PlainText, ...] = ()
    """Phrases in which a hard word may stay: names of illnesses and wards, and other senses."""
    vague: tuple[PlainText, ...] = ()
    """Phrases that leave open how much, how often or how long."""
    vague_advice: tuple[PlainText, ...] = ()
    """Those that do so where the reader is told what to do."""
    not_vague: tuple[PlainText, ...] = ()
    """Phrases in which a word of `vague` or `vague_advice` says something else."""
    actions: tuple[PlainText, ...] = ()
    """Verbs that tell the reader what to do, in their base form."""
    us_spelling: Mapping[PlainText, PlainText] = Field(default_factory=dict)
    """American spellings and the British ones; `*` stands for the rest of a word, a final -s is understood."""
    terms: Mapping[PlainText, PlainText] = Field(default_factory=dict)
    """Medical terms and what each means in plain words; the plural is understood."""
    not_terms: tuple[PlainText, ...] = ()
    """Phrases in which a word of `terms` needs no explanation."""
    known_abbreviations: tuple[PlainText, ...] = ()
    """Abbreviations that everybody knows."""
    shouted: tuple[PlainText, ...] = ()
    """Words that people write in capitals to shout: no abbreviations."""
    readers: tuple[PlainText, ...] = ()
    """Nouns for those who read a guide, as the subject of a sentence: `the patient`."""
    labels: Mapping[PlainText, tuple[PlainText, ...]] = Field(default_factory=dict)
    """Words that make of a person an illness, and what to write instead; see `check/phrases.py`."""
    label_nouns: Mapping[PlainText, tuple[PlainText, ...]] = Field(default_factory=dict)
    """Those that are adjectives too: they only count where they stand for a person, as `a diabetic`."""
    not_labels: tuple[PlainText, ...] = ()
    """Phrases in which a word of `labels` says something else."""
    empty_links: tuple[PlainText, ...] = ()
    """Words of links that do not say where they lead: `click here`."""
    causes: tuple[PlainText, ...] = ()
    """Phrases that say that one thing makes another happen. How a phrase is written stands in `check/phrases.py`."""
    not_causes: tuple[PlainText, ...] = ()
    """Phrases in which a word of `causes` says something else."""
    hedges: tuple[PlainText, ...] = ()
    """Phrases before a claim that take it back or leave it open."""
    not_hedges: tuple[PlainText, ...] = ()
    """Phrases in which a word of `hedges` does not do so."""
    sales: tuple[PlainText, ...] = ()
    """Phrases that sell."""
    not_sales: tuple[PlainText, ...] = ()
    """Phrases in which a word of `sales` says something else."""
    warnings: tuple[PlainText, ...] = ()
    """Phrases before a word of `sales` that warn of it."""
    stopping: tuple[PlainText, ...] = ()
    """Phrases that tell somebody to stop or change what comes after them."""
    not_between: tuple[PlainText, ...] = ()
    """Phrases that part what is stopped from a medicine that is named later."""
    medicines: tuple[PlainText, ...] = ()
    """Medicines as people call them."""
    not_medicines: tuple[PlainText, ...] = ()
    """Phrases in which a word of `medicines` names something that nobody prescribes."""
    asking_first: tuple[PlainText, ...] = ()
    """Phrases that make a sentence no advice to stop or change a medicine by oneself."""
    forbidding: tuple[PlainText, ...] = ()
    """Phrases before such an advice that forbid it, or tell of other people."""
    weights: tuple[PlainText, ...] = ()
    """Units of a body's weight."""
    weight_sums: tuple[PlainText, ...] = ()
    """Phrases that ask the reader to reckon with a weight."""
    reckoners: tuple[PlainText, ...] = ()
    """Phrases that say who works out a dose for the reader."""
    daily_limits: Mapping[PlainText, tuple[PlainText, ...]] = Field(default_factory=dict)
    """The most of a supplement that an adult may take in a day, in each unit that it is given in."""
    nutrient_names: Mapping[PlainText, PlainText] = Field(default_factory=dict)
    """Other names of what `daily_limits` holds."""
    units: Mapping[PlainText, float] = Field(default_factory=dict)
    """Units of weight and the micrograms in each; 0 for a unit that has no fixed weight."""
    taking: tuple[PlainText, ...] = ()
    """Phrases that advise the reader to take something."""
    not_taking: tuple[PlainText, ...] = ()
    """Phrases that make an amount no advice to take it."""
    supplements: tuple[PlainText, ...] = ()
    """Supplements as people call them."""
    signs: Mapping[PlainText, Mapping[PlainText, Mapping[Slug, PlainText]]] = Field(default_factory=dict)
    """Signs that guides on a topic must name: topic, level, the sign's id and what it is."""
    urgent_starts: tuple[PlainText, ...] = ()
    """Words that the heading over signs begins with: what to do."""
    urgent_ends: tuple[PlainText, ...] = ()
    """Words that it ends with; the usual ones first."""
    studies: tuple[PlainText, ...] = ()
    """Phrases that tell of what a study found."""
    unknowns: tuple[PlainText, ...] = ()
    """Phrases that say what is not known."""
    disclaims: tuple[PlainText, ...] = ()
    """Phrases that say that a guide replaces no advice."""
    professionals: tuple[PlainText, ...] = ()
    """Who gives advice."""
    forms: tuple[PlainText, ...] = ()
    """Other forms that a guide can be had in."""
    imperatives: tuple[PlainText, ...] = ()
    """Words that an action begins with."""
    placeholders: tuple[PlainText, ...] = ()
    """What stands where nobody has written yet."""
    number_words: Mapping[PlainText, int] = Field(default_factory=dict)
    """Numbers in words, up to 90."""
    number_idioms: tuple[PlainText, ...] = ()
    """Phrases in which a number in words counts nothing."""
    measured: tuple[PlainText, ...] = ()
    """What is counted or measured, also behind a hyphen: `week`."""
    dose_forms: tuple[PlainText, ...] = ()
    """What a medicine comes in, one by one."""
    not_counted: tuple[PlainText, ...] = ()
    """Words before "one" that make it no count."""
    number_names: tuple[PlainText, ...] = ()
    """Words that a number names, not counts: `room`."""
    calling: tuple[PlainText, ...] = ()
    """Words before the number of a telephone."""
    amount_before: tuple[PlainText, ...] = ()
    """Words before an amount: `about`."""
    year_before: tuple[PlainText, ...] = ()
    """Words before a year: `since`."""
    small_words: tuple[PlainText, ...] = ()
    """Little words, which name and count nothing."""
    people: tuple[PlainText, ...] = ()
    """Words for those who are counted in a share of people."""
    chances: tuple[PlainText, ...] = ()
    """Words for how likely something is."""
    share_after: tuple[PlainText, ...] = ()
    """Words after a percentage of people: `had`."""
    strengths: tuple[PlainText, ...] = ()
    """Words that make a percentage a strength or a result."""
    other_ratios: tuple[PlainText, ...] = ()
    """Words that make "1 in 12" no number of people."""
    band_before: tuple[PlainText, ...] = ()
    """Phrases before "1 in 10" that make it a band of how often side effects happen."""
    sums: tuple[PlainText, ...] = ()
    """Phrases that leave a sum to the reader."""
    sums_asked: tuple[PlainText, ...] = ()
    """Phrases that tell somebody to do a sum."""
    fractions: tuple[PlainText, ...] = ()
    """Parts of an amount: `third`."""
    given_in_units: tuple[PlainText, ...] = ()
    """Medicines that have no weight to be given in."""
    nutrients: tuple[PlainText, ...] = ()
    """Vitamins, minerals and medicines whose names do not tell."""
    medicine_endings: tuple[PlainText, ...] = ()
    """How names of medicines end."""
    months: Mapping[PlainText, int] = Field(default_factory=dict)
    """Months and their short forms, from 1."""
    weekdays: tuple[PlainText, ...] = ()
    """Days of the week and their short forms."""
    date_before: tuple[PlainText, ...] = ()
    """Words before a day and month in figures."""
    as_printed: tuple[PlainText, ...] = ()
    """Words that tell what stands on a pack."""
    time_before: tuple[PlainText, ...] = ()
    """Words before a time of day."""
    timetable: tuple[PlainText, ...] = ()
    """Words in a text with opening times and the like."""
    not_times: tuple[PlainText, ...] = ()
    """Words after figures that are no time of day."""
    stock_headings: tuple[PlainText, ...] = ()
    """Headings that say nothing, without their parts in brackets."""
    heading_words: tuple[PlainText, ...] = ()
    """Words that are no names, as headings have them."""
    heading_endings: tuple[PlainText, ...] = ()
    """How words end that are no names."""
    name_words: tuple[PlainText, ...] = ()
    """Words that a name of a place, a body or a law has: `hospital`."""
    question_starts: tuple[PlainText, ...] = ()
    """Phrases that a question begins with."""
    loud: tuple[PlainText, ...] = ()
    """Words whose capitals are loud wherever they stand: `never`."""
    spelled: tuple[PlainText, ...] = ()
    """Words before what stands on a button or is typed: `press`."""
    participles: tuple[PlainText, ...] = ()
    """Past participles that do not end in `ed`."""
    not_participles: tuple[PlainText, ...] = ()
    """Words in `ed` that are no participles."""
    adjectives: tuple[PlainText, ...] = ()
    """Participles that describe somebody or something: `tired`."""
    states: tuple[PlainText, ...] = ()
    """Participles that mostly say how something is, not what is done: `closed`."""
    naming: tuple[PlainText, ...] = ()
    """Those of `states` that are passives nowhere: `called`."""
    passive_idioms: tuple[PlainText, ...] = ()
    """Phrases that look passive and are not, or that have no active form."""
    adverbs: tuple[PlainText, ...] = ()
    """Words between a form of "be" and its participle that do not end in `ly`."""
    degrees: tuple[PlainText, ...] = ()
    """Words that only an adjective has before it: `very`."""
