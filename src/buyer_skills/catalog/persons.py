"""Whether a text that should say a function seems to name someone, or to say where to reach them."""

import re
import unicodedata

_ADDRESS = re.compile(r"\S@\S|(?:\+33|\b0)\s?[1-9](?:[\s.-]?[0-9]{2}){4}\b")
_CIVILITY = re.compile(
    r"\b(?:M\.|MM\.|Mr\b|Mme\b|Mmes\b|Mlle\b|Monsieur\b|Madame\b|Mademoiselle\b|Mrs\b|Ms\b|Miss\b|Me\s+[A-ZÉ])"
)
_INITIAL = re.compile(r"(?<!\w)[A-ZÉÈ]\.(?:-?[A-ZÉÈ]\.)*\s*[A-ZÉÈ][\w'’-]+")
_PARTS = re.compile(r"[,;:()/|\n]|\s[-–—]\s")
_WORD = re.compile(r"[\w'’-]+")
_MOST_NAMES = 4
"""Words of a name: two or more, four at most."""

_FUNCTIONS = frozenset(
    _WORD.findall(
        """
        accompagnement achat achats acheteur acheteuse acheteurs adjoint adjointe administrateur
        administratrice administratif administration agence alternance animateur animatrice antenne
        apprentissage assistant assistante attache attachee bureau cabinet cadre cellule centre
        charge chargee chef cheffe chercheur chercheuse collaborateur collaboratrice commande
        commission communaute commune conseil conseiller conseillere contrats contract coordinateur
        coordinatrice coordonnateur coordonnatrice cycle delegation delegue deleguee departement
        department dga dgs diplome direction director directeur directrice division doyen doyenne
        drh droit economie ecole enseignant enseignante equipe etudes expert experte finances
        formation formations formateur formatrice gestion gestionnaire head hopital ingenieur
        ingenieure ingenierie institut juridique juriste lead licence maire maitre maitresse manager
        marches master mention mission national nationale numerique officer offre offres parcours
        pedagogie pedagogique pilotage pilote pole poles president presidente procurement professeur
        professeure programme publics publique referent referente regional regionale rh responsable
        ressources scolarite secretaire secretariat secretary service services site sous-directeur
        sous-directrice stages territoire training tuteur tutrice universite university
        vice-president vice-presidente ville
        """
    )
)
"""Words, without accents, that only a function or a body has."""

_GIVEN_NAMES = frozenset(
    _WORD.findall(
        """
        adele adrien agnes alain albert alexandra alexandre alexis alice alix amandine amelie amina
        andre anna anne annie antoine arnaud arthur audrey aurelie baptiste beatrice benjamin benoit
        bernadette bernard bertrand brigitte bruno camille carine carole caroline catherine cecile
        celine chantal charles charlotte chloe christelle christian christiane christine christophe
        claire claude claudine clement colette corinne cyril damien daniel danielle david delphine
        denis denise didier dominique edith edouard elena eliane elisabeth elise elodie emilie emma
        emmanuel emmanuelle eric estelle etienne eva evelyne fabien fabienne fabrice fanny fatima
        fatou florence florian francis francois francoise franck frederic frederique gabriel gaelle
        genevieve georges gerald gerard germain gilbert gilles gregory guillaume gwenaelle helene
        henri herve hugo ines irene isabelle jacqueline jacques jean jeanne jeremy jerome joel
        joelle jonathan josiane julia julie julien juliette karim karine kevin laetitia laura laure
        laurence laurent lea lionel loic louis louise luc lucas lucie ludovic madeleine malika manon
        marc marcel margaux marguerite maria marie marina marine marion marlene marthe martine
        mathieu mathilde matthieu maurice maxime melanie michel michele michelle mireille mohamed
        monique morgane muriel myriam nadege nadia nadine nathalie nathan nicolas nicole noel noemie
        odile olivier oceane ophelie pascal pascale patrice patricia patrick paul pauline philippe
        pierre quentin rachel rachid raphael raymond regis remi remy rene renee robert roger roland
        romain sabine sabrina samira samuel sandra sandrine sarah sebastien serge severine simon
        simone solange sonia sophie stephane stephanie suzanne sylvain sylvie theo therese thibault
        thierry thomas valentin valerie vanessa veronique vincent virginie viviane xavier yann
        yannick yasmine yves yvette yvonne zoe john mary james peter susan
        """
    )
)
"""Common given names, without accents."""


def names_someone(text: str) -> bool:
    """Return whether a text says « Mme » or the like, an e-mail address or a telephone number.

    It is for names of bodies, which may hold those of the dead.

    >>> names_someone("Mme Durand"), names_someone("Lycée Jean Jaurès")
    (True, False)
    """
    return bool(_ADDRESS.search(text) or _CIVILITY.search(text))


def seems_personal(text: str) -> bool:
    """Return whether a text seems to name a person, or to give an address or a telephone number.

    It is a guess, from titles of courtesy, initials, given names, and words in capitals that no function has.

    >>> seems_personal("Mme Martin"), seems_personal("Jean Dupont"), seems_personal("offre@cnfpt.fr")
    (True, True, True)
    >>> seems_personal("responsable de l'offre"), seems_personal("Directrice des Études")
    (False, False)
    """
    if _ADDRESS.search(text) or _CIVILITY.search(text) or _INITIAL.search(text):
        return True
    return any(_is_name(part) for part in _PARTS.split(text))


def _is_name(part: str) -> bool:
    words = _WORD.findall(part)
    for index, word in enumerate(words):
        if _is_given_name(word) and (len(words) == 1 or any(map(_is_proper, words[index + 1 : index + 2]))):
            return True
        if index and _is_given_name(word) and _is_shouted(words[index - 1]):
            return True
    return (
        2 <= len(words) <= _MOST_NAMES
        and all(map(_is_proper, words))
        and not any(_plain(word) in _FUNCTIONS for word in words)
    )


def _is_given_name(word: str) -> bool:
    return _is_proper(word) and all(one in _GIVEN_NAMES for one in _plain(word).split("-"))


def _is_proper(word: str) -> bool:
    """Return whether a word is written as a name is: a capital then small letters, or all in capitals."""
    return word[:1].isupper() and (word[1:].islower() or word.isupper() or "-" in word or "'" in word)


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper() and _plain(word) not in _FUNCTIONS


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
