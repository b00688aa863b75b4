// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/blob_upload.h"

#include "core/storage/content_index.h"
#include "core/sync/crash_point.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace chengdan::sync {

namespace {

using storage::Connection;
using storage::ContentStore;

constexpr qint64 kSliceMs = 3000; ///< then changes of others are asked for

bool isAttachment(const schema::RecordType& type)
{
    return QLatin1String(type.table) == QLatin1String(storage::kAttachmentTable);
}

// What a row names, and whether it must go up first.
bool mustGoUp(const ContentStore& store,
    Connection& connection,
    const QString& hash,
    const QString& epoch,
    Instant now)
{
    return store.has(hash) && !storage::isContentSent(connection, hash, epoch, now);
}

QString epochOf(Connection& connection)
{
    return schema::toText(connection.scalar(QStringLiteral("SELECT epoch FROM _m")));
}

// Contents that rows of the journal name, those of the oldest edits first. What hangs on a customer
// the server has not registered has time.
QStringList waitingContents(storage::Database& database)
{
    Connection& connection = database.reader();
    const ContentStore store(database.path());
    const QString epoch = epochOf(connection);
    const Instant now = database.clock().now();
    QStringList waiting;
    QSet<QString> seen;
    storage::Statement rows = connection.query(
        QStringLiteral(
            "SELECT x.hash FROM (SELECT o.n, a.rid, a.sha256 AS hash, a.customer FROM _op o CROSS "
            "JOIN attachment a ON a.rid = o.rid WHERE o.tbl = ? AND o.kind = 1 AND o.state = 0 "
            "UNION ALL SELECT o.n, a.rid, a.sha256, a.customer FROM _op o CROSS JOIN attachment a "
            "ON a.rid BETWEEN o.rid AND o.cols WHERE o.tbl = ? AND o.kind = 4 AND o.state = 0) x "
            "CROSS JOIN customer c ON c.id = x.customer WHERE c.rev > 0 ORDER BY x.n, x.rid"),
        {qint64{storage::kAttachmentNumber}, qint64{storage::kAttachmentNumber}});
    while (rows.next()) {
        const QString hash = rows.text(0);
        if (seen.contains(hash))
            continue;
        seen.insert(hash);
        if (mustGoUp(store, connection, hash, epoch, now))
            waiting += hash;
    }
    return waiting;
}

qint64 newestEdit(Connection& connection)
{
    return schema::toInteger(
        connection.scalar(QStringLiteral("SELECT coalesce(max(n), 0) FROM _op")));
}

// One run of uploading.
class Upload {
public:
    Upload(storage::Database& database, ServerLink& server, const OnUpload& goOn)
        : m_database(database)
        , m_server(server)
        , m_goOn(goOn)
        , m_store(database.path())
    {
    }

    Result<Uploaded> run()
    {
        const auto waiting = m_database.read([&](Connection& connection) -> Result<QStringList> {
            m_newest = newestEdit(connection);
            m_epoch = epochOf(connection);
            return m_database.type(QString::fromLatin1(storage::kAttachmentTable)) == nullptr
                ? QStringList()
                : waitingContents(m_database);
        });
        if (!waiting)
            return fail(waiting.error());
        m_sinceStart.start();
        m_progress.contents = waiting->size();
        for (const QString& hash : *waiting) {
            const auto whole = send(hash);
            if (!whole) {
                if (!isPause(whole.error()))
                    return fail(whole.error());
                m_done.paused = whole.error();
                break;
            }
            if (!*whole)
                break;
            ++m_done.contents;
            --m_progress.contents;
        }
        return m_done;
    }

private:
    static bool isPause(const Error& error)
    {
        return error.code == QLatin1String("CONTENT_DAY")
            || error.code == QLatin1String("CONTENT_OPEN");
    }
    // The server does not want it, for a reason that it will tell about the row as well; or it
    // cannot be read at present, and nothing else waits for it.
    static bool isRefusal(const Error& error)
    {
        static const QStringList kCodes{QStringLiteral("PERMISSION"),
            QStringLiteral("CONTENT_READ"),
            QStringLiteral("CONTENT_SIZE"),
            QStringLiteral("CONTENT_PIECE"),
            QStringLiteral("CONTENT_MISSING"),
            QStringLiteral("VALUE_INVALID")};
        return kCodes.contains(error.code);
    }

