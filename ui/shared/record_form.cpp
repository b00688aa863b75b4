// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Values, checks, saving and keys of a RecordForm; its rows are laid out in record_form_layout.cpp.
#include "ui/shared/record_form.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/cards.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_form_row.h"

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace chengdan::ui {

namespace {

bool isEmptyValue(const schema::Value& value)
{
    if (schema::isNull(value))
        return true;
    const auto* text = std::get_if<QString>(&value);
    return text != nullptr && text->isEmpty();
}

// An amount typed at `from` places, counted at `to`; JPY has none, CNY two.
Result<qint64> rescaledMinor(qint64 raw, int from, int to, const QString& typed)
{
    for (; from < to; ++from) {
        if (__builtin_mul_overflow(raw, qint64{10}, &raw))
            return fail("OVERFLOW_GUARD");
    }
    for (; from > to; --from) {
        if (raw % 10 != 0)
            return fail("NUMBER_PRECISION",
                {},
                {{QStringLiteral("text"), typed}, {QStringLiteral("digits"), QString::number(to)}});
        raw /= 10;
    }
    return raw;
}

} // namespace

std::optional<Error> FormSubject::check(const QString&, const schema::Value&) const
{
    return {};
}

bool FormSubject::saveElsewhere(const RecordForm&, const std::function<void(const Result<void>&)>&)
{
    return false;
}

schema::Value FormSubject::extraValue(const QString&) const
{
    return {};
}

schema::Value RecordForm::stored(const Row& row) const
{
    return row.column != nullptr ? row.column->get(m_subject->record(row.part))
                                 : m_subject->extraValue(row.spec.key);
}

void RecordForm::showStored(Row& row)
{
    row.base = stored(row);
    schema::Value value = row.base;
    if (row.spec.type == schema::ColumnType::Money && !schema::isNull(value)) {
        const auto scaled =
            rescaledMinor(schema::toInteger(value), presentDecimals(row), row.spec.decimals, {});
        value = scaled.value_or(0);
    }
    row.editor->show(value);
    row.initial = row.editor->typed();
}

void RecordForm::showValues()
{
    // Currencies first: an amount is shown with the places of the one beside it.
    for (const bool currencies : {true, false}) {
        for (const auto& row : m_rows) {
            if ((row->spec.type == schema::ColumnType::Currency) == currencies)
                showStored(*row);
        }
    }
    for (const auto& row : m_rows) {
        row->field->setError({});
        row->field->setHint({});
    }
}

// The places of the currency that stands beside an amount now.
int RecordForm::presentDecimals(const Row& row) const
{
    if (row.column == nullptr)
        return row.spec.decimals; // an added field is in the company's currency
    for (const auto& other : m_rows) {
        if (other->spec.type != schema::ColumnType::Currency || other->part != row.part)
            continue;
        const auto code = other->editor->read();
        const auto currency = Currency::parse(code ? schema::toText(*code) : QString());
        return currency.value_or(Currency()).decimals();
    }
    return row.spec.decimals;
}

Result<schema::Value> RecordForm::read(const Row& row) const
{
    auto value = row.editor->read();
    if (!value || row.spec.type != schema::ColumnType::Money || schema::isNull(*value))
        return value;
    const auto scaled = rescaledMinor(
        schema::toInteger(*value), row.spec.decimals, presentDecimals(row), row.editor->typed());
    return scaled ? Result<schema::Value>(schema::Value(*scaled)) : fail(scaled.error());
}

bool RecordForm::isChanged() const
{
    return std::any_of(
        m_rows.begin(), m_rows.end(), [](const auto& row) { return row->changed(); });
}

bool RecordForm::isChanged(std::size_t part) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [part](const auto& row) {
        return row->column != nullptr && row->part == part && row->changed();
    });
}

QStringList RecordForm::changedLabels() const
{
    QStringList labels;
    for (const auto& row : m_rows) {
        if (row->changed())
            labels += row->spec.label();
    }
    return labels;
}

void RecordForm::apply(std::size_t part, void* record) const
{
    for (const auto& row : m_rows) {
        if (row->column == nullptr || row->part != part || !row->changed())
            continue;
        if (const auto value = read(*row))
            row->column->set(record, *value);
    }
}

