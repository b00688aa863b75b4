// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdan/window_pages.h"
#include "core/storage/draft_store.h"

namespace chengdan::app {

class BackgroundCare;

/// Brings up the form a draft belongs to, which then shows what was typed. False when its record is
/// gone or no page knows the form.
bool openDraft(ui::MainWindow& window, const Workplace& workplace, const storage::Draft& draft);

/// One line about a draft: "New customer, restored from 14:03".
QString draftTitle(const storage::Database& database, const storage::Draft& draft, QDate today);

/// Tells that an earlier run left unsaved typing, and opens the newest when the person wants it.
/// The others stay and are shown when their forms are opened.
void offerDrafts(ui::MainWindow& window, const Workplace& workplace);

/// What happens to the file beside the person's work: a failure is told once, and nothing stops for
/// it.
void tellOfCare(const BackgroundCare& care, ui::MainWindow& window);

} // namespace chengdan::app
