"""Rules over claims and safety, beside the labelled snippets: places, messages, sentences that look guilty or are."""

from __future__ import annotations

import pytest
from labelled import manuscript_of

from leafdeck.check import claims, doses, phrases
from leafdeck.check.finding import Finding
from leafdeck.notice import Severity

RULES = (
    claims.cause_for_link,
    claims.sales_word,
    doses.stop_medicine,
    doses.dose_by_weight,
    doses.dose_over_limit,
)
HARMLESS = """\
We will help you choose the best treatment for you.
The aim of treatment is to cure the cancer.
Surgery can cure early bowel cancer.
Antibiotics cure most chest infections.
Most people have no side effects.
Every child is unique.
You can get help from the alcohol detox team.
The chance of a cure is higher if the cancer is found early.
This is the best time to take your tablets.
Do your best to rest.
Cut the tablet along the line and take half a tablet twice a day.
Change the patch every 3 days.
Throw away tablets that are past their date.
Stop smoking before you start the tablets.
Stop drinking alcohol while you take antibiotics.
Stop the bleeding, then take your tablets.
You may need to stop taking the pill before surgery.
If you stop taking your tablets, the pain may come back.
Stop taking ibuprofen and call 111 if you get a rash.
Your doctor will slowly lower the dose of your steroids.
Take double the number of pillows.
Some people stop taking their tablets because they feel better.
Do not double the dose to make up for a missed one.
If you miss a dose, skip it and take the next tablet at the usual time.
If it is nearly time for your next dose, skip the missed dose.
When you stop taking opioids, cut down slowly.
Tell your pharmacist if you want to change your tablets.
Increase the amount of fibre you eat while you take iron tablets.
Take 1 iron tablet (200mg) once a day for iron deficiency anaemia.
The nurse will give you 5mg for each kg you weigh.
Newborn babies lose up to 100g per kg of their weight.
A blood test showed 500mg of iron in the body.
Women need 14.8mg of iron a day.
Take 10 micrograms of vitamin D a day.
Men need 9.5mg of zinc a day and 1,000mg of salt is too much.
Do not lift more than 5kg for 6 weeks.
Have 700mg of calcium each day from food, and take vitamin D.
You should drink 2 litres and eat 30g of fibre with your iron tablets each day.
Eat 25g of fibre and take 10mg of iron every day.
Lower your blood pressure without tablets by moving more.
Swap sugary drinks for water when you take your medicine.
This medicine lowers your chance of a stroke.
Your team may ask you to stop blood thinners before the test.
Stop and rest if you feel pain, then take a painkiller.
You do not need to take any tablets on the day of the test.
You no longer need to take tablets to school.
Give up caffeine while you take this medicine.
Use your inhaler if you are short of breath. Stop using it when you feel better.
Stop taking the medicine and go to A&E if your lips swell.
Miss out the sugar in your coffee and take your tablets with water.
"""
GUILTY = """\
Stop your blood pressure tablets if you feel dizzy.
You can stop taking antidepressants once you feel well.
Halve your insulin on days when you eat less.
Skip your water tablet when you travel.
You can safely come off your steroids after a week.
Switch from warfarin to garlic.
Take an extra 2 tablets of morphine if it still hurts.
Miss out your metformin for a week.
This herbal cream guarantees results.
It is natural and therefore safe.
A wonder cure for arthritis.
Our clinic has the best surgeons in the country.
Take 5,000 IU of vitamin D daily.
We recommend 20mg of iron a day.
Try 1,000mg of magnesium before bed.
Take zinc 50mg every day until the cold is gone.
Give 10 ml for each kg of body weight.
Take 2mg per kilogram each morning.
"""
LINKS = """\
People who smoke have more back pain [@a].
People who ate fish had fewer heart attacks [@a].
Low iron goes with worn discs [@a].
Doctors do not know what causes fibromyalgia [@a].
About 1 in 10 people with sciatica have pain caused by a tumour [@a].
Most back pain is not caused by anything serious [@a].
The virus that causes shingles stays in your body [@a].
A common cause of heel pain is tight calf muscles [@a].
Other causes of itching were rare [@a].
People who took aspirin to prevent strokes bled more often [@a].
In one study, older people who fell were more often weak [@a].
Nobody has shown that low iron harms the discs [@a].
It is not clear whether coffee raises your blood pressure [@a].
Women who stopped smoking had fewer pains [@a].
The treatment made no difference [@a].
The road that leads to the hospital is 2 miles long [@a].
Cows' milk may make eczema worse [@a].
Does sugar cause diabetes? [@a]
Anaemia has been linked with worn discs, a common cause of back pain [@a].
Your liver makes a protein that carries iron [@a].
Researchers asked 500 people what made their pain worse [@a].
Pain in the damaged joint was worse at night [@a].
Up to 10 in 100 people get a cough because of the weather, they say [@a].
Improved sleep went with less pain [@a].
Headache is a sign of low blood sugar [@a].
The pain eased in most people within 6 weeks [@a].
Half of them got better within 3 months, and the pain improved [@a].
Symptoms improved in 7 out of 10 people [@a].
This may help to prevent falls [@a].
Around 1 in 3 people have reduced feeling in their feet [@a].
Most wounds heal within 2 weeks [@a].
Most broken wrists healed in 6 weeks [@a].
The number of falls is cut by half in summer [@a].
Smokers are twice as likely to get back pain [@a].
"""
"""Sentences that rest on a cohort study, and say no more than it shows."""
CAUSES = """\
Smoking causes back pain [@a].
Too little sleep makes you fat [@a].
Coffee raises your risk of a stroke [@a].
Walking cuts the risk of falls [@a].
Red meat gives you bowel cancer [@a].
Loneliness leads to dementia [@a].
Low vitamin D is a cause of back pain [@a].
Back pain is often caused by stress [@a].
Green tea protects you against cancer [@a].
Screens harm children's eyes [@a].
Yoga improves sleep in older people [@a].
Nuts lower the risk of diabetes [@a].
Vitamin C shortens colds and prevents flu [@a].
Sitting too long results in weak muscles [@a].
Fast food triggers asthma attacks in children [@a].
Low iron damages the discs of your back [@a].
Living near a main road can cause asthma [@a].
Heavy school bags lead to back pain in teenagers [@a].
"""
"""Sentences that rest on a cohort study, and say more."""


