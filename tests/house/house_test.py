# SPDX-FileCopyrightText: The Chengdan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of scripts/house.txt is proven by a violation planted in a small tree of its own."""
import glob
import os
import shutil
import sys
import tempfile
import time
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts"))
import house  # noqa: E402
import house_headers  # noqa: E402
import house_translations  # noqa: E402

SPDX = "// SPDX-FileCopyrightText: The Chengdan authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


def real_rules(with_exceptions=False):
    with open(os.path.join(ROOT, "scripts", "house.txt"), encoding="utf-8") as handle:
        rules = house.read_rules(handle.read())
    if not with_exceptions:
        rules.allowed = []
    return rules


class Planted(unittest.TestCase):
    def findings(self, files, rules=None):
        with tempfile.TemporaryDirectory() as root:
            for path, text in files.items():
                target = os.path.join(root, path)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "w", encoding="utf-8") as handle:
                    handle.write(text)
            return house.check_tree(root, rules or real_rules())

    def assert_rule(self, rule, path, body, line=None, **others):
        found = [f for f in self.findings({path: SPDX + body, **others}) if f.rule == rule and not f.note]
        self.assertEqual([f.path for f in found], [path], f"{rule} should be found once in {path}: {found}")
        if line:
            self.assertEqual(found[0].line, line)

    def assert_clean(self, path, body):
        self.assertEqual(self.findings({path: SPDX + body}), [])


class Directions(Planted):
    def test_an_include_may_only_point_down(self):
        self.assert_rule("include-direction", "core/catalog/item.cpp", '#include "core/quoting/costing.h"\n', line=3)

    def test_an_include_that_points_down_is_fine(self):
        self.assert_clean("core/quoting/costing.cpp", '#include "core/catalog/item.h"\n#include "core/base/fixed.h"\n')

    def test_every_upward_pair_of_core_rooms_is_refused(self):
        order = ["base", "schema", "storage", "access", "approvals", "customers", "activities", "pipeline",
                 "quoting", "contracts", "receivables", "commission", "analytics", "exchange"]
        for low, name in enumerate(order):
            for above in order[low + 1:]:
                with self.subTest(room=name, includes=above):
                    self.assert_rule("include-direction", f"core/{name}/a.h",
                                     f'#pragma once\n#include "core/{above}/b.h"\n')

    def test_the_sync_room_knows_no_business_class(self):
        self.assert_rule("include-direction", "core/sync/feed.cpp", '#include "core/customers/customer.h"\n')

    def test_core_may_not_include_the_layers_above(self):
        for above in ("ui/shared/list_page.h", "reports/quote/quote_document.h", "app/main.h", "tests/support/catch.h"):
            with self.subTest(above=above):
                self.assert_rule("include-direction", "core/base/money.cpp", f'#include "{above}"\n')

    def test_reports_may_not_include_ui(self):
        self.assert_rule("include-direction", "reports/quote/a.cpp", '#include "ui/theme/theme.h"\n')

    def test_families_of_pages_do_not_include_each_other(self):
        self.assert_rule("include-direction", "ui/customers/a.cpp", '#include "ui/quoting/quote_page.h"\n')

    def test_a_commented_include_is_still_no_reason_to_miss_the_next_one(self):
        self.assert_rule("include-direction", "core/base/a.cpp", '/* up */\n#  include "core/storage/store.h"\n', line=4)

    def test_a_folder_without_a_room_line_is_refused(self):
        self.assert_rule("unknown-room", "core/helpers/a.cpp", "\n")

    def test_project_includes_are_paths_from_the_root(self):
        self.assert_rule("include-from-root", "core/base/money.cpp", '#include "money.h"\n')

    def test_the_cmake_table_may_not_link_upwards(self):
        cmake = "# SPDX-FileCopyrightText: x\n# SPDX-License-Identifier: x\nchengdan_room(core/base USES core/storage LINKS Qt6::Core)\n"
        self.assertEqual([f.rule for f in self.findings({"CMakeLists.txt": cmake})], ["include-direction"])

    def test_a_cmake_room_needs_a_line_in_the_table(self):
        cmake = "# SPDX-FileCopyrightText: x\n# SPDX-License-Identifier: x\nchengdan_room(core/misc)\n"
        self.assertEqual([f.rule for f in self.findings({"CMakeLists.txt": cmake})], ["unknown-room"])


