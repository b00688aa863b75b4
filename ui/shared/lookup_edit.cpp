// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/form.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>

namespace chengdan::ui {

namespace {

constexpr int kLookupRows = 8;
constexpr int kLookupKeyRole = Qt::UserRole + 1;
constexpr int kLookupDetailRole = Qt::UserRole + 2;
constexpr int kLookupCreateRole = Qt::UserRole + 3;

/// Name at the left, quieter detail at the right.
class LookupDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, themePx(metric::kControl)};
    }
    void paint(QPainter* painter,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const bool current = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, themeColor(current ? Token::Selected : Token::Surface));
        QRect text = option.rect.adjusted(themePx(10), 0, -themePx(10), 0);
        const bool create = index.data(kLookupCreateRole).toBool();
        const QString detail = index.data(kLookupDetailRole).toString();
        painter->setFont(themeFont(TextRole::Caption));
        const int detailWidth =
            qMin(painter->fontMetrics().horizontalAdvance(detail), text.width() / 2);
        painter->setPen(themeColor(Token::Text3));
        painter->drawText(text,
            Qt::AlignRight | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(detail, Qt::ElideRight, detailWidth));
        text.setRight(text.right() - detailWidth - themePx(8));
        painter->setFont(themeFont(TextRole::Body));
        painter->setPen(themeColor(create ? Token::AccentText : Token::Text));
        painter->drawText(text,
            Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data().toString(), Qt::ElideRight, text.width()));
    }
};

} // namespace

LookupEdit::LookupEdit(Find find, QWidget* parent)
    : QLineEdit(parent)
    , m_find(std::move(find))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_timer(new QTimer(this))
{
    // A tool tip window takes no focus, so the input method keeps composing in the field.
    m_list->setWindowFlags(Qt::ToolTip);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFocusProxy(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LookupDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setObjectName(QStringLiteral("lookupList"));
    m_list->setFrameShape(QFrame::Box);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setMouseTracking(true);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& at) { pick(at.row()); });
    m_timer->setSingleShot(true);
    m_timer->setInterval(60);
    connect(m_timer, &QTimer::timeout, this, &LookupEdit::openList);
    QAction* search =
        addAction(icon(QStringLiteral("search"), Token::Text3), QLineEdit::TrailingPosition);
    search->setText(QStringLiteral("F7"));
    connect(search, &QAction::triggered, this, &LookupEdit::openList);
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (m_key && text != m_pickedText) {
            m_key.reset();
            Q_EMIT cleared();
        }
        if (!m_composing)
            m_timer->start();
    });
    installEventFilter(this);
}

LookupEdit::~LookupEdit() = default;

void LookupEdit::setMatch(std::optional<LookupMatch> match)
{
    m_timer->stop();
    m_list->hide();
    m_key = match ? std::optional(match->key) : std::nullopt;
    m_pickedText = match ? match->text : QString();
    setText(m_pickedText);
}

void LookupEdit::setCreateText(std::function<QString(const QString&)> text)
{
    m_createText = std::move(text);
}

bool LookupEdit::isListOpen() const
{
    return m_list->isVisible();
}

bool LookupEdit::takesEnter() const
{
    return isListOpen() || m_timer->isActive();
}

void LookupEdit::openList()
{
    m_timer->stop();
    search();
    if (m_model->rowCount() == 0) {
        m_list->hide();
        return;
    }
    placeList();
    m_list->show();
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void LookupEdit::search()
{
    m_model->clear();
    // With a record picked the list offers the last used ones again, not only the one shown.
    const QString typed = m_key ? QString() : text().trimmed();
    for (const LookupMatch& match : m_find(typed, 50)) {
        auto* item = new QStandardItem(match.text);
        item->setData(match.key, kLookupKeyRole);
        item->setData(match.detail, kLookupDetailRole);
        item->setData(
            QString(match.text + QStringLiteral(", ") + match.detail), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    if (m_createText && !typed.isEmpty()) {
        auto* item = new QStandardItem(m_createText(typed));
        item->setData(true, kLookupCreateRole);
        m_model->appendRow(item);
    }
}

void LookupEdit::placeList()
{
    const int rows = qMin(m_model->rowCount(), kLookupRows);
    const int height = rows * themePx(metric::kControl) + 2 * m_list->frameWidth() + 2;
    QPoint at = mapToGlobal(QPoint(0, QLineEdit::height() + 2));
    if (screen() && at.y() + height > screen()->availableGeometry().bottom())
        at = mapToGlobal(QPoint(0, -height - 2));
    m_list->setGeometry(QRect(at, QSize(qMax(width(), themePx(280)), height)));
}

void LookupEdit::pick(int row)
{
    const QModelIndex at = m_model->index(row, 0);
    if (!at.isValid())
        return;
    const QString typed = text().trimmed();
    m_list->hide();
    if (at.data(kLookupCreateRole).toBool()) {
        Q_EMIT createRequested(typed);
        return;
    }
    m_key = at.data(kLookupKeyRole).toLongLong();
    m_pickedText = at.data().toString();
    setText(m_pickedText);
    Q_EMIT picked(*m_key);
    Q_EMIT moveOn();
}

bool LookupEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == this && event->type() == QEvent::ShortcutOverride && isListOpen()
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::eventFilter(watched, event);
}

void LookupEdit::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool down = key == Qt::Key_Down;
    if (key == Qt::Key_F7 || key == Qt::Key_F4 || (down && event->modifiers() & Qt::AltModifier)) {
        openList();
        return;
    }
    // Who types faster than the list follows gets what it would have offered first, not what it
    // offered for the letters before.
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_timer->isActive())
        openList();
    if (isListOpen()) {
        const int row = m_list->currentIndex().row();
        const int last = m_model->rowCount() - 1;
        if (down || key == Qt::Key_Up) {
            m_list->setCurrentIndex(m_model->index(qBound(0, row + (down ? 1 : -1), last), 0));
            return;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            pick(row);
            QLineEdit::keyPressEvent(event);
            return;
        }
        if (key == Qt::Key_Escape) {
            m_list->hide();
            return;
        }
    }
    QLineEdit::keyPressEvent(event);
}

void LookupEdit::focusOutEvent(QFocusEvent* event)
{
    m_timer->stop();
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

void LookupEdit::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

} // namespace chengdan::ui
