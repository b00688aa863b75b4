// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/storage/file_health_salvage.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <thread>

namespace chengdan::app {

/// What can be done about a damaged company file.
struct RescueOffer {
    QString path;
    QString newestBackup; ///< empty: there is none
};
enum class RescueChoice { RestoreBackup, Salvage, Quit };

/// The questions a start may have to ask; a test answers them itself.
class RescueQuestions {
public:
    virtual ~RescueQuestions() = default;
    virtual RescueChoice choose(const RescueOffer& offer) = 0;
    /// `listFile` names what was lost, row by row; the damaged file lies at `setAside`.
    virtual void tellSalvaged(
        const storage::SalvageReport& report, const QString& listFile, const QString& setAside) = 0;
};

/// Asks with message boxes.
class RescueDialog : public RescueQuestions {
public:
    RescueChoice choose(const RescueOffer& offer) override;
    void tellSalvaged(const storage::SalvageReport& report,
        const QString& listFile,
        const QString& setAside) override;
};

/// Opens a company file after a look at its structure; any thread, and that thread has the reader
/// (storage::Database::layReaderAside). Large files are looked at behind the window instead
/// (BackgroundCare), unless that found damage the last time. Errors: as exchange::openCompany.
Result<std::unique_ptr<storage::Database>> openExamined(const QString& path, const Clock& clock);

/// What openExamined answered, unless that was FILE_DAMAGED: then the file is restored from its
/// newest daily backup or salvaged, as the person chooses, and the damaged file is kept. Errors
/// besides the given one: as storage::restoreFile and storage::salvageFile.
Result<std::unique_ptr<storage::Database>> rescueIfDamaged(
    Result<std::unique_ptr<storage::Database>> opened,
    const QString& path,
    const Clock& clock,
    RescueQuestions& questions);

/// Looks after the open file while the person works: examines a large one, makes the backup of the
/// day, and has the database look for other programs' changes every second.
class BackgroundCare : public QObject {
    Q_OBJECT
public:
    static constexpr int kBackupsKept = 7;
    /// At once: for a file that the last program left open (storage::wasLeftOpen).
    enum class Begin { AfterAMinute, AtOnce };
    BackgroundCare(
        storage::Database& database, const Clock& clock, Begin begin, QObject* parent = nullptr);
    /// Ends what is under way; a half-made backup leaves nothing behind.
    ~BackgroundCare() override;

Q_SIGNALS:
    /// The file is damaged; the next start will offer what can be done.
    void damageFound();
    void backupFailed(const chengdan::Error& error);

private:
    void run();
    bool waitToBegin();
    storage::Database& m_database;
    const Clock& m_clock;
    const Begin m_begin;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::atomic<bool> m_stop{false};
    std::thread m_thread; // last: it starts when all the rest stands
};

} // namespace chengdan::app
