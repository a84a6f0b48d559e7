"""A manifest of a batch (YAML) to a `Manifest`, or every problem in it at once, each with file, line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path

from pydantic import ValidationError

from leafdeck.batch import outline, sites
from leafdeck.batch.outline import MEMBERS, Outline
from leafdeck.batch.plan import Manifest, Named, Options, Pattern, Rule, Site, jobs
from leafdeck.errors import Problem, SourceError
from leafdeck.guide.includes import inside
from leafdeck.guide.names import slug
from leafdeck.guide.problems import nearest, schema_problems
from leafdeck.guide.yamltext import Fields, Items, Node, Scalar, data_of, parse
from leafdeck.notice import Place

_PLAIN = {"content", "guide", "brand", "index"}
"""Names of files that say nothing: the folder's name says more."""
_FOLDERS = {"", "styles", "guides", "brands"}
"""Names of folders that say nothing either."""

_BESIDE = "Put the file beside the manifest, or in a folder below it, and give its name from there."


def load(path: Path) -> Manifest:
    """Read a manifest, and the file of sites that it names.

    Raises:
        SourceError: with every problem found: not there, not YAML, a field that is unknown or wrong, a file that is not
            there, two members with one name, a rule that describes nothing.
    """
    return _Reader(path).manifest()


@dataclass
class _Reader:
    path: Path
    problems: list[Problem] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Fields whose files were not found: that they seem empty is no second mistake."""

    @property
    def folder(self) -> Path:
        return self.path.resolve().parent

    def manifest(self) -> Manifest:
        self.files.append(self.path)
        root, problems = parse(self.path)
        self.problems += problems
        if not isinstance(root, Fields):
            hint = "Begin with `batch: 1`, then `guides:` and the other fields, each at the start of a line."
            raise SourceError(Problem(root.place, "this is not a manifest of a batch", hint))
        root = self._spelled_out(root)
        try:
            read = Outline.model_validate(data_of(root))
        except ValidationError as error:
            found = schema_problems(error, root, Outline)
            raise SourceError([*self.problems, *(one for one in found if one.where.path not in self.unread)]) from None
        self._stop_if_wrong()
        manifest = Manifest(
            self.path,
            tuple(self.files),
            self._named(read.guides, _places(root, "guides")),
            self._named(read.brands, _places(root, "brands")) or (Named("", None),),
            tuple(dict.fromkeys(read.formats)),
            self._sites(read.sites, _places(root, "sites")) or (Site("", ()),),
            self._rules(root.get("include")),
            self._rules(root.get("exclude")),
            Options(read.options.print, read.options.fillable, read.options.strict),
        )
        for rule in (*manifest.include, *manifest.exclude):
            self.problems += _unmet(rule, manifest)
        self._stop_if_wrong()
        if next(jobs(manifest), None) is None:
            hint = "Take a rule away, or make it narrower."
            raise SourceError(Problem(Place(self.path), "`include` and `exclude` leave nothing to make", hint))
        return manifest

    def _stop_if_wrong(self) -> None:
        if self.problems:
            raise SourceError(list(dict.fromkeys(self.problems)))

    def _spelled_out(self, root: Fields) -> Fields:
        """Write short forms as long ones: a file for an entry, a name for a list, a file of sites for what it holds."""
        entries = dict(root.entries)
        for name in ("guides", "brands"):
            if name in entries:
                key, node = entries[name]
                entries[name] = (key, Items(node.place, tuple(self._entries(name, _as_items(node)))))
        if "formats" in entries:
            key, node = entries["formats"]
            entries["formats"] = (key, _as_items(node))
        if "sites" in entries:
            key, node = entries["sites"]
            entries["sites"] = (key, self._site_nodes(node))
        for name in ("include", "exclude"):
            if name in entries:
                key, node = entries[name]
                rules = Items(node.place, (node,)) if isinstance(node, Fields) else node
                if isinstance(rules, Items):
                    rules = replace(rules, nodes=tuple(_rule(rule) for rule in rules.nodes))
                entries[name] = (key, rules)
        return Fields(root.place, entries)

    def _entries(self, name: str, items: Items) -> Iterator[Node]:
        """Yield the entries of guides or brands, one for each file that a pattern finds."""
        for node in items.nodes:
            entry = (
                Fields(node.place, {"file": (Scalar(node.place, "file"), node)}) if isinstance(node, Scalar) else node
            )
            file = entry.get("file") if isinstance(entry, Fields) else None
            if not isinstance(file, Scalar) or not isinstance(file.value, str) or not has_magic(file.value):
                yield entry
                continue
            try:
                found = sorted(path for path in self.folder.glob(file.value) if path.is_file())
            except (NotImplementedError, ValueError):
                found = []
            if not found:
                self.unread.add(name)
                self.problems.append(
                    Problem(file.place, f"no file fits {file.value}", "Names start from the manifest's folder.")
                )
            for path in found:
                value = replace(file, value=path.relative_to(self.folder).as_posix())
                yield Fields(node.place, {"file": (Scalar(file.place, "file"), value)})

    def _site_nodes(self, node: Node) -> Node:
        """Return the list of sites, of another file if one is named."""
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            return node
        path = self.folder / node.value
        if not path.is_file():
            hint = "Give a CSV or YAML file, from the manifest's folder, or a list."
            self.problems.append(Problem(node.place, f"{node.value} cannot be used: there is no such file", hint))
            self.unread.add("sites")
            return Items(node.place, ())
        self.files.append(path)
        try:
            if path.suffix.lower() in {".yaml", ".yml"}:
                held, problems = parse(path)
                self.problems += problems
                return held
            return sites.read(path, tuple(outline.Site.model_fields))
        except SourceError as error:
            self.problems += error.problems
            self.unread.add("sites")
            return Items(node.place, ())

    def _named(self, entries: Sequence[outline.Entry], places: Sequence[Place]) -> tuple[Named, ...]:
        """Return guides or brands with their names, and note files that are not there, and names that two have."""
        found: dict[str, tuple[Named, Place]] = {}
        for entry, place in zip(entries, places, strict=True):
            path = self.folder / entry.file
            named = Named(entry.name or name_of(path, self.folder), path)
            if not path.is_file():
                hint = "Names start from the manifest's folder."
                self.problems.append(Problem(place, f"{entry.file} cannot be used: there is no such file", hint))
            elif named.name in found:
                first = found[named.name]
                same = "this file is given twice" if first[0].file == path else f"two files are called `{named.name}`"
                hint = (
                    f"Keep one, or name it: {{file: {entry.file}, name: …}}. The first stands in line {first[1].line}."
                )
                self.problems.append(Problem(place, same, hint))
            else:
                found[named.name] = (named, place)
        return tuple(named for named, _ in found.values())

    def _sites(self, read: Sequence[outline.Site], places: Sequence[Place]) -> tuple[Site, ...]:
        found: dict[str, Site] = {}
        for each, place in zip(read, places, strict=True):
            fields = {name: str(value) for name, value in each if value is not None and name != "site"}
            if each.logo:
                fields["logo"] = str(self._logo(each.logo, place) or "")
            if each.site in found:
                self.problems.append(Problem(place, f"two sites are called `{each.site}`", "Give one another name."))
            found[each.site] = Site(each.site, tuple(sorted(fields.items())))
        return tuple(found.values())

    def _logo(self, name: str, place: Place) -> Path | None:
        """Return the file of a site's logo, which lies beside the file that names it or below."""
        folder = (place.file or self.path).resolve().parent
        try:
            path = inside(folder, folder, name)
            if path.is_file():
                return path
            message = "there is no such file"
        except ValueError as error:
            message = str(error)
        self.problems.append(Problem(place, f"{name} cannot be used: {message}", _BESIDE))
        return None

    def _rules(self, node: Node | None) -> tuple[Rule, ...]:
        rules = []
        for each in node.nodes if isinstance(node, Items) else ():
            assert isinstance(each, Fields)  # noqa: S101 - validated before
            patterns = [Pattern(name, _names(each.get(name))) for name in MEMBERS if each.get(name)]
            if not patterns:
                hint = "Give `guide`, `brand`, `format` or `site`."
                self.problems.append(Problem(each.place, "this rule would describe every document", hint))
            rules.append(tuple(patterns))
        return tuple(rules)


