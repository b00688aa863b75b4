// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_cells.h"

#include "core/base/lazy_library.h"

#include <libpq-fe.h>

#include <vector>

namespace chengdan::sync {

namespace {

// The driver of Qt Sql brings libpq along; a program that knows no server does without both.
struct PqCalls {
    LazyLibrary library{CHENGDAN_PQ_LIBRARY};
    decltype(&PQexecParams) execParams = library.find<decltype(&PQexecParams)>("PQexecParams");
    decltype(&PQresultStatus) status = library.find<decltype(&PQresultStatus)>("PQresultStatus");
    decltype(&PQresultErrorField) errorField =
        library.find<decltype(&PQresultErrorField)>("PQresultErrorField");
    decltype(&PQerrorMessage) errorMessage =
        library.find<decltype(&PQerrorMessage)>("PQerrorMessage");
    decltype(&PQclear) clear = library.find<decltype(&PQclear)>("PQclear");
    decltype(&PQntuples) rows = library.find<decltype(&PQntuples)>("PQntuples");
    decltype(&PQnfields) columns = library.find<decltype(&PQnfields)>("PQnfields");
    decltype(&PQftype) type = library.find<decltype(&PQftype)>("PQftype");
    decltype(&PQgetisnull) isNull = library.find<decltype(&PQgetisnull)>("PQgetisnull");
    decltype(&PQgetlength) length = library.find<decltype(&PQgetlength)>("PQgetlength");
    decltype(&PQgetvalue) value = library.find<decltype(&PQgetvalue)>("PQgetvalue");
};

const PqCalls& pqCalls()
{
    static const PqCalls calls;
    return calls;
}

constexpr int kBinary = 1;

} // namespace

void ServerCells::Clear::operator()(pg_result* result) const
{
    pqCalls().clear(result);
}

ServerCells::ServerCells(pg_result* result)
    : m_result(result)
    , m_rows(pqCalls().rows(result))
    , m_columns(pqCalls().columns(result))
{
}

WireType ServerCells::type(int column) const
{
    return static_cast<WireType>(pqCalls().type(m_result.get(), column));
}

WireCell ServerCells::cell(int row, int column) const
{
    const PqCalls& calls = pqCalls();
    if (calls.isNull(m_result.get(), row, column) != 0)
        return {};
    return {calls.value(m_result.get(), row, column), calls.length(m_result.get(), row, column)};
}

ServerAnswer askServer(pg_conn* connection, const QString& sql, const QVariantList& values)
{
    std::vector<QByteArray> texts; // keeps what the pointers point to
    texts.reserve(static_cast<std::size_t>(values.size()));
    std::vector<const char*> given;
    for (const QVariant& value : values) {
        texts.push_back(value.toString().toUtf8());
        given.push_back(value.isNull() ? nullptr : texts.back().constData());
    }
    const PqCalls& calls = pqCalls();
    pg_result* result = calls.execParams(connection,
        sql.toUtf8().constData(),
        static_cast<int>(given.size()),
        nullptr,
        given.data(),
        nullptr,
        nullptr,
        kBinary);
    ServerAnswer answer;
    answer.good = result != nullptr && calls.status(result) == PGRES_TUPLES_OK;
    if (!answer.good) {
        answer.said = QString::fromUtf8(calls.errorMessage(connection));
        if (result != nullptr)
            answer.state = QString::fromLatin1(calls.errorField(result, PG_DIAG_SQLSTATE));
    }
    if (result != nullptr)
        answer.cells = ServerCells(result);
    return answer;
}

Result<void> requireServerLibrary()
{
    return pqCalls().library.ready();
}

} // namespace chengdan::sync
