// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/arguments.h"
#include "core/base/clock.h"
#include "core/base/error_catalogue.h"

#include <QJsonObject>
#include <QJsonValue>

#include <span>

namespace chengdan::ctl {

/// The exit status, a contract with other people's scripts.
enum class Exit {
    Done = 0,
    Refused = 1, ///< for a stated reason: validation, permission, conflict
    Usage = 2, ///< the command line itself is wrong
    Fault = 3, ///< storage or server
};

/// What a command has to say, once; main() prints it as JSON or as text.
struct Outcome {
    Exit exit = Exit::Done;
    QJsonValue result; ///< under "result"
    QJsonObject beside; ///< `cost` only: keys beside "ok" instead of "result"
    QString text; ///< the same for people, without --json
    QList<QJsonObject> errors; ///< code, field, message and whatever more is known

    static Outcome done(QJsonValue result, QString text);
    /// Each error with its sentence; the exit status follows from the codes: USAGE_… is Usage,
    /// storage and server faults are Fault, all others Refused.
    static Outcome refused(const Error& error, Language language);
    /// The words do not make a command; `form` says how they would.
    static Outcome misused(const char* form, Language language);
};

/// What every command is given: the global options and its own.
struct Call {
    Arguments arguments;
    Language language = Language::Chinese;
    const Clock* clock = nullptr;
    QString database; ///< --db, or the company file in the platform's data directory
    QString user; ///< --user; empty: the file's owner

    /// The words after the command's name.
    QStringList words() const { return arguments.words().mid(1); }
};

/// One line of the table in command_table.cpp; a new command is one function in a file of its own
/// and one line there.
struct Command {
    const char* name;
    const char* usage; ///< what follows the name
    std::vector<OptionRule> options; ///< besides the global ones
    Outcome (*run)(const Call& call);
};

std::span<const Command> commands();

/// Arguments of an error as JSON members beside code, field and message.
QJsonObject errorJson(const Error& error, Language language);

} // namespace chengdan::ctl
