// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_text.h"

#include <QFile>

#include <stdexcept>

// Outside every namespace, as Qt asks.
static void makeServerTextsKnown()
{
    Q_INIT_RESOURCE(server);
}

namespace chengdan::sync {

QStringList commandsOf(const QString& text)
{
    QStringList commands;
    qsizetype start = 0;
    qsizetype at = 0;
    const auto past = [&](const QString& end) {
        const qsizetype found = text.indexOf(end, at + end.size());
        at = found < 0 ? text.size() : found + end.size();
    };
    while (at < text.size()) {
        const QStringView rest = QStringView(text).mid(at);
        if (rest.startsWith(QLatin1String("--"))) {
            past(QStringLiteral("\n"));
        } else if (rest.startsWith(QLatin1String("$$"))) {
            past(QStringLiteral("$$"));
        } else if (rest.startsWith(QLatin1Char('\''))) {
            past(QStringLiteral("'"));
        } else if (rest.startsWith(QLatin1Char(';'))) {
            commands += text.mid(start, at - start).trimmed();
            start = ++at;
        } else {
            ++at;
        }
    }
    return commands;
}

QStringList serverText(const char* name)
{
    makeServerTextsKnown();
    QFile file(QStringLiteral(":/server/%1.sql").arg(QString::fromLatin1(name)));
    if (!file.open(QFile::ReadOnly))
        throw std::logic_error("a server text is not built in");
    return commandsOf(QString::fromUtf8(file.readAll()));
}

} // namespace chengdan::sync
