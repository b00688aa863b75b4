// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan::ui {
class ListPage;
class MainWindow;
} // namespace chengdan::ui

namespace chengdan::app {

struct Workplace;

/// The import page with its commands: a file by Ctrl+I, the clipboard by Ctrl+V. Without the right
/// to import there is neither.
void addImport(ui::MainWindow& window, const Workplace& workplace);

/// Puts a menu with import, paste and export beside the list's filter; answers the list.
ui::ListPage* withListMenu(ui::MainWindow& window, ui::ListPage* list);

/// Opens the import page with a file for the list in front; an empty path asks. False: there is no
/// right to import, or the person gave up.
bool importIntoList(ui::MainWindow& window, QString path = {});

/// What Ctrl+V does outside a text field: several copied cells open the import page for the list in
/// front, a single word filters the list.
void pasteRows(ui::MainWindow& window);

} // namespace chengdan::app