def found(text: str, **snippet: object) -> list[Finding]:
    """Return what the rules find in a text."""
    manuscript, _ = manuscript_of({"text": text, **snippet})
    return [finding for rule in RULES for finding in rule(manuscript)]


@pytest.mark.parametrize("text", HARMLESS.splitlines())
def test_what_looks_guilty_is_left_alone(text: str) -> None:
    assert [str(finding) for finding in found(text)] == []


@pytest.mark.parametrize("text", GUILTY.splitlines())
def test_what_is_guilty_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", LINKS.splitlines())
def test_a_link_told_as_one_is_left_alone(text: str) -> None:
    assert [str(finding) for finding in found(text, references={"a": "cohort"})] == []


@pytest.mark.parametrize("text", CAUSES.splitlines())
def test_a_link_told_as_a_cause_is_found(text: str) -> None:
    assert "cause-for-link" in {finding.rule for finding in found(text, references={"a": "cohort"})}


@pytest.mark.parametrize("design", ["systematic-review", "randomised-trial", "guideline", "review", "other"])
def test_a_source_that_may_show_a_cause_is_left_alone(design: str) -> None:
    assert found("Smoking causes back pain [@a].", references={"a": design}) == []


def test_a_source_of_no_known_design_is_left_alone() -> None:
    assert found("Smoking causes back pain [@a].") == []
    assert found("Smoking causes back pain [@a; @b].", references={"a": "cohort"}) == []


def test_one_source_that_may_show_a_cause_is_enough() -> None:
    designs = {"a": "cohort", "b": "randomised-trial"}

    assert found("Smoking causes back pain [@a; @b].", references=designs) == []


def test_a_citation_counts_for_its_own_sentence() -> None:
    text = "Smoking causes lung cancer. Back pain goes with it, too [@a]."

    assert found(text, references={"a": "cohort"}) == []


def test_a_citation_behind_the_full_stop_counts_for_the_sentence_before() -> None:
    (finding,) = found("Smoking causes back pain. [@a] It is common.", references={"a": "cohort"})

    assert finding.message == '"causes" says that it is the cause, but a cohort study can only show a link'
    assert finding.severity is Severity.ERROR
    assert finding.span == (8, 14)
    assert (finding.place.line, finding.place.column) == (1, 9)


def test_quoted_words_are_left_alone() -> None:
    assert found('Beware of pages that say "a miracle cure".') == []


def test_a_dose_over_the_limit_names_the_limit() -> None:
    (finding,) = found("Take 6,000 IU of vitamin D daily.")

    assert finding.message == '"6,000 IU" of vitamin d is more than an adult may take in a day: 4,000 IU'
    assert finding.span == (5, 13)


@pytest.mark.parametrize("text", ["Take 100 micrograms of vitamin D a day.", "Take 17mg of iron a day."])
def test_the_limit_itself_is_within(text: str) -> None:
    assert found(text) == []


def test_units_are_compared_by_weight() -> None:
    assert [finding.rule for finding in found("Take 0.2mg of vitamin D a day.")] == ["dose-over-limit"]
    assert found("Take 0.05mg of vitamin D a day.") == []


def test_advice_to_stop_a_medicine_is_shown_from_the_verb_to_the_medicine() -> None:
    (finding,) = found("If you feel well, stop taking your statin.")

    assert '"stop taking your statin"' in finding.message
    assert finding.span == (18, 41)


@pytest.mark.parametrize("text", [*GUILTY.splitlines(), *CAUSES.splitlines()])
def test_other_languages_are_not_judged(text: str) -> None:
    assert found(text, language="fi", references={"a": "cohort"}) == []


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("is|are the? * cause of", "Stress is the main cause of it.", "is the main cause of"),
        ("is|are the? * cause of", "Some are a cause of it.", "are a cause of"),
        ("*statin", "Take a Simvastatin now.", "Simvastatin"),
        ("does|do not", "It does not.", "does not"),
        ("*n't", "You can’t.", "can’t"),
        ("natural so safe", "It is natural, so safe.", "natural, so safe"),
        ("a&e", "Go to A&E.", "A&E"),
        ("clotting? factor", "A clotting factor is low.", "clotting factor"),
        ("clotting? factor", "A factor is low.", "factor"),
        ("cure", "It is cure-all.", None),
        ("cure", "It is secure.", None),
    ],
)
def test_a_phrase_is_found_as_the_list_means_it(phrase: str, text: str, words: str | None) -> None:
    match = next(phrases.found((phrase,), text), None)

    assert (match[0] if match else None) == words
