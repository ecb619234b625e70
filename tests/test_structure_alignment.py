"""Questions with their answers, where all answers stand behind all questions."""

from __future__ import annotations

from kamerbrief.structure.evidence.marked_blocks import MarkedBlock, with_mark
from kamerbrief.structure.pairing.alignment import aligned, questions_in, realign
from kamerbrief.structure.pairing.drafts import ExchangeDraft, HeadingDraft, all_drafts
from pages import block

FERRY = "De leden van de VVD-fractie vragen wat de veerboot naar Texel kost."
POOL = "Deze leden vragen de minister ook of het zwembad in Assen open blijft."
MILL = "Ten slotte vragen deze leden aan de minister wie de molens van Kinderdijk onderhoudt."


def blocks(*texts: str) -> list[MarkedBlock]:
    return [with_mark(block(text)) for text in texts]


def pairs(questions: list[str], answers: list[str], *, marked: bool = False) -> list[tuple[str, str]]:
    """Question and answer of each pair, paragraphs joined; `marked`: every answer has its mark."""
    behind = blocks(*answers)
    starts = {id(answer) for answer in behind} if marked else set()
    found = aligned(questions_in(blocks(*questions)), behind, starts)
    return [(" ".join(b.words for b in pair.question), " ".join(b.words for b in pair.answer)) for pair in found]


def test_answers_go_to_the_questions_whose_words_they_share() -> None:
    answers = ["De veerboot naar Texel is duur.", "Het zwembad in Assen sluit.", "De molens van Kinderdijk zijn oud."]
    assert pairs([FERRY, POOL, MILL], answers) == list(zip([FERRY, POOL, MILL], answers, strict=True))


def test_a_restated_question_outweighs_the_words_of_the_rest_of_the_answer() -> None:
    answers = [
        "De leden van de VVD-fractie vragen wat de veerboot naar Texel kost. Dat hangt van het seizoen af.",
        "Deze leden vragen ook of het zwembad in Assen open blijft. De veerboot naar Texel heeft daar geen deel aan.",
    ]
    assert pairs([FERRY, POOL], answers) == list(zip([FERRY, POOL], answers, strict=True))


def test_a_question_may_have_several_paragraphs_of_answer() -> None:
    answers = ["De veerboot naar Texel is duur.", "In de winter kost hij minder.", "Het zwembad in Assen sluit."]
    assert [answer for _, answer in pairs([FERRY, POOL], answers)] == [" ".join(answers[:2]), answers[2]]


def test_a_follow_up_that_names_nobody_is_answered_with_the_question_before_it() -> None:
    follow_up = "En klopt het dat fietsen gratis mee mogen?"
    answers = ["De veerboot naar Texel is duur. Fietsen mogen mee.", "Het zwembad in Assen sluit."]
    assert pairs([FERRY, follow_up, POOL], answers) == [(f"{FERRY} {follow_up}", answers[0]), (POOL, answers[1])]


def test_a_question_that_nothing_answers_stands_alone() -> None:
    asked = "Deze leden vragen de minister: waarom blijft het zwembad in Assen open?"
    answers = ["De veerboot naar Texel is duur.", "De molens van Kinderdijk zijn oud."]
    assert pairs([FERRY, asked, MILL], answers) == [(FERRY, answers[0]), (asked, ""), (MILL, answers[1])]


def test_the_orders_of_both_are_kept() -> None:
    answers = ["Het zwembad in Assen sluit.", "De veerboot naar Texel is duur."]
    questions = [question for question, _ in pairs([FERRY, POOL], answers)]
    assert " ".join(questions) == f"{FERRY} {POOL}"
    assert " ".join(answer for _, answer in pairs([FERRY, POOL], answers)).strip() == " ".join(answers)


def test_without_answers_the_questions_are_one() -> None:
    assert pairs([FERRY, POOL], []) == [(f"{FERRY} {POOL}", "")]


def test_marked_answers_start_at_another_question_where_words_do_not_tell() -> None:
    assert [answer for _, answer in pairs([FERRY, POOL], ["Ja.", "Nee."], marked=True)] == ["Ja.", "Nee."]


