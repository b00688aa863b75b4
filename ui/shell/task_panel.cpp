// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/task_panel.h"

#include "ui/shared/cards.h"
#include "ui/shared/job_list.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

constexpr int kTaskPanelWidth = 420;
constexpr int kTaskPanelHeight = 360;
constexpr int kTaskRow = 52;

struct TaskLook {
    const char* icon;
    Token colour;
};

TaskLook taskLook(JobState state)
{
    switch (state) {
    case JobState::Done:
        return {"circle-check", Token::Ok};
    case JobState::Failed:
        return {"circle-alert", Token::Danger};
    case JobState::Cancelled:
        return {"circle-x", Token::Text3};
    default:
        return {"refresh-cw", Token::Accent};
    }
}

class TaskDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, themePx(kTaskRow)};
    }
    void paint(QPainter* painter,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(8, 2, -8, -2);
        if (option.state & QStyle::State_Selected) {
            const bool focus = option.state & QStyle::State_HasFocus;
            painter->setPen(focus ? QPen(themeColor(Token::Accent), 2) : QPen(Qt::NoPen));
            painter->setBrush(themeColor(Token::Selected));
            painter->drawRoundedRect(
                row.adjusted(1, 1, -1, -1), metric::kRadiusControl, metric::kRadiusControl);
        }
        const auto state = JobState(index.data(JobList::StateRole).toInt());
        const TaskLook look = taskLook(state);
        const int size = themePx(16);
        paintIcon(painter,
            QRectF(row.left() + 10, row.center().y() - size / 2.0, size, size),
            QString::fromLatin1(look.icon),
            look.colour);
        const QRect text = row.adjusted(10 + size + 10, 6, -10, -8);
        const auto line = [&](const QString& words, TextRole role, Token colour, int alignment) {
            painter->setFont(themeFont(role));
            painter->setPen(themeColor(colour));
            painter->drawText(text,
                alignment,
                painter->fontMetrics().elidedText(words, Qt::ElideRight, text.width()));
        };
        line(index.data().toString(),
            TextRole::Strong,
            Token::Text,
            int(Qt::AlignLeft | Qt::AlignTop));
        line(index.data(JobList::DetailRole).toString(),
            TextRole::Caption,
            state == JobState::Failed ? Token::Danger : Token::Text2,
            int(Qt::AlignLeft | Qt::AlignBottom));
        const qint64 total = index.data(JobList::TotalRole).toLongLong();
        if (state == JobState::Running && total > 0)
            paintProgress(painter, text, index.data(JobList::DoneRole).toLongLong(), total);
        painter->restore();
    }

private:
    static void paintProgress(QPainter* painter, const QRect& text, qint64 done, qint64 total)
    {
        const QRect track(text.left(), text.bottom() + 4, text.width(), 3);
        painter->setPen(Qt::NoPen);
        painter->setBrush(themeColor(Token::Subtle));
        painter->drawRoundedRect(track, 1.5, 1.5);
        QRect part = track;
        part.setWidth(int(track.width() * qBound<qint64>(0, done, total) / total));
        painter->setBrush(themeColor(Token::Accent));
        painter->drawRoundedRect(part, 1.5, 1.5);
    }
};

} // namespace

