// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/filter_edit.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace chengdan::ui {

FilterEdit::FilterEdit(const QString& name, QWidget* parent)
    : QLineEdit(parent)
{
    setObjectName(name);
    setProperty("kind", QStringLiteral("filter"));
    addAction(ui::icon(QStringLiteral("list-filter"), Token::Text3), QLineEdit::LeadingPosition)
        ->setText(QStringLiteral("Ctrl+F"));
    setClearButtonEnabled(false);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDebounceMs);
    connect(&m_timer, &QTimer::timeout, this, &FilterEdit::run);
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!m_composing)
            m_timer.start();
    });
}

void FilterEdit::showFilter(const QString& text)
{
    const QSignalBlocker quiet(this);
    m_timer.stop();
    setText(text);
    m_last = filter();
}

void FilterEdit::run()
{
    m_timer.stop();
    if (filter() == m_last)
        return;
    m_last = filter();
    Q_EMIT filterChanged(m_last);
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return;
    case Qt::Key_Down:
        run();
        Q_EMIT leaveDown();
        return;
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            Q_EMIT leaveUp();
        } else {
            clear();
            run();
        }
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    if (m_composing)
        m_timer.stop();
    QLineEdit::inputMethodEvent(event);
    if (!m_composing && filter() != m_last)
        m_timer.start();
}

} // namespace chengdan::ui
