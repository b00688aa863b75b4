// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/field_editor.h"

#include <QFrame>
#include <QJsonObject>

#include <functional>
#include <map>
#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace chengdan::ui {

class DraftKeeper;
class FormField;
class MessageBar;
class RecordForm;

/// One record type within a form, and how its columns are arranged.
struct FormPart {
    const schema::RecordType* type = nullptr;
    QStringList first; ///< shown at once in this order; required columns not named come before them
    QStringList hidden; ///< not edited here
    QStringList multiline;
    std::map<QString, QVariantMap> conditions; ///< which rows a reference column offers
};

/// What a RecordForm edits: where its values come from and who saves them. The records stay the
/// subject's; the form reads them through the description.
class FormSubject {
public:
    virtual ~FormSubject() = default;
    /// Stands above the form: "Edit customer".
    virtual QString heading() const = 0;
    virtual std::vector<FormPart> parts() const = 0;
    /// The stored (or prefilled) record of a part; asked again after save() and reload().
    virtual const void* record(std::size_t part) const = 0;
    /// A record that is not in the file yet is saved even when nothing was typed.
    virtual bool isNew() const = 0;
    /// What is wrong with one field beyond its description, told when the field is left.
    virtual std::optional<Error> check(const QString& key, const schema::Value& value) const;
    /// Takes the typed values over with RecordForm::apply and asks the service. Each error of the
    /// answer is shown beside the field it names. CHANGED_MEANWHILE makes the form call reload(),
    /// keep what was typed and show what it differs from.
    virtual Result<void> save(const RecordForm& form) = 0;
    /// For a record that somebody else keeps, such as the team's server: asks for it and answers
    /// later, on this thread, unless the subject is gone. The form waits with everything typed and
    /// closes once it went well. False: save() is asked.
    virtual bool saveElsewhere(
        const RecordForm& form, const std::function<void(const Result<void>&)>& answered);
    virtual Result<void> reload() = 0;
    /// Who types here: what is typed is kept on the disk for that person until it is saved or
    /// given up. Nobody: it is not.
    virtual PersonId typist() const { return PersonId(); }
    /// What the typing is kept under, for a subject without a record of its own.
    virtual QString draftName() const { return {}; }
    /// One sentence about what save() did, for toast and undo list.
    virtual QString savedText() const = 0;
    /// What the button says that does it; empty: "Save".
    virtual QString saveWord() const { return {}; }

    /// Fields added to this record type while the program runs, as plain data, and their values.
    /// They stand after the described ones: important ones at once, the others folded.
    virtual std::vector<FieldSpec> extraFields() const { return {}; }
    virtual schema::Value extraValue(const QString& key) const;
};

/// A form made from descriptions: required and important fields first, the others under "More
/// fields". Enter moves on and Shift+Enter back, Ctrl+S saves, Ctrl+Enter saves and closes, Esc
/// leaves and asks in place when something was changed. A field is checked when it is left and all
/// are on saving; the message stands under the field and the first bad one gets the focus. What was
/// typed is never taken away by an error. While an input method composes, none of these keys act.
///
///     form->begin(std::make_unique<ContactSubject>(context, contact));
///     connect(form, &RecordForm::saved, …);   // the sentence to show
///     connect(form, &RecordForm::closed, …);  // show the record again
class RecordForm : public QFrame {
    Q_OBJECT
public:
    RecordForm(
        const QString& name, storage::Database& database, QDate today, QWidget* parent = nullptr);
    ~RecordForm() override;

    /// Replaces whatever was edited before; ask isChanged() first.
    void begin(std::unique_ptr<FormSubject> subject);
    FormSubject* subject() const { return m_subject.get(); }
    void focusFirst();

    bool isChanged() const;
    bool isChanged(std::size_t part) const;
    /// Labels of the changed fields, for the question on leaving.
    QStringList changedLabels() const;
    /// Writes the changed fields of a part into a record of its type; the others stay.
    void apply(std::size_t part, void* record) const;
    /// The changed values of extra fields by key.
    std::map<QString, schema::Value> changedExtras() const;
    /// The field of a column or extra field; null when it is not on the form.
    FormField* field(const QString& key) const;

    /// Both answer whether everything typed is in the file now.
    bool save();
    bool saveAndClose();
    /// Esc: closes, or asks in place first when something was changed. `then` runs once the form
    /// is closed, `kept` when the person goes on editing.
    void leave(std::function<void()> then = {}, std::function<void()> kept = {});
    bool isAsking() const;
    /// An answer from elsewhere is outstanding; nothing can be typed or left meanwhile.
    bool isWaiting() const { return m_waiting; }
    void setMoreShown(bool shown);

Q_SIGNALS:
    /// Saved with this thread's newest write, or, when `wrote` is false, nothing had to be written.
    void saved(const QString& description, bool wrote);
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row;
    void buildFrame();
    void buildAsk(QVBoxLayout* layout);
    void clearRows();
    void addPart(std::size_t part, const FormPart& plan, std::vector<std::unique_ptr<Row>>& folded);
    void addExtras(std::vector<std::unique_ptr<Row>>& folded);
    std::unique_ptr<Row> makeRow(FieldSpec spec, std::size_t part, const schema::Column* column);
    void layoutRows();
    void chainFocus();
    void watchKeys();
    void moveOnFrom(std::size_t at);
    void showValues();
    void showStored(Row& row);
    schema::Value stored(const Row& row) const;
    Result<schema::Value> read(const Row& row) const;
    int presentDecimals(const Row& row) const;
    bool validate(Row& row);
    bool validateAll();
    void showError(const Error& error);
    void waitForAnswer();
    void takeAnswer(const Result<void>& answer);
    bool showAtField(const Error& error);
    void focusFirstBad();
    void meetNewer();
    void takeTheirs();
    void hideAsk();
    void keepEditing();
    void finish();
    void retranslate();
    void retranslateSave();
    void retranslateMore();
    Row* rowOf(const QObject* editor) const;
    void beginDraft();
    void restoreDraft();
    void forgetDraft();
    QJsonObject typedValues() const;

    QString m_name;
    storage::Database& m_database;
    QDate m_today;
    std::unique_ptr<FormSubject> m_subject;
    std::vector<std::unique_ptr<Row>> m_rows; ///< in reading order
    std::size_t m_folded = 0; ///< index of the first row under "More fields"
    bool m_composing = false;
    bool m_waiting = false;
    std::unique_ptr<DraftKeeper> m_drafts; ///< of the present subject
    std::function<void()> m_then;
    std::function<void()> m_kept;
    QLabel* m_heading;
    MessageBar* m_message;
    QScrollArea* m_scroll;
    QWidget* m_body = nullptr;
    QGridLayout* m_grid = nullptr;
    QPushButton* m_more = nullptr;
    QWidget* m_footer = nullptr;
    QPushButton* m_save;
    QPushButton* m_cancel;
    QWidget* m_ask = nullptr;
    QLabel* m_question;
    QPushButton* m_askSave;
    QPushButton* m_askDiscard;
    QPushButton* m_askKeep;
};

} // namespace chengdan::ui