std::map<QString, schema::Value> RecordForm::changedExtras() const
{
    std::map<QString, schema::Value> values;
    for (const auto& row : m_rows) {
        if (row->column != nullptr || !row->changed())
            continue;
        if (const auto value = read(*row))
            values[row->spec.key] = *value;
    }
    return values;
}

FormField* RecordForm::field(const QString& key) const
{
    for (const auto& row : m_rows) {
        if (row->spec.key == key)
            return row->field;
    }
    return nullptr;
}

RecordForm::Row* RecordForm::rowOf(const QObject* editor) const
{
    for (const auto& row : m_rows) {
        if (row->editor->widget() == editor)
            return row.get();
    }
    return nullptr;
}

bool RecordForm::validate(Row& row)
{
    const auto value = read(row);
    std::optional<Error> wrong;
    if (!value)
        wrong = value.error();
    else if (row.spec.required && isEmptyValue(*value))
        wrong = Error::make("REQUIRED", row.spec.key);
    else if (row.changed() || m_subject->isNew())
        wrong = m_subject->check(row.spec.key, *value);
    if (wrong)
        row.field->setProblem(*wrong);
    else
        row.field->setError({});
    return !wrong;
}

bool RecordForm::validateAll()
{
    bool sound = true;
    for (const auto& row : m_rows)
        sound = validate(*row) && sound;
    return sound;
}

void RecordForm::focusFirstBad()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->field->error().isEmpty())
            continue;
        if (i >= m_folded)
            setMoreShown(true);
        m_rows[i]->editor->widget()->setFocus(Qt::OtherFocusReason);
        return;
    }
}

bool RecordForm::showAtField(const Error& error)
{
    FormField* where = error.field.isEmpty() ? nullptr : field(error.field);
    if (where != nullptr && where->error().isEmpty())
        where->setProblem(error);
    return where != nullptr;
}

// Each message stands beside the field it names; what names none stands above the form.
void RecordForm::showError(const Error& error)
{
    QStringList general;
    if (!showAtField(error))
        general += sentence(error, currentLanguage());
    for (const Error& further : error.more) {
        if (!showAtField(further))
            general += sentence(further, currentLanguage());
    }
    m_message->clearActions();
    if (!general.isEmpty()) {
        m_message->setMessage(Tone::Danger, tr("Not saved"), general.join(QLatin1Char('\n')));
        m_message->show();
    }
    focusFirstBad();
}

bool RecordForm::save()
{
    if (!m_subject || m_composing)
        return false;
    m_message->hide();
    if (!validateAll()) {
        keepEditing();
        focusFirstBad();
        return false;
    }
    if (!isChanged() && !m_subject->isNew())
        return true;
    if (m_waiting)
        return false;
    if (m_subject->saveElsewhere(
            *this, [this](const Result<void>& answer) { takeAnswer(answer); })) {
        waitForAnswer();
        return false;
    }
    const storage::JournalSpan before = storage::Database::lastWrite();
    if (const auto done = m_subject->save(*this); !done) {
        keepEditing();
        if (done.error().code == QLatin1String("CHANGED_MEANWHILE"))
            meetNewer();
        else
            showError(done.error());
        return false;
    }
    forgetDraft();
    const QString description = m_subject->savedText();
    m_heading->setText(m_subject->heading());
    showValues();
    Q_EMIT saved(description, storage::Database::lastWrite().last != before.last);
    return true;
}

void RecordForm::waitForAnswer()
{
    keepEditing();
    m_waiting = true;
    m_scroll->setEnabled(false);
    m_footer->setEnabled(false);
    m_message->clearActions();
    m_message->setMessage(Tone::Info, tr("Asking the server …"));
    m_message->show();
    setFocus(Qt::OtherFocusReason); // what had it is disabled
}

void RecordForm::takeAnswer(const Result<void>& answer)
{
    m_waiting = false;
    m_scroll->setEnabled(true);
    m_footer->setEnabled(true);
    m_message->hide();
    if (!answer) {
        focusFirst();
        showError(answer.error());
        return;
    }
    forgetDraft();
    Q_EMIT saved(m_subject->savedText(), false);
    finish();
}

bool RecordForm::saveAndClose()
{
    if (!save())
        return false;
    finish();
    return true;
}

