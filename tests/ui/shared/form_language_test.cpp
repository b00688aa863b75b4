// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"
#include "tests/support/catch.h"
#include "ui/shared/form.h"

#include <QApplication>
#include <QTranslator>

using namespace chengdan;
using namespace chengdan::ui;

namespace {

/// Says that it is Chinese; that is what the program goes by.
class ChineseMark : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        return qstrcmp(context, "Locale") == 0 && qstrcmp(source, "en") == 0
            ? QStringLiteral("zh_CN")
            : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

TEST_CASE("what is wrong with a field is said in the language the window changes to",
    "[ui][shared][form]")
{
    const Error required = Error::make("REQUIRED", QStringLiteral("name"));
    FormField field(QStringLiteral("Name"), new QLineEdit, QStringLiteral("name"));
    field.setProblem(required);
    CHECK(field.error() == sentence(required, Language::English));
    ChineseMark chinese;
    qApp->installTranslator(&chinese);
    QCoreApplication::sendPostedEvents();
    QEvent changed(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&field, &changed);
    CHECK(field.error() == sentence(required, Language::Chinese));
    field.setError({});
    QCoreApplication::sendEvent(&field, &changed);
    CHECK(field.error().isEmpty());
    qApp->removeTranslator(&chinese);
}
