// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_records.h"

#include "ui/customers/customers_page.h"
#include "ui/shared/edit_panel.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QCoreApplication>

namespace chengdan::app {

namespace {

QString recordWords(const char* text)
{
    return QCoreApplication::translate("Main", text);
}

ui::EditsRecords* recordsInFront(const ui::MainWindow& window)
{
    return dynamic_cast<ui::EditsRecords*>(window.currentPage());
}

QAction* addRecordCommand(ui::MainWindow& window,
    const char* id,
    const char* title,
    const char* keys,
    const char* picture,
    std::function<void()> run)
{
    ui::CommandSpec command;
    command.id = QString::fromLatin1(id);
    command.title = [title] { return recordWords(title); };
    command.group = [] { return recordWords(QT_TRANSLATE_NOOP("Main", "On this page")); };
    if (*keys != '\0')
        command.shortcuts = {QKeySequence(QString::fromLatin1(keys))};
    command.icon = QString::fromLatin1(picture);
    command.run = std::move(run);
    return window.addCommand(std::move(command));
}

void addItemCommand(ui::MainWindow& window)
{
    ui::CommandSpec command;
    command.id = QStringLiteral("new.item");
    command.title = [] { return recordWords(QT_TRANSLATE_NOOP("Main", "New item")); };
    command.group = [] { return recordWords(QT_TRANSLATE_NOOP("Main", "New")); };
    command.icon = QStringLiteral("boxes");
    command.inNewMenu = true;
    command.run = [&window] {
        window.navigator().openPage(QStringLiteral("items"));
        if (ui::Page* page = window.currentPage())
            page->newRecord();
    };
    window.addCommand(std::move(command));
}

} // namespace

void addRecordCommands(ui::MainWindow& window, const access::Session& session)
{
    QAction* edit = addRecordCommand(
        window, "record.edit", QT_TRANSLATE_NOOP("Main", "Edit record"), "F2", "pencil", [&window] {
            if (auto* records = recordsInFront(window))
                records->editRecord();
        });
    QAction* remove = addRecordCommand(window,
        "record.delete",
        QT_TRANSLATE_NOOP("Main", "Delete record"),
        "Ctrl+Delete",
        "trash-2",
        [&window] {
            if (auto* records = recordsInFront(window))
                records->deleteRecord();
        });
    const auto follow = [&window, edit, remove] {
        const bool there = recordsInFront(window) != nullptr;
        edit->setEnabled(there);
        remove->setEnabled(there);
    };
    QObject::connect(&window.navigator(), &ui::Navigator::pageChanged, edit, follow);
    follow();
    if (session.has(access::Right::CustomerEdit)) {
        addRecordCommand(window,
            "new.contact",
            QT_TRANSLATE_NOOP("Main", "New contact of the customer"),
            "",
            "contact",
            [&window] {
                window.navigator().openPage(QStringLiteral("customers"));
                if (auto* page = dynamic_cast<ui::CustomersPage*>(window.currentPage()))
                    page->addContact();
            });
    }
    if (session.has(access::Right::ItemEdit))
        addItemCommand(window);
}

} // namespace chengdan::app
