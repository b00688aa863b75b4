// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_start.h"

#include "core/base/log.h"
#include "core/exchange/company.h"
#include "core/storage/backup_daily.h"
#include "core/storage/backup_restore.h"
#include "core/storage/content_index.h"
#include "core/storage/file_health.h"
#include "ui/shared/record_source.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QStorageInfo>
#include <QTimer>

#include <chrono>

namespace chengdan::app {

namespace {

QString startText(const char* text)
{
    return QCoreApplication::translate("Main", text);
}

// Lies beside a file in which the examination behind the window found damage.
QString examineMark(const QString& path)
{
    return path + QStringLiteral(".examine");
}

// A table as a person knows it; tables of the program's own keep their names.
QString tableWords(const QString& table)
{
    for (const schema::RecordType* type : exchange::companyRecordTypes()) {
        if (table == QLatin1String(type->table))
            return ui::schemaText(type->plural);
    }
    return table;
}

QString salvageWords(const storage::SalvageReport& report)
{
    QString text;
    for (const storage::SalvageReport::Table& table : report.tables) {
        const char* line = table.mayLackMore
            ? QT_TRANSLATE_NOOP("Main", "%1: %2 rows kept, at least %3 lost")
            : QT_TRANSLATE_NOOP("Main", "%1: %2 rows kept, %3 lost");
        text += startText(line).arg(tableWords(table.table)).arg(table.kept).arg(table.lost)
            + QLatin1Char('\n');
    }
    for (const storage::LostRow& row : report.rows) {
        text += startText(QT_TRANSLATE_NOOP("Main", "Lost: %1, row %2  %3"))
                    .arg(tableWords(row.table))
                    .arg(row.rid)
                    .arg(row.id)
            + QLatin1Char('\n');
    }
    return text;
}

Result<std::unique_ptr<storage::Database>> salvageInPlace(
    const QString& path, const Clock& clock, RescueQuestions& questions)
{
    const QString rescued = path + QStringLiteral(".salvaged");
    QFile::remove(rescued); // what an interrupted attempt left
    const auto report = storage::salvageFile(path, rescued, exchange::companyRecordTypes(), clock);
    if (!report)
        return fail(report.error());
    const auto aside = storage::moveAside(path, "damaged", clock.now());
    if (!aside)
        return fail(aside.error());
    QFile file(rescued);
    if (!file.rename(path)) {
        return fail("FILE_WRITE",
            {},
            {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}});
    }
    const QString listFile = *aside + QStringLiteral(".txt");
    QSaveFile list(listFile);
    if (list.open(QFile::WriteOnly)) {
        list.write(salvageWords(*report).toUtf8());
        list.commit();
    }
    questions.tellSalvaged(*report, listFile, *aside);
    return exchange::openCompany(path, clock);
}

Result<std::unique_ptr<storage::Database>> rescue(
    const QString& path, const Clock& clock, RescueQuestions& questions)
{
    const QStringList backups = storage::dailyBackups(path);
    const RescueOffer offer{path, backups.isEmpty() ? QString() : backups.first()};
    switch (questions.choose(offer)) {
    case RescueChoice::RestoreBackup: {
        const auto restored =
            storage::restoreFile(offer.newestBackup, path, exchange::companyRecordTypes(), clock);
        if (!restored)
            return fail(restored.error());
        QFile::remove(examineMark(path));
        return exchange::openCompany(path, clock);
    }
    case RescueChoice::Salvage:
        QFile::remove(examineMark(path));
        return salvageInPlace(path, clock, questions);
    case RescueChoice::Quit:
        break;
    }
    return fail("FILE_DAMAGED", {}, {{QStringLiteral("path"), path}});
}

} // namespace

