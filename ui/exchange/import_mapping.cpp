// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/import_mapping.h"

#include "core/exchange/import_names.h"
#include "ui/shared/record_source.h"

#include <algorithm>

namespace chengdan::ui {

namespace {

constexpr qsizetype kSampleRows = 50;
constexpr qsizetype kHeadersRemembered = 500;

QString firstFilled(const exchange::CsvTable& table, qsizetype column)
{
    const auto looked = std::min<std::size_t>(table.rows.size(), kSampleRows);
    for (std::size_t i = 0; i < looked; ++i) {
        const QString cell = table.rows[i].cells.value(column).simplified();
        if (!cell.isEmpty())
            return cell;
    }
    return {};
}

} // namespace

std::vector<ImportField> importFields(
    const exchange::ImportKind& kind, const access::FieldColumns& fields)
{
    std::vector<ImportField> found;
    for (const schema::Column& column : kind.type->columns) {
        if (*column.label != '\0')
            found.push_back(
                {QString::fromLatin1(column.name), schemaText(column.label), column.required});
    }
    for (const schema::Column& column : fields.columns())
        found.push_back(
            {QString::fromLatin1(column.name), QString::fromUtf8(column.label), column.required});
    for (const exchange::MetaColumn* meta :
        {&exchange::kOwnerColumn, &exchange::kCreatedAtColumn, &exchange::kCreatedByColumn})
        found.push_back({QString::fromLatin1(meta->name), meta->shown(), false});
    return found;
}

void ImportMapping::propose(const exchange::ImportKind& kind,
    const exchange::ImportSource& source,
    const access::FieldColumns& fields,
    const std::vector<exchange::ScreenColumn>& screen,
    const QJsonObject& memory)
{
    m_entries.clear();
    m_hasHeader = source.hasHeader;
    const QStringList& header = source.table.header;
    for (qsizetype i = 0; i < header.size(); ++i) {
        Entry entry;
        entry.header = header[i];
        entry.sample = firstFilled(source.table, i);
        const auto at = static_cast<std::size_t>(i);
        const QString name = source.hasHeader ? header[i]
            : at < screen.size()              ? screen[at].name
                                              : QString();
        entry.automatic = exchange::importTarget(kind, name, fields).name();
        const QJsonValue chosen = memory.value(header[i]);
        const bool stillThere = chosen.toString().isEmpty()
            || exchange::importTarget(kind, chosen.toString(), fields).name() == chosen.toString();
        if (source.hasHeader && chosen.isString() && stillThere && !isTaken(chosen.toString())) {
            entry.field = chosen.toString();
            entry.mark = Mark::Remembered;
        }
        m_entries.push_back(std::move(entry));
    }
    for (Entry& entry : m_entries) {
        if (entry.mark == Mark::Remembered || entry.automatic.isEmpty())
            continue;
        entry.mark = isTaken(entry.automatic) ? Mark::Taken : Mark::Known;
        if (entry.mark == Mark::Known)
            entry.field = entry.automatic;
    }
}

bool ImportMapping::isTaken(const QString& field) const
{
    return !field.isEmpty()
        && std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
               return entry.field == field;
           });
}

void ImportMapping::choose(int column, const QString& field)
{
    Entry& chosen = m_entries[static_cast<std::size_t>(column)];
    for (Entry& entry : m_entries) {
        if (&entry != &chosen && !field.isEmpty() && entry.field == field) {
            entry.field.clear();
            entry.mark = Mark::Taken;
        }
    }
    chosen.field = field;
    chosen.mark = !field.isEmpty() && field == chosen.automatic ? Mark::Known : Mark::Chosen;
}

int ImportMapping::imported() const
{
    return static_cast<int>(std::count_if(m_entries.begin(),
        m_entries.end(),
        [](const Entry& entry) { return !entry.field.isEmpty(); }));
}

QHash<QString, QString> ImportMapping::mapping() const
{
    QHash<QString, QString> mapping;
    for (const Entry& entry : m_entries)
        mapping.insert(entry.header, entry.field);
    return mapping;
}

QJsonObject ImportMapping::remembered(QJsonObject memory) const
{
    if (!m_hasHeader)
        return memory;
    for (const Entry& entry : m_entries) {
        if (entry.field == entry.automatic)
            memory.remove(entry.header);
        else if (entry.mark == Mark::Chosen || entry.mark == Mark::Remembered)
            memory.insert(entry.header, entry.field);
    }
    while (memory.size() > kHeadersRemembered)
        memory.erase(memory.begin());
    return memory;
}

} // namespace chengdan::ui
