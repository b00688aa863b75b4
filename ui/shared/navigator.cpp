// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/navigator.h"

#include "ui/shared/job_list.h"
#include "ui/shared/undo_stack.h"

namespace chengdan::ui {

Navigator::Navigator(QObject* parent)
    : QObject(parent)
    , m_jobs(new JobList(this))
    , m_undo(new UndoStack(this))
{
}

Navigator::~Navigator() = default;

} // namespace chengdan::ui
