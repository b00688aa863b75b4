// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/cost_words.h"

#include "core/quoting/cost_element.h"

#include <QCoreApplication>

namespace chengdan::ui {

QString elementLabel(quoting::Element element)
{
    static const char* const labels[] = {QT_TRANSLATE_NOOP("CostElement", "Material"),
        QT_TRANSLATE_NOOP("CostElement", "Scrap and loss"),
        QT_TRANSLATE_NOOP("CostElement", "Labour"),
        QT_TRANSLATE_NOOP("CostElement", "Machine"),
        QT_TRANSLATE_NOOP("CostElement", "Setup"),
        QT_TRANSLATE_NOOP("CostElement", "Outside processing"),
        QT_TRANSLATE_NOOP("CostElement", "Tooling"),
        QT_TRANSLATE_NOOP("CostElement", "Packing"),
        QT_TRANSLATE_NOOP("CostElement", "Freight"),
        QT_TRANSLATE_NOOP("CostElement", "Manufacturing overhead"),
        QT_TRANSLATE_NOOP("CostElement", "Administration"),
        QT_TRANSLATE_NOOP("CostElement", "Scrap recovery"),
        QT_TRANSLATE_NOOP("CostElement", "Other")};
    return QCoreApplication::translate("CostElement", labels[quoting::slot(element)]);
}

bool isWorkElement(quoting::Element element)
{
    using quoting::Element;
    return element == Element::Lab || element == Element::Mac || element == Element::Set
        || element == Element::Moh || element == Element::Adm;
}

} // namespace chengdan::ui
