// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/password.h"
#include "core/base/error_catalogue.h"

#include <functional>

namespace chengdan::ui {
class MainWindow;
}

namespace chengdan::app {

struct Workplace;

/// What the event loop answers when the window is to be opened anew with a new session.
inline constexpr int kOpenAnew = 1001;

/// How the program is opened.
struct SignInRequest {
    QString login = {}; ///< --user; empty: the file's owner, or whoever the screen lets choose
    Language language = Language::Chinese; ///< of the sign-in screen
    bool mayAsk = true; ///< false: no screen (gallery); CHENGDAN_PASSWORD then answers
};

/// A session and whether the audit knows of it.
struct SignedIn {
    access::Session session;
    bool isNoted = true; ///< false: noteSession is still to be called
};

/// The session of the person at the PC: at once while nobody has a password, else after the sign-in
/// screen. Errors: those of openSession, PASSWORD_*, SIGN_IN_LEFT when the screen was closed.
Result<SignedIn> signIn(storage::Database& database, IdSource& ids, const SignInRequest& request);

/// Writes into the audit, behind the window, that the session was opened. Nobody works unnoted:
/// when that fails, `refused` gets the error and is to end the program.
void noteSession(
    ui::MainWindow& window, const Workplace& workplace, std::function<void(const Error&)> refused);

/// The administration page and a command for each of its sections, for those who may.
void addAdministration(ui::MainWindow& window, Workplace& workplace);

/// "Lock the window" (Ctrl+L) and "Password …"; the guard before records of others; and the watch
/// that opens the window anew when the person's rights have changed.
void addSessionCommands(ui::MainWindow& window, Workplace& workplace);

/// Why the window has just been opened anew, as a toast.
void tellReopened(ui::MainWindow& window);

} // namespace chengdan::app
