// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <initializer_list>
#include <string>
#include <type_traits>

namespace chengdan {

enum class LogLevel { Debug, Info, Warning, Error };

struct LogSettings {
    QString folder; ///< chengdan.log, chengdan.1.log, … lie here; made when absent, mode 0700
    LogLevel level = LogLevel::Info; ///< what is less important is not written
    qint64 fileBytes = 2 * 1024 * 1024; ///< a fuller file is put aside
    int files = 5; ///< how many older files are kept
    bool alsoToStderr = false; ///< warnings and errors; for chengdanctl
};

/// One fact of a log line: a name of ours and a value that identifies no person. Only numbers, ids,
/// words of our own sources and error codes convert, so that a customer's name or a phone number
/// cannot reach the log at info level or above; the type refuses it.
class LogFact {
public:
    template <typename Number>
    requires std::is_integral_v<Number> LogFact(const char* name, Number value)
        : m_text(std::string(name) + '=' + std::to_string(value))
    {
    }
    template <std::size_t Size>
    LogFact(const char* name, const char (&ownWord)[Size])
        : m_text(std::string(name) + '=' + ownWord)
    {
    }
    template <typename Tag>
    LogFact(const char* name, const Id<Tag>& id)
        : m_text(std::string(name) + '=' + id.toString().toStdString())
    {
    }
    /// The code and field of an error; its arguments may hold what a person typed and stay out.
    LogFact(const char* name, const Error& error);

    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

using LogFacts = std::initializer_list<LogFact>;

/// Starts the rotating file log of this process and routes Qt's own messages into it. Before this
/// call, and after stopLog(), lines go to stderr from warning level on. Error: LOG_FOLDER when the
/// folder cannot be written; the program goes on without a file then. Call once, from main.
Result<void> startLog(const LogSettings& settings);

/// Writes out what is buffered and closes the file.
void stopLog();

/// Thread-safe. `event` says what happened in words of our own: logInfo("file opened", {{"rows",
/// 12}}).
void logInfo(const char* event, LogFacts facts = {});
void logWarning(const char* event, LogFacts facts = {});
void logError(const char* event, LogFacts facts = {});

/// Free text, for someone who switched debugging on in their own settings: may hold any data and is
/// never written otherwise.
void logDebug(const QString& text);

/// "debug", "info", "warning", "error"; anything else is info.
LogLevel logLevelOf(QStringView name);

} // namespace chengdan
