"""What headings of spreadsheets of trainings are about: French words first, English ones too.

A heading is compared without accents, capitals and signs. The first rule that fits wins, so that « date de
session » is not a session, nor « tarif du repas » the price of a training.
"""

import re
import unicodedata
from difflib import get_close_matches
from functools import cache

from buyer_skills.catalog.intake.mapping import COLUMN_FIELDS, ColumnField

_LIGATURES = {"œ": "oe", "æ": "ae", "€": " euros ", "°": " ", "&": " et "}

BETWEEN_LINES = " / "
"""What stands between the lines of a heading on two."""

_LONGEST_WORD = 60

_FRENCH_FIELDS: dict[str, ColumnField] = {
    "intitule": "title",
    "cle": "key",
    "organisme": "provider",
    "nature": "kind",
    "heures": "hours",
    "jours": "days",
    "prix": "price",
    "prix territorial": "price_territorial",
    "prix hospitalier": "price_hospitalier",
    "prix etat": "price_etat",
    "lien": "url",
    "lieu": "place",
    "modalite": "modality",
    "public": "audience",
    "prerequis": "entry_note",
    "objectifs": "aims",
    "contenu": "programme",
    "niveau diplome": "degree_level",
    "debut": "session_start",
    "fin": "session_end",
    "lieu session": "session_place",
    "places": "session_seats",
    "ignore": "ignored",
    "ignoree": "ignored",
}
"""What people write for our fields, beside the words of headings, which say most of them."""

_NUMBERED = re.compile(r" \([0-9]+\)$")

_PRICE = r"(tarifs?|prix|couts?|montants?|frais|price|cost|fee|euros|eur|ttc)"

_PERSON = (
    r"(conseill(ers?|eres?)|responsables?|gestionnaires?|assistante?s?|secretaires?|"
    r"charge(e|es|s)?( e)? (mission|formation|projet|developpement|etude|suivi|dossier)s?|"
    r"animat(eurs?|rices?)|coordinat(eurs?|rices?)|coordonnat(eurs?|rices?)|"
    r"chef(fe|fes|s)?( fe)? (projet|produit|service|file|pole)s?|correspondante?s?|pilotes?|"
    r"tut(eurs?|rices?)|"
    r"auteure?s?|autrices?|redact(eurs?|rices?)|directeurs?|directrices?|ingenieure?s?|experte?s?|"
    r"manager|coordinator|advisers?|advisors?)"
)
"""Words for whoever looks after a training, at the start of a heading."""

_SMALL = frozenset(["de", "du", "des", "d", "l", "la", "le", "les", "en", "of", "the"])
"""Words left out of a heading that has others."""

