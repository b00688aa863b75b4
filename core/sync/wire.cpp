// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/wire.h"

#include "core/base/id.h"
#include "core/storage/raw_append.h"
#include "core/sync/server_schema.h"

#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace chengdan::sync {

namespace {

using schema::ColumnType;
using schema::RecordType;
using schema::Value;

Value rawId(const QString& text)
{
    const auto id = RawId::parse(text);
    return id ? Value(id->bytes()) : Value();
}

QJsonObject objectOf(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString compact(const QJsonObject& object)
{
    return object.isEmpty()
        ? QStringLiteral("{}")
        : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool isInteger(WireType type)
{
    return type == WireType::Integer2 || type == WireType::Integer4 || type == WireType::Integer8;
}

qint64 wireInteger(const WireCell& cell)
{
    if (cell.length == sizeof(qint64))
        return qFromBigEndian<qint64>(cell.bytes);
    return cell.length == sizeof(qint32) ? qFromBigEndian<qint32>(cell.bytes)
                                         : qFromBigEndian<qint16>(cell.bytes);
}

// Qt and SQLite leave a byte order mark at the beginning of a text out, whichever way it goes into
// the file; so does the way that goes past both.
WireCell withoutMark(WireCell cell)
{
    static constexpr char kMark[] = "\xEF\xBB\xBF";
    constexpr int kLength = 3;
    while (cell.length >= kLength && std::equal(kMark, kMark + kLength, cell.bytes))
        cell = {cell.bytes + kLength, cell.length - kLength};
    return cell;
}

QString wireText(const WireCell& cell)
{
    const WireCell unmarked = withoutMark(cell);
    const QString text = QString::fromUtf8(unmarked.bytes, unmarked.length);
    return text.isNull() ? QStringLiteral("") : text;
}

QString wireJson(const WireCell& cell)
{
    if (cell.length <= 2)
        return QStringLiteral("{}");
    return compact(
        QJsonDocument::fromJson(QByteArray::fromRawData(cell.bytes, cell.length)).object());
}

QString readable(const QString& text)
{
    const bool good = std::none_of(
        text.begin(), text.end(), [](QChar c) { return c.isNull() || c.isSurrogate(); });
    if (good)
        return text;
    QString mended = QString::fromUtf8(text.toUtf8()); // a half pair becomes the sign for it
    return mended.replace(QChar(u'\0'), QChar(u' '));
}

} // namespace

WireRow::WireRow(const RecordType& type)
    : m_type(type)
    , m_names(sentColumns(type))
{
    for (const QString& name : m_names) {
        const schema::Column* column = type.column(name);
        Kind kind = Kind::Integer;
        if (name == QLatin1String("id"))
            kind = type.smallId ? Kind::Integer : Kind::Id;
        else if (name == QLatin1String("root_id"))
            kind = Kind::Id;
        else if (name == QLatin1String("deleted"))
            kind = Kind::Flag;
        else if (name == QLatin1String("custom"))
            kind = Kind::Json;
        else if (column != nullptr) {
            switch (column->type) {
            case ColumnType::Id:
                kind = Kind::Id;
                break;
            case ColumnType::Flag:
                kind = Kind::Flag;
                break;
            case ColumnType::Blob:
                kind = Kind::Bytes;
                break;
            case ColumnType::Json:
                kind = Kind::Json;
                break;
            case ColumnType::Text:
            case ColumnType::Choice:
            case ColumnType::Currency:
            case ColumnType::Date:
                kind = Kind::Text;
                break;
            default:
                break;
            }
        }
        m_kinds.push_back(kind);
        m_mayBeNull.push_back(
            column != nullptr ? column->nullable : name == QLatin1String("root_id"));
    }
}

QString WireRow::columnList() const
{
    return QLatin1Char('"') + m_names.join(QStringLiteral("\", \"")) + QLatin1Char('"');
}

Result<void> WireRow::requireTypes(const ServerCells& cells) const
{
    const auto isRight = [&](int index) {
        const WireType came = cells.type(index);
        switch (m_kinds[static_cast<std::size_t>(index)]) {
        case Kind::Id:
            return came == WireType::Id;
        case Kind::Integer:
            return isInteger(came);
        case Kind::Flag:
            return came == WireType::Flag;
        case Kind::Bytes:
            return came == WireType::Bytes;
        case Kind::Json:
        case Kind::Text:
            break;
        }
        return came == WireType::Text;
    };
    for (int i = 0; i < m_names.size(); ++i) {
        if (i >= cells.columns() || !isRight(i))
            return fail("SERVER_FAULT",
                {},
                {{QStringLiteral("detail"),
                    QString::fromLatin1(m_type.table) + QLatin1Char('.') + m_names[i]}});
    }
    return {};
}

Value WireRow::received(int index, const WireCell& cell) const
{
    if (cell.isNull())
        return {};
    switch (m_kinds[static_cast<std::size_t>(index)]) {
    case Kind::Id:
    case Kind::Bytes:
        return QByteArray(cell.bytes, cell.length);
    case Kind::Integer:
        return wireInteger(cell);
    case Kind::Flag:
        return qint64{*cell.bytes != 0 ? 1 : 0};
    case Kind::Json:
        return wireJson(cell);
    case Kind::Text:
        break;
    }
    return wireText(cell);
}

schema::Row WireRow::receivedRow(const ServerCells& cells, int row) const
{
    const auto columns = static_cast<int>(m_names.size());
    schema::Row received;
    received.reserve(static_cast<std::size_t>(columns));
    for (int i = 0; i < columns; ++i)
        received.push_back(this->received(i, cells.cell(row, i)));
    return received;
}

void WireRow::append(const ServerCells& cells, int row, storage::RawAppend& target) const
{
    for (int i = 0; i < m_names.size(); ++i)
        appendCell(i, cells.cell(row, i), target);
    target.endRow();
}

void WireRow::appendCell(int index, const WireCell& cell, storage::RawAppend& target) const
{
    if (cell.isNull()) {
        target.add(filled(index, {}));
        return;
    }
    switch (m_kinds[static_cast<std::size_t>(index)]) {
    case Kind::Id:
    case Kind::Bytes:
        target.addBytes(cell.bytes, cell.length);
        break;
    case Kind::Integer:
        target.addInteger(wireInteger(cell));
        break;
    case Kind::Flag:
        target.addInteger(*cell.bytes != 0 ? 1 : 0);
        break;
    case Kind::Json:
        target.add(wireJson(cell));
        break;
    case Kind::Text: {
        const WireCell unmarked = withoutMark(cell);
        target.addText(unmarked.bytes, unmarked.length);
        break;
    }
    }
}

Value WireRow::filled(int index, Value value) const
{
    const auto at = static_cast<std::size_t>(index);
    if (m_mayBeNull[at] || !schema::isNull(value))
        return value;
    switch (m_kinds[at]) {
    case Kind::Id:
    case Kind::Bytes:
        return QByteArray("", 0);
    case Kind::Text:
        return QStringLiteral("");
    case Kind::Json:
        return QStringLiteral("{}");
    default:
        return qint64{0};
    }
}

QJsonValue WireRow::sent(int index, const Value& value) const
{
    if (schema::isNull(value))
        return QJsonValue::Null;
    switch (m_kinds[static_cast<std::size_t>(index)]) {
    case Kind::Id: {
        const auto* bytes = std::get_if<QByteArray>(&value);
        if (bytes == nullptr || bytes->size() != 16)
            return QJsonValue::Null;
        return RawId::fromBytes(*bytes).toString();
    }
    case Kind::Integer:
        return schema::toInteger(value);
    case Kind::Flag:
        return schema::toInteger(value) != 0;
    case Kind::Bytes: {
        const auto* bytes = std::get_if<QByteArray>(&value);
        return QStringLiteral("\\x")
            + QString::fromLatin1(bytes != nullptr ? bytes->toHex() : QByteArray());
    }
    case Kind::Json:
        return objectOf(readable(schema::toText(value)));
    case Kind::Text:
        break;
    }
    return readable(schema::toText(value));
}

Value WireRow::stored(int index, const QJsonValue& sent) const
{
    if (sent.isNull() || sent.isUndefined())
        return {};
    switch (m_kinds[static_cast<std::size_t>(index)]) {
    case Kind::Id:
        return rawId(sent.toString());
    case Kind::Integer:
        return sent.toInteger();
    case Kind::Flag:
        return qint64{sent.toBool() ? 1 : 0};
    case Kind::Bytes: {
        const QByteArray bytes = QByteArray::fromHex(sent.toString().mid(2).toLatin1());
        return bytes.isNull() ? QByteArray("", 0) : bytes;
    }
    case Kind::Json:
        return compact(sent.toObject());
    case Kind::Text:
        break;
    }
    return sent.toString(QStringLiteral(""));
}

QString idText(const RecordType& type, const Value& id)
{
    if (type.smallId)
        return QString::number(schema::toInteger(id));
    const auto* bytes = std::get_if<QByteArray>(&id);
    return bytes != nullptr && bytes->size() == 16 ? RawId::fromBytes(*bytes).toString()
                                                   : QString();
}

Value idFromText(const RecordType& type, const QString& text)
{
    if (!type.smallId)
        return rawId(text);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? Value(number) : Value();
}

QJsonObject customChanges(const QString& before, const QString& now)
{
    const QJsonObject was = objectOf(before);
    const QJsonObject is = objectOf(now);
    QJsonObject changes;
    for (auto key = is.begin(); key != is.end(); ++key) {
        if (was.value(key.key()) != key.value())
            changes.insert(key.key(), key.value());
    }
    for (auto key = was.begin(); key != was.end(); ++key) {
        if (!is.contains(key.key()))
            changes.insert(key.key(), QJsonValue::Null);
    }
    return changes;
}

QString withCustomChanges(const QString& object, const QJsonObject& changes)
{
    QJsonObject changed = objectOf(object);
    for (auto key = changes.begin(); key != changes.end(); ++key) {
        if (key->isNull())
            changed.remove(key.key());
        else
            changed.insert(key.key(), key.value());
    }
    return compact(changed);
}

} // namespace chengdan::sync
