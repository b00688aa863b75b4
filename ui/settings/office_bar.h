// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPushButton;

namespace chengdan::ui {

class ListPage;
class StaffOffice;

/// A bar above the list that says why nothing can be changed while the server is out of reach, with
/// the way to sign in where that helps; `add` cannot be pressed meanwhile and says the same.
void addOfficeBar(ListPage& page, StaffOffice& office, const QString& name, QPushButton* add);

} // namespace chengdan::ui
