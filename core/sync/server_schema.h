// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

#include <QStringList>

namespace chengdan::sync {

/// Everything a PostgreSQL database (15 or newer) needs to be a company's server: roles, tables,
/// row policies, history, the protocol and the acts that one person wins. Made from the
/// descriptions of the record types and the texts in resources/server. To be run in this order,
/// each element as one command of a superuser, inside one transaction, in an empty database.
QStringList serverSchema(const schema::RecordTypes& types);

/// Its parts: roles and tables; what stands in the tables that describe tables and roles;
/// functions, triggers and policies with who may call and read. Only the last can be laid twice.
QStringList serverTables(const schema::RecordTypes& types);
QStringList serverFacts(const schema::RecordTypes& types);
QStringList serverCode(const schema::RecordTypes& types);
/// The oldest schema version whose programs this server still serves: the one before its own.
int leastClient(const schema::RecordTypes& types);

/// The name of the function that hands out rows of a type by their ids, by owner and position, or
/// by the customer they hang on.
QString fetchFunction(const schema::RecordType& type);
QString loadFunction(const schema::RecordType& type);
QString rootFunction(const schema::RecordType& type);

/// What these functions answer, in this order: the columns a local table carries beside `rid`.
QStringList sentColumns(const schema::RecordType& type);

/// Whether rows of this type hang on a customer: they carry its id as root and its owner.
bool hangsOnRoot(const schema::RecordTypes& types, const schema::RecordType& type);

} // namespace chengdan::sync
