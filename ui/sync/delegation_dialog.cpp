// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/delegation_dialog.h"

#include "core/access/person.h"
#include "core/storage/store.h"
#include "core/sync/server_delegation.h"
#include "ui/shared/record_form.h"
#include "ui/shared/staff_office.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

constexpr int kUsualDays = 7;

PersonId pickedPerson(const schema::Value& value)
{
    std::optional<PersonId> person;
    schema::ColumnTraits<std::optional<PersonId>>::fromValue(value, person);
    return person.value_or(PersonId());
}

QDate pickedDate(const schema::Value& value)
{
    QDate date;
    schema::ColumnTraits<QDate>::fromValue(value, date);
    return date;
}

} // namespace

/// A delegation in a RecordForm; nothing of it is in the file.
class DelegationSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(DelegationSubject)
public:
    DelegationSubject(const access::Context& context, StaffOffice& office)
        : m_context(context)
        , m_office(office)
        , m_forOthers(context.session.has(access::Right::Administer))
    {
    }
    QString heading() const override { return tr("New delegation"); }
    std::vector<FormPart> parts() const override { return {}; }
    const void* record(std::size_t) const override { return nullptr; }
    bool isNew() const override { return true; }
    Result<void> save(const RecordForm&) override { return fail("STAFF_ON_SERVER"); }
    Result<void> reload() override { return {}; }
    QString savedText() const override { return tr("The delegation is arranged"); }

    std::vector<FieldSpec> extraFields() const override
    {
        std::vector<FieldSpec> fields;
        if (m_forOthers)
            fields.push_back(person("giver", [] { return tr("For"); }));
        fields.push_back(person("taker", [] { return tr("Who stands in"); }));
        fields.push_back(field(
            "since", [] { return tr("From"); }, schema::ColumnType::Date));
        fields.push_back(field(
            "until", [] { return tr("Until, that day included"); }, schema::ColumnType::Date));
        fields.push_back(field(
            "what",
            [] { return tr("Sees and edits the same records"); },
            schema::ColumnType::Flag));
        fields.push_back(field(
            "approvals",
            [] { return tr("Decides approvals, marked as a substitute"); },
            schema::ColumnType::Flag));
        fields.push_back(field(
            "reason", [] { return tr("Reason"); }, schema::ColumnType::Text));
        fields.back().hint = [] { return tr("Leave, business trip, illness …"); };
        return fields;
    }
    schema::Value extraValue(const QString& key) const override
    {
        if (key == QLatin1String("giver"))
            return storage::bind(m_context.session.id());
        if (key == QLatin1String("since"))
            return schema::ColumnTraits<QDate>::toValue(m_office.today());
        if (key == QLatin1String("until"))
            return schema::ColumnTraits<QDate>::toValue(m_office.today().addDays(kUsualDays));
        if (key == QLatin1String("what") || key == QLatin1String("approvals"))
            return qint64{1};
        return {};
    }
    bool saveElsewhere(
        const RecordForm& form, const std::function<void(const Result<void>&)>& answered) override
    {
        const auto typed = form.changedExtras();
        const auto value = [&](const char* key) {
            const auto found = typed.find(QString::fromLatin1(key));
            return found == typed.end() ? extraValue(QString::fromLatin1(key)) : found->second;
        };
        sync::NewDelegation wanted;
        wanted.giver =
            (m_forOthers ? pickedPerson(value("giver")) : m_context.session.id()).number();
        wanted.taker = pickedPerson(value("taker")).number();
        const QDate since = pickedDate(value("since"));
        const QDate until = pickedDate(value("until"));
        if (since > m_office.today())
            wanted.since = m_office.startOf(since);
        wanted.until = m_office.startOf(until.addDays(1));
        wanted.sight = schema::toInteger(value("what")) != 0;
        wanted.approvals = schema::toInteger(value("approvals")) != 0;
        wanted.reason = schema::toText(value("reason")).trimmed();
        m_office.ask(
            &m_here,
            StaffOffice::Act::Changes,
            [wanted](sync::ServerLink& server) -> Result<void> {
                const auto made = sync::delegate(server, wanted);
                return made ? Result<void>() : fail(made.error());
            },
            answered);
        return true;
    }

private:
    FieldSpec field(const char* key, LiveText label, schema::ColumnType type) const
    {
        FieldSpec spec;
        spec.key = QString::fromLatin1(key);
        spec.label = std::move(label);
        spec.type = type;
        spec.required = type != schema::ColumnType::Flag;
        spec.important = true;
        return spec;
    }
    FieldSpec person(const char* key, LiveText label) const
    {
        FieldSpec spec =
            fieldSpec(*schema::describe<access::Team>().column(u"boss"), m_context.database);
        spec.key = QString::fromLatin1(key);
        spec.label = std::move(label);
        spec.hint = {};
        spec.references = &schema::describe<access::Person>();
        spec.conditions = {{QStringLiteral("active"), qint64{1}}};
        spec.required = true;
        spec.important = true;
        return spec;
    }
    const access::Context& m_context;
    StaffOffice& m_office;
    bool m_forOthers;
    QObject m_here; ///< answers are for this subject
};

DelegationDialog::DelegationDialog(
    const access::Context& context, StaffOffice& office, QWidget* parent)
    : QDialog(parent)
    , m_form(new RecordForm(QStringLiteral("delegationForm"), context.database, office.today()))
{
    setObjectName(QStringLiteral("delegationDialog"));
    setWindowTitle(tr("Delegation"));
    setWindowModality(Qt::WindowModal);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    resize(themePx(460), themePx(600));
    m_form->begin(std::make_unique<DelegationSubject>(context, office));
    connect(m_form, &RecordForm::saved, this, [this](const QString& words) { Q_EMIT made(words); });
    connect(m_form, &RecordForm::closed, this, &QDialog::accept);
    m_form->focusFirst();
}

// Esc and the window's cross: the form asks first when something was typed.
void DelegationDialog::reject()
{
    m_form->leave();
}

} // namespace chengdan::ui
