// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/import_page.h"

#include "core/exchange/import_rejected.h"
#include "core/storage/list_memory.h"
#include "ui/exchange/import_columns.h"
#include "ui/exchange/import_result.h"
#include "ui/exchange/import_rows.h"
#include "ui/shared/cards.h"
#include "ui/shared/custom_fields.h"
#include "ui/shared/job_list.h"
#include "ui/shared/locale.h"
#include "ui/shared/undo_stack.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QUrl>

#include <algorithm>

namespace chengdan::ui {

namespace {

constexpr int kCheckAfterMs = 250; ///< several choices in a row are checked once

QString importTitleText(const QString& kind)
{
    if (kind == QLatin1String("customers"))
        return ImportPage::tr("Import customers");
    if (kind == QLatin1String("contacts"))
        return ImportPage::tr("Import contacts");
    if (kind == QLatin1String("items"))
        return ImportPage::tr("Import items");
    if (kind == QLatin1String("opportunities"))
        return ImportPage::tr("Import opportunities");
    return ImportPage::tr("Import");
}

} // namespace

ImportPage::ImportPage(const access::Context& context, Navigator& navigator, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_navigator(navigator)
    , m_kinds(kinds(context.session))
    , m_kind(m_kinds.value(0))
    , m_pasteFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
    , m_rows(new ImportRowsModel(this))
{
    setObjectName(QStringLiteral("importPage"));
    setAcceptDrops(true);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(kCheckAfterMs);
    connect(&m_checkTimer, &QTimer::timeout, this, &ImportPage::check);
    m_progressTimer.setInterval(100);
    connect(&m_progressTimer, &QTimer::timeout, this, &ImportPage::showProgress);
    build();
    connectWidgets();
    retranslate();
}

ImportPage::~ImportPage() = default;

QStringList ImportPage::kinds(const access::Session& session)
{
    QStringList names;
    for (const exchange::ImportKind& kind : exchange::importKinds()) {
        if (session.has(access::Right::Import) && session.has(kind.right))
            names += kind.name;
    }
    return names;
}

const exchange::ImportKind& ImportPage::importKind() const
{
    return **exchange::importKind(m_kind);
}

QString ImportPage::title() const
{
    return importTitleText(m_kind);
}

void ImportPage::activated()
{
    if (m_done)
        m_result->firstFocus()->setFocus();
    else if (!m_source)
        m_start->findChild<QPushButton*>()->setFocus();
    else
        m_table->setFocus();
}

void ImportPage::begin(const QString& kind)
{
    if (m_work == Work::Importing)
        return;
    cancelWork();
    if (m_kinds.contains(kind))
        m_kind = kind;
    dropSource();
    m_report.reset();
    m_done.reset();
    m_path.clear();
    m_sheet.clear();
    m_pasted.clear();
    clearMessage();
    showState();
}

void ImportPage::openFile(const QString& kind, const QString& path, const QString& sheet)
{
    if (m_work == Work::Importing)
        return;
    if (m_kinds.contains(kind))
        m_kind = kind;
    m_path = path;
    m_sheet = sheet;
    m_pasted.clear();
    m_hasHeader.reset();
    readAgain();
}

void ImportPage::paste(
    const QString& kind, const QString& text, std::vector<exchange::ScreenColumn> screen)
{
    if (m_work == Work::Importing)
        return;
    if (m_kinds.contains(kind))
        m_kind = kind;
    m_path.clear();
    m_sheet.clear();
    m_pasted = text;
    m_screen = std::move(screen);
    m_hasHeader.reset();
    readAgain();
}

void ImportPage::chooseFile()
{
    const QString folder = m_path.isEmpty() ? QString() : QFileInfo(m_path).absolutePath();
    const QString path = QFileDialog::getOpenFileName(
        this, title(), folder, tr("Spreadsheets (*.xlsx *.xlsm *.csv *.txt);;All files (*)"));
    if (!path.isEmpty())
        openFile(m_kind, path);
}

QString ImportPage::sourceName() const
{
    return m_path.isEmpty() ? tr("Clipboard") : QFileInfo(m_path).fileName();
}

void ImportPage::takeSource(std::shared_ptr<const exchange::ImportSource> source)
{
    dropSource();
    m_source = std::move(source);
    m_tabs->setCurrentIndex(std::exchange(m_errorsFirst, false) ? 1 : 0);
    propose();
}

// Letting go of millions of cells takes as long as reading them did: not on this thread.
void ImportPage::dropSource()
{
    m_rows->setRows({}, {}, false);
    if (!m_source)
        return;
    const auto held = std::make_shared<std::shared_ptr<const exchange::ImportSource>>(
        std::exchange(m_source, {}));
    m_navigator.jobs().startQuietly(
        [held](JobControl&) -> Result<JobResult> {
            held->reset();
            return JobResult();
        },
        nullptr,
        {});
}

void ImportPage::showErrors(bool errors)
{
    m_errorsFirst = errors && m_work == Work::Reading;
    m_tabs->setCurrentIndex(errors ? 1 : 0);
}

void ImportPage::propose()
{
    if (!m_source)
        return;
    m_added = readFieldColumns(m_context.database, *importKind().type);
    m_fields = importFields(importKind(), m_added);
    m_mapping.propose(importKind(), *m_source, m_added, m_screen, memory());
    m_report.reset();
    showSource();
    showRows();
    fitColumns();
    check();
}

void ImportPage::chooseField(int column, const QString& field)
{
    m_mapping.choose(column, field);
    m_report.reset();
    showSource();
    showRows();
    m_checkTimer.start();
}

// The table belongs to work that may be under way: it is replaced, never changed.
void ImportPage::editCell(std::size_t row, int column, const QString& text)
{
    if (m_work == Work::Importing)
        return;
    auto changed = std::make_shared<exchange::ImportSource>(*m_source);
    QStringList& cells = changed->table.rows[row].cells;
    while (cells.size() <= column)
        cells += QString();
    cells[column] = text;
    m_source = std::move(changed); // shares all cells but the one
    m_checkTimer.start();
}

void ImportPage::showError(const QString& heading, const Error& error)
{
    m_message->setMessage(Tone::Danger, heading, sentence(error, currentLanguage()));
    m_message->show();
}

void ImportPage::clearMessage()
{
    m_message->hide();
}

// What stands in the file, before anything is known about it.
std::vector<exchange::PreviewRow> ImportPage::rawRows() const
{
    std::vector<exchange::PreviewRow> rows;
    const auto& table = m_source->table;
    const auto shown = std::min<std::size_t>(table.rows.size(), kPreviewRows);
    for (std::size_t i = 0; i < shown; ++i) {
        exchange::PreviewRow row;
        row.index = i;
        row.number = table.rows[i].number;
        row.shown = table.rows[i].cells;
        while (row.shown.size() < table.header.size())
            row.shown += QString();
        rows.push_back(std::move(row));
    }
    return rows;
}

QHash<QString, QString> ImportPage::fieldLabels() const
{
    QHash<QString, QString> labels;
    for (const ImportField& field : m_fields)
        labels.insert(field.name, field.label);
    return labels;
}

QJsonObject ImportPage::memory() const
{
    return m_context.database
        .read([&](storage::Connection& reader) -> Result<QJsonObject> {
            return storage::windowMemory(
                reader, m_context.session.id(), QStringLiteral("import/") + m_kind);
        })
        .value_or(QJsonObject());
}

void ImportPage::keepMemory()
{
    const QJsonObject before = memory();
    const QJsonObject now = m_mapping.remembered(before);
    if (now == before)
        return;
    const auto kept = storage::keepWindowMemory(
        m_context.database, m_context.session.id(), QStringLiteral("import/") + m_kind, now);
    if (!kept)
        showError(tr("The choice of columns was not kept"), kept.error());
}

void ImportPage::saveRejected(QString path)
{
    if (!m_done || m_done->rejectedPath.isEmpty())
        return;
    if (path.isEmpty()) {
        path = QFileDialog::getSaveFileName(this,
            tr("Save the rejected rows as …"),
            m_done->rejectedPath,
            QStringLiteral("Excel (*.xlsx);;CSV (*.csv)"));
    }
    if (path.isEmpty() || path == m_done->rejectedPath)
        return;
    m_navigator.jobs().start(tr("Save the rejected rows"),
        [from = m_done->rejectedPath, path, told = tr("Saved as %1").arg(path)](
            JobControl&) -> Result<JobResult> {
            if (auto copied = exchange::copyTableFile(from, path); !copied)
                return fail(copied.error());
            return JobResult{.text = told, .file = path};
        });
}

QString ImportPage::listPage() const
{
    return m_kind == QLatin1String("contacts") ? QStringLiteral("customers") : m_kind;
}

void ImportPage::connectWidgets()
{
    connect(m_start, &EmptyState::actionTriggered, this, &ImportPage::chooseFile);
    connect(m_choose, &QPushButton::clicked, this, &ImportPage::chooseFile);
    connect(m_kindBox, &QComboBox::activated, this, [this] {
        m_kind = m_kindBox->currentData().toString();
        Q_EMIT titleChanged();
        if (m_pasted.isEmpty())
            propose();
        else
            readAgain(); // names are told by the kind
    });
    connect(m_sheetBox, &QComboBox::activated, this, [this] {
        m_sheet = m_sheetBox->currentText();
        readAgain();
    });
    connect(m_namesRow, &QCheckBox::clicked, this, [this](bool names) {
        m_hasHeader = names;
        readAgain();
    });
    connect(m_columns, &ImportColumns::chosen, this, &ImportPage::chooseField);
    connect(m_rows, &ImportRowsModel::edited, this, &ImportPage::editCell);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { showRows(); });
    connect(m_table->selectionModel(),
        &QItemSelectionModel::currentChanged,
        this,
        &ImportPage::showProblems);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &ImportPage::showProblems);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &ImportPage::showProblems);
    for (QRadioButton* choice : {m_goodOnly, m_allOrNone})
        connect(choice, &QRadioButton::toggled, this, &ImportPage::showCounts);
    connect(m_import, &QPushButton::clicked, this, &ImportPage::importRows);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_work != Work::None)
            return cancelWork(), showState();
        begin(m_kind);
        m_navigator.openPage(listPage());
    });
    connect(
        m_result, &ImportResult::listWanted, this, [this] { m_navigator.openPage(listPage()); });
    connect(m_result, &ImportResult::anotherWanted, this, [this] {
        begin(m_kind);
        activated();
    });
    connect(m_result, &ImportResult::saveRejectedWanted, this, [this] { saveRejected(); });
    connect(m_result, &ImportResult::rejectedWanted, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_done->rejectedPath));
    });
}

} // namespace chengdan::ui
