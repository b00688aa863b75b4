// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

namespace chengdan::access {

/// Fewest characters of a password.
inline constexpr int kShortestPassword = 6;

/// The password as Argon2id text (salt and cost inside), for storing. Takes about a tenth of a
/// second on purpose. Composed and full-width characters count as the plain ones, so that the
/// state of an input method does not matter.
QString hashPassword(const QString& password);
/// Whether the text was made from this password; takes as long as making it.
bool matchesPassword(const QString& hash, const QString& password);

/// Somebody who may sign in, for the picker of the sign-in screen.
struct SignInChoice {
    PersonId person;
    QString login;
    QString name;
    QString title;
    bool hasPassword = false;
};

/// Signing in to a file on this PC. Passwords are optional: without one a login opens at once. They
/// keep a colleague at the same PC from acting as somebody else; who can read the file itself reads
/// its rows without any password.
class SignInService {
public:
    SignInService(storage::Database& database, IdSource& ids)
        : m_database(database)
        , m_ids(ids)
    {
    }

    /// Whether anybody active has a password: only then the sign-in screen is shown.
    Result<bool> isNeeded();
    Result<bool> hasPassword(PersonId person);
    /// The active people, by name.
    Result<std::vector<SignInChoice>> choices();
    /// The session of a login (empty: the file's owner). Wrong passwords are counted in the file;
    /// from the third on each makes the next attempt wait twice as long, up to a minute. Every
    /// attempt that had a password is in the audit. Errors: PERSON_UNKNOWN, PERSON_INACTIVE,
    /// PASSWORD_NEEDED, PASSWORD_WRONG, PASSWORD_WAIT (with `seconds`).
    Result<Session> signIn(const QString& login, const QString& password);
    /// Notes in the audit that the window was opened without a password.
    Result<void> noteOpened(const Session& session);

private:
    storage::Database& m_database;
    IdSource& m_ids;
};

/// Sets and takes away passwords.
class PasswordService {
public:
    explicit PasswordService(const Context& context)
        : m_context(context)
    {
    }
    /// One's own, against the present one (empty when there is none); an empty `next` takes it
    /// away. Errors: PASSWORD_WRONG, PASSWORD_WAIT, PASSWORD_SHORT.
    Result<void> change(const QString& present, const QString& next);
    /// Somebody else's, forgotten: takes it away. Needs Right::Administer.
    Result<void> clear(PersonId person);

private:
    const Context& m_context;
};

/// How long the next attempt waits after so many wrong ones in a row, in milliseconds.
qint64 waitAfterFailures(qint64 failures);

} // namespace chengdan::access