_RULES: tuple[tuple[ColumnField, str], ...] = (
    # What is not of the training: what is beside the course, people, how the file is kept.
    (
        "ignored",
        rf".*{_PRICE}.*\b(repas|hebergements?|deplacements?|transports?|restauration|dossier|salle)\b.*",
    ),
    ("ignored", rf".*\b(repas|hebergements?|deplacements?|restauration)\b.*{_PRICE}.*"),
    ("ignored", rf".*{_PRICE}.*\b(groupes?|intra|ht|horaire|group)\b.*|ht"),
    ("ignored", r".*\b(telephones?|tel|mails?|mel|courriels?|emails?|phone|portable|coordonnees)\b.*"),
    ("ignored", r"(contacts?|referente?s?)\b.*"),
    ("ignored", r".*\b(formateurs?|formatrices?|intervenante?s?|interlocut\w+|trainers?|prenoms?)\b.*"),
    ("ignored", rf"((noms?|votre|notre|vos|nos|service|agents?) )*{_PERSON}( .*)?"),
    ("ignored", r"(.* )?(suivi|gere|anime|pilote|saisi|valide|modifie|cree)e?s? par"),
    ("ignored", r"(code|numero|n|no|ref|reference|id|identifiant) sessions?"),
    ("ignored", r"dates? (mise a jour|maj|modification|creation|publication|extraction)"),
    ("ignored", r"(date )?(limite|cloture)\b.*|.*\b(limite|cloture|fin) inscriptions?"),
    ("ignored", r"(nb|nombre|nbre|total) sessions?|.*\bplaces? restantes?"),
    # Dates.
    (
        "session_start",
        r"(dates? |jour )?(debut|demarrage|depart|start|begins?)( (date|sessions?|formation|stage))?",
    ),
    ("session_start", r"du|commence|premier jour|from"),
    ("session_end", r"(dates? |jour )?(fin|end|ends)( (date|sessions?|formation|stage))?"),
    ("session_end", r"au|dernier jour|until|to"),
    (
        "session_start",
        (
            r"(dates?|date s|calendrier|planning|sessions?)"
            r"( (dates?|calendrier|sessions?|formations?|stages?|prevues?|programmees?|"
            r"a venir|proposees?|et|\d+))*"
        ),
    ),
    ("session_start", r"(dates?|sessions?|calendrier) 20[0-9]{2}( \w+)*"),
    ("session_place", r"(sessions?|dates?) (lieu|ville|site)"),
    ("session_place", r"(lieu|lieux|ville|site|salle) (sessions?|stages?|accueil)"),
    (
        "session_seats",
        (
            r"((nb|nombre|nbre|number) )?(places?|seats?|effectifs?|participants?|stagiaires?|"
            r"capacite|jauge|capacity)"
            r"( (disponibles?|maxi?|maximum|maximale?|ouvertes|par (session|groupe)|prevues?|accueil))*"
        ),
    ),
    # How long.
    ("days", r"((duree|nb|nbr|nombre|nbre|number|length|duration)\b.*)?\b(jours?|j|jrs|journees?|days?)\b.*"),
    (
        "hours",
        r"((duree|nb|nbr|nombre|nbre|number|length|duration|volume)\b.*)?\b(heures?|h|hrs|horaire|hours?)",
    ),
    ("hours", r"(duree|duration|length|volume)( (totale?|formation|stage|prevue))*"),
    # Who pays how much.
    (
        "price",
        (
            rf".*{_PRICE}.*\b(non|hors) "
            r"(adherents?|affilie\w*|membres?|cotisants?|fp[ht]|etat|fonction publique)"
        ),
    ),
    ("price_territorial", rf".*{_PRICE}.*\b(territoria\w+|fpt|collectivites?|communes?|cnfpt)\b.*"),
    ("price_hospitalier", rf".*{_PRICE}.*\b(hospitali\w+|fph|sanitaires?|anfh|hopita\w+)\b.*"),
    ("price_etat", rf".*{_PRICE}.*\b(etat|ministeres?|ministeriels?|fpe|state)\b.*"),
    ("price_autre", rf".*{_PRICE}.*\b(autres?|entreprises?|prives?|externes?|others?)\b.*"),
    (
        "price",
        (
            rf"{_PRICE}( (par|per|unitaire|individuel|nets?|public|pedagogiques?|inscription|"
            r"formations?|stages?|agents?|stagiaires?|personnes?|participants?|pers|ttc|eur|euros|total|inter|prix|tarifs?|person))*"
        ),
    ),
    # Where and how.
    (
        "region",
        (
            r"(delegations?|regions?|dr|antennes?|inset)"
            r"( (regionales?|territoriales?|organisatrices?|et|ou|delegation|antenne|inset|cnfpt|anfh))*"
        ),
    ),
    (
        "place",
        (
            r"(lieu|lieux|villes?|sites?|localisation|commune|adresse|place|location|city)"
            r"( (formations?|realisation|deroulement|principal))*"
        ),
    ),
    (
        "modality",
        (
            r"(modalites?|formats?|mode|modality|presentiel|distanciel|delivery( mode)?)"
            r"( (pedagogiques?|formations?|stages?|animation|organisation|ou|distanciel|"
            r"distance|a|enseignement|suivi))*"
        ),
    ),
    (
        "entry_note",
        (
            r"(pre ?requis|conditions? (acces|admission|entree|prealables?)|"
            r"connaissances (prealables|requises)|"
            r"niveau (requis|prerequis|entree)|requirements?|prerequisites?)\b.*"
        ),
    ),
    (
        "audience",
        r"(publics?|destinataires?|population|beneficiaires?|cibles?|a qui|pour qui|audience|target)\b.*",
    ),
    (
        "aims",
        r"(objectifs?|finalites?|buts?|competences visees|aims?|objectives?|goals?|learning outcomes)\b.*",
    ),
    (
        "programme",
        (
            r"(contenus?|programmes?|sommaire|(themes?|points) (abordes|traites|cles)|descripti\w+|resume|"
            r"presentation|contents?|syllabus|programs?|plan formation)\b.*"
        ),
    ),
    # Codes and addresses.
    ("formacodes", r".*\bformacodes?\b.*"),
    ("rome", r".*\brome\b.*"),
    ("certification", r".*\b(rncp|certifications?|repertoire specifique|rs)\b.*"),
    ("degree_level", r"niveau (diplome|qualification|sortie|certification|etudes?)\b.*"),
    (
        "code",
        (
            r"((course|training) )?(code|cotes?|ref|reference|numero|n|no|identifiant|id|cle)"
            r"( (stages?|formations?|actions?|produits?|offre|catalogue|cours|anfh|cnfpt|igpde|interne|"
            r"module|fiche|training|course))*"
        ),
    ),
    (
        "url",
        (
            r"(liens?|urls?|adresse (internet|web)|pages?|site internet|web|fiche (ligne|lien|url)|"
            r"hyperliens?|links?|savoir plus)"
            r"( (web|internet|url|vers|fiche|formation|programme|catalogue|inscription|stage|hypertexte))*"
        ),
    ),
    # What it is and who offers it.
    (
        "provider",
        (
            r"(organismes?|prestataires?|operateurs?|etablissements?|fournisseurs?|porteurs?|dispensateurs?|"
            r"providers?|school|ecole|universite|organisateurs?)"
            r"( (formations?|dispensat\w+|porteur|responsable|organisateur|retenu))*"
        ),
    ),
    (
        "kind",
        r"(types?|natures?|categories?|kind)( (formations?|actions?|stages?|produits?|offre|dispositif))*",
    ),
    (
        "title",
        (
            r"((course|training) )?(intitules?|libelles?|titres?|noms?|designations?|titles?|"
            r"denominations?|names?)"
            r"( (longs?|complets?|courts?|officiel|formations?|stages?|actions?|modules?|offres?|produits?|"
            r"parcours|cours|course|training))*"
        ),
    ),
    ("title", r"(formations?|stages?|actions? formation|modules?|cours|courses?|trainings?)( propose[es]*)?"),
)


