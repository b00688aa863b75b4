// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/server_address.h"

#include <QMap>

namespace chengdan::ui {

namespace {

QString quotedWord(const char* key, QString text)
{
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('\''), QStringLiteral("\\'"));
    return QStringLiteral("%1='%2'").arg(QString::fromLatin1(key), text);
}

// key=value words, where a value may stand in quotes with escapes, as libpq reads them.
QMap<QString, QString> wordsOf(const QString& dsn)
{
    QMap<QString, QString> words;
    qsizetype at = 0;
    const auto skipBlanks = [&] {
        while (at < dsn.size() && dsn[at].isSpace())
            ++at;
    };
    for (;;) {
        skipBlanks();
        const qsizetype equals = dsn.indexOf(QLatin1Char('='), at);
        if (equals < 0)
            return words;
        const QString key = dsn.mid(at, equals - at).trimmed();
        at = equals + 1;
        skipBlanks();
        const bool quoted = at < dsn.size() && dsn[at] == QLatin1Char('\'');
        if (quoted)
            ++at;
        QString text;
        for (; at < dsn.size(); ++at) {
            if (dsn[at] == QLatin1Char('\\') && at + 1 < dsn.size())
                ++at;
            else if (quoted ? dsn[at] == QLatin1Char('\'') : dsn[at].isSpace())
                break;
            text += dsn[at];
        }
        ++at;
        words.insert(key, text);
    }
}

} // namespace

QString ServerAddress::dsn() const
{
    QStringList words{quotedWord("host", host)};
    if (!port.isEmpty())
        words += quotedWord("port", port);
    words += quotedWord("dbname", database);
    words += quotedWord("sslmode", mode);
    if (!certificate.isEmpty())
        words += quotedWord("sslrootcert", certificate);
    return words.join(QLatin1Char(' '));
}

ServerAddress ServerAddress::fromDsn(const QString& dsn)
{
    const QMap<QString, QString> words = wordsOf(dsn);
    ServerAddress address;
    address.host = words.value(QStringLiteral("host"));
    address.port = words.value(QStringLiteral("port"));
    address.database = words.value(QStringLiteral("dbname"));
    address.certificate = words.value(QStringLiteral("sslrootcert"));
    address.mode = words.value(QStringLiteral("sslmode"));
    return address;
}

QString ServerAddress::shown() const
{
    return database.isEmpty() ? host : QStringLiteral("%1 / %2").arg(host, database);
}

QString passwordKey(const QString& dsn, const QString& login)
{
    const ServerAddress address = ServerAddress::fromDsn(dsn);
    return QStringLiteral("%1@%2:%3/%4").arg(login, address.host, address.port, address.database);
}

} // namespace chengdan::ui
