// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity_service.h"
#include "core/attachments/attachment_service.h"
#include "core/storage/content_index.h"
#include "tests/support/pipeline_fixture.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace chengdan::tests {

/// A company with one customer, whose attachments are tried.
class AttachmentCompany : public PipelineFixture {
public:
    AttachmentCompany()
        : PipelineFixture({&schema::describe<attachments::Attachment>()})
    {
    }

    attachments::Target target() const { return attachments::targetOf(customer); }
    QString file(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QFile::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }
    /// So many bytes that repeat nowhere.
    static QByteArray noise(qint64 bytes, quint32 seed = 1)
    {
        QByteArray made(bytes, Qt::Uninitialized);
        for (char& byte : made) {
            seed = seed * 1664525U + 1013904223U;
            byte = static_cast<char>(seed >> 24);
        }
        return made;
    }
    static QString hashOf(const QByteArray& bytes)
    {
        return QString::fromLatin1(
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    QStringList stored() const
    {
        return QDir(store.folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    /// As if the file had been written at that time.
    static void age(const QString& path, Instant at)
    {
        QFile file(path);
        REQUIRE(file.open(QFile::ReadWrite));
        REQUIRE(file.setFileTime(
            QDateTime::fromMSecsSinceEpoch(at.milliseconds()), QFile::FileModificationTime));
    }

    storage::ContentStore store{database->path()};
    attachments::AttachmentService attached{context};
};

} // namespace chengdan::tests