    // True once its rows may go, false when the time is up.
    Result<bool> send(const QString& hash)
    {
        auto sent = sendPieces(hash);
        if (!sent && isRefusal(sent.error()))
            return letGo(hash);
        if (!sent || !*sent)
            return sent;
        crashPoint("blob.sent");
        const auto taken = m_server.scalar(QStringLiteral("SELECT sync.blob_done(?)"), {hash});
        if (!taken)
            return isRefusal(taken.error()) ? letGo(hash) : fail(taken.error());
        crashPoint("blob.done");
        if (taken->toBool())
            return note(hash, m_database.clock().now());
        const auto sound = m_store.isSound(hash);
        if (!sound)
            return letGo(hash);
        // Pieces that another PC of this person brought were damaged, and are gone: all of it comes
        // from here in the next round.
        if (*sound)
            return false;
        // Damaged here. Its row is refused, and a person attaches the file again.
        m_store.remove(hash);
        return true;
    }

    // Its row goes without it, to be refused with the reason; who tries again later brings it
    // again.
    Result<bool> letGo(const QString& hash)
    {
        constexpr qint64 kLongEnoughMs = 10 * 60 * 1000;
        return note(hash,
            Instant::fromMilliseconds(m_database.clock().now().milliseconds()
                - storage::kContentSentHoldsMs + kLongEnoughMs));
    }

    Result<bool> sendPieces(const QString& hash)
    {
        const qint64 bytes = m_store.bytes(hash);
        const qint64 pieces = storage::contentPieces(bytes);
        const auto answer = m_server.scalar(QStringLiteral("SELECT sync.blob_have(?)"), {hash});
        if (!answer)
            return fail(answer.error());
        const QJsonObject have = QJsonDocument::fromJson(answer->toString().toUtf8()).object();
        if (have.value(QLatin1String("done")).toBool())
            return true;
        QSet<qint64> there;
        for (const QJsonValue& n : have.value(QLatin1String("pieces")).toArray())
            there.insert(n.toInteger());
        m_progress.allBytes = bytes;
        for (qint64 n = 0; n < pieces; ++n) {
            if (there.contains(n))
                continue;
            const auto piece = m_store.piece(hash, n);
            if (!piece)
                return fail(piece.error());
            crashPoint("blob.before_put");
            const auto put = m_server.scalar(
                QStringLiteral("SELECT sync.blob_put(?, ?, ?, decode(?, 'base64'))"),
                {hash,
                    static_cast<int>(n),
                    static_cast<int>(pieces),
                    QString::fromLatin1(piece->toBase64())});
            if (!put)
                return fail(put.error());
            ++m_done.pieces;
            crashPoint("blob.put");
            m_progress.bytes = std::min(bytes, (n + 1) * storage::kContentPiece);
            if (n + 1 < pieces && !goesOn())
                return false;
        }
        return true;
    }

    bool goesOn()
    {
        if (m_goOn && !m_goOn(m_progress)) {
            m_done.stopped = true;
            return false;
        }
        const auto newest = m_database.read(
            [](Connection& connection) -> Result<qint64> { return newestEdit(connection); });
        if (m_sinceStart.elapsed() < kSliceMs && newest && *newest == m_newest)
            return true;
        m_done.more = true;
        return false;
    }

    Result<bool> note(const QString& hash, Instant at)
    {
        auto noted =
            m_database.write(PersonId(), [&](storage::Transaction& transaction) -> Result<bool> {
                storage::noteContentSent(transaction.connection(), hash, m_epoch, at);
                return true;
            });
        crashPoint("blob.noted");
        return noted;
    }

    storage::Database& m_database;
    ServerLink& m_server;
    const OnUpload& m_goOn;
    const ContentStore m_store;
    QElapsedTimer m_sinceStart;
    qint64 m_newest = 0;
    QString m_epoch;
    UploadProgress m_progress;
    Uploaded m_done;
};

} // namespace

bool waitsForContent(storage::Database& database,
    Connection& connection,
    const schema::RecordType& type,
    qint64 firstRid,
    qint64 lastRid)
{
    if (!isAttachment(type))
        return false;
    const ContentStore store(database.path());
    const QString epoch = epochOf(connection);
    // What hangs on a customer that is no longer here goes at once: it can only be refused.
    storage::Statement rows = connection.query(
        QStringLiteral("SELECT DISTINCT a.sha256 FROM attachment a JOIN customer c ON c.id = "
                       "a.customer WHERE a.rid BETWEEN ? AND ?"),
        {firstRid, lastRid});
    while (rows.next()) {
        if (mustGoUp(store, connection, rows.text(0), epoch, database.clock().now()))
            return true;
    }
    return false;
}

Result<Uploaded> uploadSome(storage::Database& database, ServerLink& server, const OnUpload& goOn)
{
    return Upload(database, server, goOn).run();
}

} // namespace chengdan::sync
