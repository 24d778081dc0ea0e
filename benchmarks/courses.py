"""The trainings of a generated catalogue."""

from random import Random

from benchmarks.records import BASE, DEGREE_LEVELS, TEXT, Document, drawn
from benchmarks.shapes import Shape, Weights


def courses_of(
    shape: Shape,
    count: int,
    competencies: list[str],
    providers: list[str],
    sources: list[str],
    random: Random,
) -> list[Document]:
    """Return ``count`` courses; one may ask for those before it, so that nothing waits for itself."""
    taught = _taught(competencies, shape, random)
    courses: list[Document] = []
    for number in range(1, count + 1):
        courses.append(_course(number, shape, taught, providers, sources, courses, random))
    return courses


def practices(source: str) -> list[Document]:
    """Return the four templates of the bundled catalogue: one step each, never from 0."""
    doing, being = ["savoir", "savoir-faire"], ["savoir-etre"]
    some, others = ([f"domaine-{n}" for n in numbers] for numbers in ((1, 2, 3), (4, 5, 6, 7, 8, 9)))
    templates: tuple[tuple[str, Document, list[list[int]]], ...] = (
        ("binome", {"kinds": ["savoir-faire", "savoir-etre"], "areas": some}, [[1, 2]]),
        ("codeveloppement", {"kinds": being}, [[1, 2], [2, 3]]),
        ("mission", {"kinds": ["savoir-faire"], "areas": others}, [[1, 2], [2, 3]]),
        ("tutorat", {"kinds": doing}, [[1, 2], [2, 3]]),
    )
    return [
        {
            "id": name, "title": name.title(), "provider": "organisme-002", "kind": "practice",
            "status": "current", "evidence": "generic", "noted": "2026-11", "basis": "theme",
            "outcomes": {"applies_to": scope, "steps": steps}, "sources": [source],
        }
        for name, scope, steps in templates
    ]  # fmt: skip


def _taught(names: list[str], shape: Shape, random: Random) -> Weights:
    """Return how often each competency is taught: a few very often, many once or twice."""
    others = [name for name in names if name != BASE]
    random.shuffle(others)
    kept = [BASE, *others][: round(len(names) * shape.taught_competencies)]
    return {name: round(1000 / (rank + 1) ** 0.8) for rank, name in enumerate(kept, start=1)}


def _course(
    number: int,
    shape: Shape,
    taught: Weights,
    providers: list[str],
    sources: list[str],
    earlier: list[Document],
    random: Random,
) -> Document:
    is_degree = random.random() < shape.degrees
    funded = random.random() < shape.funded_provider and not is_degree
    status = drawn(shape.statuses, random)
    outcomes = _outcomes(shape, taught, random)
    course: Document = {
        "id": f"formation-{number:04}",
        "title": f"Formation {number} : marchés publics, pratique et perfectionnement",
        "provider": providers[0] if funded else random.choice(providers),
        "kind": "degree" if is_degree else drawn(shape.kinds, random),
        "status": status,
        **({"ended": "2025-12-31"} if status == "ended" else {}),
        "evidence": drawn(shape.evidence, random),
        "noted": "2026-11",
        "outcomes": outcomes,
        "audience": "agents territoriaux",
        "url": f"https://formation.example/{number}",
        "sources": [random.choice(sources)],
        "note": TEXT,
    }
    if outcomes:
        course["basis"] = "titre"
        if requires := _requires(shape, outcomes, earlier, random, is_degree=is_degree):
            course["requires"] = requires
    return course | _costs(shape, random, is_degree=is_degree)


def _outcomes(shape: Shape, taught: Weights, random: Random) -> list[Document]:
    wanted = int(drawn(shape.outcomes, random))
    found: dict[str, Document] = {}
    while len(found) < wanted:
        name = drawn(taught, random)
        start, end = drawn(shape.steps, random).split("-")
        found.setdefault(name, {"competency": name, "from": int(start), "to": int(end)})
    return list(found.values())


def _requires(
    shape: Shape, outcomes: list[Document], earlier: list[Document], random: Random, *, is_degree: bool
) -> Document:
    if is_degree:
        return {"degree_level": 6} if random.random() < shape.requires_degree else {}
    found: Document = {}
    if random.random() < shape.requires_level and all(each["competency"] != BASE for each in outcomes):
        found["levels"] = [{"competency": BASE, "level": 1}]
    offered = [each["id"] for each in earlier if each["status"] == "current" and each["kind"] != "degree"]
    if offered and random.random() < shape.requires_training:
        found["trainings"] = [random.choice(offered)]
    return found


def _costs(shape: Shape, random: Random, *, is_degree: bool) -> Document:
    if is_degree:
        return {"grants_degree_level": int(drawn(DEGREE_LEVELS, random)), "duration_months": 12}
    found: Document = {}
    draw = random.random()
    if draw < shape.hours:
        found["hours"] = random.choice((1.5, 2, 3.5, 6, 7, 8, 14, 21, 35, 42, 56, 119))
    elif draw < shape.hours + shape.days:
        found["days"] = random.choice((1, 1, 1, 2, 2, 3, 3, 4, 5, 10))
    if random.random() < shape.price:
        found["price_eur"] = 0 if random.random() < 0.9 else random.randrange(100, 2000, 50)
    return found
