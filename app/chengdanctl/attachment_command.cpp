// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files and pictures on records: taken in, listed, saved again, removed.
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/stop_signal.h"
#include "app/chengdanctl/sync_command.h"
#include "app/chengdanctl/text_table.h"
#include "core/attachments/attachment_service.h"
#include "core/exchange/record_list.h"
#include "core/sync/blob_fetch.h"

#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace chengdan::ctl {

namespace {

using attachments::Attachment;
using attachments::AttachmentService;

constexpr const char* kAttachUsage = "attach KIND NUMBER|ID FILE… [--note TEXT]";
constexpr const char* kAttachmentsUsage =
    "attachments list KIND NUMBER|ID | save ID --to FILE|FOLDER | remove ID";

storage::ContentProgress contentProgress()
{
    bool terminal = false;
#ifdef Q_OS_UNIX
    terminal = isatty(STDERR_FILENO) != 0;
#endif
    return [terminal](qint64 done, qint64 all) {
        if (terminal && all > 0)
            std::fprintf(
                stderr, done < all ? "\r%d %%" : "\r%d %%\n", static_cast<int>(done * 100 / all));
        return !StopSignal::wanted();
    };
}

QJsonObject attachmentJson(const Attachment& row)
{
    return {{QStringLiteral("id"), row.id.toString()},
        {QStringLiteral("name"), row.name},
        {QStringLiteral("media_type"), row.mediaType},
        {QStringLiteral("bytes"), row.bytes},
        {QStringLiteral("sha256"), row.sha256},
        {QStringLiteral("note"), row.note}};
}

/// The record that two words name, as `show` finds it.
Result<attachments::Target> namedTarget(
    const access::Context& context, const QString& kind, const QString& key)
{
    const auto type = exchange::recordKind(context.database.types(), kind);
    if (!type)
        return fail(type.error());
    const auto record = exchange::showRecord(context, kind, key);
    if (!record)
        return fail(record.error());
    const auto id = RawId::parse(record->value(QLatin1String("id")).toString());
    const QString table = QString::fromLatin1((*type)->table);
    if (!id)
        return fail("ATTACHMENT_TARGET", {}, {{QStringLiteral("kind"), table}});
    return attachments::Target{table, attachments::AttachedId::fromRaw(*id)};
}

/// In a copy of a team's data what is not here comes from its server.
attachments::FetchContent contentFromServer(storage::Database& database)
{
    return [&database](
               const Attachment& row, const storage::ContentProgress& progress) -> Result<void> {
        const auto link = sync::linkOf(database);
        if (!link)
            return fail(link.error());
        if (!*link)
            return fail("CONTENT_LOST", {}, {{QStringLiteral("name"), row.name}});
        const auto account = syncAccount((*link)->dsn, (*link)->login);
        if (!account)
            return fail(account.error());
        const auto server = sync::ServerLink::open(account->dsn, account->login, account->password);
        if (!server)
            return fail(server.error());
        return sync::fetchContent(database, **server, row.id.raw(), progress);
    };
}

Outcome listAttachments(const Call& call, const access::Context& context)
{
    const QStringList words = call.words();
    const auto target = namedTarget(context, words[1], words[2]);
    if (!target)
        return Outcome::refused(target.error(), call.language);
    const auto found = AttachmentService(context).list(*target);
    if (!found)
        return Outcome::refused(found.error(), call.language);
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const attachments::AttachmentEntry& entry : *found) {
        QJsonObject one = attachmentJson(entry.attachment);
        one.insert(QStringLiteral("here"), entry.here);
        one.insert(QStringLiteral("unsent"), entry.unsent);
        json.append(one);
        rows.push_back({entry.attachment.id.toString(),
            entry.attachment.name,
            QString::number(entry.attachment.bytes),
            entry.here ? QStringLiteral("+") : QString(),
            entry.attachment.note});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("attachments"), json}},
        alignedTable({QStringLiteral("id"),
                         QStringLiteral("name"),
                         QStringLiteral("bytes"),
                         QStringLiteral("here"),
                         QStringLiteral("note")},
            rows));
}

Outcome saveAttachment(const Call& call, const access::Context& context, AttachmentId id)
{
    const auto to = call.arguments.needed("to");
    if (!to)
        return Outcome::refused(to.error(), call.language);
    const QString target = QFileInfo(*to).absoluteFilePath();
    if (QFileInfo(target).isFile())
        return Outcome::refused(
            Error::make("FILE_EXISTS", {}, {{QStringLiteral("path"), target}}), call.language);
    const StopSignal stop;
    const auto saved = AttachmentService(context, contentFromServer(context.database))
                           .saveAs(id, target, contentProgress());
    if (!saved)
        return Outcome::refused(saved.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("id"), id.toString()},
                             {QStringLiteral("file"), *saved},
                             {QStringLiteral("bytes"), QFileInfo(*saved).size()}},
        *saved);
}

} // namespace

Outcome runAttach(const Call& call)
{
    const QStringList words = call.words();
    if (words.size() < 3)
        return Outcome::misused(kAttachUsage, call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const access::Context& context = (*file)->context();
    const auto target = namedTarget(context, words[0], words[1]);
    if (!target)
        return Outcome::refused(target.error(), call.language);
    AttachmentService service(context);
    const StopSignal stop;
    QJsonArray json;
    QStringList names;
    std::vector<AttachmentId> made;
    for (const QString& path : words.mid(2)) {
        const auto row =
            service.attachFile(path, *target, call.arguments.value("note"), contentProgress());
        if (!row) {
            for (const AttachmentId& earlier : made) // all of them or none
                (void)service.remove(earlier);
            return Outcome::refused(row.error(), call.language);
        }
        made.push_back(row->id);
        json.append(attachmentJson(*row));
        names += row->name;
    }
    return Outcome::done(
        QJsonObject{{QStringLiteral("attached"), json}}, names.join(QLatin1Char('\n')));
}

Outcome runAttachments(const Call& call)
{
    const QStringList words = call.words();
    const QString act = words.value(0);
    const bool lists = act == QLatin1String("list") && words.size() == 3;
    const bool saves = act == QLatin1String("save") && words.size() == 2;
    const bool removes = act == QLatin1String("remove") && words.size() == 2;
    if (!lists && !saves && !removes)
        return Outcome::misused(kAttachmentsUsage, call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const access::Context& context = (*file)->context();
    if (lists)
        return listAttachments(call, context);
    const auto id = AttachmentId::parse(words[1]);
    if (!id)
        return Outcome::refused(id.error(), call.language);
    if (saves)
        return saveAttachment(call, context, *id);
    if (auto removed = AttachmentService(context).remove(*id); !removed)
        return Outcome::refused(removed.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("id"), id->toString()}}, id->toString());
}

} // namespace chengdan::ctl
