// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_checkup.h"

#include <QJsonDocument>

namespace chengdan::sync {

namespace {

CheckupFinding findingOf(const QVariantList& row)
{
    CheckupFinding finding;
    finding.person = row[1].toInt();
    finding.personName = row[2].toString();
    finding.detail = QJsonDocument::fromJson(row[3].toByteArray()).object();
    finding.points = row[4].toInt();
    finding.problem = Error::make(row[0].toString().toLatin1().constData(),
        {},
        {{QStringLiteral("name"), finding.personName}});
    for (auto it = finding.detail.begin(); it != finding.detail.end(); ++it)
        finding.problem.args.append({it.key(), it.value().toVariant().toString()});
    return finding;
}

} // namespace

Result<ServerCheckup> checkPermissions(ServerLink& link)
{
    ServerLink::Together together(link);
    const auto rows =
        link.rows(QStringLiteral("SELECT code, uid, person, detail, points FROM srv.checkup()"));
    if (!rows)
        return fail(rows.error());
    const auto scores = link.rows(QStringLiteral("SELECT score FROM srv.checkup_scores(1)"));
    if (!scores)
        return fail(scores.error());
    ServerCheckup checkup;
    checkup.score = scores->front()[0].toInt();
    for (const QVariantList& row : *rows)
        checkup.findings.push_back(findingOf(row));
    return together.end(Result<ServerCheckup>(std::move(checkup)));
}

Result<std::vector<CheckupScore>> checkupScores(ServerLink& link, int most)
{
    const auto rows = link.rows(
        QStringLiteral("SELECT ts, score, findings, uid FROM srv.checkup_scores(?)"), {most});
    if (!rows)
        return fail(rows.error());
    std::vector<CheckupScore> scores;
    for (const QVariantList& row : *rows) {
        scores.push_back({Instant::fromMilliseconds(row[0].toLongLong()),
            row[1].toInt(),
            row[2].toInt(),
            row[3].toInt()});
    }
    return scores;
}

} // namespace chengdan::sync
