// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/file_error.h"

namespace chengdan::exchange {

QString fileSentence(const Error& error, Language language)
{
    const QString text = sentence(error, language);
    const QString file = error.arg(QStringLiteral("file"));
    if (file.isEmpty() || text.contains(file))
        return text;
    const QString row = error.arg(QStringLiteral("row"));
    QString place = file;
    if (language == Language::English) {
        if (!row.isEmpty())
            place += QStringLiteral(" row ") + row;
        if (!error.field.isEmpty())
            place += QStringLiteral(", ") + error.field;
        return place + QStringLiteral(": ") + text;
    }
    if (!row.isEmpty())
        place += QStringLiteral(" 第 ") + row + QStringLiteral(" 行");
    if (!error.field.isEmpty())
        place += QLatin1Char(' ') + error.field;
    return place + QStringLiteral("：") + text;
}

Error locatedError(Error error, const QString& file, int row, const QString& column)
{
    error.field = column;
    error.args.append({QStringLiteral("file"), file});
    error.args.append({QStringLiteral("row"), QString::number(row)});
    return error;
}

} // namespace chengdan::exchange
