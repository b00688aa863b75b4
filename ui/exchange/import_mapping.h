// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_header.h"
#include "core/exchange/import_source.h"

#include <QJsonObject>

namespace chengdan::ui {

/// A field rows can be imported into.
struct ImportField {
    QString name; ///< as a mapping names it
    QString label; ///< in the present language
    bool required = false;
};

std::vector<ImportField> importFields(
    const exchange::ImportKind& kind, const access::FieldColumns& fields);

/// Where the columns of a table go: what the importer recognises by itself, what this person chose
/// for a header before, what is chosen now. Every field is taken by one column at most.
class ImportMapping {
public:
    enum class Mark {
        Known,
        Remembered, ///< chosen in an earlier import
        Chosen, ///< by the person, now
        Unknown, ///< no field is called so
        Taken, ///< its field is another column's
    };
    struct Entry {
        QString header;
        QString sample; ///< the first cell that holds anything
        QString field; ///< empty: not imported
        QString automatic; ///< what the importer would do by itself
        Mark mark = Mark::Unknown;
    };

    /// Begins anew for a table. `screen` are the columns pasted rows without names fall on;
    /// `memory` is what remembered() gave before.
    void propose(const exchange::ImportKind& kind,
        const exchange::ImportSource& source,
        const access::FieldColumns& fields,
        const std::vector<exchange::ScreenColumn>& screen,
        const QJsonObject& memory);
    /// The person's choice for one column; another column that had the field loses it.
    void choose(int column, const QString& field);

    const std::vector<Entry>& entries() const { return m_entries; }
    int imported() const; ///< columns that go somewhere
    QHash<QString, QString> mapping() const; ///< for ImportOptions
    /// `memory` with what differs from the importer's own choice, by header.
    QJsonObject remembered(QJsonObject memory) const;

private:
    bool isTaken(const QString& field) const;
    std::vector<Entry> m_entries;
    bool m_hasHeader = true;
};

} // namespace chengdan::ui