@cache
def field_of_heading(heading: str) -> ColumnField | None:
    """Return what a heading says its column holds, None when its words are not known.

    >>> field_of_heading("Libellé de la formation"), field_of_heading("Durée (j)"), field_of_heading("Visa")
    ('title', 'days', None)
    """
    whole = _NUMBERED.sub("", heading)
    # Of a heading on two lines, the second may say enough.
    for text in dict.fromkeys((whole, whole.rpartition(BETWEEN_LINES)[2])):
        words = plain_heading(text)
        for field, pattern in _COMPILED:
            if pattern.fullmatch(words):
                return field
    return None


def field_for_word(word: str) -> ColumnField | None:
    """Return the field that a word written in a mapping in place of ours means, None when nothing is close.

    >>> field_for_word("jours"), field_for_word("intitulés"), field_for_word("dayz"), field_for_word("xyz")
    ('days', 'title', 'days', None)
    """
    said = field_of_heading(word)
    if said is not None:
        return said
    known: dict[str, ColumnField] = {one.replace("_", " "): one for one in COLUMN_FIELDS} | _FRENCH_FIELDS
    close = get_close_matches(plain_heading(word)[:_LONGEST_WORD], known, n=1, cutoff=0.7)
    return known[close[0]] if close else None


def is_of_members(heading: str) -> bool:
    """Return whether a heading is that of the price that members of the body pay.

    >>> is_of_members("Tarif adhérent"), is_of_members("Tarif non adhérent")
    (True, False)
    """
    words = plain_heading(heading)
    return _OF_MEMBERS.fullmatch(words) is not None


def plain_heading(heading: str) -> str:
    """Return the words of a heading that say something, without accents, capitals and signs.

    >>> plain_heading("Nb. de jours (durée)"), plain_heading("Du")
    ('nb jours duree', 'du')
    """
    text = heading.lower()
    for sign, words in _LIGATURES.items():
        text = text.replace(sign, words)
    bare = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    found = re.findall(r"[a-z0-9]+", bare)
    return " ".join([one for one in found if one not in _SMALL] or found)


_OF_MEMBERS = re.compile(rf".*{_PRICE}( \w+)* (?<!non )(?<!hors )(adherents?|affilie\w*|membres?|cotisants?)")
_COMPILED = tuple((field, re.compile(pattern)) for field, pattern in _RULES)
