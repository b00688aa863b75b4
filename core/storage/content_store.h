// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QIODevice>
#include <QStringList>

#include <functional>

namespace chengdan::storage {

/// Content goes over the line in pieces of this size; only the last one of a content is shorter.
inline constexpr qint64 kContentPiece = 256 * 1024;
/// 100 MiB. The server counts the same (blobs.sql).
inline constexpr qint64 kMostContentPieces = 400;
inline constexpr qint64 kMostContent = kMostContentPieces * kContentPiece;

/// How many pieces a content of that size has.
qint64 contentPieces(qint64 bytes);
/// Whether a text is the SHA-256 of something: 64 lower-case hexadecimal digits.
bool isContentHash(const QString& text);

/// Told after each piece: bytes done of all; false ends the work with CANCELLED.
using ContentProgress = std::function<bool(qint64 done, qint64 all)>;

/// A content that is completely in the store.
struct StoredContent {
    QString hash; ///< SHA-256, 64 hexadecimal digits: its name
    qint64 bytes = 0;
};

/// The contents of attachments: files beside the company file, in "<company file>.files", each
/// named by the SHA-256 of what it holds, so the same picture is there once. A content is there
/// whole or not at all: it is written under another name, brought to the disk, and renamed. Any
/// thread; several programs may use one folder.
class ContentStore {
public:
    explicit ContentStore(const QString& companyFile);

    const QString& folder() const { return m_folder; }
    QString path(const QString& hash) const;
    bool has(const QString& hash) const;
    qint64 bytes(const QString& hash) const; ///< 0 when it is not there

    /// Takes in everything `source` gives; `name` stands in the sentences, `expected` in the
    /// progress. Errors: CONTENT_EMPTY, CONTENT_SIZE, CONTENT_READ, FILE_WRITE, CANCELLED.
    Result<StoredContent> add(QIODevice& source,
        const QString& name,
        qint64 expected = 0,
        const ContentProgress& progress = {}) const;
    /// The n-th piece, from 0. Error: CONTENT_READ.
    Result<QByteArray> piece(const QString& hash, qint64 n) const;
    /// Whether the content still is what its name says. Errors: CONTENT_READ, CANCELLED.
    Result<bool> isSound(const QString& hash, const ContentProgress& progress = {}) const;
    /// Writes a copy; a file of that name is replaced only when all of the copy stands, and never
    /// by something else than what the name says. Errors: CONTENT_READ, CONTENT_DAMAGED,
    /// FILE_WRITE, CANCELLED.
    Result<void> copyTo(
        const QString& hash, const QString& target, const ContentProgress& progress = {}) const;
    void remove(const QString& hash) const;

    QStringList hashes() const;
    /// What work that was ended by force left behind, if nobody wrote to it since then. Answers how
    /// many files went.
    int removeLeftovers(Instant before) const;

private:
    QString m_folder;
};

/// A content that comes piece by piece, from a server. What has arrived is kept when the program
/// ends, and gone on with by the next one that begins the same content; only one at a time does.
class ContentArrival {
public:
    /// `bytes` as the row says. Waits while another program receives the same content, as long as
    /// `progress` wants. Errors: CONTENT_SIZE, FILE_WRITE, CANCELLED.
    static Result<std::unique_ptr<ContentArrival>> begin(const ContentStore& store,
        const QString& hash,
        qint64 bytes,
        const ContentProgress& progress = {});
    ~ContentArrival();
    ContentArrival(const ContentArrival&) = delete;
    ContentArrival& operator=(const ContentArrival&) = delete;

    /// The piece to be taken next; as many as there are pieces once nothing is missing.
    qint64 next() const;
    /// Error: CONTENT_DAMAGED (no piece of this content), FILE_WRITE.
    Result<void> take(const QByteArray& piece);
    /// Gives the content its name if it is what the name says, else throws away what arrived.
    /// Errors: CONTENT_DAMAGED, FILE_WRITE.
    Result<void> finish();

private:
    class Private;
    explicit ContentArrival(std::unique_ptr<Private> own);
    std::unique_ptr<Private> m_own;
};

} // namespace chengdan::storage
