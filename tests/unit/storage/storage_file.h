// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/store.h"
#include "tests/support/catch.h"
#include "tests/unit/storage/sample_records.h"

#include <QTemporaryDir>

namespace chengdan::tests {

/// A file of boxes and pegs in a folder of its own, with fixed time and ids.
class StorageFile {
public:
    explicit StorageFile(quint64 seed = 1)
        : ids(clock, seed)
        , types{&schema::describe<Box>(), &schema::describe<Peg>()}
        , path(dir.filePath(QStringLiteral("company.chengdan")))
        , database(
              value(storage::Database::open(path, types, clock, storage::Database::Open::Create)))
    {
    }

    void reopen()
    {
        database.reset();
        database = value(storage::Database::open(path, types, clock));
    }
    void passSeconds(int seconds)
    {
        clock.set(
            Instant::fromMilliseconds(clock.now().milliseconds() + seconds * 1000), clock.today());
    }
    Box box(const QString& name)
    {
        Box made;
        made.id = BoxId::make(ids);
        made.name = name;
        return made;
    }
    /// Stores the box, new or changed, in a write of its own.
    Result<void> save(Box& box)
    {
        return database->write(
            PersonId::fromNumber(7), [&](storage::Transaction& tx) -> Result<void> {
                if (box.meta.rid == 0)
                    storage::insert(tx, box);
                else
                    storage::update(tx, box);
                return {};
            });
    }
    /// Boxes named "box 0" and so on, all in one write.
    void fill(int boxes)
    {
        value(
            database->write(PersonId::fromNumber(7), [&](storage::Transaction& tx) -> Result<void> {
                for (int i = 0; i < boxes; ++i) {
                    Box made = box(QStringLiteral("box %1").arg(i));
                    made.worth.minor = i;
                    storage::insert(tx, made);
                }
                return {};
            }));
    }
    qint64 count(const char* sql)
    {
        return schema::toInteger(database->reader().scalar(QString::fromLatin1(sql)));
    }

    QTemporaryDir dir;
    ManualClock clock{Instant::fromMilliseconds(1'700'000'000'000), QDate(2026, 3, 12)};
    IdSource ids;
    schema::RecordTypes types;
    QString path;
    std::unique_ptr<storage::Database> database;
};

} // namespace chengdan::tests
