// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the import page looks like, and when.
#include "core/exchange/import_kinds.h"
#include "ui/exchange/import_columns.h"
#include "ui/exchange/import_page.h"
#include "ui/exchange/import_result.h"
#include "ui/exchange/import_rows.h"
#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>

namespace chengdan::ui {

namespace {

constexpr int kColumnsWidth = 380;
constexpr int kColumnsWidest = 440; ///< in large text too, so that rows keep room
constexpr int kNarrowCell = 84;
constexpr int kWideCell = 240;
constexpr int kProblemWidth = 360;
constexpr int kMeasuredRows = 40;

QString wholeText(qint64 count)
{
    return grouped(QString::number(count));
}

QString droppedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

void ImportPage::build()
{
    m_start = new EmptyState(QStringLiteral("importStart"), this);
    m_result = new ImportResult(this);
    m_workPane = buildWork();
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("importStack"));
    for (QWidget* pane :
        {static_cast<QWidget*>(m_start), m_workPane, static_cast<QWidget*>(m_result)})
        m_stack->addWidget(pane);
    m_message = new MessageBar(QStringLiteral("importMessage"), this);
    m_loading = new LoadingBar(QStringLiteral("importLoading"), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metric::kPageSide, metric::kSpace3, metric::kPageSide, metric::kSpace4);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(buildSourceRow());
    layout->addWidget(m_loading);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    auto* commit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    commit->setContext(Qt::WidgetWithChildrenShortcut);
    connect(commit, &QShortcut::activated, this, &ImportPage::importRows);
}

QWidget* ImportPage::buildSourceRow()
{
    auto* row = new QWidget(this);
    m_kindLabel = new QLabel(row);
    setRole(m_kindLabel, "body2");
    m_kindBox = new QComboBox(row);
    m_kindBox->setObjectName(QStringLiteral("importKind"));
    m_kindBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kindLabel->setBuddy(m_kindBox);
    m_name = new QLabel(row);
    m_name->setObjectName(QStringLiteral("importName"));
    setRole(m_name, "strong");
    m_about = new QLabel(row);
    setRole(m_about, "cap");
    m_sheetBox = new QComboBox(row);
    m_sheetBox->setObjectName(QStringLiteral("importSheet"));
    m_sheetBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_namesRow = new QCheckBox(row);
    m_namesRow->setObjectName(QStringLiteral("importNamesRow"));
    m_choose = new QPushButton(row);
    m_choose->setObjectName(QStringLiteral("importChoose"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace2);
    layout->addWidget(m_kindLabel);
    layout->addWidget(m_kindBox);
    layout->addSpacing(metric::kSpace3);
    layout->addWidget(m_name);
    layout->addWidget(m_about);
    layout->addWidget(m_sheetBox);
    layout->addWidget(m_namesRow);
    layout->addStretch(1);
    layout->addWidget(m_choose);
    return row;
}

QWidget* ImportPage::buildWork()
{
    auto* pane = new QWidget(this);
    m_columnsCard = new Card(QStringLiteral("importColumnsCard"), pane);
    m_columns = new ImportColumns(m_columnsCard);
    m_columnsCard->body()->addWidget(m_columns, 1);
    m_rowsCard = new Card(QStringLiteral("importRowsCard"), pane);
    m_tabs = new QTabBar(m_rowsCard);
    m_tabs->setObjectName(QStringLiteral("importTabs"));
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_tabs->setExpanding(false);
    m_table = new QTableView(m_rowsCard);
    m_table->setObjectName(QStringLiteral("importRows"));
    setKind(m_table, "grid");
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new ImportRowsDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed
        | QAbstractItemView::DoubleClicked);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_problems = new QLabel(m_rowsCard);
    m_problems->setObjectName(QStringLiteral("importProblems"));
    m_problems->setWordWrap(true);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(m_problems, "danger");
    m_rowsCard->body()->addWidget(m_tabs);
    m_rowsCard->body()->addWidget(m_table, 1);
    m_rowsCard->body()->addWidget(m_problems);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(metric::kSpace3);
    cards->addWidget(m_columnsCard);
    cards->addWidget(m_rowsCard, 1);
    auto* layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace3);
    layout->addLayout(cards, 1);
    layout->addWidget(buildFooter());
    connect(&Theme::instance(), &Theme::themeChanged, this, &ImportPage::fitText);
    fitText();
    return pane;
}

// What follows the text size.
void ImportPage::fitText()
{
    m_columnsCard->setFixedWidth(qMin(themePx(kColumnsWidth), kColumnsWidest));
    m_table->verticalHeader()->setDefaultSectionSize(themePx(metric::kControl));
    if (!m_source)
        return;
    showSource();
    showRows();
    fitColumns();
}

