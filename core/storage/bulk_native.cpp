// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bulk_native.h"

#include <sqlite3.h>

namespace chengdan::storage {

namespace {

constexpr int kBytesPerCharacter = 2; // sqlite3_bind_text16 counts bytes

} // namespace

void FinalizeBulkStatement::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

StorageFault nativeFault(sqlite3* handle, const QString& sql)
{
    return storageFault(
        sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)), sql);
}

BulkStatement prepareNative(sqlite3* handle, const QString& sql)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle,
            text.constData(),
            static_cast<int>(text.size()),
            SQLITE_PREPARE_PERSISTENT,
            &statement,
            nullptr)
        != SQLITE_OK)
        throw nativeFault(handle, sql);
    return BulkStatement(statement);
}

void bindNative(sqlite3_stmt* statement, int index, const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value)) {
        sqlite3_bind_int64(statement, index, *number);
        return;
    }
    const auto* text = std::get_if<QString>(&value);
    if (text != nullptr && !text->isNull()) {
        sqlite3_bind_text16(statement,
            index,
            text->utf16(),
            static_cast<int>(text->size()) * kBytesPerCharacter,
            SQLITE_STATIC);
        return;
    }
    const auto* bytes = std::get_if<QByteArray>(&value);
    if (bytes != nullptr && !bytes->isNull()) {
        sqlite3_bind_blob(
            statement, index, bytes->constData(), static_cast<int>(bytes->size()), SQLITE_STATIC);
        return;
    }
    sqlite3_bind_null(statement, index);
}

} // namespace chengdan::storage
