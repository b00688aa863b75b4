// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_draft.h"

#include <QJsonObject>

namespace chengdan::quoting {

/// A quote that is being typed, as text that survives a crash (storage/draft_store.h). Empty fields
/// stay empty; amounts are the raw integers of their types, ids are hexadecimal. What a later
/// version added is empty when an older draft is read.
QJsonObject toJson(const QuoteDraft& draft);
QuoteDraft quoteDraftFromJson(const QJsonObject& json);

} // namespace chengdan::quoting
