// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"

#include "core/access/audit_entry.h"
#include "core/access/audit_triggers.h"
#include "core/access/company_setting.h"
#include "core/access/field_definition.h"
#include "core/access/person.h"
#include "core/access/saved_view.h"
#include "core/activities/activity.h"
#include "core/attachments/attachment.h"
#include "core/catalog/catalog_records.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/exchange/company_defaults.h"
#include "core/pipeline/opportunity.h"
#include "core/pipeline/sales_order.h"
#include "core/pipeline/stage.h"
#include "core/quoting/quote_records.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace chengdan::exchange {

namespace {

using storage::Database;

/// Where a new file is written until it is complete.
QString unfinishedPath(const QString& path)
{
    return path + QStringLiteral(".unfinished");
}

void removeWithSidecars(const QString& path)
{
    for (const QString& suffix :
        {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")})
        QFile::remove(path + suffix);
}

/// Writes the unfinished file and closes it again; SQLite folds its write-ahead log in on closing.
Result<void> writeUnfinished(
    const QString& path, const NewCompany& company, const Clock& clock, const CompanyFill& fill)
{
    auto database = Database::open(path, companyRecordTypes(), clock, Database::Open::Create);
    if (!database)
        return chengdan::fail(database.error());
    if (company.largeLoad) {
        if (auto ready = (*database)->loadUnshared(); !ready)
            return ready;
    }
    return (*database)->write(
        companyOwner(), [&](storage::Transaction& transaction) -> Result<void> {
            IdSource ids = company.seed ? IdSource(clock, *company.seed) : IdSource(clock);
            if (auto owner = access::startCompany(**database, ids, company); !owner)
                return chengdan::fail(owner.error());
            insertCompanyDefaults(transaction, ids);
            return fill ? fill(**database, transaction, ids) : Result<void>();
        });
}

} // namespace

const schema::RecordTypes& companyRecordTypes()
{
    static const schema::RecordTypes types = [] {
        schema::RecordTypes list{&schema::describe<access::Region>(),
            &schema::describe<access::Team>(),
            &schema::describe<access::Person>(),
            &schema::describe<access::PersonRole>(),
            &schema::describe<access::CompanySetting>(),
            &schema::describe<access::SavedView>(),
            &schema::describe<access::FieldDefinition>(),
            &schema::describe<access::AuditEntry>(),
            &schema::describe<customers::Customer>(),
            &schema::describe<customers::Contact>()};
        const auto append = [&list](const schema::RecordTypes& more) {
            list.insert(list.end(), more.begin(), more.end());
        };
        append(catalog::recordTypes());
        append({&schema::describe<pipeline::Stage>(),
            &schema::describe<pipeline::Opportunity>(),
            &schema::describe<pipeline::StageChange>(),
            &schema::describe<activities::Activity>(),
            &schema::describe<pipeline::SalesOrder>(),
            &schema::describe<pipeline::SalesOrderLine>()});
        append(quoting::recordTypes());
        append({&schema::describe<attachments::Attachment>()});
        return list;
    }();
    return types;
}

Result<std::unique_ptr<Database>> openCompany(const QString& path, const Clock& clock)
{
    auto database = Database::open(path, companyRecordTypes(), clock, Database::Open::Existing);
    if (!database)
        return database;
    if (auto ready = access::prepareAccess(**database); !ready)
        return chengdan::fail(ready.error());
    return database;
}

Result<std::unique_ptr<Database>> createCompany(
    const QString& path, const NewCompany& company, const Clock& clock, const CompanyFill& fill)
{
    if (QFileInfo::exists(path))
        return chengdan::fail("FILE_EXISTS", {}, {{QStringLiteral("path"), path}});
    const QString unfinished = unfinishedPath(path);
    removeWithSidecars(unfinished); // what an interrupted attempt left
    const Result<void> written = writeUnfinished(unfinished, company, clock, fill);
    if (!written) {
        removeWithSidecars(unfinished);
        return chengdan::fail(written.error());
    }
    QFile file(unfinished);
    if (!file.rename(path)) { // refuses to replace a file that appeared meanwhile
        const QString reason = file.errorString();
        removeWithSidecars(unfinished);
        return chengdan::fail(
            "FILE_WRITE", {}, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}});
    }
    return openCompany(path, clock);
}

} // namespace chengdan::exchange
