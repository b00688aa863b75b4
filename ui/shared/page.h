// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/text.h"

#include <QVariantMap>
#include <QWidget>

namespace chengdan::ui {

/// One screen of the main window. A page is made when it is first opened and lives until the window
/// closes, so filter, selection and scroll survive leaving it; saveState carries them over a
/// restart. Texts are set again in changeEvent(LanguageChange).
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(QWidget* parent = nullptr);

    /// Shown in the top bar; emit titleChanged() when it changes.
    virtual QString title() const = 0;
    /// The page has come to the front: refresh what is stale, give the focus to the right widget.
    virtual void activated() { }
    /// Shows one record (Navigator::openRecord). False: this page cannot show it.
    virtual bool showRecord(const QString& kind, qint64 key);
    /// "New" on this page (Ctrl+N). False: this page makes no records.
    virtual bool newRecord() { return false; }
    /// Navigator::newRecord: a new record of one kind, prefilled. The plain form ignores both.
    virtual bool startRecord(const QString& kind, const QVariantMap& hints);
    /// Ctrl+F, Ctrl+S, Ctrl+P, F5.
    virtual void findInPage() { }
    virtual void savePage() { }
    virtual void printPage() { }
    virtual void refreshPage() { }
    /// Esc on this page; false when there was nothing to close.
    virtual bool closeInner() { return false; }
    virtual QVariantMap saveState() const { return {}; }
    virtual void restoreState(const QVariantMap& state);

Q_SIGNALS:
    void titleChanged();
};

} // namespace chengdan::ui
