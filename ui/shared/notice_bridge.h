// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace chengdan::schema {
struct RecordType;
}
namespace chengdan::storage {
class Database;
}

namespace chengdan::ui {

class ListPage;

/// Keeps a list in step with committed changes of its table: changed rows are read again, new and
/// removed ones make the list ask for its keys anew. Runs on the UI thread whoever wrote; commits
/// that follow each other closely are followed together, on a hidden page when it is shown.
void followChanges(ListPage& page, storage::Database& database, const schema::RecordType& type);

/// Reads the list anew, with its columns, when an administrator added, changed or retired a field.
void followFieldDefinitions(ListPage& page, storage::Database& database);

} // namespace chengdan::ui