def name_of(path: Path, folder: Path) -> str:
    """Return what names a guide or a brand that has no name: its file's name, or its folder's where that says more."""
    parent = path.parent.name
    tells = path.parent != folder and parent.lower() not in _FOLDERS
    return slug(parent if path.stem.lower() in _PLAIN and tells else path.stem)


def _as_items(node: Node) -> Items:
    return node if isinstance(node, Items) else Items(node.place, (node,))


def _rule(node: Node) -> Node:
    """Return a rule with a list in each field."""
    if not isinstance(node, Fields):
        return node
    return replace(node, entries={name: (key, _as_items(value)) for name, (key, value) in node.entries.items()})


def _places(root: Fields, name: str) -> tuple[Place, ...]:
    node = root.get(name)
    return tuple(each.place for each in node.nodes) if isinstance(node, Items) else ()


def _names(node: Node | None) -> tuple[tuple[str, Place], ...]:
    scalars = [each for each in node.nodes if isinstance(each, Scalar)] if isinstance(node, Items) else []
    return tuple((str(each.value), each.place) for each in scalars)


def _unmet(rule: Iterable[Pattern], manifest: Manifest) -> Iterator[Problem]:
    """Yield a problem for each name in a rule that no member has: a slip would make or leave out what nobody meant."""
    members = {
        "guide": [guide.name for guide in manifest.guides],
        "brand": [brand.name for brand in manifest.brands if brand.name],
        "format": list(manifest.formats),
        "site": [site.name for site in manifest.sites if site.name],
    }
    for pattern in rule:
        known = members[pattern.member]
        for name, place in pattern.names:
            if not any(fnmatchcase(each, name) for each in known):
                listed = ", ".join(f"`{each}`" for each in known[:8]) or "none"
                hint = nearest(name, known) or f"There is {listed}."
                yield Problem(place, f"no {pattern.member} of this batch is called `{name}`", hint)
