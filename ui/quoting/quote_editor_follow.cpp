// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A quote that stands open while others change it: another program, or what the server sends.
#include "ui/quoting/quote_editor.h"
#include "ui/quoting/quote_lines_view.h"
#include "ui/shared/cards.h"

#include <algorithm>
#include <array>

namespace chengdan::ui {

namespace {

constexpr int kFollowAfterMs = 200; // what arrives with one pull is shown once

// What differs when any of it was changed.
QString stateOfView(const quoting::QuoteView& view)
{
    QStringList parts;
    const auto add = [&parts](const schema::RowMeta& meta) {
        parts += QStringLiteral("%1:%2:%3")
                     .arg(meta.rid)
                     .arg(meta.changedAt.milliseconds())
                     .arg(meta.rev);
    };
    add(view.quote.meta);
    add(view.revision.meta);
    for (const quoting::QuoteLineView& line : view.lines) {
        add(line.line.meta);
        for (const quoting::QuoteTierView& tier : line.tiers)
            add(tier.tier.meta);
    }
    return parts.join(QLatin1Char(' '));
}

// Lines of two people may meet under the sums of one of them.
bool sumsFit(const quoting::QuoteView& view)
{
    qint64 net = 0;
    for (const quoting::QuoteLineView& line : view.lines)
        net += line.counts ? line.line.netAmount.minor : 0;
    return net == view.revision.netTotal.minor;
}

} // namespace

void QuoteEditor::follow()
{
    m_followTimer.setSingleShot(true);
    m_followTimer.setInterval(kFollowAfterMs);
    connect(&m_followTimer, &QTimer::timeout, this, &QuoteEditor::takeNewer);
    const std::array<int, 4> tables{schema::describe<quoting::Quote>().number,
        schema::describe<quoting::QuoteRevision>().number,
        schema::describe<quoting::QuoteLine>().number,
        schema::describe<quoting::QuoteTier>().number};
    connect(
        &m_context.database.notices(),
        &storage::ChangeNotices::committed,
        this,
        [this, tables](const QList<storage::Change>& changes) {
            const bool ours = std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
                return std::find(tables.begin(), tables.end(), change.table) != tables.end();
            });
            if (ours && m_stored)
                m_followTimer.start();
        },
        Qt::QueuedConnection);
}

// Typing that is not saved stays; saving it finds out about the newer rows.
void QuoteEditor::takeNewer()
{
    if (!m_stored || m_dirty)
        return;
    if (m_grid->findChild<QWidget*>(QStringLiteral("quoteLineEditor")) != nullptr) {
        m_followTimer.start(); // a cell is being typed in
        return;
    }
    const auto view = m_service.show(m_stored->quote.id);
    if (!view) {
        showError(view.error());
        return;
    }
    if (stateOfView(*view) == stateOfView(*m_stored))
        return;
    const QModelIndex at = m_grid->currentIndex();
    showStored(*view);
    if (at.row() < m_lines->rowCount())
        m_grid->setCurrentIndex(m_lines->index(at.row(), at.column()));
    tellOfSums();
}

void QuoteEditor::tellOfSums()
{
    if (!m_stored || !m_stored->editable || sumsFit(*m_stored)
        || !m_context.session.has(access::Right::QuoteEdit))
        return;
    m_dirty = true;
    refreshState();
    m_message->clearActions();
    m_message->setMessage(Tone::Warn,
        tr("Lines of several people met here"),
        tr("The stored sums are those of one of them. Saving counts them anew."));
    m_message->addAction(tr("Save"), [this] { save(); });
    m_message->show();
}

} // namespace chengdan::ui
