#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Chengdan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles each public header by itself, syntax only, without the build's precompiled headers or unity batches.

Takes the flags from compile_commands.json of a configured build folder (default build/release). A header that passed is
remembered by the hash of everything of ours it includes, so a second run compiles only what changed.

Most of the time goes into the same few headers below all others. Where many are to be compiled, some of those ("bases") are
compiled once and lent to the headers that include them anyway: nothing comes in that way which a header does not include
itself, so one that leaves out an include still fails.
"""
import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

FOLDERS = ("core", "reports", "ui", "app", "tests/support")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.M)
SYSTEM = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<([^>]+)>", re.M)
BASES = 8  # more save little, and each is compiled and written once
FEW = 24  # with fewer headers than this no base pays


def room_flags(commands):
    """Room target name → compiler and flags, without what belongs to one file or to the precompiled header."""
    result = {}
    for entry in commands:
        words = shlex.split(entry["command"])
        target = re.search(r" -o \S*?CMakeFiles/([^/]+)\.dir/", entry["command"])
        if not target or target.group(1) in result:
            continue
        while words and not re.search(r"(^|/)(c\+\+|g\+\+|clang\+\+)[^/]*$", words[0]):
            words.pop(0)  # the compiler launcher and its settings
        flags, skip = [], False
        for word in words:
            if skip:
                skip = False
            elif word in ("-o", "-c", "-include", "-MF", "-MT"):
                skip = True
            elif not word.startswith(("-Winvalid-pch", "-fpch", "-MD")):
                flags.append(word)
        result[target.group(1)] = (flags, entry["directory"])
    return result


def flags_for(header, flags):
    """Those of a program that links everything, so that a precompiled base fits every room."""
    names = ["test_ui", "test_exchange", "test_base"] if header.startswith("tests/support") else ["chengdan", "chengdanctl"]
    return next((flags[name] for name in names if name in flags), next(iter(flags.values()), None))


def below(root, header, texts):
    """The header and, following includes, every file of ours below it; texts keeps what was read."""
    seen, todo = set(), [header]
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        if path not in texts:
            try:
                with open(os.path.join(root, path), encoding="utf-8", errors="replace") as handle:
                    texts[path] = handle.read()
            except OSError:
                texts[path] = None
        if texts[path] is None:
            continue
        seen.add(path)
        todo += INCLUDE.findall(texts[path])
    return seen


def digest(paths, texts, flags):
    """Hash of the flags and of all these files."""
    total = hashlib.sha256(repr(flags).encode())
    for path in sorted(paths):
        total.update(path.encode() + b"\0" + texts[path].encode())
    return total.hexdigest()


def weight(paths, texts):
    """How much a compiler has to read, roughly: foreign headers, those of Qt's modules above Core dearer."""
    foreign = {name for path in paths for name in SYSTEM.findall(texts[path])}
    return sum(3 if name.startswith("Q") else 1 for name in foreign) + len(paths)


def choose_bases(todo, closures, weights, most=BASES):
    """The headers that save most when they are compiled once: header to compile → its base, where it has one."""
    lent = {}
    saved = {header: 0 for header in todo}
    for _ in range(most):
        def gain(base):
            return sum(max(0, weights[base] - saved[header])
                       for header in todo if header != base and base in closures[header]) - 2 * weights[base]
        best = max(sorted({path for header in todo for path in closures[header] if path.endswith(".h")}), key=gain,
                   default=None)
        if best is None or gain(best) <= 0:
            break
        for header in todo:
            if header != best and best in closures[header] and weights[best] > saved[header]:
                lent[header], saved[header] = best, weights[best]
    return lent


def compile_alone(root, header, flags, precompiled=None):
    words, directory = flags
    given = ["-include", precompiled] if precompiled else []
    run = subprocess.run(
        [*words, "-I", root, *given, "-fsyntax-only", "-x", "c++", "-"],
        input=f'#include "{header}"\n', cwd=directory, capture_output=True, text=True)
    return run.returncode, run.stderr


def precompile(root, folder, number, header, flags):
    """A precompiled header of that one header; None when it does not compile, which its own turn tells."""
    words, directory = flags
    source = os.path.join(folder, f"base_{number}.h")
    with open(source, "w", encoding="utf-8") as handle:
        handle.write(f'#include "{header}"\n')
    run = subprocess.run([*words, "-I", root, "-x", "c++-header", source, "-o", source + ".gch"], cwd=directory,
                         capture_output=True, check=False)
    return source if run.returncode == 0 else None


def compile_all(root, todo, closures, texts, flags, report):
    """Compiles the headers one by one and hands each to report(header, passed, errors)."""
    weights = {path: weight(below(root, path, texts), texts) for header in todo for path in closures[header]}
    lent = choose_bases(todo, closures, weights) if len(todo) >= FEW else {}
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        # A base is made for one set of flags; a room with other flags gets its own.
        kinds = sorted({(lent[header], repr(flags[header])) for header in lent})
        made = pool.map(lambda at: precompile(root, folder, at, kinds[at][0],
                                              next(flags[header] for header in lent
                                                   if (lent[header], repr(flags[header])) == kinds[at])),
                        range(len(kinds)))
        sources = dict(zip(kinds, made))

        def turn(header):
            source = sources.get((lent.get(header), repr(flags[header])))
            code, errors = compile_alone(root, header, flags[header], source)
            if code != 0 and source:
                code, errors = compile_alone(root, header, flags[header])
            return header, code == 0, errors
        for result in pool.map(turn, todo):
            report(*result)
    return sorted(set(lent.values()))


def main():
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    build = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else os.path.join(root, "build", "release")
    try:
        with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as handle:
            flags = room_flags(json.load(handle))
    except OSError:
        print(f"{build} is not configured: run scripts/build")
        return 1
    headers = sorted(
        os.path.relpath(os.path.join(folder, name), root)
        for top in FOLDERS for folder, _, names in os.walk(os.path.join(root, top))
        for name in names if name.endswith(".h"))
    cache_path = os.path.join(build, "headers-alone.json")
    try:
        with open(cache_path, encoding="utf-8") as handle:
            passed = set(json.load(handle))
    except (OSError, ValueError):
        passed = set()
    texts = {}
    closures = {header: below(root, header, texts) for header in headers}
    used = {header: flags_for(header, flags) for header in headers}
    keys = {header: digest(closures[header], texts, used[header]) for header in headers}
    todo = [header for header in headers if keys[header] not in passed]
    failed = []

    def report(header, good, errors):
        if good:
            passed.add(keys[header])
            return
        failed.append(header)
        print(f"{header}:1: [header-alone] does not compile by itself\n{errors}")
    compile_all(root, todo, closures, texts, used, report)
    with open(cache_path, "w", encoding="utf-8") as handle:
        json.dump(sorted(passed & set(keys.values())), handle)
    print(f"{len(headers)} headers, {len(todo)} compiled now, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