class CoreWithoutGui(Planted):
    def test_core_includes_no_header_of_qt_gui_or_above(self):
        for header in ("QWidget", "QColor", "QPainter", "QtGui/QFont", "QtWidgets/QLabel", "QtWidgets", "QAction"):
            with self.subTest(header=header):
                self.assert_rule("core-without-gui", "core/base/a.cpp", f"#include <{header}>\n", line=3)

    def test_core_may_include_qt_core_and_sql(self):
        self.assert_clean("core/storage/a.cpp", "#include <QSqlQuery>\n#include <QString>\n#include <QtGlobal>\n#include <vector>\n")

    def test_the_list_of_stems_is_exactly_right_for_the_installed_qt(self):
        base = next((p for p in glob.glob("/usr/include/*/qt6") if os.path.isdir(p + "/QtCore")), None)
        if base is None:
            self.skipTest("no Qt headers are installed here")
        rules = real_rules()

        def headers(module):
            return [n for n in os.listdir(f"{base}/{module}") if n.startswith("Q")] if os.path.isdir(f"{base}/{module}") else []

        for module in ("QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtCharts"):
            missed = [n for n in headers(module) if not house.is_gui_header(n, rules)]
            self.assertEqual(missed, [], module)
        for module in ("QtCore", "QtSql"):
            wrong = [n for n in headers(module) if house.is_gui_header(n, rules)]
            self.assertEqual(wrong, [], module)


class Words(Planted):
    def test_pages_run_no_queries(self):
        for folder in ("ui/customers", "reports/quote", "app"):
            with self.subTest(folder=folder):
                self.assert_rule("sql-in-pages", f"{folder}/a.cpp", "void f() { QSqlQuery query; }\n", line=3)

    def test_pages_hold_no_statements(self):
        for text in ("SELECT id FROM customer", "INSERT INTO quote", "UPDATE quote SET x = 1", "DELETE FROM quote"):
            with self.subTest(text=text):
                self.assert_rule("sql-in-pages", "ui/quoting/a.cpp", f'auto s = "{text}";\n', line=3)

    def test_words_of_sql_in_comments_and_prose_are_fine(self):
        self.assert_clean("ui/quoting/a.cpp", '// SELECT is made in core\nauto s = tr("Select a customer, update later");\n')

    def test_money_rooms_use_no_floating_point(self):
        for room in ("base", "quoting", "contracts", "receivables", "commission"):
            for word in ("double x = 1;", "float y;", "auto z = text.toDouble();"):
                with self.subTest(room=room, word=word):
                    self.assert_rule("no-floating-money", f"core/{room}/a.cpp", word + "\n", line=3)

    def test_the_word_double_in_a_comment_or_name_is_fine(self):
        self.assert_clean("core/quoting/a.cpp", "// never a double\n/* float */ int float_authority = 1'000'000; int doubled;\n")

    def test_only_the_clock_knows_now(self):
        for word in ("QDate::currentDate()", "QDateTime::currentDateTimeUtc()", "QDateTime::currentMSecsSinceEpoch()",
                     "std::chrono::system_clock::now()"):
            with self.subTest(word=word):
                self.assert_rule("only-the-clock", "core/quoting/a.cpp", f"auto now = {word};\n", line=3)

    def test_the_clock_is_the_one_exception(self):
        rules = real_rules(with_exceptions=True)
        rules.allowed = [a for a in rules.allowed if a[0] == "only-the-clock" and a[1] == "core/base/clock.cpp"]
        self.assertEqual(len(rules.allowed), 1)
        body = SPDX + "auto now = QDateTime::currentMSecsSinceEpoch();\n"
        self.assertEqual(self.findings({"core/base/clock.cpp": body}, rules), [])

    def test_connections_are_made_by_function_pointer(self):
        self.assert_rule("old-connect", "ui/shell/a.cpp", "connect(a, SIGNAL(x()), b, &B::y);\n")
        self.assert_rule("old-connect", "ui/shell/b.cpp", "connect(a, &A::x, b, SLOT (y()));\n")

    def test_no_debug_output(self):
        self.assert_rule("debug-output", "core/storage/a.cpp", "void f() { qDebug() << 1; }\n")

    def test_an_open_end_needs_an_issue(self):
        self.assert_rule("open-end", "core/base/a.cpp", "// TO" "DO later\n")
        self.assert_clean("core/base/a.cpp", "// TO" "DO #12: the second half\n")

    def test_tests_do_not_sleep(self):
        self.assert_rule("no-sleep", "tests/ui/a_test.cpp", "std::this_thread::sleep_for(1s);\n")

    def test_tests_include_the_one_catch_header(self):
        self.assert_rule("bare-catch", "tests/unit/base/a_test.cpp", "#include <catch2/catch.hpp>\n")

    def test_pages_are_written_in_english_and_translated(self):
        self.assert_rule("chinese-in-pages", "ui/customers/a.cpp", 'auto s = QStringLiteral("客户");\n', line=3)
        self.assert_clean("ui/customers/a.cpp", '// 回款 is payment\nauto s = tr("1.2万 is understood");\n')

    def test_no_path_of_one_machine(self):
        self.assert_rule("machine-path", "core/base/a.cpp", 'auto p = "/ho' 'me/someone/file";\n')

    def test_no_secret(self):
        self.assert_rule("secret", "core/base/a.cpp", 'auto d = "postgresql://rep:hun' 'ter2@db/x";\n')
        self.assert_rule("secret", "core/base/b.cpp", "// -----BEGIN PRIVATE " "KEY-----\n")


