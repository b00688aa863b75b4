// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/exchange/import_file.h"
#include "ui/exchange/import_mapping.h"
#include "ui/shared/navigator.h"
#include "ui/shared/page.h"

#include <QTimer>

#include <atomic>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace chengdan {
struct JobStatus;
}

namespace chengdan::ui {

class Card;
class EmptyState;
class ImportColumns;
class ImportResult;
class ImportRowsModel;
class LoadingBar;
class MessageBar;

/// Rows of a file or of the clipboard on their way in: which column goes to which field, how the
/// first rows will be understood, what is wrong with which, and then the import itself as a job.
/// Reading, checking and writing all run behind the window; nothing is written before "Import".
///
/// Corrected columns are remembered for the person by kind and header. A finished import goes onto
/// the undo stack.
class ImportPage : public Page {
    Q_OBJECT
public:
    /// The context must outlive the page.
    ImportPage(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);
    ~ImportPage() override;

    /// The kinds this session may import, in the order they are offered.
    static QStringList kinds(const access::Session& session);

    /// Starts anew without rows.
    void begin(const QString& kind);
    /// Reads a file and shows what it would do; what was shown before stays when it cannot be read.
    void openFile(const QString& kind, const QString& path, const QString& sheet = {});
    /// The same with the text of the clipboard. Rows without names fall on the columns on screen.
    void paste(
        const QString& kind, const QString& text, std::vector<exchange::ScreenColumn> screen = {});
    /// Asks for a file.
    void chooseFile();
    void importRows();
    /// Stops the checking or the import that runs; an import leaves nothing.
    void cancelWork();
    /// Copies the rejected rows of the last import; an empty path asks.
    void saveRejected(QString path = {});
    /// Where rejected rows of pasted ones go; the person's documents at first.
    void setPasteFolder(const QString& folder) { m_pasteFolder = folder; }

    /// Whether the rows with errors are shown, not the first ones; also of a file being read.
    void showErrors(bool errors);

    QString kind() const { return m_kind; }
    bool isBusy() const { return m_job != 0; }
    ImportRowsModel& rows() { return *m_rows; }
    const ImportMapping& mapping() const { return m_mapping; }

    QString title() const override;
    void activated() override;

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    static constexpr int kPreviewRows = 200;
    struct Progress {
        std::atomic<qint64> done{0};
        std::atomic<qint64> total{0};
    };
    enum class Work { None, Reading, Checking, Importing };

    // import_page_layout.cpp
    void build();
    QWidget* buildSourceRow();
    QWidget* buildWork();
    QWidget* buildFooter();
    void connectWidgets();
    void retranslate();
    void showState();
    void showSource();
    void showRows();
    void showCounts();
    void fitColumns();
    void fitText();
    void showProblems();

    // import_page_work.cpp
    void readAgain();
    void check();
    void takeCheck(const JobStatus& status, const exchange::ImportReport& report);
    void takeImport(const JobStatus& status,
        const exchange::ImportReport& report,
        const storage::JournalSpan& written);
    void startWork(Work work, qint64 job, std::shared_ptr<Progress> progress);
    void endWork();
    QString freeRejectedPath() const;

    // import_page.cpp
    void takeSource(std::shared_ptr<const exchange::ImportSource> source);
    void dropSource();
    void propose();
    void chooseField(int column, const QString& field);
    void editCell(std::size_t row, int column, const QString& text);
    void showProgress();
    void showError(const QString& heading, const Error& error);
    void clearMessage();
    std::vector<exchange::PreviewRow> rawRows() const;
    QString sourceName() const;
    QJsonObject memory() const;
    void keepMemory();
    QString listPage() const;
    const exchange::ImportKind& importKind() const;
    QHash<QString, QString> fieldLabels() const;

    const access::Context& m_context;
    Navigator& m_navigator;
    QStringList m_kinds;
    QString m_kind;
    QString m_path; ///< of a file
    QString m_sheet;
    QString m_pasted; ///< clipboard text, when it is no file
    std::vector<exchange::ScreenColumn> m_screen;
    std::optional<bool> m_hasHeader; ///< of pasted rows, once the person said so
    QString m_pasteFolder;
    std::shared_ptr<const exchange::ImportSource> m_source; ///< null: nothing to import yet
    access::FieldColumns m_added;
    std::vector<ImportField> m_fields;
    ImportMapping m_mapping;
    std::optional<exchange::ImportReport> m_report; ///< of the last check, else empty
    std::optional<exchange::ImportReport> m_done; ///< of the import that is shown
    Work m_work = Work::None;
    qint64 m_job = 0;
    quint64 m_ticket = 0; ///< work begun later makes what comes back late worthless
    std::shared_ptr<Progress> m_progress;
    bool m_errorsFirst = false;
    QTimer m_progressTimer;
    QTimer m_checkTimer;

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_start = nullptr;
    QWidget* m_workPane = nullptr;
    ImportResult* m_result = nullptr;
    QLabel* m_kindLabel = nullptr;
    QComboBox* m_kindBox = nullptr;
    QComboBox* m_sheetBox = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_about = nullptr;
    QCheckBox* m_namesRow = nullptr;
    QPushButton* m_choose = nullptr;
    MessageBar* m_message = nullptr;
    LoadingBar* m_loading = nullptr;
    Card* m_columnsCard = nullptr;
    ImportColumns* m_columns = nullptr;
    Card* m_rowsCard = nullptr;
    QTabBar* m_tabs = nullptr;
    QTableView* m_table = nullptr;
    ImportRowsModel* m_rows = nullptr;
    QLabel* m_problems = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_progressText = nullptr;
    QRadioButton* m_goodOnly = nullptr;
    QRadioButton* m_allOrNone = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_import = nullptr;
};

} // namespace chengdan::ui
