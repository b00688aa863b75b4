// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace chengdan::ui {

class EditPanel;
class ListPage;
class Navigator;

/// Connects a list of the administration with its edit panel, as connectEditing does for other
/// pages, but tells acts by toast alone: rights and places are set back by another act, never by
/// taking back. F2 edits, Ctrl+Delete takes out of use, from anywhere on the page.
void connectAdminEditing(ListPage& page, EditPanel& panel, Navigator& navigator);

} // namespace chengdan::ui
