// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/filter_chips.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace chengdan::ui {

namespace {

constexpr int kChipWords = 260; ///< px at 100 %; longer conditions end in "…" and have a tool tip

} // namespace

FilterChips::FilterChips(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(name);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(metric::kSpace2);
    hide();
}

void FilterChips::setChips(const QList<Chip>& chips)
{
    if (chips == m_chips)
        return;
    m_chips = chips;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    setVisible(!m_chips.isEmpty());
    for (int i = 0; i < m_chips.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setObjectName(m_name + QString::number(i + 1));
        setKind(button, "chip");
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(icon(QStringLiteral("x"), Token::Text3));
        button->setText(QFontMetrics(themeFont(TextRole::Body))
                            .elidedText(m_chips[i].words, Qt::ElideRight, themePx(kChipWords)));
        button->setToolTip(tr("%1\nRemove this filter  Del").arg(m_chips[i].words));
        button->setAccessibleName(tr("Filter: %1").arg(m_chips[i].words));
        button->setFocusPolicy(Qt::StrongFocus);
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, [this, i] { remove(i); });
        m_row->addWidget(button);
        button->show();
        m_buttons.append(button);
    }
    if (m_focusAfter >= 0 && !m_buttons.isEmpty())
        m_buttons[qMin(m_focusAfter, int(m_buttons.size()) - 1)]->setFocus(Qt::OtherFocusReason);
    m_focusAfter = -1;
}

// The chip that is clicked goes away with the answer, so nothing of it is used afterwards.
void FilterChips::remove(int at)
{
    m_focusAfter = at;
    const QString key = m_chips[at].key;
    QMetaObject::invokeMethod(
        this, [this, key] { Q_EMIT removed(key); }, Qt::QueuedConnection);
}

bool FilterChips::eventFilter(QObject* watched, QEvent* event)
{
    const int at = int(m_buttons.indexOf(qobject_cast<QToolButton*>(watched)));
    if (event->type() != QEvent::KeyPress || at < 0)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        remove(at);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Left ? -1 : 1;
        const int to = qBound(0, at + step, int(m_buttons.size()) - 1);
        m_buttons[to]->setFocus(Qt::TabFocusReason);
        return true;
    }
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace chengdan::ui
