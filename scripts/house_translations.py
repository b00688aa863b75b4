#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Chengdan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that translations/chengdan_zh_CN.ts is complete: every string of the sources, finished, and nothing else.

Runs lupdate over the sources into a temporary file and compares. Exits 1 when something is missing, unfinished or left over.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

FOLDERS = ("app", "ui", "reports", "core")
LUPDATE = "/usr/lib/qt6/bin/lupdate"


def messages(text):
    """(context, source, comment) → (translations, type) of one .ts text."""
    result = {}
    for context in xml.fromstring(text).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms, kind = [], "unfinished"
            if translation is not None:
                kind = translation.get("type", "")
                parts = translation.findall("numerusform")
                forms = ["".join(p.itertext()) for p in parts] if parts else ["".join(translation.itertext())]
            result[name, message.findtext("source", ""), message.findtext("comment", "")] = (forms, kind)
    return result


def compare(source_ts, translated_ts):
    """Sentences saying what is wrong with the translation of the strings found in the sources."""
    wanted, given = messages(source_ts), messages(translated_ts)
    problems = []
    for key in sorted(wanted):
        label = f"{key[0]}: “{key[1]}”" + (f" ({key[2]})" if key[2] else "")
        if key not in given:
            problems.append(f"not in the file: {label}")
            continue
        forms, kind = given[key]
        if kind:
            problems.append(f"{kind}: {label}")
        elif not forms or not all(form.strip() for form in forms):
            problems.append(f"empty: {label}")
        else:
            problems += [f"marks differ: {label} → “{form}”" for form in forms if marks(form) != marks(key[1])]
    problems += [f"no longer in the sources: {k[0]}: “{k[1]}”" for k in sorted(given) if k not in wanted]
    return problems


def marks(text):
    """The numbered places %1 … %9 and %n of a string; a translation must have the same ones."""
    return {text[i : i + 2] for i in range(len(text) - 1) if text[i] == "%" and text[i + 1] in "123456789"}


def main():
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    target = os.path.join(root, "translations", "chengdan_zh_CN.ts")
    lupdate = LUPDATE if os.path.exists(LUPDATE) else shutil.which("lupdate6") or shutil.which("lupdate")
    if not lupdate:
        print("lupdate is missing: run scripts/setup")
        return 1
    if not os.path.exists(target):
        print("translations/chengdan_zh_CN.ts is missing")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        fresh = os.path.join(folder, "sources.ts")
        command = [lupdate, "-silent", "-locations", "none", "-extensions", "cpp,h", "-source-language", "en",
                   "-target-language", "zh_CN", "-I", root, *[os.path.join(root, f) for f in FOLDERS], "-ts", fresh]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            print(run.stdout + run.stderr)
            return 1
        with open(fresh, encoding="utf-8") as a, open(target, encoding="utf-8") as b:
            problems = compare(a.read(), b.read())
        # Such a tr() asks at run time in the context of the base class, so it would never be found.
        problems += [line.strip().replace(root + "/", "") for line in run.stderr.splitlines() if "lacks Q_OBJECT" in line]
    for problem in problems:
        print(f"translations/chengdan_zh_CN.ts: [translation] {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
