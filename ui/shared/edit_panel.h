// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/record_form.h"

#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace chengdan::ui {

class IconButton;
class ListPage;
class MessageBar;
class Navigator;

/// A page whose current record can be edited and deleted: what the commands "Edit record" (F2) and
/// "Delete record" (Ctrl+Delete) ask the page in front for.
class EditsRecords {
public:
    virtual ~EditsRecords() = default;
    /// False: there is no record to edit, or the person may not.
    virtual bool editRecord() = 0;
    virtual bool deleteRecord() = 0;
    /// Further acts on the current record, after these two in its context menu.
    virtual void addToMenu(QMenu&) { }
};

/// The content of a page's side panel: a record to read, and in the same place the form to edit it.
/// Another row of the list may be chosen at any time; with unsaved typing the form asks first and
/// the list returns to the edited row when the person goes on editing.
class EditPanel : public QWidget {
    Q_OBJECT
public:
    /// Deletions that follow each other are taken back together.
    enum class Act { Saved, Deleted, NothingWritten };
    using SubjectMaker = std::function<std::unique_ptr<FormSubject>()>;

    EditPanel(
        const QString& name, storage::Database& database, QDate today, QWidget* parent = nullptr);

    /// The list's current row; 0 for none.
    void select(qint64 key);
    qint64 key() const { return m_key; }
    RecordForm* form() const { return m_form; }
    bool isEditing() const;
    /// Opens the form; unsaved typing of another record is asked about first. The maker may answer
    /// null when there is nothing to edit.
    void edit(SubjectMaker make);
    /// An error of an act, above the record.
    void showError(const QString& heading, const Error& error);
    /// Esc: closes what is open inside. False: nothing was.
    bool closeInner();

    virtual bool editRecord() = 0;
    virtual bool deleteRecord() = 0;

Q_SIGNALS:
    /// A sentence for toast and undo list; unless nothing had to be written, it is about the newest
    /// write of this thread.
    void done(const QString& description, chengdan::ui::EditPanel::Act act);
    /// The form has closed; the list may have the focus back.
    void formClosed();
    /// The list should go back to this row: it is still being edited.
    void returnTo(qint64 key);

protected:
    /// Shows the record with this key in the view, or nothing for 0.
    virtual void showKey(qint64 key) = 0;
    /// What kind of record this is, in the row of buttons.
    virtual QString kindText() const = 0;
    /// Where the widgets that show the record stand, below the row of buttons.
    QVBoxLayout* view() const { return m_view; }
    /// Leaves the buttons out for who may not use them.
    void setAllowed(bool edit, bool remove);
    void refresh() { showKey(m_key); }
    /// Shows the record again when rows of these types change, by undo or by somebody else.
    void follow(std::initializer_list<const schema::RecordType*> types);
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open(const SubjectMaker& make);
    void retranslate();
    storage::Database& m_database;
    qint64 m_key = 0; ///< the list's row
    qint64 m_editedKey = 0; ///< that row when the form was opened
    QString m_name;
    QWidget* m_reading;
    QLabel* m_kind;
    QPushButton* m_edit;
    IconButton* m_delete;
    MessageBar* m_message;
    QVBoxLayout* m_view;
    RecordForm* m_form;
};

/// Hears each act of an edit panel; see EditPanel::done.
using ActTold = std::function<void(const QString& description, EditPanel::Act act)>;

/// Connects a list with its edit panel: the current row, the focus after the form, F2 and
/// Ctrl+Delete. Whoever is told of an act says so to the person and may take it back later.
void connectEditing(ListPage& page, EditPanel& panel, ActTold told);

/// The same with the window's undo list told, and with the context menu of a row. The page is an
/// EditsRecords.
void connectEditing(ListPage& page, EditPanel& panel, Navigator& navigator);

} // namespace chengdan::ui