// Somebody saved the record since it was read: fields the person left alone take the new value,
// typed ones stay and say what the file holds; the next save keeps the typed.
void RecordForm::meetNewer()
{
    if (const auto again = m_subject->reload(); !again) {
        showError(again.error());
        return;
    }
    QStringList both;
    for (const auto& row : m_rows) {
        const schema::Value now = stored(*row);
        if (now == row->base)
            continue;
        if (!row->changed()) {
            showStored(*row);
            continue;
        }
        row->base = now;
        both += row->spec.label();
        const QString theirs = row->text(now, m_database, m_today);
        row->field->setHint(theirs.isEmpty() ? tr("The file holds nothing here now")
                                             : tr("The file holds: %1").arg(theirs));
    }
    m_message->clearActions();
    m_message->setMessage(Tone::Warn,
        tr("This record was changed elsewhere meanwhile"),
        both.isEmpty() ? tr("Your changes do not touch the others. Save again.")
                       : tr("Both of you changed: %1. Saving again keeps yours.")
                             .arg(both.join(QStringLiteral(", "))));
    m_message->addAction(tr("Save mine"), [this] { save(); });
    if (!both.isEmpty())
        m_message->addAction(tr("Take theirs"), [this] { takeTheirs(); });
    m_message->show();
}

void RecordForm::takeTheirs()
{
    showValues();
    m_message->hide();
    focusFirst();
}

bool RecordForm::isAsking() const
{
    return !m_ask->isHidden();
}

void RecordForm::hideAsk()
{
    m_ask->hide();
    m_footer->show();
    m_then = {};
    m_kept = {};
}

void RecordForm::keepEditing()
{
    const auto kept = std::move(m_kept);
    hideAsk();
    if (kept)
        kept();
}

void RecordForm::finish()
{
    const auto then = std::move(m_then);
    hideAsk();
    m_message->hide();
    m_composing = false;
    forgetDraft();
    m_drafts.reset();
    m_subject.reset();
    Q_EMIT closed();
    if (then)
        then();
}

void RecordForm::leave(std::function<void()> then, std::function<void()> kept)
{
    if (m_waiting) {
        if (kept)
            kept();
        return;
    }
    if (isAsking() && !then) { // Esc a second time goes on editing
        m_askKeep->click();
        return;
    }
    m_then = std::move(then);
    m_kept = std::move(kept);
    if (!m_subject || !isChanged()) {
        finish();
        return;
    }
    m_question->setText(
        tr("Changed and not saved: %1").arg(changedLabels().join(QStringLiteral(", "))));
    m_footer->hide();
    m_ask->show();
    m_askKeep->setFocus(Qt::OtherFocusReason);
}

void RecordForm::focusFirst()
{
    if (m_rows.empty())
        return;
    QWidget* first = m_rows.front()->editor->widget();
    first->setFocus(Qt::TabFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(first))
        line->selectAll();
}

void RecordForm::keyPressEvent(QKeyEvent* event)
{
    if (m_waiting)
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (event->key() == Qt::Key_Escape && modifiers == Qt::NoModifier) {
        leave();
    } else if (enter && modifiers == Qt::ControlModifier) {
        saveAndClose();
    } else if (event->key() == Qt::Key_S && modifiers == Qt::ControlModifier) {
        save();
    } else if (auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
               enter && button != nullptr && isAncestorOf(button)) {
        button->click();
    } else {
        QFrame::keyPressEvent(event);
    }
}

// While a text is being composed, Enter and Esc belong to the input method.
bool RecordForm::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::InputMethod:
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        if (m_drafts)
            m_drafts->touch();
        break;
    case QEvent::KeyPress: {
        if (m_drafts)
            m_drafts->touch();
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (m_composing
            && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape
                || key == Qt::Key_Tab))
            return true;
        break;
    }
    case QEvent::FocusOut: {
        m_composing = false;
        if (m_drafts) // a value picked by mouse is noticed on leaving
            m_drafts->touch();
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        Row* row = rowOf(watched);
        const bool away = reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason;
        if (row != nullptr && m_subject && away)
            validate(*row);
        break;
    }
    case QEvent::FocusIn:
        if (const Row* row = rowOf(watched))
            m_scroll->ensureWidgetVisible(row->field, 0, 24);
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace chengdan::ui
