// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into a RecordForm outlives a crash: see DraftKeeper.
#include "ui/shared/cards.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/record_form.h"
#include "ui/shared/record_form_row.h"

#include <QLineEdit>

namespace chengdan::ui {

namespace {

// Numbers as numbers, bytes (ids) behind a mark, nothing as null.
QJsonValue draftJson(const schema::Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return *number;
    if (const auto* text = std::get_if<QString>(&value))
        return QLatin1Char('=') + *text;
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return QLatin1Char('#') + QString::fromLatin1(bytes->toHex());
    return {};
}

schema::Value draftValue(const QJsonValue& json)
{
    if (json.isDouble())
        return json.toInteger();
    const QString text = json.toString();
    if (text.startsWith(QLatin1Char('=')))
        return text.mid(1);
    if (text.startsWith(QLatin1Char('#')))
        return QByteArray::fromHex(text.mid(1).toLatin1());
    return {};
}

// The record itself, or for a new one what it hangs on and the form does not change: a new contact
// of another customer is another draft, a new item with another unit is not.
QString draftRecord(const FormPart& part, const void* record, bool isNew)
{
    const schema::RecordType& type = *part.type;
    const auto text = [](const schema::Value& value) {
        const auto* bytes = std::get_if<QByteArray>(&value);
        return bytes != nullptr ? QString::fromLatin1(bytes->toHex())
                                : QString::number(schema::toInteger(value));
    };
    QStringList words{QString::fromLatin1(type.table), QStringLiteral("new")};
    if (!isNew)
        words[1] = text(type.id(record));
    for (const schema::Column& column : type.columns) {
        if (!isNew || column.references == nullptr
            || !part.hidden.contains(QString::fromLatin1(column.name)))
            continue;
        const schema::Value value = column.get(record);
        if (!schema::isNull(value))
            words += text(value);
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

void RecordForm::beginDraft()
{
    m_drafts.reset();
    const PersonId typist = m_subject->typist();
    const auto parts = m_subject->parts();
    if (typist == PersonId() || (parts.empty() && m_subject->draftName().isEmpty()))
        return;
    const QString record = parts.empty()
        ? m_subject->draftName()
        : draftRecord(parts.front(), m_subject->record(0), m_subject->isNew());
    m_drafts = std::make_unique<DraftKeeper>(
        m_database, storage::DraftKey{typist, QStringLiteral("recordForm"), record}, *this, [this] {
            return typedValues();
        });
    restoreDraft();
}

QJsonObject RecordForm::typedValues() const
{
    QJsonObject typed;
    if (!m_subject)
        return typed;
    for (const auto& row : m_rows) {
        if (!row->changed())
            continue;
        // Half a number or a date is worth keeping as well.
        const auto value = row->editor->read();
        typed.insert(QStringLiteral("%1.%2").arg(row->part).arg(row->spec.key),
            value ? draftJson(*value) : QJsonValue(QLatin1Char('~') + row->editor->typed()));
    }
    return typed;
}

void RecordForm::restoreDraft()
{
    const auto kept = m_drafts->kept();
    if (!kept)
        return;
    for (const auto& row : m_rows) {
        const QJsonValue json =
            kept->typed.value(QStringLiteral("%1.%2").arg(row->part).arg(row->spec.key));
        if (json.isUndefined())
            continue;
        auto* line = qobject_cast<QLineEdit*>(row->editor->widget());
        if (line != nullptr && json.toString().startsWith(QLatin1Char('~')))
            line->setText(json.toString().mid(1));
        else
            row->editor->show(draftValue(json));
    }
    if (!isChanged()) // the file holds the same by now
        return;
    m_message->clearActions();
    m_message->setMessage(Tone::Info,
        restoredText(kept->savedAt, m_today),
        tr("This was typed and not saved before the program ended."));
    m_message->addAction(tr("Give up"), [this] {
        forgetDraft();
        showValues();
        m_message->hide();
    });
    m_message->show();
}

void RecordForm::forgetDraft()
{
    if (m_drafts)
        m_drafts->forget();
}

} // namespace chengdan::ui