def test_the_margin_says_how_sure_a_pair_is() -> None:
    questions = questions_in(blocks(FERRY, POOL))
    sure = aligned(questions, blocks("De veerboot naar Texel is duur.", "Het zwembad in Assen sluit."))
    thin = aligned(questions, blocks("De veerboot naar Texel is duur.", "Het zwembad en de veerboot zijn duur."))
    assert sure[0].margin == float("inf")
    assert sure[1].margin > thin[-1].margin


def test_what_leads_to_a_question_goes_with_it_and_the_last_takes_what_is_left() -> None:
    found = questions_in(blocks("Er is veel te doen over de veerboot.", FERRY, POOL, "Zij wachten dat af."))
    assert [len(question) for question in found] == [2, 2]
    assert questions_in([]) == []


def heading(text: str, *drafts: tuple[list[str], list[str]]) -> HeadingDraft:
    return HeadingDraft(
        tuple(blocks(text)), tuple(ExchangeDraft(tuple(blocks(*asked)), tuple(blocks(*told))) for asked, told in drafts)
    )


def realigned(*headings: HeadingDraft) -> list[list[str]]:
    """The answers under each heading."""
    found = realign(headings)
    return [[" ".join(b.words for b in draft.answer) for draft in heading.drafts] for heading in found]


ANSWERS = ["Op de vraag van de leden over de veerboot naar Texel: hij is duur.", "Het zwembad in Assen sluit."]


def test_answers_behind_all_questions_of_a_faction_are_paired_anew() -> None:
    faction = heading("Inbreng van de VVD-fractie", ([FERRY, POOL], [ANSWERS[0]]), ([], [ANSWERS[1]]))
    assert realigned(faction) == [ANSWERS]


def test_answers_in_turn_stay_as_they_are() -> None:
    faction = heading("Inbreng van de VVD-fractie", ([FERRY], [ANSWERS[0]]), ([POOL], [ANSWERS[1]]))
    assert realign([faction]) == [faction]


def test_the_answers_of_one_faction_never_go_to_another() -> None:
    one = heading("Inbreng van de VVD-fractie", ([FERRY], []))
    other = heading("Inbreng van de SP-fractie", ([POOL, MILL], ANSWERS[:1]), ([], ANSWERS[1:]))
    assert realigned(one, other)[0] == [""]


def test_numbered_questions_are_not_paired_anew() -> None:
    numbered = ExchangeDraft(tuple(blocks(FERRY, POOL)), tuple(blocks(*ANSWERS)), labels=("1",))
    found = realign([HeadingDraft((), (numbered, ExchangeDraft(answer=tuple(blocks(MILL)))))])
    assert all_drafts(found)[0] == numbered


def test_as_many_answers_as_questions_go_one_to_each_though_they_share_no_word() -> None:
    answers = ["Nee, dat is te duur.", "Daarover wordt in het najaar beslist.", "Dat is de provincie."]
    faction = heading("Inbreng van de VVD-fractie", ([FERRY, POOL, MILL], answers))
    assert realigned(faction) == [answers]


def test_a_list_and_a_table_go_with_the_answer_above_them() -> None:
    answers = ["Dat staat in de tabel.", "- eerste klasse;", "Het zwembad sluit."]
    assert [answer for _, answer in pairs([FERRY, POOL], answers)] == [" ".join(answers[:2]), answers[2]]


def test_two_questions_with_two_paragraphs_behind_them_are_left_together() -> None:
    faction = heading("Inbreng van de VVD-fractie", ([FERRY, POOL], ["Nee.", "Daarover wordt beslist."]))
    assert realign([faction]) == [faction]


def test_a_quotation_on_a_question_goes_with_that_question() -> None:
    quoted = ["In het rapport staat daarover:", "‘De veerboot vaart leeg.’", "Deze leden delen deze conclusie."]
    items = questions_in(blocks(FERRY, *quoted, POOL, MILL))
    assert [len(item) for item in items] == [4, 1, 1]