class Shape(Planted):
    def test_a_source_over_700_lines_fails_and_over_400_is_noted(self):
        self.assert_rule("size", "core/base/a.cpp", "int x;\n" * 699)
        notes = self.findings({"core/base/a.cpp": SPDX + "int x;\n" * 500})
        self.assertEqual([(f.rule, f.note) for f in notes], [("size", True)])

    def test_a_header_over_300_lines_fails(self):
        self.assert_rule("size", "core/base/a.h", "#pragma once\n" + "int x;\n" * 298)
        self.assertEqual(self.findings({"core/base/a.h": SPDX + "#pragma once\n" + "int x;\n" * 200}), [])

    def test_the_two_spdx_lines_open_every_file(self):
        files = {"core/base/a.cpp": "int x;\n", "scripts/go": "#!/bin/sh\n", "cmake/A.cmake": "set(x 1)\n",
                 "core/base/b.cpp": "int x;\n\n\n\n\n" + SPDX}
        self.assertEqual(sorted(f.path for f in self.findings(files) if f.rule == "spdx"), sorted(files))

    def test_a_header_is_included_once(self):
        self.assert_rule("pragma-once", "core/base/a.h", "int x;\n")


class RulesFile(unittest.TestCase):
    def test_a_line_that_cannot_be_read_is_refused(self):
        for line in ("rooms core/base:", "words x near core code: a -- b", "words x in core code: a", "allow size a.cpp",
                     "allow size a.cpp -- ", "words x in core code: ( -- b", "size .cpp 400"):
            with self.subTest(line=line), self.assertRaises(house.RulesError):
                house.read_rules(line)

    def test_an_exception_that_excuses_nothing_is_found(self):
        rules = house.read_rules("allow size core/base/gone.cpp -- it was long")
        with tempfile.TemporaryDirectory() as root:
            self.assertEqual([f.rule for f in house.check_tree(root, rules)], ["stale-exception"])

    def test_the_include_part_takes_less_than_a_second(self):
        rules = real_rules()
        rules.words = []
        started = time.process_time()
        house.check_tree(ROOT, rules)
        self.assertLess(time.process_time() - started, 1.0)


