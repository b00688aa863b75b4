#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Chengdan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles each public header by itself, syntax only, without precompiled header or unity batch.

Takes the flags of a header's room from compile_commands.json of a configured build folder (default build/release). A header
that passed is remembered by the hash of everything of ours it includes, so a second run compiles only what changed.
"""
import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys

FOLDERS = ("core", "reports", "ui", "app", "tests/support")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.M)


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
    """The room's own target, else the widest one: a program that links everything."""
    folder = os.path.dirname(header)
    names = ["chengdan_" + folder.replace("/", "_"), "chengdan", "chengdanctl", "test_ui", "test_exchange"]
    if header.startswith("tests/support"):
        names = ["test_ui", "test_exchange", "test_base"]
    return next((flags[name] for name in names if name in flags), next(iter(flags.values()), None))


def digest(root, header, flags):
    """Hash of the flags, the header and, following includes, every file of ours below it."""
    seen, todo, total = set(), [header], hashlib.sha256(repr(flags).encode())
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        try:
            with open(os.path.join(root, path), "rb") as handle:
                data = handle.read()
        except OSError:
            continue
        total.update(path.encode() + b"\0" + data)
        todo += INCLUDE.findall(data.decode("utf-8", "replace"))
    return total.hexdigest()


def compile_alone(root, header, flags):
    words, directory = flags
    run = subprocess.run(
        [*words, "-I", root, "-fsyntax-only", "-x", "c++", "-"],
        input=f'#include "{header}"\n', cwd=directory, capture_output=True, text=True)
    return header, run.returncode, run.stderr


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
    keys = {header: digest(root, header, flags_for(header, flags)) for header in headers}
    todo = [header for header in headers if keys[header] not in passed]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for header, code, errors in pool.map(lambda h: compile_alone(root, h, flags_for(h, flags)), todo):
            if code == 0:
                passed.add(keys[header])
            else:
                failed += 1
                print(f"{header}:1: [header-alone] does not compile by itself\n{errors}")
    with open(cache_path, "w", encoding="utf-8") as handle:
        json.dump(sorted(passed & set(keys.values())), handle)
    print(f"{len(headers)} headers, {len(todo)} compiled now, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
