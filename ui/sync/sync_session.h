// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sync/keychain.h"
#include "ui/sync/sync_words.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace chengdan::ui {

/// The open file and its server, as the window sees them: whether the file is a copy at all, the
/// password, the runner behind it, and what stands. UI thread only; the runner tells on its own
/// thread and is brought over here. The database, clock and keychain must outlive it.
///
///     auto* sync = new SyncSession(database, clock, keychain, &window);
///     connect(sync, &SyncSession::changed, …);
///     sync->start();      // behind the first picture
class SyncSession : public QObject {
    Q_OBJECT
public:
    SyncSession(storage::Database& database,
        const Clock& clock,
        Keychain& keychain,
        QObject* parent = nullptr);
    ~SyncSession() override;

    /// Looks the password up and starts the runner; passwordNeeded() when it is not known. Nothing
    /// in a single-user file.
    void start();
    /// With a password a person has just typed. `keep` puts it into the keychain once the server
    /// has taken it; signedIn() or refused() tells.
    void signIn(const QString& password, bool keep);
    /// A round at once; in a copy nobody is signed in to it asks for the password.
    void syncNow();
    /// Reads again what stands in the file, after an act that no listener is told of.
    void lookAgain();

    SyncStanding standing() const { return m_standing; }
    const sync::SyncStatus& status() const { return m_status; }
    /// The link of the file; empty in a single-user file.
    const std::optional<sync::Link>& link() const { return m_link; }
    SyncHeadline headline() const;
    SyncCalendar calendar() const;
    /// Who signs in where, for work of the page's own; nothing while nobody is signed in.
    std::optional<sync::ServerAccount> account() const;
    storage::Database& database() const { return m_database; }
    const Clock& clock() const { return m_clock; }
    Keychain& keychain() const { return m_keychain; }
    /// For the gallery: shows this as if a runner had told it.
    void pretend(SyncStanding standing, const sync::SyncStatus& status);

Q_SIGNALS:
    void changed();
    void passwordNeeded();
    void signedIn();
    void refused(const chengdan::Error& error);
    /// The password lies there now; for one sentence to the person.
    void passwordKept(chengdan::ui::Keychain::Place place);

private:
    void run(const QString& password);
    void take(const sync::SyncStatus& status);
    void finishSigningIn();
    QString key() const;
    storage::Database& m_database;
    const Clock& m_clock;
    Keychain& m_keychain;
    std::optional<sync::Link> m_link;
    QByteArray m_zone;
    SyncStanding m_standing = SyncStanding::SingleUser;
    sync::SyncStatus m_status;
    QString m_password;
    bool m_signingIn = false; ///< a typed password has not been answered yet
    bool m_keep = false;
    int m_run = 0; ///< which runner speaks: the words of one before it count no more
    QTimer m_look;
    std::unique_ptr<sync::SyncRunner> m_runner;
};

} // namespace chengdan::ui