TaskPanel::TaskPanel(JobList& jobs, QWidget* window)
    : QFrame(window)
    , m_jobs(jobs)
    , m_heading(new QLabel)
    , m_close(new IconButton(QStringLiteral("x"), {}, QStringLiteral("tasksClose")))
    , m_list(new QListView)
    , m_empty(new QLabel)
    , m_cancel(new QPushButton)
    , m_open(new QPushButton)
    , m_failed(new QPushButton)
    , m_clear(new QPushButton)
{
    setObjectName(QStringLiteral("taskPanel"));
    setKind(this, "popup");
    setRole(m_heading, "subtitle");
    setRole(m_empty, "cap");
    m_list->setObjectName(QStringLiteral("taskList"));
    m_list->setModel(&m_jobs);
    m_list->setItemDelegate(new TaskDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    const std::pair<QPushButton*, const char*> names[] = {{m_cancel, "taskCancel"},
        {m_open, "taskOpen"},
        {m_failed, "taskFailedRows"},
        {m_clear, "tasksClear"}};
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(16, 8, 16, 12);
    actions->setSpacing(8);
    for (const auto& [button, name] : names) {
        button->setObjectName(QString::fromLatin1(name));
        if (button == m_clear)
            actions->addStretch();
        actions->addWidget(button);
    }
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 8, 4);
    head->addWidget(m_heading, 1);
    head->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_empty, 1, Qt::AlignCenter);
    layout->addWidget(m_list, 1);
    layout->addLayout(actions);
    connect(m_close, &QAbstractButton::clicked, this, &TaskPanel::leave);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_jobs.cancel(currentId()); });
    connect(m_open, &QPushButton::clicked, this, [this] { openCurrent(JobList::FileRole); });
    connect(
        m_failed, &QPushButton::clicked, this, [this] { openCurrent(JobList::FailedFileRole); });
    connect(m_clear, &QPushButton::clicked, this, [this] { m_jobs.clearEnded(); });
    connect(m_list, &QListView::activated, this, [this] { openCurrent(JobList::FileRole); });
    connect(m_list->selectionModel(),
        &QItemSelectionModel::currentChanged,
        this,
        &TaskPanel::refreshActions);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_jobs, signal, this, &TaskPanel::refreshActions);
    connect(&m_jobs, &JobList::jobChanged, this, &TaskPanel::refreshActions);
    window->installEventFilter(this);
    retranslate();
    hide();
}

void TaskPanel::toggle()
{
    if (isVisible()) {
        leave();
        return;
    }
    m_before = QApplication::focusWidget();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_jobs.index(0));
    refreshActions();
    place();
    show();
    raise();
    if (m_list->isVisible())
        m_list->setFocus(Qt::ShortcutFocusReason);
    else
        m_close->setFocus(Qt::ShortcutFocusReason);
}

void TaskPanel::leave()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::ShortcutFocusReason);
}

void TaskPanel::place()
{
    const QSize size(
        qMin(themePx(kTaskPanelWidth), parentWidget()->width() - 2 * metric::kPageSide),
        qMin(themePx(kTaskPanelHeight), parentWidget()->height() - themePx(80)));
    setGeometry(QRect(QPoint(parentWidget()->width() - size.width() - metric::kSpace4,
                          themePx(metric::kTopBar) - 2),
        size));
}

qint64 TaskPanel::currentId() const
{
    return m_list->currentIndex().data(JobList::IdRole).toLongLong();
}

void TaskPanel::openCurrent(int fileRole)
{
    const QString path = m_list->currentIndex().data(fileRole).toString();
    if (!path.isEmpty())
        Q_EMIT fileWanted(path);
}

void TaskPanel::refreshActions()
{
    const bool any = m_jobs.rowCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_jobs.index(0));
    const QModelIndex at = m_list->currentIndex();
    const auto state = JobState(at.data(JobList::StateRole).toInt());
    m_cancel->setVisible(at.isValid() && state < JobState::Done);
    m_open->setVisible(!at.data(JobList::FileRole).toString().isEmpty());
    m_failed->setVisible(!at.data(JobList::FailedFileRole).toString().isEmpty());
    m_clear->setVisible(any);
    m_clear->setEnabled(m_jobs.running() < m_jobs.rowCount());
}

void TaskPanel::retranslate()
{
    m_heading->setText(tr("Tasks"));
    setAccessibleName(tr("Tasks"));
    m_close->setTexts(tr("Close"), QStringLiteral("Esc"));
    m_list->setAccessibleName(tr("Tasks"));
    m_empty->setText(tr("Exports, imports and prints show here while they run"));
    m_cancel->setText(tr("Cancel task"));
    m_cancel->setToolTip(tr("Cancel task") + QStringLiteral("  Delete"));
    m_open->setText(tr("Open result"));
    m_open->setToolTip(tr("Open result") + QStringLiteral("  Enter"));
    m_failed->setText(tr("Open failed rows"));
    m_clear->setText(tr("Clear ended"));
    m_list->viewport()->update();
}

void TaskPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->key() == Qt::Key_Delete)
        m_jobs.cancel(currentId());
    else
        QFrame::keyPressEvent(event);
}

bool TaskPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace chengdan::ui