RescueChoice RescueDialog::choose(const RescueOffer& offer)
{
    QMessageBox box(QMessageBox::Critical,
        QStringLiteral("成单 Chengdan"),
        startText(QT_TRANSLATE_NOOP("Main",
            "The company file is damaged. Nothing has been changed in it, and it will be kept.")));
    box.setInformativeText(offer.newestBackup.isEmpty()
            ? startText(QT_TRANSLATE_NOOP("Main",
                "There is no backup beside it. Every row that can still be read can be copied "
                "into a new file."))
            : startText(QT_TRANSLATE_NOOP("Main",
                            "The backup of %1 can take its place, or every row that can still be "
                            "read can be "
                            "copied into a new file."))
                  .arg(QFileInfo(offer.newestBackup).completeBaseName()));
    QAbstractButton* restore = nullptr;
    if (!offer.newestBackup.isEmpty()) {
        restore = box.addButton(
            startText(QT_TRANSLATE_NOOP("Main", "Restore the backup")), QMessageBox::AcceptRole);
    }
    QAbstractButton* salvage = box.addButton(
        startText(QT_TRANSLATE_NOOP("Main", "Copy what is readable")), QMessageBox::AcceptRole);
    QPushButton* quit =
        box.addButton(startText(QT_TRANSLATE_NOOP("Main", "Quit")), QMessageBox::RejectRole);
    box.setDefaultButton(quit);
    box.exec();
    if (restore != nullptr && box.clickedButton() == restore)
        return RescueChoice::RestoreBackup;
    return box.clickedButton() == salvage ? RescueChoice::Salvage : RescueChoice::Quit;
}

void RescueDialog::tellSalvaged(
    const storage::SalvageReport& report, const QString& listFile, const QString& setAside)
{
    QMessageBox::information(nullptr,
        QStringLiteral("成单 Chengdan"),
        startText(
            QT_TRANSLATE_NOOP("Main",
                "%1 rows were brought over and %2 could not be read. They are listed in\n%3\nThe "
                "damaged file lies at\n%4"))
            .arg(report.kept())
            .arg(report.lost())
            .arg(QDir::toNativeSeparators(listFile), QDir::toNativeSeparators(setAside)));
}

Result<std::unique_ptr<storage::Database>> openExamined(const QString& path, const Clock& clock)
{
    const QFileInfo file(path);
    const bool marked = QFileInfo::exists(examineMark(path));
    if (file.isFile() && (marked || file.size() <= storage::kExamineFirstBytes)) {
        const auto health = storage::examineFile(path);
        // A file that is no database at all is not ours to rescue: opening says so.
        if (health && !health->isSound()) {
            const auto opened = exchange::openCompany(path, clock);
            if (!opened && opened.error().code != QLatin1String("FILE_DAMAGED"))
                return fail(opened.error());
            return fail("FILE_DAMAGED", {}, {{QStringLiteral("path"), path}});
        }
        if (health && marked)
            QFile::remove(examineMark(path)); // repaired meanwhile
    }
    return exchange::openCompany(path, clock);
}

Result<std::unique_ptr<storage::Database>> rescueIfDamaged(
    Result<std::unique_ptr<storage::Database>> opened,
    const QString& path,
    const Clock& clock,
    RescueQuestions& questions)
{
    if (!opened && opened.error().code == QLatin1String("FILE_DAMAGED"))
        return rescue(path, clock, questions);
    return opened;
}

BackgroundCare::BackgroundCare(
    storage::Database& database, const Clock& clock, Begin begin, QObject* parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_begin(begin)
    , m_thread([this] { run(); })
{
    auto* look = new QTimer(this);
    look->setInterval(1000);
    connect(look, &QTimer::timeout, this, [this] { m_database.lookOutside(); });
    look->start();
}

BackgroundCare::~BackgroundCare()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

// The first minute belongs to the person, who is loading pages from the same disk; unless the file
// may have been hurt.
bool BackgroundCare::waitToBegin()
{
    if (m_begin == Begin::AtOnce)
        return !m_stop;
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, std::chrono::minutes(1), [this] { return m_stop.load(); });
    return !m_stop;
}

void BackgroundCare::run()
{
    if (!waitToBegin())
        return;
    const QString path = m_database.path();
    if (QFileInfo(path).size() > storage::kExamineFirstBytes) {
        const auto health = storage::examineFile(path, [this] { return m_stop.load(); });
        if (health && !health->isSound()) {
            QFile mark(examineMark(path));
            (void)mark.open(QFile::WriteOnly);
            logError("the company file is damaged");
            Q_EMIT damageFound();
            return; // a backup of it would push out a good one
        }
    }
    if (QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable()
        < 2 * QFileInfo(path).size()) {
        Q_EMIT backupFailed(Error::make("BACKUP_NO_SPACE"));
        return;
    }
    const auto made = storage::backUpDaily(
        path, m_clock.today(), kBackupsKept, [this](qint64, qint64) { return !m_stop; });
    if (!made && made.error().code != QLatin1String("CANCELLED"))
        Q_EMIT backupFailed(made.error());
    if (auto collected = storage::collectContent(m_database); !collected)
        logWarning("contents of attachments could not be cleared away");
}

} // namespace chengdan::app
