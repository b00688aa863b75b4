// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/hands_subjects.h"

namespace chengdan::ui {

namespace {

using sync::CustomerActs;
using sync::Request;

constexpr int kUsualAccessDays = 14;

QString receiverKey()
{
    return QStringLiteral("receiver");
}

// Only people who may be chosen at all are offered.
FieldSpec receiverField(const access::Context& context, Request::Kind kind)
{
    FieldSpec field;
    field.key = receiverKey();
    field.type = schema::ColumnType::SmallId;
    field.references = &schema::describe<access::Person>();
    field.important = true;
    QVariantList people;
    const auto receivers = CustomerActs(context).receivers(kind);
    if (receivers) {
        for (const PersonId person : *receivers)
            people.append(qint64{person.number()});
    }
    field.conditions = {{QStringLiteral("id:in"), people}};
    return field;
}

FieldSpec reasonField(const LiveText& hint)
{
    FieldSpec field;
    field.key = QStringLiteral("reason");
    field.label = [] { return QCoreApplication::translate("HandOverSubject", "Reason"); };
    field.hint = hint;
    field.required = true;
    field.important = true;
    return field;
}

schema::Value typedValue(const RecordForm& form, const QString& key)
{
    const auto typed = form.changedExtras();
    const auto at = typed.find(key);
    return at == typed.end() ? schema::Value() : at->second;
}

PersonId typedReceiver(const RecordForm& form)
{
    const schema::Value value = typedValue(form, receiverKey());
    return schema::isNull(value)
        ? PersonId()
        : PersonId::fromNumber(static_cast<qint32>(schema::toInteger(value)));
}

} // namespace

HandOverSubject::HandOverSubject(
    const access::Context& context, To to, std::vector<qint64> customers, QString name)
    : m_context(context)
    , m_to(to)
    , m_customers(std::move(customers))
    , m_name(std::move(name))
{
}

QString HandOverSubject::heading() const
{
    const bool one = m_customers.size() == 1;
    if (m_to == To::Pool)
        return one ? tr("Put “%1” into the pool").arg(m_name)
                   : tr("Put %1 customers into the pool").arg(m_customers.size());
    return one ? tr("Hand over “%1”").arg(m_name)
               : tr("Hand over %1 customers").arg(m_customers.size());
}

QString HandOverSubject::saveWord() const
{
    return m_to == To::Pool ? tr("Put into the pool") : tr("Hand over");
}

std::vector<FieldSpec> HandOverSubject::extraFields() const
{
    const FieldSpec reason =
        reasonField([] { return tr("Stands in the history beside the handover"); });
    if (m_to == To::Pool)
        return {reason};
    FieldSpec receiver = receiverField(m_context, Request::Kind::Transfer);
    receiver.label = [] { return tr("New owner"); };
    receiver.hint = [] { return tr("Name or login"); };
    receiver.required = true;
    return {receiver, reason};
}

Result<void> HandOverSubject::save(const RecordForm& form)
{
    const auto done = CustomerActs(m_context).handOver(m_customers,
        m_to == To::Pool ? PersonId() : typedReceiver(form),
        schema::toText(typedValue(form, QStringLiteral("reason"))));
    if (!done)
        return fail(done.error());
    if (*done == CustomerActs::Outcome::Asked)
        m_done = tr("Handover asked for: it waits for the server");
    else
        m_done = m_to == To::Pool ? tr("Back in the pool") : tr("Handed over");
    return {};
}

AccessSubject::AccessSubject(const access::Context& context, qint64 customer, QString name)
    : m_context(context)
    , m_customer(customer)
    , m_name(std::move(name))
{
}

QString AccessSubject::heading() const
{
    return tr("Show “%1” to somebody for a while").arg(m_name);
}

std::vector<FieldSpec> AccessSubject::extraFields() const
{
    FieldSpec receiver = receiverField(m_context, Request::Kind::GrantAccess);
    receiver.label = [] { return tr("To whom"); };
    receiver.hint = [] { return tr("Name or login"); };
    receiver.required = true;
    FieldSpec until;
    until.key = QStringLiteral("until");
    until.label = [] { return tr("Until, that day included"); };
    until.type = schema::ColumnType::Date;
    until.required = true;
    until.important = true;
    return {
        receiver, until, reasonField([] { return tr("What the two of you work on together"); })};
}

schema::Value AccessSubject::extraValue(const QString& key) const
{
    if (key != QLatin1String("until"))
        return {};
    return m_context.clock.today().addDays(kUsualAccessDays).toString(Qt::ISODate);
}

std::optional<Error> AccessSubject::check(const QString& key, const schema::Value& value) const
{
    if (key != QLatin1String("until"))
        return {};
    const QDate day = QDate::fromString(schema::toText(value), Qt::ISODate);
    return day < m_context.clock.today() ? std::optional(Error::make("UNTIL_INVALID", key))
                                         : std::nullopt;
}

Result<void> AccessSubject::save(const RecordForm& form)
{
    schema::Value until = typedValue(form, QStringLiteral("until"));
    if (schema::isNull(until))
        until = extraValue(QStringLiteral("until"));
    const auto done = CustomerActs(m_context).giveAccess(m_customer,
        typedReceiver(form),
        QDate::fromString(schema::toText(until), Qt::ISODate),
        schema::toText(typedValue(form, QStringLiteral("reason"))));
    return done ? Result<void>() : fail(done.error());
}

QString AccessSubject::savedText() const
{
    return tr("Access asked for: it waits for the server");
}

} // namespace chengdan::ui
