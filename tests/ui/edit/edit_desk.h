// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog_records.h"
#include "tests/support/pipeline_fixture.h"
#include "ui/shared/form.h"
#include "ui/shared/list_page.h"
#include "ui/shared/navigator.h"
#include "ui/shared/record_form.h"
#include "ui/shared/undo_stack.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>

#include <algorithm>

namespace chengdan::tests {

/// Keeps what a page asked of the window.
class DeskNavigator : public ui::Navigator {
public:
    DeskNavigator()
    {
        connect(&undoStack(), &ui::UndoStack::pushed, this, [this](const QString& text) {
            acts += text;
        });
    }
    void openPage(const QString&) override { }
    void openRecord(const QString&, qint64) override { }
    void newRecord(const QString&, const QVariantMap&) override { }
    void back() override { }
    void forward() override { }
    void toast(const QString&, ui::Tone, std::function<void()>) override { }
    void setBadge(const QString&, int, bool) override { }
    QStringList acts;
};

/// A small company and one page of the window on it, worked with the keyboard alone.
template <typename Page>
class EditDesk : public PipelineFixture {
public:
    explicit EditDesk(const schema::RecordTypes& more = {})
        : PipelineFixture(more)
    {
        ui::Theme::instance().install(*qApp);
        ui::Theme::instance().setMode(ui::Theme::Mode::Light);
    }
    /// After the rows the test needs are in the file.
    void open()
    {
        page = std::make_unique<Page>(context, navigator);
        page->resize(1400, 860);
        page->show();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        settle();
        page->activated();
        settle();
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!page->model().isLoading() && page->currentKey(), 10'000);
        QCoreApplication::processEvents();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        REQUIRE(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    void type(const QString& text)
    {
        const bool latin =
            std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
        if (latin) {
            QTest::keyClicks(QApplication::focusWidget(), text);
        } else { // Chinese comes from an input method, never from single keys
            QInputMethodEvent event;
            event.setCommitString(text);
            QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
        }
        QCoreApplication::processEvents();
    }
    /// Replaces what stands in the field that has the focus.
    void retype(const QString& text)
    {
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
    ui::RecordForm& form() { return *page->panel().form(); }
    QString focused() const
    {
        return QApplication::focusWidget() != nullptr ? QApplication::focusWidget()->objectName()
                                                      : QString();
    }
    /// Puts the keys into a field of the form.
    void go(const char* key)
    {
        ui::FormField* field = form().field(QString::fromLatin1(key));
        REQUIRE(field != nullptr);
        field->editor()->setFocus(Qt::TabFocusReason);
        REQUIRE(field->editor()->hasFocus());
    }
    QString error(const char* key) { return form().field(QString::fromLatin1(key))->error(); }

    DeskNavigator navigator;
    std::unique_ptr<Page> page;
};

} // namespace chengdan::tests
