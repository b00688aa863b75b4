// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/undo.h"

namespace chengdan::exchange {

/// Which acts of a company can be taken back, by whose right, and until when: customers, contacts,
/// activities, attachments, opportunities with their stage moves, items with prices and BOMs, and
/// quotes as long as their revision is a draft (else UNDO_NO_DRAFT). Submitting, approving and
/// sending have counter-acts of their own; settings and people are not undone.
access::UndoService::Rules undoRules();

} // namespace chengdan::exchange