class HeadersAlone(unittest.TestCase):
    """A header has to include what it uses, also where a base compiled before it is lent to it."""
    BELOW = "#pragma once\n#include <string>\nstruct Below { std::string name; };\n"
    GOOD = '#pragma once\n#include "below.h"\nstruct Good%d { Below below; std::string text; };\n'
    BAD = '#pragma once\n#include "below.h"\nstruct Bad { std::vector<int> numbers; };\n'
    ALONE = "#pragma once\nstruct Alone { Below below; };\n"

    def compiled(self, files):
        compiler = shutil.which("c++") or shutil.which("g++")
        with tempfile.TemporaryDirectory() as root:
            for name, text in files.items():
                with open(os.path.join(root, name), "w", encoding="utf-8") as handle:
                    handle.write(text)
            texts, failed = {}, []
            closures = {name: house_headers.below(root, name, texts) for name in files}
            flags = {name: ([compiler, "-std=c++20"], root) for name in files}
            bases = house_headers.compile_all(root, sorted(files), closures, texts, flags,
                                              lambda header, passed, _: passed or failed.append(header))
            return bases, failed

    def test_a_header_that_leaves_out_an_include_is_found(self):
        self.assertEqual(self.compiled({"below.h": self.BELOW, "good.h": self.GOOD % 1, "bad.h": self.BAD,
                                        "alone.h": self.ALONE}), ([], ["alone.h", "bad.h"]))

    def test_it_is_found_among_headers_that_are_lent_a_base(self):
        files = {f"good{n}.h": self.GOOD % n for n in range(house_headers.FEW)}
        bases, failed = self.compiled({"below.h": self.BELOW, "bad.h": self.BAD, "alone.h": self.ALONE, **files})
        self.assertEqual((bases, failed), (["below.h"], ["alone.h", "bad.h"]))

    def test_a_base_that_does_not_compile_hides_nothing(self):
        files = {f"good{n}.h": '#pragma once\n#include "below.h"\n' for n in range(house_headers.FEW)}
        _, failed = self.compiled({"below.h": "#pragma once\n#include <gone_for_good>\n", **files})
        self.assertIn("below.h", failed)
        self.assertEqual(len(failed), 1 + len(files))  # what includes it cannot compile either


class Translations(unittest.TestCase):
    @staticmethod
    def ts(*entries):
        rows = "".join(
            f"<message><source>{source}</source><translation{kind}>{text}</translation></message>"
            for source, text, kind in entries)
        return f'<TS version="2.1"><context><name>Page</name>{rows}</context></TS>'

    def problems(self, *given):
        return house_translations.compare(self.ts(("Save %1", "", ' type="unfinished"')), self.ts(*given))

    def test_a_complete_translation_has_no_problems(self):
        self.assertEqual(self.problems(("Save %1", "保存 %1", "")), [])

    def test_a_missing_string_is_found(self):
        self.assertEqual(len(self.problems()), 1)

    def test_an_unfinished_string_is_found(self):
        self.assertIn("unfinished", self.problems(("Save %1", "保存 %1", ' type="unfinished"'))[0])

    def test_an_empty_translation_is_found(self):
        self.assertIn("empty", self.problems(("Save %1", "", ""))[0])

    def test_a_vanished_string_is_found(self):
        self.assertIn("vanished", self.problems(("Save %1", "保存 %1", ' type="vanished"'))[0])

    def test_a_string_that_left_the_sources_is_found(self):
        self.assertIn("no longer", self.problems(("Save %1", "保存 %1", ""), ("Old", "旧", ""))[0])

    def test_a_lost_place_for_a_value_is_found(self):
        self.assertIn("marks differ", self.problems(("Save %1", "保存", ""))[0])


if __name__ == "__main__":
    unittest.main()
