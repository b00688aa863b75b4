// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace chengdan::tests {

/// What one run of the built chengdanctl gave back.
struct CtlRun {
    int exit = -1;
    QByteArray output;
    QByteArray errors;
    /// The one object of a --json run; the test fails when stdout is anything else.
    QJsonObject json() const
    {
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(output, &error);
        INFO(output.toStdString());
        REQUIRE(error.error == QJsonParseError::NoError);
        REQUIRE(document.isObject());
        return document.object();
    }
    QString firstError(const char* key = "code") const
    {
        return json()[QStringLiteral("errors")][0][QLatin1String(key)].toString();
    }
};

/// Runs the binary beside this test with the arguments, words separated by blanks.
inline CtlRun ctl(const QStringList& arguments, const QByteArray& input = {})
{
    // Logs and default files of the run stay out of the home folder.
    static const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CHENGDANCTL_PATH), arguments);
    REQUIRE(process.waitForStarted());
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(60'000));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline CtlRun ctl(const char* line, const QByteArray& input = {})
{
    return ctl(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts), input);
}

} // namespace chengdan::tests
