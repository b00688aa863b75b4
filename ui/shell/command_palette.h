// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/main_window.h"
#include "ui/shell/overlay.h"

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;
class QTimer;

namespace chengdan {
class JobRunner;
}

namespace chengdan::ui {

/// Search and commands in one box (Ctrl+K). ">" shows commands only, "#" numbers only; Up and Down
/// choose, Enter opens, Ctrl+Enter shows in the panel. Commands come from the registry at once;
/// records from the window's search on a thread of its own: what was found for the text before
/// stays until the answer is there, an Enter pressed meanwhile waits for it.
class CommandPalette : public Overlay {
    Q_OBJECT
public:
    explicit CommandPalette(MainWindow& window);
    ~CommandPalette() override;
    void openWith(const QString& text);
    void setRecordSearch(PaletteSearch search);
    bool isSearching() const { return m_asked != m_answered; }
    void retranslate();

Q_SIGNALS:
    /// Commands and records of the present text stand in the list.
    void settled();

protected:
    QWidget* firstFocus() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Way { Open, Panel };
    struct Typed {
        QString text;
        bool commands = true;
        bool records = true;
        bool numbersOnly = false;
    };
    Typed typed() const;
    void fill();
    void ask(const Typed& typed);
    void take(quint64 question, PaletteAnswer answer);
    void show(const Typed& typed);
    void showState();
    void addHeading(const QString& text);
    void addRecords();
    void addCommands(const QString& text);
    void move(int step);
    void runCurrent(Way way);
    bool onKey(int key, Qt::KeyboardModifiers modifiers);

    MainWindow& m_window;
    PaletteSearch m_recordSearch;
    std::vector<PaletteHit> m_hits;
    bool m_wholeIndex = true; ///< the last answer looked through all records
    quint64 m_asked = 0; ///< number of the latest question; answers to older ones are dropped
    quint64 m_answered = 0;
    qint64 m_job = 0;
    CancelToken m_token;
    std::optional<Way> m_enter; ///< Enter was pressed before the answer came
    std::vector<std::function<void(Way)>> m_actions;
    QLineEdit* m_edit;
    QAction* m_searchMark = nullptr;
    QListView* m_list;
    QStandardItemModel* m_model;
    QLabel* m_hint;
    QLabel* m_none;
    QTimer* m_timer;
    QTimer* m_slow; ///< runs out when a search takes longer than the eye needs
    bool m_composing = false;
    std::unique_ptr<JobRunner> m_runner; // last: it waits for the search before the rest goes
};

} // namespace chengdan::ui
