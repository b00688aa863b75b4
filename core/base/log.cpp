// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include "core/base/crash_report.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>

namespace chengdan {

namespace {

constexpr const char* kPattern = "%Y-%m-%dT%H:%M:%S.%e%z %L %t %v";

// Hands every line to the ring a crash report is written from.
class RecentLinesSink : public spdlog::sinks::base_sink<std::mutex> {
protected:
    void sink_it_(const spdlog::details::log_msg& message) override
    {
        spdlog::memory_buf_t line;
        formatter_->format(message, line);
        rememberLogLine(line.data(), line.size());
    }
    void flush_() override { }
};

spdlog::level::level_enum spdlogLevel(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

std::shared_ptr<spdlog::sinks::sink> stderrSink()
{
    auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    sink->set_level(spdlog::level::warn);
    return sink;
}

std::shared_ptr<spdlog::logger> loggerOf(std::vector<spdlog::sink_ptr> sinks, LogLevel level)
{
    sinks.push_back(std::make_shared<RecentLinesSink>());
    auto logger = std::make_shared<spdlog::logger>("chengdan", sinks.begin(), sinks.end());
    logger->set_pattern(kPattern);
    logger->set_level(spdlogLevel(level));
    logger->flush_on(spdlog::level::warn);
    return logger;
}

// The logger is replaced as a whole; a line being written keeps the one it started with.
std::shared_ptr<spdlog::logger>& currentLogger()
{
    static std::shared_ptr<spdlog::logger> logger = loggerOf({stderrSink()}, LogLevel::Warning);
    return logger;
}

std::shared_ptr<spdlog::logger> activeLogger()
{
    return std::atomic_load(&currentLogger());
}

void writeLine(spdlog::level::level_enum level, const char* event, LogFacts facts)
{
    const auto logger = activeLogger();
    if (!logger->should_log(level))
        return;
    std::string line = event;
    for (const LogFact& fact : facts)
        line += ' ' + fact.text();
    logger->log(level, spdlog::string_view_t(line));
}

void onQtMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const auto logger = activeLogger();
    spdlog::level::level_enum level = spdlog::level::warn;
    if (type == QtDebugMsg || type == QtInfoMsg)
        level = spdlog::level::debug;
    else if (type == QtCriticalMsg || type == QtFatalMsg)
        level = spdlog::level::err;
    const QString category = QString::fromLatin1(context.category ? context.category : "qt");
    const std::string line = (category + QLatin1String(": ") + text).toStdString();
    logger->log(level, spdlog::string_view_t(line));
    // Qt ends the program itself after a fatal message, through abort and so through our report.
}

} // namespace

LogFact::LogFact(const char* name, const Error& error)
    : m_text(std::string(name) + '=' + error.code.toStdString())
{
    if (!error.field.isEmpty())
        m_text += '@' + error.field.toStdString();
}

Result<void> startLog(const LogSettings& settings)
{
    const auto refused = [&] {
        return fail("LOG_FOLDER", {}, {{QStringLiteral("folder"), settings.folder}});
    };
    const bool existed = QFileInfo(settings.folder).isDir();
    if (!existed && !QDir().mkpath(settings.folder))
        return refused();
    if (!existed) {
        QFile::setPermissions(
            settings.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString path = QDir(settings.folder).filePath(QStringLiteral("chengdan.log"));
    std::vector<spdlog::sink_ptr> sinks;
    try {
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(path).toStdString(),
            static_cast<std::size_t>(settings.fileBytes),
            static_cast<std::size_t>(settings.files)));
    } catch (const spdlog::spdlog_ex&) {
        return refused();
    }
    if (settings.alsoToStderr)
        sinks.push_back(stderrSink());
    std::atomic_store(&currentLogger(), loggerOf(std::move(sinks), settings.level));
    qInstallMessageHandler(onQtMessage);
    return {};
}

void stopLog()
{
    qInstallMessageHandler(nullptr);
    activeLogger()->flush();
    std::atomic_store(&currentLogger(), loggerOf({stderrSink()}, LogLevel::Warning));
}

void logInfo(const char* event, LogFacts facts)
{
    writeLine(spdlog::level::info, event, facts);
}

void logWarning(const char* event, LogFacts facts)
{
    writeLine(spdlog::level::warn, event, facts);
}

void logError(const char* event, LogFacts facts)
{
    writeLine(spdlog::level::err, event, facts);
}

void logDebug(const QString& text)
{
    const auto logger = activeLogger();
    if (logger->should_log(spdlog::level::debug)) {
        const std::string line = text.toStdString();
        logger->log(spdlog::level::debug, spdlog::string_view_t(line));
    }
}

LogLevel logLevelOf(QStringView name)
{
    if (name == QLatin1String("debug"))
        return LogLevel::Debug;
    if (name == QLatin1String("warning"))
        return LogLevel::Warning;
    if (name == QLatin1String("error"))
        return LogLevel::Error;
    return LogLevel::Info;
}

} // namespace chengdan