QWidget* ImportPage::buildFooter()
{
    auto* footer = new QFrame(this);
    footer->setObjectName(QStringLiteral("importFooter"));
    setKind(footer, "card");
    m_counts = new QLabel(footer);
    m_counts->setObjectName(QStringLiteral("importCounts"));
    setRole(m_counts, "strong");
    m_progressText = new QLabel(footer);
    m_progressText->setObjectName(QStringLiteral("importProgress"));
    setRole(m_progressText, "body2");
    m_goodOnly = new QRadioButton(footer);
    m_goodOnly->setObjectName(QStringLiteral("importGoodOnly"));
    m_goodOnly->setChecked(true);
    m_allOrNone = new QRadioButton(footer);
    m_allOrNone->setObjectName(QStringLiteral("importAllOrNone"));
    m_cancel = new QPushButton(footer);
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_import = new QPushButton(footer);
    m_import->setObjectName(QStringLiteral("importRun"));
    setKind(m_import, "primary");
    auto* told = new QHBoxLayout;
    told->setSpacing(metric::kSpace4);
    told->addWidget(m_counts);
    told->addStretch(1);
    told->addWidget(m_progressText);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(metric::kSpace4);
    acts->addWidget(m_goodOnly);
    acts->addWidget(m_allOrNone);
    acts->addStretch(1);
    acts->addWidget(m_cancel);
    acts->addWidget(m_import);
    auto* layout = new QVBoxLayout(footer);
    layout->setContentsMargins(metric::kSpace4, metric::kSpace3, metric::kSpace4, metric::kSpace3);
    layout->setSpacing(metric::kSpace2);
    layout->addLayout(told);
    layout->addLayout(acts);
    return footer;
}

void ImportPage::retranslate()
{
    m_start->setContent(QStringLiteral("import"),
        tr("Choose a CSV or Excel file, drop it here, or copy rows in a spreadsheet and paste "
           "them with Ctrl+V"),
        tr("Choose a file …"));
    m_kindLabel->setText(tr("Rows are"));
    m_kindBox->setAccessibleName(tr("Rows are"));
    const QSignalBlocker blocked(m_kindBox);
    m_kindBox->clear();
    for (const QString& kind : m_kinds)
        m_kindBox->addItem(schemaText((*exchange::importKind(kind))->type->plural), kind);
    m_sheetBox->setAccessibleName(tr("Sheet"));
    m_namesRow->setText(tr("The first row holds the column names"));
    m_choose->setText(tr("Another file …"));
    m_table->setAccessibleName(tr("Rows as they will be understood"));
    m_tabs->setAccessibleName(tr("Which rows are shown"));
    m_goodOnly->setText(tr("Only rows without errors; the others go to a file"));
    m_allOrNone->setText(tr("All rows or none"));
    m_import->setToolTip(QStringLiteral("Ctrl+Enter"));
    m_result->retranslate();
    if (m_source) {
        m_fields = importFields(importKind(), m_added);
        showSource();
        showRows();
    }
    showState();
}

void ImportPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (m_source && m_work != Work::Importing)
        check(); // choices are shown by their labels
}

void ImportPage::showState()
{
    m_kindBox->setCurrentIndex(int(m_kinds.indexOf(m_kind)));
    m_stack->setCurrentWidget(m_done ? static_cast<QWidget*>(m_result)
            : m_source               ? m_workPane
                                     : static_cast<QWidget*>(m_start));
    const bool shown = m_source && !m_done;
    const bool still = m_work != Work::Importing;
    m_name->setText(shown ? sourceName() : QString());
    m_about->setText(!shown
            ? QString()
            : tr("%1 rows · %2")
                  .arg(wholeText(qint64(m_source->table.rows.size())),
                      m_source->table.encoding.isEmpty() ? tr("pasted")
                                                         : m_source->table.encoding));
    m_sheetBox->setVisible(shown && !m_source->sheets.isEmpty());
    m_namesRow->setVisible(shown && m_path.isEmpty());
    m_namesRow->setChecked(shown && m_source->hasHeader);
    m_choose->setVisible(shown);
    for (QWidget* control : {static_cast<QWidget*>(m_kindBox),
             static_cast<QWidget*>(m_sheetBox),
             static_cast<QWidget*>(m_namesRow),
             static_cast<QWidget*>(m_choose),
             static_cast<QWidget*>(m_columns),
             static_cast<QWidget*>(m_goodOnly),
             static_cast<QWidget*>(m_allOrNone)})
        control->setEnabled(still);
    m_loading->setRunning(m_work != Work::None);
    m_cancel->setText(m_work == Work::None ? tr("Cancel")
            : m_work == Work::Importing    ? tr("Stop the import")
                                           : tr("Stop checking"));
    showProgress();
    showCounts();
    Q_EMIT titleChanged();
}

