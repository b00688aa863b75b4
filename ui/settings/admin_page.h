// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/page.h"

#include <map>

class QListView;
class QStackedWidget;
class QStandardItemModel;

namespace chengdan::ui {

class EmptyState;
class Navigator;
class StaffOffice;

/// One part of the administration.
struct AdminSection {
    QString id; ///< "people"
    LiveText title;
    QString icon;
    QStringList recordKinds;
    std::function<Page*()> make;
};

/// The administration: its sections at the left, the chosen one beside. Other rooms may bring
/// sections of their own. Made for administrators; anybody else who gets here is told whom to ask.
/// Keys: Up and Down in the list of sections change the section, Enter or Right goes into it, Esc
/// comes back once nothing is open inside.
class AdminPage : public Page {
    Q_OBJECT
public:
    /// The context must outlive the page, the office as well; there is one in a copy alone.
    AdminPage(const access::Context& context,
        Navigator& navigator,
        std::vector<AdminSection> more = {},
        StaffOffice* office = nullptr,
        QWidget* parent = nullptr);

    void openSection(const QString& id);
    QString currentSection() const;
    Page* currentInner() const;

    QString title() const override;
    void activated() override;
    bool showRecord(const QString& kind, qint64 key) override;
    bool newRecord() override;
    bool startRecord(const QString& kind, const QVariantMap& hints) override;
    void findInPage() override;
    void savePage() override;
    void printPage() override;
    void refreshPage() override;
    bool closeInner() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;

    /// What an administrator has: id, title and icon of each own section, for commands.
    static std::vector<AdminSection> ownSections(
        const access::Context& context, Navigator& navigator, StaffOffice* office = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void showNoRight();
    void retranslate();
    int indexOf(const QString& id) const;
    const access::Context& m_context;
    std::vector<AdminSection> m_sections;
    std::map<int, Page*> m_pages;
    QVariantMap m_innerStates; ///< of sections not opened yet
    QListView* m_list = nullptr;
    QStandardItemModel* m_items = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_noRight = nullptr;
};

/// The names of the people who may administer the company, for "ask …".
QString administratorNames(storage::Database& database);

} // namespace chengdan::ui
