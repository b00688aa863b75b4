// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan::quoting {
enum class Element : unsigned char;
}

namespace chengdan::ui {

/// The reader's word for a cost element: 材料, 人工 …
QString elementLabel(quoting::Element element);

/// Work is what people and machines do; the rest was bought. The two have different colours.
bool isWorkElement(quoting::Element element);

} // namespace chengdan::ui
