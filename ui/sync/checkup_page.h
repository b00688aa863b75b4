// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/server_checkup.h"
#include "reports/document/document.h"
#include "ui/sync/server_page.h"

class QLabel;
class QPrinter;
class QPushButton;

namespace chengdan::ui {

/// Who may more than needed, or still: the server's own findings, the gravest first, with what
/// repairs each, and the score they leave of 100. Ctrl+P prints the list.
class CheckupPage : public ServerPage {
    Q_OBJECT
public:
    CheckupPage(const access::Context& context,
        Navigator& navigator,
        SyncSession& session,
        QWidget* parent = nullptr);
    /// Shows these, as if the server had answered them.
    void showCheckup(const sync::ServerCheckup& checkup);
    QString title() const override;
    void printPage() override;
    /// The list as it is printed.
    void drawOn(QPrinter& printer);

protected:
    void load() override;
    void retranslate() override;

private:
    enum class Repair { None, RevokeDevice, DisablePerson, EndAccess, OpenPerson };
    static Repair repairOf(const QString& code);
    void show(qint64 key);
    void repair();
    void openPerson(int number);
    reports::Document document() const;
    const sync::CheckupFinding* current() const;
    QLabel* m_score;
    QLabel* m_words;
    QPushButton* m_again;
    QPushButton* m_print;
    QPushButton* m_repair;
    sync::ServerCheckup m_checkup;
    Instant m_at;
};

} // namespace chengdan::ui
