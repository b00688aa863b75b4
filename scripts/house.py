#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Chengdan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the tree against scripts/house.txt: directions of includes, forbidden words, sizes, SPDX lines.

Needs nothing but Python. Prints `path:line: [rule] sentence` for each finding and exits 1 when there is one.
"""
import argparse
import fnmatch
import os
import re
import sys
from dataclasses import dataclass, field

CODE_FOLDERS = ("app", "core", "ui", "reports", "tests", "cmake", "scripts", ".ci")
LAYERS = ("app", "core", "ui", "reports", "tests")
SKIPPED_FOLDERS = {".git", "build", ".cache", "__pycache__"}

TOKEN = re.compile(
    r'R"(?P<mark>[^(\s"]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'"
    r"|//[^\n]*|/\*.*?\*/",
    re.S,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.M)
SETTING = re.compile(r"^(group|room|stems|words|size|allow)\s+(.*)$")


@dataclass(frozen=True)
class Finding:
    rule: str
    path: str
    line: int
    text: str
    note: bool = False  # printed, but does not fail the check

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}{', note' if self.note else ''}] {self.text}"


@dataclass
class WordRule:
    name: str
    places: list
    view: str  # code: comments and strings blanked; strings: only literals; text: the raw file
    pattern: re.Pattern
    reason: str


@dataclass
class Rules:
    groups: dict = field(default_factory=dict)
    rooms: dict = field(default_factory=dict)  # room → set of rooms and folders it may include
    stems: dict = field(default_factory=dict)
    words: list = field(default_factory=list)
    sizes: list = field(default_factory=list)
    allowed: list = field(default_factory=list)  # (rule, path pattern, line of house.txt)

    def expand(self, names):
        result = set()
        for name in names:
            result |= self.expand(self.groups[name]) if name in self.groups else {name}
        return result

    def room_of(self, path):
        folder = path.rsplit("/", 1)[0] if "/" in path else ""
        while folder:
            if folder in self.rooms:
                return folder
            folder = folder.rpartition("/")[0]
        return None


class RulesError(Exception):
    pass


def read_rules(text):
    """Understands house.txt; a line it cannot read is an error, not something to skip."""
    rules = Rules()
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        match = SETTING.match(line)
        if not match:
            raise RulesError(f"house.txt:{number}: cannot be read: {line}")
        kind, rest = match.groups()
        try:
            read_setting(rules, kind, rest, number)
        except (ValueError, KeyError, re.error) as error:
            raise RulesError(f"house.txt:{number}: {error}: {line}") from error
    return rules


def read_setting(rules, kind, rest, number):
    if kind in ("group", "stems"):
        name, _, names = rest.partition("=")
        getattr(rules, "groups" if kind == "group" else "stems").setdefault(name.strip(), []).extend(names.split())
    elif kind == "room":
        name, _, names = rest.partition(":")
        rules.rooms[name.strip()] = rules.expand(names.split())
    elif kind == "words":
        head, _, tail = rest.partition(": ")
        pattern, separator, reason = tail.rpartition(" -- ")
        name, word, *places, view = head.split()
        if word != "in" or not separator or view not in ("code", "strings", "text"):
            raise ValueError("words NAME in PLACE… code|strings|text: REGEX -- reason")
        rules.words.append(WordRule(name, places, view, re.compile(pattern), reason))
    elif kind == "size":
        ending, _, note, _, limit = rest.split()
        rules.sizes.append((ending, int(note), int(limit)))
    else:
        head, separator, reason = rest.partition(" -- ")
        rule, pattern = head.split()
        if not separator or not reason.strip():
            raise ValueError("an exception needs a reason after --")
        rules.allowed.append((rule, pattern, number))


def views(text):
    """The same text with comments and literals blanked, and with everything but literals blanked."""
    code, strings, at = [], [], 0
    for match in TOKEN.finditer(text):
        between, token = text[at : match.start()], match.group()
        code.append(between)
        strings.append(blank(between))
        code.append(blank(token))
        strings.append(token if token[0] in "R\"'" else blank(token))
        at = match.end()
    code.append(text[at:])
    strings.append(blank(text[at:]))
    return "".join(code), "".join(strings)


def blank(text):
    return "\n".join(" " * len(part) for part in text.split("\n")) if "\n" in text else " " * len(text)


def line_at(text, position):
    return text.count("\n", 0, position) + 1


def within(path, place):
    return path == place or path.startswith(place.rstrip("/") + "/") or fnmatch.fnmatch(path, place)


def check_includes(path, text, rules):
    layer = path.split("/", 1)[0]
    if layer not in ("core", "ui", "reports"):
        return
    room = rules.room_of(path)
    if room is None:
        yield Finding("unknown-room", path, 1, "this folder has no room line in scripts/house.txt")
        return
    for match in INCLUDE.finditer(text):
        quote, target = match.groups()
        line = line_at(text, match.start(2))
        if quote == "<":
            if layer == "core" and is_gui_header(target, rules):
                yield Finding("core-without-gui", path, line, f"core builds without QtGui, so not <{target}>")
            continue
        top = target.split("/", 1)[0]
        if top not in LAYERS:
            if "/" in target or not target.endswith((".moc", ".inc")):
                yield Finding("include-from-root", path, line, f'"{target}" is not a path from the root of the tree')
            continue
        other = rules.room_of(target) or top
        if other == room:
            continue
        if not any(other == name or other.startswith(name + "/") for name in rules.rooms[room]):
            yield Finding("include-direction", path, line, f"{room} may not include {other}")


def is_gui_header(target, rules):
    folder, _, name = target.rpartition("/")
    if folder:
        return folder in rules.stems.get("gui-modules", ())
    return any(name.startswith(stem) for stem in rules.stems.get("gui", ()))


def check_words(path, text, rules):
    cached = None
    for rule in rules.words:
        if not any(within(path, place) for place in rule.places):
            continue
        subject = text
        if rule.view != "text":
            if not path.endswith((".h", ".cpp")):
                continue
            cached = cached or views(text)
            subject = cached[0] if rule.view == "code" else cached[1]
        for match in rule.pattern.finditer(subject):
            yield Finding(rule.name, path, line_at(subject, match.start()), f"“{match.group().strip()}”: {rule.reason}")


def check_shape(path, text, rules):
    lines = text.count("\n") + (not text.endswith("\n") and text != "")
    for ending, note, limit in rules.sizes:
        if path.endswith(ending):
            if lines > limit:
                yield Finding("size", path, 1, f"{lines} lines, the limit is {limit}: split it by task")
            elif lines > note:
                yield Finding("size", path, 1, f"{lines} lines: is there a second thing hiding in it?", note=True)
            break
    head = text[:400].split("\n")[:4]
    ours = path.split("/", 1)[0] in CODE_FOLDERS and path.endswith((".h", ".cpp", ".py", ".cmake", "CMakeLists.txt"))
    script = path.startswith(("scripts/", ".ci/")) and text.startswith("#!")
    if ours or script or path == "CMakeLists.txt":
        if not (any("SPDX-FileCopyrightText:" in x for x in head) and any("SPDX-License-Identifier:" in x for x in head)):
            yield Finding("spdx", path, 1, "the two SPDX lines must open the file")
    if path.endswith(".h") and "#pragma once" not in text:
        yield Finding("pragma-once", path, 1, "a header needs #pragma once")


def check_cmake(path, text, rules):
    """A room may link only what it may include, so that the two tables cannot drift apart."""
    for match in re.finditer(r"^chengdan_room\((\S+)([^)]*)\)", text, re.M):
        room, rest = match.groups()
        line = line_at(text, match.start())
        if room not in rules.rooms:
            yield Finding("unknown-room", path, line, f"{room} has no room line in scripts/house.txt")
            continue
        uses = re.search(r"\bUSES\s+(.*?)(?:\bLINKS\b|$)", rest, re.S)
        for used in (uses.group(1).split() if uses else ()):
            if not any(used == name or used.startswith(name + "/") for name in rules.rooms[room]):
                yield Finding("include-direction", path, line, f"{room} may not use {used}")


def files_of(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS)
        for name in sorted(names):
            yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")


def check_tree(root, rules):
    """All findings of the tree, exceptions taken out; an exception that excuses nothing is a finding too."""
    findings = []
    for path in files_of(root):
        try:
            with open(os.path.join(root, path), "rb") as handle:
                raw = handle.read()
        except OSError:
            continue  # gone since it was listed
        if b"\0" in raw[:4096]:
            continue
        text = raw.decode("utf-8", errors="replace")
        if path.endswith((".h", ".cpp")):
            findings += check_includes(path, text, rules)
        if path == "CMakeLists.txt":
            findings += check_cmake(path, text, rules)
        findings += check_words(path, text, rules)
        findings += check_shape(path, text, rules)
    used = set()
    kept = []
    for finding in findings:
        excuse = next((a for a in rules.allowed if a[0] == finding.rule and within(finding.path, a[1])), None)
        if excuse:
            used.add(excuse)
        else:
            kept.append(finding)
    for rule, pattern, number in rules.allowed:
        if (rule, pattern, number) not in used:
            kept.append(Finding("stale-exception", "scripts/house.txt", number, f"{rule} {pattern} excuses nothing any more"))
    return kept


def main(arguments=None):
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=os.path.dirname(here))
    parser.add_argument("--rules", default=os.path.join(here, "house.txt"))
    options = parser.parse_args(arguments)
    with open(options.rules, encoding="utf-8") as handle:
        try:
            rules = read_rules(handle.read())
        except RulesError as error:
            print(error)
            return 1
    findings = check_tree(options.root, rules)
    for finding in findings:
        print(finding)
    return 1 if any(not f.note for f in findings) else 0


if __name__ == "__main__":
    sys.exit(main())
