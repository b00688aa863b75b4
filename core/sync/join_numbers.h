// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/join_plan.h"

#include <QJsonObject>

namespace chengdan::sync {

/// The small numbers of people, teams and regions of a file as the server counts them. Which
/// columns hold one is read from the descriptions: a small id names the table it refers to, and a
/// person where it names none.
class SmallNumbers {
public:
    /// Whoever the server lacks and nobody adds becomes `me`.
    SmallNumbers(const schema::RecordTypes& types, const PeoplePlan& people, qint32 me);

    qint32 now(const char* table, qint32 local) const;
    /// One that the server has not given yet: somebody or some place that is to be added.
    bool isProvisional(qint32 number) const;
    /// All of a row, what an audit entry tells of other rows included. `names`: its sentColumns().
    /// Answers the teams and regions it named that are not there.
    QStringList renumber(
        const schema::RecordType& type, const QStringList& names, schema::Row& row) const;

private:
    QString journalText(const QString& table, const QString& json) const;
    const schema::RecordTypes& m_types;
    std::map<QString, std::map<qint32, qint32>> m_numbers; ///< by table
    std::map<std::pair<QString, qint32>, QString> m_missing; ///< places that are not there
    qint32 m_me;
};

/// The table a small number of this column counts in; empty when it holds none.
QString smallTableOf(const schema::RecordType& type, const QString& column);

/// A `custom` object with these keys added, as the file stores it, and the notes as words.
QString withNotes(const QString& custom, const QJsonObject& notes);
QStringList noteTexts(const QJsonObject& notes);

} // namespace chengdan::sync
