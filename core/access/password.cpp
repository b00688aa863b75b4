// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/password.h"

#include "core/access/audit.h"
#include "core/access/password_table.h"
#include "core/access/settings.h"
#include "core/storage/store.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace chengdan::access {

namespace {

constexpr qint64 kLongestWait = 60'000;

struct KnownPassword {
    QString hash;
    qint64 failures = 0;
    qint64 waitsUntil = 0;
};

// The bytes of a password, wiped when they are no longer needed.
class SecretBytes {
public:
    explicit SecretBytes(const QString& password)
        : m_bytes(password.normalized(QString::NormalizationForm_KC).toUtf8())
    {
        if (sodium_init() < 0)
            throw std::runtime_error("the crypto library could not be started");
    }
    ~SecretBytes() { sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size())); }
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    const char* data() const { return m_bytes.constData(); }
    unsigned long long size() const { return static_cast<unsigned long long>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

bool passwordsExist(storage::Connection& connection)
{
    return !schema::isNull(
        connection.scalar(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = '_password'")));
}

std::optional<KnownPassword> knownPassword(storage::Connection& connection, PersonId person)
{
    if (!passwordsExist(connection))
        return std::nullopt;
    storage::Statement statement = connection.query(
        QStringLiteral("SELECT hash, failures, waits_until FROM _password WHERE person = ?"),
        {storage::bind(person)});
    if (!statement.next())
        return std::nullopt;
    return KnownPassword{statement.text(0), statement.integer(1), statement.integer(2)};
}

void storePassword(storage::Transaction& transaction, PersonId person, const QString& hash)
{
    storage::Connection& connection = transaction.connection();
    if (!passwordsExist(connection))
        connection.execute(passwordTable());
    connection.execute(
        QStringLiteral("INSERT INTO _password(person, hash, changed_at) VALUES (?, ?, ?) ON "
                       "CONFLICT(person) DO UPDATE SET hash = excluded.hash, changed_at = "
                       "excluded.changed_at, failures = 0, waits_until = 0"),
        {storage::bind(person), hash, transaction.at().milliseconds()});
}

AuditNote passwordNote(const Person& person, const QString& what)
{
    AuditNote note;
    note.act = AuditAct::Password;
    note.recordTable = QStringLiteral("person");
    note.record = QString::number(person.id.number());
    note.title = person.name;
    note.after.insert(QStringLiteral("password"), what);
    return note;
}

// Why the password is asked for: only opening a session is a sign-in for the audit.
enum class PasswordUse { SignIn, Change };

// Looks at the password and counts: the count is written whatever the answer.
Result<void> checkPassword(storage::Database& database,
    IdSource& ids,
    const Person& person,
    const QString& password,
    PasswordUse use)
{
    const auto known =
        database.read([&](storage::Connection& connection) -> Result<std::optional<KnownPassword>> {
            return knownPassword(connection, person.id);
        });
    if (!known)
        return fail(known.error());
    if (!*known)
        return {};
    const qint64 now = database.clock().now().milliseconds();
    const qint64 wait = (*known)->waitsUntil - now;
    if (wait > 0 && wait <= kLongestWait) { // further ahead: the PC's clock was set back
        return fail("PASSWORD_WAIT",
            QStringLiteral("password"),
            {{QStringLiteral("seconds"), QString::number((wait + 999) / 1000)}});
    }
    if (password.isEmpty())
        return fail("PASSWORD_NEEDED", QStringLiteral("password"));
    const bool right = matchesPassword((*known)->hash, password);
    const qint64 failures = right ? 0 : (*known)->failures + 1;
    const auto counted =
        database.write(person.id, [&](storage::Transaction& transaction) -> Result<void> {
            transaction.connection().execute(
                QStringLiteral(
                    "UPDATE _password SET failures = ?, waits_until = ? WHERE person = ?"),
                {failures,
                    right ? qint64{0} : now + waitAfterFailures(failures),
                    storage::bind(person.id)});
            AuditNote note;
            note.act = right ? AuditAct::SignIn : AuditAct::SignInRefused;
            note.recordTable = QStringLiteral("person");
            note.record = QString::number(person.id.number());
            note.title = person.name;
            if (!right)
                note.after.insert(QStringLiteral("attempt"), failures);
            if (!right || use == PasswordUse::SignIn)
                recordAct(transaction, ids, note);
            return {};
        });
    if (!counted)
        return counted;
    if (right)
        return {};
    return fail("PASSWORD_WRONG", QStringLiteral("password"));
}

} // namespace

QString passwordTable()
{
    return QStringLiteral("CREATE TABLE _password (person INTEGER PRIMARY KEY, hash TEXT NOT NULL, "
                          "changed_at INTEGER NOT NULL, failures INTEGER NOT NULL DEFAULT 0, "
                          "waits_until INTEGER NOT NULL DEFAULT 0)");
}

qint64 waitAfterFailures(qint64 failures)
{
    if (failures < 3)
        return 0;
    const qint64 doublings = std::min<qint64>(failures - 3, 5);
    return std::min(kLongestWait, qint64{5'000} << doublings);
}

QString hashPassword(const QString& password)
{
    const SecretBytes secret(password);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(),
            secret.data(),
            secret.size(),
            crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE,
            crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::bad_alloc(); // its only failure: no 64 MB to work in
    return QString::fromLatin1(text.data());
}

bool matchesPassword(const QString& hash, const QString& password)
{
    const SecretBytes secret(password);
    return crypto_pwhash_str_verify(hash.toLatin1().constData(), secret.data(), secret.size()) == 0;
}

Result<bool> SignInService::isNeeded()
{
    return m_database.read([&](storage::Connection& connection) -> Result<bool> {
        if (!passwordsExist(connection))
            return false;
        return !schema::isNull(connection.scalar(
            QStringLiteral("SELECT 1 FROM _password w JOIN person p ON p.id = w.person WHERE "
                           "p.deleted = 0 AND p.active = 1 LIMIT 1")));
    });
}

Result<bool> SignInService::hasPassword(PersonId person)
{
    return m_database.read([&](storage::Connection& connection) -> Result<bool> {
        return knownPassword(connection, person).has_value();
    });
}

Result<std::vector<SignInChoice>> SignInService::choices()
{
    return m_database.read(
        [&](storage::Connection& connection) -> Result<std::vector<SignInChoice>> {
            std::vector<SignInChoice> list;
            for (const Person& person : storage::select<Person>(
                     connection, QStringLiteral("active = 1 ORDER BY name, id"))) {
                list.push_back({person.id,
                    person.login,
                    person.name,
                    person.title,
                    knownPassword(connection, person.id).has_value()});
            }
            return list;
        });
}

Result<Session> SignInService::signIn(const QString& login, const QString& password)
{
    auto session = openSession(m_database, login);
    if (!session)
        return session;
    if (auto checked =
            checkPassword(m_database, m_ids, session->person(), password, PasswordUse::SignIn);
        !checked)
        return fail(checked.error());
    return session;
}

Result<void> SignInService::noteOpened(const Session& session)
{
    return m_database.write(session.id(), [&](storage::Transaction& transaction) -> Result<void> {
        AuditNote note;
        note.act = AuditAct::SignIn;
        note.recordTable = QStringLiteral("person");
        note.record = QString::number(session.id().number());
        note.title = session.person().name;
        recordAct(transaction, m_ids, note);
        return {};
    });
}

Result<void> PasswordService::change(const QString& present, const QString& next)
{
    const Person& me = m_context.session.person();
    if (!next.isEmpty() && next.size() < kShortestPassword) {
        return fail("PASSWORD_SHORT",
            QStringLiteral("next"),
            {{QStringLiteral("least"), QString::number(kShortestPassword)}});
    }
    if (auto checked =
            checkPassword(m_context.database, m_context.ids, me, present, PasswordUse::Change);
        !checked)
        return checked;
    const QString hash = next.isEmpty() ? QString() : hashPassword(next);
    return m_context.database.write(me.id, [&](storage::Transaction& transaction) -> Result<void> {
        if (next.isEmpty()) {
            if (passwordsExist(transaction.connection()))
                transaction.connection().execute(
                    QStringLiteral("DELETE FROM _password WHERE person = ?"),
                    {storage::bind(me.id)});
        } else {
            storePassword(transaction, me.id, hash);
        }
        recordAct(transaction,
            m_context.ids,
            passwordNote(me, next.isEmpty() ? QStringLiteral("removed") : QStringLiteral("set")));
        return {};
    });
}

Result<void> PasswordService::clear(PersonId person)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<void> {
            auto known = storage::load<Person>(transaction.connection(), person);
            if (!known)
                return fail(known.error());
            if (!knownPassword(transaction.connection(), person))
                return {};
            transaction.connection().execute(
                QStringLiteral("DELETE FROM _password WHERE person = ?"), {storage::bind(person)});
            recordAct(transaction, m_context.ids, passwordNote(*known, QStringLiteral("removed")));
            return {};
        });
}

} // namespace chengdan::access
