// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/content_store.h"
#include "core/storage/database.h"

namespace chengdan::storage {

// What a company file notes of contents beside it, in its own table `_content`: when each was last
// used, whether the server has it, whether its row left this copy. Never journalled, never sent;
// made when it is first needed. All of these throw StorageFault.

/// The table of attachments and the two columns of it that speak of a content, by which rooms below
/// the business know them.
inline constexpr const char* kAttachmentTable = "attachment";
inline constexpr int kAttachmentNumber = 12;
inline constexpr const char* kContentColumn = "sha256";
inline constexpr const char* kContentBytesColumn = "bytes";

/// Inside a write.
void noteContentUsed(Connection& connection, const QString& hash, Instant at);
/// How long that a content was sent is believed without asking again.
inline constexpr qint64 kContentSentHoldsMs = 7LL * 24 * 3600 * 1000;
/// The server of this epoch has taken all of it from this copy. Inside a write.
void noteContentSent(Connection& connection, const QString& hash, const QString& epoch, Instant at);
/// A row that named it was taken out of this copy: it goes with the next dropLeftContent(). Inside
/// a write.
void noteContentLeft(Connection& connection, const QString& hash);

/// Whether nothing of it is to be sent before its row. The server keeps for a month what no row
/// names yet; after a week this copy asks again.
bool isContentSent(Connection& connection, const QString& hash, const QString& epoch, Instant now);
/// When each content was used last, as far as it was noted.
QHash<QString, Instant> contentUses(Connection& connection);

/// Whether anything here still speaks of it: a row that is not deleted, or was within 30 days; an
/// edit that was not sent, or lies in the tray.
bool isContentWanted(Connection& connection, const QString& hash, Instant now);

/// Removes the contents whose rows left this copy and that nothing speaks of any more. Cheap when
/// there are none. Answers how many went.
Result<int> dropLeftContent(Database& database);

/// Removes whatever nothing speaks of any more, and what broken work left behind; nothing taken in
/// within 90 days, which a backup made since may speak of. Answers how many contents went.
Result<int> collectContent(Database& database);

} // namespace chengdan::storage
