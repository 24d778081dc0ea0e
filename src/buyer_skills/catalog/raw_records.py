"""A folder of data as records still in the form they were written in, with their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from buyer_skills.catalog.bundled import DataFolder
from buyer_skills.catalog.files import FORMAT_VERSION, CatalogFile
from buyer_skills.catalog.groups import ALL_GROUPS, FILES, FRONT, GROUPS_BY_FILE, Group
from buyer_skills.catalog.shapes import found_words, place_of, shape_issues, shown, type_words, unknown_keys
from buyer_skills.issues import Issue, Place, issue, nearest
from buyer_skills.sources.strict_yaml import read_yaml
from buyer_skills.sources.texts import unreadable_issue
from buyer_skills.sources.tree import YamlMapping, YamlSequence

_SUFFIX = ".yaml"
_YAML_SUFFIXES = frozenset({".yaml", ".yml"})


@dataclass
class RawRecords:
    """The records of one folder, or of several laid one over the other, by group."""

    by_group: dict[str, list[YamlMapping]] = field(default_factory=lambda: {name: [] for name in ALL_GROUPS})
    front: CatalogFile | None = None
    """What `catalog.yaml` says, when there is one."""
    front_tree: YamlMapping | None = None
    """The same as it was written."""
    proposed_changes: list[tuple[str, YamlMapping]] = field(default_factory=list)
    """What records would be if a change that is only proposed were accepted, with their group."""
    set_aside: set[str] = field(default_factory=set)
    """What a change that replaced a record no longer says: what only that referred to is not idle."""
    incomplete: set[str] = field(default_factory=set)
    """The groups whose list could not be read."""
    is_whole: bool = True
    """Whether all that was written is here."""

    def copy(self) -> "RawRecords":
        """Return records to lay others over: what is done to the copy is not done to these."""
        return replace(
            self,
            by_group={name: list(records) for name, records in self.by_group.items()},
            proposed_changes=list(self.proposed_changes),
            set_aside=set(self.set_aside),
            incomplete=set(self.incomplete),
        )

    def add(self, other: "RawRecords") -> None:
        """Add the records of another folder after these; the first front that there is stays."""
        for name, records in other.by_group.items():
            self.by_group[name] += records
        self.proposed_changes += other.proposed_changes
        self.front_tree = self.front_tree if self.front else other.front_tree
        self.front = self.front or other.front
        self.set_aside |= other.set_aside
        self.incomplete |= other.incomplete
        self.is_whole = self.is_whole and other.is_whole


def read_folder(
    folder: DataFolder, issues: list[Issue], instead: Mapping[str, bytes] | None = None
) -> RawRecords:
    """Read every file of a folder that is there; what is wrong is added to ``issues``.

    Args:
        folder: the folder.
        issues: what is wrong is added here.
        instead: files by name that are read instead of those of the folder, or beside them: what it would be
            once they are written. It may then not be there yet.
    """
    raw = RawRecords()
    names = _file_names(folder, issues, instead)
    for stem in FILES:
        path = folder.path / f"{stem}{_SUFFIX}"
        if path.name not in names:
            continue
        source = instead[path.name] if instead and path.name in instead else path
        tree, found = read_yaml(source, folder.name_of(path.name))
        issues += found
        if tree is None:
            raw.incomplete |= {group.name for group in GROUPS_BY_FILE[stem]}
            continue
        issues += _file_issues(stem, tree)
        if stem == FRONT:
            raw.front = read_front(tree, issues)
            raw.front_tree = tree
        for group in GROUPS_BY_FILE[stem]:
            add_records(raw, group, tree, issues)
    raw.is_whole = not raw.incomplete and raw.is_whole
    return raw


def version_issues(tree: YamlMapping) -> Iterator[Issue]:
    """Yield an issue when a file says it is written for another version of the format."""
    found = tree.get("format_version", FORMAT_VERSION)
    if found != FORMAT_VERSION or found is True:
        yield issue("D113", tree.value_place("format_version"), found=shown(found), version=FORMAT_VERSION)


def _file_names(
    folder: DataFolder, issues: list[Issue], instead: Mapping[str, bytes] | None
) -> frozenset[str]:
    """Return the names of what the folder holds; a folder that cannot be read is said and holds nothing."""
    place = Place(folder.label)
    try:
        if folder.path.is_dir():
            names = frozenset(path.name for path in folder.path.iterdir()).union(instead or ())
            if names or instead is None:
                issues += _names_issues(folder, sorted(names))
            return names
        if instead is not None and not folder.path.exists():
            return frozenset(instead)
        issues.append(issue("F131" if folder.path.exists() else "F130", place))
    except OSError as error:
        issues.append(unreadable_issue(error, place))
    return frozenset()


def _names_issues(folder: DataFolder, names: Sequence[str]) -> Iterator[Issue]:
    """Yield what is wrong with the names of the files: none that is read, some that nothing reads."""
    place = Place(folder.label)
    known = sorted(f"{stem}{_SUFFIX}" for stem in FILES)
    if not any(name in known for name in names):
        yield issue("F132", place, known=tuple(known))
    for name in names:
        stem, dot, suffix = name.rpartition(".")
        if dot + suffix in _YAML_SUFFIXES and stem and name not in known:
            close = nearest(name, known)
            yield issue("F201", Place(folder.name_of(name)), found=name, nearest=close, known=tuple(known))


def _file_issues(stem: str, tree: YamlMapping) -> Iterator[Issue]:
    """Yield what is wrong with the keys of the file itself."""
    known = list(FILES[stem].model_fields)
    if "format_version" not in tree:
        yield issue("D112", tree.place(), version=FORMAT_VERSION)
    yield from version_issues(tree)
    if stem == FRONT:
        return
    yield from unknown_keys(tree, known, "D102", known=tuple(known))


def read_front(tree: YamlMapping, issues: list[Issue]) -> CatalogFile | None:
    """Return what `catalog.yaml` says, or None when it is not well formed; issues are added."""
    kept = YamlMapping(tree.source, tree.mark)
    kept["format_version"] = FORMAT_VERSION
    for key in tree:
        if key != "format_version":
            kept.borrow(key, tree)
    try:
        return CatalogFile.model_validate(kept)
    except ValidationError as error:
        issues += shape_issues(error, CatalogFile, kept)
        return None


def add_records(raw: RawRecords, group: Group, tree: YamlMapping, issues: list[Issue]) -> None:
    """Add the records that a file lists under the key of a group; what is no record is said."""
    records = tree.get(group.key, ())
    if group.key in tree and not isinstance(records, YamlSequence):
        place = place_of(tree, (group.key,))
        issues.append(issue("D104", place, expected=type_words("list"), found=found_words(records)))
        raw.incomplete.add(group.name)
        return
    for index, record in enumerate(records):
        if isinstance(record, YamlMapping):
            raw.by_group[group.name].append(record)
        else:
            place = place_of(tree, (group.key, index))
            issues.append(issue("D104", place, expected=type_words("mapping"), found=found_words(record)))
            raw.is_whole = False
