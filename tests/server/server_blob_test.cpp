// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Contents of attachments on the server: what comes whole can be named by a row, and is read by
// those alone who see such a row.
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

constexpr int kPiece = 262144;

struct BlobBench {
    AttackedTeam attacked;

    static QByteArray content(int bytes, char fill)
    {
        QByteArray made(bytes, fill);
        for (int i = 0; i < bytes; i += 97)
            made[i] = char(i / 97);
        return made;
    }
    static QString hashOf(const QByteArray& bytes)
    {
        return QString::fromLatin1(
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    static QString put(const QString& hash, int n, int pieces, const QByteArray& bytes)
    {
        return QStringLiteral("SELECT sync.blob_put('%1', %2, %3, decode('%4', 'base64'))")
            .arg(hash,
                QString::number(n),
                QString::number(pieces),
                QString::fromLatin1(bytes.toBase64()));
    }
    static QString done(const QString& hash)
    {
        return QStringLiteral("SELECT sync.blob_done('%1')").arg(hash);
    }
    static QString have(const QString& hash)
    {
        return QStringLiteral("SELECT sync.blob_have('%1')").arg(hash);
    }
    static QString get(const QString& attachment, int n)
    {
        return QStringLiteral("SELECT encode(sync.blob_get('%1', %2), 'base64')")
            .arg(attachment, QString::number(n));
    }
    PgSession& session(int person) { return attacked.session(person); }
    /// All pieces and the end; answers the hash.
    QString brought(int person, const QByteArray& bytes)
    {
        const QString hash = hashOf(bytes);
        const int pieces = (int(bytes.size()) + kPiece - 1) / kPiece;
        for (int n = 0; n < pieces; ++n)
            CHECK_FALSE(session(person)
                            .scalar(put(hash, n, pieces, bytes.mid(n * kPiece, kPiece)))
                            .toBool());
        REQUIRE(session(person).scalar(done(hash)).toBool());
        return hash;
    }
    QString row(const QString& id,
        const char* customer,
        const QString& hash,
        qint64 bytes,
        const char* kind = "customer",
        const char* record = nullptr)
    {
        const QString more = attacked.filled(record == nullptr ? customer : record);
        return insertOf(QStringLiteral("attachment"),
            id,
            QStringLiteral(R"("customer": "%1", "kind": "%2", "record": "%3", "name": "a.png", )"
                           R"("media_type": "image/png", "bytes": %4, "sha256": "%5")")
                .arg(attacked.filled(customer), QString::fromUtf8(kind), more)
                .arg(bytes)
                .arg(hash));
    }
    QString pushed(int person, const QString& operation)
    {
        return attacked.team().pushed(session(person), person, operation);
    }
    qint64 count(const char* sql)
    {
        return attacked.database().scalar(QString::fromUtf8(sql)).toLongLong();
    }
    QString newId() { return attacked.team().newId(); }
};

QByteArray bytesOf(const QVariant& base64)
{
    return QByteArray::fromBase64(base64.toString().toLatin1());
}

} // namespace

TEST_CASE("a content that came whole can be named by its author's row and is read through it",
    "[server][blob]")
{
    BlobBench bench;
    const QByteArray bytes = BlobBench::content(2 * kPiece + 1000, 'a');
    const QString hash = BlobBench::hashOf(bytes);
    const QString id = bench.newId();
    // Not before it is there, whole.
    CHECK(bench.pushed(2, bench.row(id, "{amy}", hash, bytes.size()))
        == QStringLiteral("CONTENT_MISSING"));
    bench.session(2).scalar(BlobBench::put(hash, 2, 3, bytes.mid(2 * kPiece)));
    bench.session(2).scalar(BlobBench::put(hash, 0, 3, bytes.left(kPiece)));
    QJsonObject there = bench.session(2).json(BlobBench::have(hash));
    CHECK_FALSE(there[QStringLiteral("done")].toBool());
    CHECK(there[QStringLiteral("pieces")].toArray() == QJsonArray{0, 2});
    CHECK(bench.session(2).refusal(BlobBench::done(hash)) == QStringLiteral("CONTENT_MISSING"));
    CHECK(bench.pushed(2, bench.row(id, "{amy}", hash, bytes.size()))
        == QStringLiteral("CONTENT_MISSING"));
    bench.brought(2, bytes);
    there = bench.session(2).json(BlobBench::have(hash));
    CHECK(there[QStringLiteral("done")].toBool());
    CHECK(bench.pushed(2, bench.row(id, "{amy}", hash, bytes.size() + 1))
        == QStringLiteral("CONTENT_MISSING")); // of another size
    CHECK(bench.pushed(2, bench.row(id, "{amy}", hash, bytes.size())) == QStringLiteral("ok"));
    QByteArray read;
    for (int n = 0; n < 3; ++n)
        read += bytesOf(bench.session(2).scalar(BlobBench::get(id, n)));
    CHECK(read == bytes);
    CHECK(
        bytesOf(bench.session(1).scalar(BlobBench::get(id, 0))) == bytes.left(kPiece)); // the boss
    CHECK(bench.count("SELECT count(*) FROM sync.blob_piece") == 3);
    CHECK(bench.count("SELECT count(*) FROM sync.upload_piece") == 0);
}

TEST_CASE("who knows the hash, or the row, of a content he does not see gets nothing of it",
    "[server][blob][attack]")
{
    BlobBench bench;
    const QByteArray bytes = BlobBench::content(5000, 's');
    const QString hash = bench.brought(2, bytes);
    const QString id = bench.newId();
    REQUIRE(bench.pushed(2, bench.row(id, "{amy}", hash, bytes.size())) == QStringLiteral("ok"));
    // through the invisible row, in the words for one that does not exist
    CHECK(bench.session(3).refusal(BlobBench::get(id, 0)) == QStringLiteral("NOT_VISIBLE"));
    CHECK(bench.session(3).refusal(BlobBench::get(bench.newId(), 0))
        == QStringLiteral("NOT_VISIBLE"));
    CHECK(bench.session(3).refusal(QStringLiteral("SELECT sync.blob_get(NULL, 0)"))
        == QStringLiteral("NOT_VISIBLE"));
    // by a row of his own under the hash he knows
    CHECK(bench.pushed(3, bench.row(bench.newId(), "{bob}", hash, bytes.size()))
        == QStringLiteral("CONTENT_MISSING"));
    // by asking whether it is there
    const QJsonObject there = bench.session(3).json(BlobBench::have(hash));
    CHECK_FALSE(there[QStringLiteral("done")].toBool());
    CHECK(there[QStringLiteral("pieces")].toArray().isEmpty());
    // by the end of an upload he never made
    CHECK(bench.session(3).refusal(BlobBench::done(hash)) == QStringLiteral("CONTENT_MISSING"));
    // by other bytes under its hash: thrown away, and the content stands
    CHECK_FALSE(bench.session(3).scalar(BlobBench::put(hash, 0, 1, "something else")).toBool());
    CHECK_FALSE(bench.session(3).scalar(BlobBench::done(hash)).toBool());
    CHECK(bench.pushed(3, bench.row(bench.newId(), "{bob}", hash, bytes.size()))
        == QStringLiteral("CONTENT_MISSING"));
    CHECK(bytesOf(bench.session(2).scalar(BlobBench::get(id, 0))) == bytes);
    // past the functions
    for (const char* inner : {"SELECT sync.piece_of('%1', 0)",
             "SELECT bytes FROM sync.blob_piece",
             "SELECT hash FROM sync.blob",
             "SELECT bytes FROM sync.upload_piece",
             "DELETE FROM sync.blob",
             "SELECT sync.clear_blobs()",
             "SELECT sync.clear_uploads()"}) {
        INFO(inner);
        CHECK(bench.session(3).refusal(QString::fromUtf8(inner).replace(QStringLiteral("%1"), hash))
            == QStringLiteral("42501"));
    }
    // a setting that would lift the policies only makes the function fail
    CHECK(bench.attacked.refusal(
              3, QStringLiteral("SET row_security = off;; ") + BlobBench::get(id, 0))
        == QStringLiteral("42501"));
    // shown for a while, then no more
    bench.session(1).scalar(
        bench.attacked.filled("SELECT srv.grant_access('{new}', '{amy}', 3, now() + interval '1 "
                              "day', 'trip')"));
    CHECK(bytesOf(bench.session(3).scalar(BlobBench::get(id, 0))) == bytes);
    bench.session(1).scalar(bench.attacked.filled("SELECT srv.revoke_access('{new}', '{amy}', 3)"));
    CHECK(bench.session(3).refusal(BlobBench::get(id, 0)) == QStringLiteral("NOT_VISIBLE"));
    // a disabled user's open session, at once
    bench.session(1).scalar(QStringLiteral("SELECT srv.disable_person(2)"));
    const QString ended = bench.session(2).refusal(BlobBench::get(id, 0));
    CHECK(!ended.isEmpty());
}

TEST_CASE("two people may bring one content; it is stored once, and nothing replaces it",
    "[server][blob]")
{
    BlobBench bench;
    const QByteArray bytes = BlobBench::content(kPiece + 5, 't');
    const QString hash = bench.brought(2, bytes);
    bench.brought(3, bytes);
    CHECK(bench.count("SELECT count(*) FROM sync.blob") == 1);
    CHECK(bench.count("SELECT count(*) FROM sync.blob_piece") == 2);
    const QString of = bench.newId();
    CHECK(bench.pushed(3, bench.row(of, "{bob}", hash, bytes.size())) == QStringLiteral("ok"));
    // after completion: taken for said, and dropped
    CHECK(bench.session(2).scalar(BlobBench::put(hash, 1, 2, "other")).toBool());
    CHECK(bench.session(2).scalar(BlobBench::put(hash, 0, 1, "other")).toBool());
    CHECK(bench.session(2).scalar(BlobBench::done(hash)).toBool());
    CHECK(bytesOf(bench.session(3).scalar(BlobBench::get(of, 1))) == bytes.mid(kPiece));
    CHECK(bench.count("SELECT count(*) FROM sync.upload_piece") == 0);
}

TEST_CASE("pieces and uploads beyond every measure are refused", "[server][blob][attack]")
{
    BlobBench bench;
    const QString hash(64, QLatin1Char('a'));
    const auto refused = [&](int person, const QString& sql) {
        return bench.session(person).refusal(sql).toStdString();
    };
    CHECK(refused(2, BlobBench::put(hash, 0, 1, QByteArray(kPiece + 1, 'x'))) == "CONTENT_PIECE");
    CHECK(refused(2, BlobBench::put(hash, 0, 2, "short")) == "CONTENT_PIECE");
    CHECK(refused(2, BlobBench::put(hash, 1, 1, "x")) == "CONTENT_PIECE");
    CHECK(refused(2, BlobBench::put(hash, -1, 1, "x")) == "CONTENT_PIECE");
    CHECK(refused(2, BlobBench::put(hash, 0, 1, {})) == "CONTENT_PIECE");
    CHECK(refused(2, BlobBench::put(hash, 0, 0, "x")) == "CONTENT_SIZE");
    CHECK(refused(2, BlobBench::put(hash, 0, 401, QByteArray(kPiece, 'x'))) == "CONTENT_SIZE");
    CHECK(refused(2, BlobBench::put(hash.toUpper(), 0, 1, "x")) == "VALUE_INVALID");
    CHECK(refused(2, BlobBench::put(QStringLiteral("x"), 0, 1, "x")) == "VALUE_INVALID");
    for (const char* nothing :
        {"SELECT sync.blob_put(NULL, 0, 1, 'x')", "SELECT sync.blob_put(NULL, NULL, NULL, NULL)"})
        CHECK(refused(2, QString::fromUtf8(nothing)) == "VALUE_INVALID");
    CHECK(refused(2, QStringLiteral("SELECT sync.blob_put('%1', NULL, 1, 'x')").arg(hash))
        == "CONTENT_PIECE");
    CHECK(refused(2, QStringLiteral("SELECT sync.blob_put('%1', 0, NULL, 'x')").arg(hash))
        == "CONTENT_SIZE");
    CHECK(refused(2, QStringLiteral("SELECT sync.blob_put('%1', 0, 1, NULL)").arg(hash))
        == "CONTENT_PIECE");
    CHECK(refused(2, QStringLiteral("SELECT sync.blob_done(NULL)")) == "CONTENT_MISSING");
    CHECK(refused(4, BlobBench::put(hash, 0, 1, "x")) == "PERMISSION"); // finance does not attach
    CHECK(bench.count("SELECT count(*) FROM sync.upload") == 0);
    // another number of pieces than it began with
    bench.session(2).scalar(BlobBench::put(hash, 0, 2, QByteArray(kPiece, 'x')));
    CHECK(refused(2, BlobBench::put(hash, 0, 1, "x")) == "CONTENT_PIECE");
    // more at once than anybody needs
    for (int i = 1; i < 20; ++i)
        bench.session(2).scalar(
            BlobBench::put(QString::number(i).rightJustified(64, QLatin1Char('0')), 0, 1, "x"));
    CHECK(refused(2, BlobBench::put(QString(64, QLatin1Char('b')), 0, 1, "x")) == "CONTENT_OPEN");
    CHECK(refused(3, BlobBench::put(QString(64, QLatin1Char('b')), 0, 1, "x")).empty());
    // and more in a day
    bench.attacked.database().execute(
        QStringLiteral("UPDATE sync.upload_day SET bytes = 5368709120 WHERE uid = 2"));
    CHECK(refused(2, BlobBench::put(hash, 1, 2, "x")) == "CONTENT_DAY");
    CHECK(refused(3, BlobBench::put(QString(64, QLatin1Char('c')), 0, 1, "x")).empty());
}

TEST_CASE("a row hangs on a record of its own customer, and what it names does not change",
    "[server][blob][attack]")
{
    BlobBench bench;
    const QByteArray bytes = BlobBench::content(100, 'r');
    const QString hash = bench.brought(2, bytes);
    const qint64 size = bytes.size();
    const auto tried = [&](int person, const char* customer, const char* kind, const char* record) {
        return bench.pushed(person, bench.row(bench.newId(), customer, hash, size, kind, record))
            .toStdString();
    };
    CHECK(tried(2, "{amy}", "contact", "{amy's contact}") == "ok");
    CHECK(tried(2, "{amy}", "quote", "{quote}") == "ok");
    CHECK(tried(2, "{amy}", "contact", "{bob's contact}") == "REFERENCE_UNKNOWN");
    CHECK(tried(2, "{amy}", "customer", "{bob}") == "REFERENCE_UNKNOWN");
    CHECK(tried(2, "{amy}", "contact", "{new}") == "REFERENCE_UNKNOWN");
    CHECK(tried(2, "{amy}", "quote_line_cost", "{line}") == "REFERENCE_UNKNOWN");
    CHECK(tried(2, "{amy}", "person", "{amy}") == "REFERENCE_UNKNOWN");
    CHECK(tried(2, "{amy}", "attachment", "{amy}") == "REFERENCE_UNKNOWN");
    CHECK(tried(2, "{amy}", "customer'' OR 1=1 --", "{amy}") == "REFERENCE_UNKNOWN");
    // Of Bob's customer nothing is told, neither what it has nor what it lacks.
    CHECK(tried(2, "{bob}", "contact", "{bob's contact}") == "NOT_VISIBLE");
    CHECK(tried(2, "{bob}", "contact", "{new}") == "NOT_VISIBLE");
    CHECK(tried(2, "{pool}", "customer", "{pool}") == "NOT_VISIBLE");
    CHECK(tried(4, "{amy}", "customer", "{amy}") == "PERMISSION");

    const QString id = bench.newId();
    REQUIRE(bench.pushed(2, bench.row(id, "{amy}", hash, size)) == QStringLiteral("ok"));
    const auto changed = [&](int person, qint64 base, const char* values) {
        return bench
            .pushed(person,
                updateOf(QStringLiteral("attachment"), id, base, bench.attacked.filled(values)))
            .toStdString();
    };
    CHECK(changed(2, 1, R"("sha256": "0000")") == "ATTACHMENT_FIXED");
    CHECK(changed(2, 1, R"("bytes": 5)") == "ATTACHMENT_FIXED");
    CHECK(changed(2, 1, R"("record": "{bob}")") == "ATTACHMENT_FIXED");
    CHECK(changed(2, 1, R"("kind": "contact")") == "ATTACHMENT_FIXED");
    CHECK(changed(2, 1, R"("customer": "{bob}")") == "ROOT_FIXED");
    CHECK(changed(3, 1, R"("note": "mine")") == "NOT_VISIBLE");
    CHECK(changed(2, 1, R"("note": "seen")") == "ok");
    CHECK(changed(2, 2, R"("deleted": true)") == "ok");
    // Handed over with its customer.
    bench.session(1).scalar(
        bench.attacked.filled("SELECT srv.transfer('{new}', '{{amy}}', 3, 'moved')"));
    CHECK(bench.session(2).refusal(BlobBench::get(id, 0)) == QStringLiteral("NOT_VISIBLE"));
    CHECK(bytesOf(bench.session(3).scalar(BlobBench::get(id, 0))) == bytes);
}

TEST_CASE("uploads nobody goes on with and contents nobody names are cleared away in time",
    "[server][blob]")
{
    BlobBench bench;
    const QByteArray named = BlobBench::content(100, 'n');
    const QByteArray loose = BlobBench::content(100, 'l');
    const QString hash = bench.brought(2, named);
    const QString other = bench.brought(2, loose);
    REQUIRE(bench.pushed(2, bench.row(bench.newId(), "{amy}", hash, named.size()))
        == QStringLiteral("ok"));
    const QString open(64, QLatin1Char('a'));
    bench.session(2).scalar(BlobBench::put(open, 0, 2, QByteArray(kPiece, 'x')));
    PgDatabase& database = bench.attacked.database();
    const auto cleared = [&](const char* what) {
        return database.scalar(QStringLiteral("SELECT sync.%1()").arg(QString::fromUtf8(what)))
            .toInt();
    };
    CHECK(cleared("clear_uploads") == 0);
    CHECK(cleared("clear_blobs") == 0);
    database.execute(QStringLiteral("UPDATE sync.upload SET seen_at = now() - interval '8 days', "
                                    "done_at = done_at - interval '31 days'"));
    database.execute(QStringLiteral("UPDATE sync.blob SET kept_at = now() - interval '31 days'"));
    CHECK(cleared("clear_uploads") == 1);
    CHECK(bench.count("SELECT count(*) FROM sync.upload_piece") == 0);
    CHECK(cleared("clear_blobs") == 1);
    CHECK(bench.count("SELECT count(*) FROM sync.blob") == 1);
    // Who would name it now has to bring it again.
    CHECK_FALSE(bench.session(2).json(BlobBench::have(other))[QStringLiteral("done")].toBool());
    CHECK(bench.pushed(2, bench.row(bench.newId(), "{amy}", other, loose.size()))
        == QStringLiteral("CONTENT_MISSING"));
    CHECK(bench.session(2).json(BlobBench::have(hash))[QStringLiteral("done")].toBool());
}
