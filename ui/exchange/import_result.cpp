// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/import_result.h"

#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>

namespace chengdan::ui {

namespace {

QString countText(int count)
{
    return grouped(QString::number(count));
}

QString argumentOf(const Error& error, QLatin1String name)
{
    for (const auto& [key, value] : error.args) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

QString importSummary(const exchange::ImportReport& report)
{
    const QString imported = countText(report.created + report.updated);
    return report.rejected > 0
        ? ImportResult::tr("%1 imported, %2 rejected").arg(imported, countText(report.rejected))
        : ImportResult::tr("%1 imported").arg(imported);
}

ImportResult::ImportResult(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_heading(new QLabel)
    , m_counts(new QLabel)
    , m_path(new QLabel)
    , m_list(new QPushButton)
    , m_open(new QPushButton)
    , m_save(new QPushButton)
    , m_another(new QPushButton)
    , m_errorCard(new Card(QStringLiteral("importErrorsCard")))
    , m_errors(new QTableView)
    , m_errorRows(new QStandardItemModel(0, 3, this))
{
    setObjectName(QStringLiteral("importResult"));
    m_heading->setObjectName(QStringLiteral("importResultHeading"));
    setRole(m_heading, "h2");
    setRole(m_counts, "body2");
    setRole(m_path, "cap2");
    m_path->setWordWrap(true);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* card = new Card(QStringLiteral("importResultCard"));
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* words = new QVBoxLayout;
    words->setSpacing(metric::kSpace1);
    words->addWidget(m_heading);
    words->addWidget(m_counts);
    words->addWidget(m_path);
    auto* head = new QHBoxLayout;
    head->setSpacing(metric::kSpace4);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    card->body()->addLayout(head);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(metric::kSpace2);
    actions->setContentsMargins(0, metric::kSpace2, 0, 0);
    const std::pair<QPushButton*, const char*> names[] = {{m_list, "importShowList"},
        {m_open, "importOpenRejected"},
        {m_save, "importSaveRejected"},
        {m_another, "importAnother"}};
    for (const auto& [button, name] : names) {
        button->setObjectName(QString::fromLatin1(name));
        actions->addWidget(button);
    }
    setKind(m_list, "primary");
    actions->addStretch(1);
    card->body()->addLayout(actions);
    m_errors->setObjectName(QStringLiteral("importErrors"));
    m_errors->setModel(m_errorRows);
    m_errors->setShowGrid(false);
    m_errors->setFrameShape(QFrame::NoFrame);
    m_errors->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_errors->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_errors->setTabKeyNavigation(false);
    m_errors->setWordWrap(false);
    m_errors->verticalHeader()->hide();
    m_errors->horizontalHeader()->setStretchLastSection(true);
    m_errors->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_errorCard->body()->addWidget(m_errors, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(card);
    layout->addWidget(m_errorCard, 1);
    layout->addStretch(0);
    connect(m_list, &QPushButton::clicked, this, &ImportResult::listWanted);
    connect(m_open, &QPushButton::clicked, this, &ImportResult::rejectedWanted);
    connect(m_save, &QPushButton::clicked, this, &ImportResult::saveRejectedWanted);
    connect(m_another, &QPushButton::clicked, this, &ImportResult::anotherWanted);
    connect(&Theme::instance(), &Theme::themeChanged, this, &ImportResult::fill);
    retranslate();
}

void ImportResult::showReport(
    const exchange::ImportReport& report, const QHash<QString, QString>& fields)
{
    m_report = report;
    m_fields = fields;
    fill();
}

void ImportResult::retranslate()
{
    m_list->setText(tr("Show the list"));
    m_open->setText(tr("Open the rejected rows"));
    m_save->setText(tr("Save the rejected rows as …"));
    m_another->setText(tr("Import another file"));
    m_errors->setAccessibleName(tr("Why rows were rejected"));
    fill();
}

void ImportResult::fill()
{
    const bool rejected = m_report.rejected > 0;
    const Tone tone = rejected ? Tone::Warn : Tone::Ok;
    m_icon->setPixmap(icon(
        rejected ? QStringLiteral("circle-alert") : QStringLiteral("circle-check"), wordToken(tone))
                          .pixmap(QSize(themePx(32), themePx(32)), devicePixelRatioF()));
    m_heading->setText(importSummary(m_report));
    m_counts->setText(tr("%1 new, %2 changed, %3 unchanged, %4 repeated, %5 rejected")
                          .arg(countText(m_report.created),
                              countText(m_report.updated),
                              countText(m_report.unchanged),
                              countText(m_report.duplicates),
                              countText(m_report.rejected)));
    m_path->setVisible(!m_report.rejectedPath.isEmpty());
    m_path->setText(tr("The rejected rows lie with their reasons in %1")
                        .arg(QDir::toNativeSeparators(m_report.rejectedPath)));
    m_open->setVisible(!m_report.rejectedPath.isEmpty());
    m_save->setVisible(!m_report.rejectedPath.isEmpty());
    m_errorCard->setVisible(rejected);
    m_errorCard->setHeading(tr("Rejected rows"),
        m_report.errors.size() >= std::size_t(exchange::kMostImportErrors)
            ? tr("the first %1; the file has all of them")
                  .arg(countText(exchange::kMostImportErrors))
            : QString());
    m_errorRows->setRowCount(0);
    m_errorRows->setHorizontalHeaderLabels({tr("Row"), tr("Field"), tr("What is wrong")});
    for (const Error& error : m_report.errors) {
        const QString text = sentence(error, currentLanguage());
        QList<QStandardItem*> row{new QStandardItem(argumentOf(error, QLatin1String("row"))),
            new QStandardItem(m_fields.value(error.field, error.field)),
            new QStandardItem(text)};
        row.last()->setToolTip(text);
        m_errorRows->appendRow(row);
    }
    m_errors->setColumnWidth(0, themePx(80));
    m_errors->setColumnWidth(1, themePx(180));
}

QWidget* ImportResult::firstFocus() const
{
    return m_list;
}

} // namespace chengdan::ui