void ImportPage::showProgress()
{
    const qint64 total = m_progress ? m_progress->total.load() : 0;
    if (m_work == Work::None || total == 0) {
        m_progressText->setText(m_work == Work::None ? QString()
                : m_work == Work::Reading            ? tr("Reading …")
                                                     : tr("Checking …"));
        return;
    }
    m_progressText->setText(
        (m_work == Work::Importing ? tr("Importing: row %1 of %2") : tr("Checking: row %1 of %2"))
            .arg(wholeText(m_progress->done), wholeText(total)));
}

// Which column goes where.
void ImportPage::showSource()
{
    const auto all = m_mapping.entries().size();
    m_columnsCard->setHeading(
        tr("Columns"), tr("%1 of %2 are imported").arg(m_mapping.imported()).arg(all));
    m_columns->showColumns(m_mapping.entries(), m_fields);
    const QSignalBlocker blocked(m_sheetBox);
    m_sheetBox->clear();
    m_sheetBox->addItems(m_source->sheets);
    m_sheetBox->setCurrentText(m_source->sheet);
    std::vector<ImportRowsModel::Shown> shown;
    const QHash<QString, QString> labels = fieldLabels();
    for (std::size_t i = 0; i < all; ++i) {
        const ImportMapping::Entry& entry = m_mapping.entries()[i];
        if (!entry.field.isEmpty())
            shown.push_back({static_cast<int>(i), labels.value(entry.field), entry.field});
    }
    if (shown != m_rows->columns())
        m_rows->setColumns(std::move(shown));
}

void ImportPage::showRows()
{
    if (!m_source)
        return;
    const bool errors = m_tabs->currentIndex() == 1;
    const std::shared_ptr<const exchange::CsvTable> table(m_source, &m_source->table);
    if (m_report)
        m_rows->setRows(errors ? m_report->rejectedRows : m_report->preview, table, true);
    else
        m_rows->setRows(rawRows(), table, false);
    m_table->setColumnHidden(ImportRowsModel::ProblemColumn, !errors || !m_report);
    const auto first = m_report ? m_report->preview.size() : std::size_t(m_rows->rowCount());
    m_tabs->setTabText(0, tr("First %n rows", nullptr, int(first)));
    const int rejected = m_report ? m_report->rejected : 0;
    m_tabs->setTabText(
        1, rejected > 0 ? tr("Rows with errors  %1").arg(wholeText(rejected)) : tr("No errors"));
    m_tabs->setTabEnabled(1, rejected > 0 || errors);
    if (!m_table->currentIndex().isValid() && m_rows->rowCount() > 0)
        m_table->setCurrentIndex(
            m_rows->index(0, errors ? ImportRowsModel::NumberColumn : ImportRowsModel::FirstCell));
    showProblems();
}

void ImportPage::showCounts()
{
    const exchange::ImportReport* const report = m_report ? &*m_report : nullptr;
    const int written = report != nullptr ? report->created + report->updated : 0;
    const bool blocked = report != nullptr && report->rejected > 0 && !m_goodOnly->isChecked();
    m_counts->setText(report == nullptr
            ? QString()
            : tr("%1 new, %2 changed, %3 unchanged, %4 repeated, %5 with errors")
                  .arg(wholeText(report->created),
                      wholeText(report->updated),
                      wholeText(report->unchanged),
                      wholeText(report->duplicates),
                      wholeText(report->rejected)));
    m_import->setText(report == nullptr ? tr("Import")
            : blocked                   ? tr("Errors first")
                                        : tr("Import %n rows", nullptr, written));
    m_import->setEnabled(m_work == Work::None && written > 0 && !blocked);
}

void ImportPage::showProblems()
{
    const QStringList words = m_rows->problems(m_table->currentIndex().row());
    m_problems->setText(words.join(QLatin1Char('\n')));
    m_problems->setVisible(!words.isEmpty());
}

// Wide enough for what the first rows hold; only those are measured.
void ImportPage::fitColumns()
{
    const QFontMetrics metrics(m_table->font());
    const int measured = qMin(kMeasuredRows, m_rows->rowCount());
    m_table->setColumnWidth(ImportRowsModel::NumberColumn, themePx(64));
    m_table->setColumnWidth(ImportRowsModel::FateColumn, themePx(104));
    m_table->setColumnWidth(ImportRowsModel::ProblemColumn, themePx(kProblemWidth));
    for (int column = ImportRowsModel::FirstCell; column < m_rows->columnCount(); ++column) {
        int width = metrics.horizontalAdvance(
            m_rows->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < measured; ++row)
            width = qMax(width,
                metrics.horizontalAdvance(
                    m_rows->index(row, column).data(Qt::DisplayRole).toString()));
        m_table->setColumnWidth(column,
            qBound(themePx(kNarrowCell), width + themePx(metric::kSpace6), themePx(kWideCell)));
    }
}

void ImportPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(event->mimeData());
    if (!path.isEmpty())
        openFile(m_kind, path);
}

} // namespace chengdan::ui
