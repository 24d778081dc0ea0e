"""Parts of a training in one line each."""

from buyer_skills.views.diff_parts import confirmed_text, link_text, origin_text, session_text


def test_a_session_says_its_days_place_and_seats() -> None:
    session = {"start": "2027-03-15", "end": "2027-03-16", "place": "Lille", "seats": 12}
    assert session_text(session, "fr") == "15 mars 2027 à 16 mars 2027, Lille, 12 places"
    assert session_text({"start": "2027-03"}, "fr") == "mars 2027"


def test_a_code_says_its_list() -> None:
    assert link_text({"framework": "Formacode", "code": "13209"}) == "Formacode 13209"
    assert link_text({"framework": "RMFP", "label": "Acheteuse ou acheteur"}) == "RMFP Acheteuse ou acheteur"


def test_an_origin_and_an_answer_are_dated() -> None:
    origin = {"registry": "fun-mooc", "key": "C1", "read": "2026-11-20"}
    assert origin_text(origin, "fr") == "fun-mooc, repère C1, lu le 20 novembre 2026"
    answer = {"function": "responsable de l'offre", "day": "2026-11-20"}
    assert confirmed_text(answer, "fr") == "responsable de l'offre, 20 novembre 2026"
