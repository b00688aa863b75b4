// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/company_page.h"

#include "core/access/settings.h"
#include "ui/shared/navigator.h"
#include "ui/shared/record_form.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace chengdan::ui {

namespace {

using access::SettingKey;
using schema::ColumnType;

/// One setting on the form. Rates are stored as decimals and typed in percent.
struct ShownSetting {
    SettingKey key;
    const char* label;
    const char* hint;
    ColumnType type = ColumnType::Text;
};

constexpr ShownSetting kShownSettings[] = {
    {SettingKey::CompanyName, QT_TRANSLATE_NOOP("CompanyPage", "Company name"), ""},
    {SettingKey::CompanyNameEn,
        QT_TRANSLATE_NOOP("CompanyPage", "Company name in English"),
        QT_TRANSLATE_NOOP("CompanyPage", "Stands on English quotes")},
    {SettingKey::CompanyAddress, QT_TRANSLATE_NOOP("CompanyPage", "Address"), ""},
    {SettingKey::CompanyPhone, QT_TRANSLATE_NOOP("CompanyPage", "Phone"), ""},
    {SettingKey::CompanyTaxCode,
        QT_TRANSLATE_NOOP("CompanyPage", "Credit code"),
        QT_TRANSLATE_NOOP("CompanyPage", "18 characters, on printed documents")},
    {SettingKey::CompanyBank,
        QT_TRANSLATE_NOOP("CompanyPage", "Bank and account"),
        QT_TRANSLATE_NOOP("CompanyPage", "As it stands on contracts and statements")},
    {SettingKey::TaxRate, QT_TRANSLATE_NOOP("CompanyPage", "Tax rate"), "", ColumnType::Rate},
    {SettingKey::BaseCurrency,
        QT_TRANSLATE_NOOP("CompanyPage", "Currency"),
        "",
        ColumnType::Currency},
    {SettingKey::QuoteValidityDays,
        QT_TRANSLATE_NOOP("CompanyPage", "Days a quote is valid"),
        "",
        ColumnType::Integer},
    {SettingKey::PriceDecimals,
        QT_TRANSLATE_NOOP("CompanyPage", "Decimal places of prices"),
        QT_TRANSLATE_NOOP("CompanyPage", "2 to 6"),
        ColumnType::Integer},
    {SettingKey::DeviceCode,
        QT_TRANSLATE_NOOP("CompanyPage", "Code of this PC"),
        QT_TRANSLATE_NOOP("CompanyPage", "Two capital letters or digits inside document numbers")},
    {SettingKey::CopyDays,
        QT_TRANSLATE_NOOP("CompanyPage", "Days a copy opens without the server"),
        QT_TRANSLATE_NOOP("CompanyPage", "1 to 90; for companies with a team's server"),
        ColumnType::Integer},
    {SettingKey::TimeZone,
        QT_TRANSLATE_NOOP("CompanyPage", "Time zone"),
        QT_TRANSLATE_NOOP("CompanyPage", "IANA name, such as Asia/Shanghai")},
    {SettingKey::OwnerLogin,
        QT_TRANSLATE_NOOP("CompanyPage", "Login of the file's owner"),
        QT_TRANSLATE_NOOP("CompanyPage", "Acts when nobody else is named")},
};

const ShownSetting* shownSetting(const QString& key)
{
    for (const ShownSetting& setting : kShownSettings) {
        if (access::keyOf(setting.key) == key)
            return &setting;
    }
    return nullptr;
}

QString settingFromField(const ShownSetting& setting, const schema::Value& value)
{
    switch (setting.type) {
    case ColumnType::Rate:
        return Rate::fromRaw(schema::toInteger(value)).toString();
    case ColumnType::Integer:
        return QString::number(schema::toInteger(value));
    default:
        return schema::toText(value);
    }
}

schema::Value fieldFromSetting(const ShownSetting& setting, const QString& text)
{
    switch (setting.type) {
    case ColumnType::Rate:
        return Rate::parse(text).value_or(Rate()).raw();
    case ColumnType::Integer:
        return qint64{text.toInt()};
    default:
        return text;
    }
}

/// The settings of the company as one form.
class CompanySubject : public FormSubject {
public:
    explicit CompanySubject(const access::Context& context)
        : m_context(context)
    {
    }
    QString heading() const override { return CompanyPage::tr("Company settings"); }
    std::vector<FormPart> parts() const override { return {}; }
    const void* record(std::size_t) const override { return nullptr; }
    bool isNew() const override { return false; }
    std::vector<FieldSpec> extraFields() const override
    {
        std::vector<FieldSpec> fields;
        for (const ShownSetting& setting : kShownSettings) {
            FieldSpec& field = fields.emplace_back();
            field.key = access::keyOf(setting.key);
            field.label = [text = setting.label] {
                return QCoreApplication::translate("CompanyPage", text);
            };
            if (*setting.hint != '\0')
                field.hint = [text = setting.hint] {
                    return QCoreApplication::translate("CompanyPage", text);
                };
            field.type = setting.type;
            field.important = true;
        }
        return fields;
    }
    schema::Value extraValue(const QString& key) const override
    {
        const ShownSetting* setting = shownSetting(key);
        const auto text =
            m_context.database.read([&](storage::Connection& connection) -> Result<QString> {
                return access::settingText(connection, setting->key);
            });
        return fieldFromSetting(*setting, text.value_or(QString()));
    }
    std::optional<Error> check(const QString& key, const schema::Value& value) const override
    {
        const ShownSetting* setting = shownSetting(key);
        const auto sound = access::checkSetting(setting->key, settingFromField(*setting, value));
        return sound ? std::nullopt : std::optional(sound.error());
    }
    Result<void> save(const RecordForm& form) override
    {
        return m_context.database.write(
            m_context.session.id(), [&](storage::Transaction&) -> Result<void> {
                access::SettingsService settings(m_context);
                for (const auto& [key, value] : form.changedExtras()) {
                    const ShownSetting* setting = shownSetting(key);
                    auto set = settings.set(setting->key, settingFromField(*setting, value));
                    if (!set)
                        return set;
                }
                return {};
            });
    }
    Result<void> reload() override { return {}; }
    QString savedText() const override { return CompanyPage::tr("Company settings saved"); }
    PersonId typist() const override { return m_context.session.id(); }
    QString draftName() const override { return QStringLiteral("company"); }

private:
    const access::Context& m_context;
};

} // namespace

CompanyPage::CompanyPage(const access::Context& context, Navigator& navigator, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_form(new RecordForm(QStringLiteral("companyForm"), context.database, context.clock.today()))
{
    setObjectName(QStringLiteral("companyPage"));
    setKind(m_form, "card");
    m_form->setMaximumWidth(themePx(760));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        metric::kPageSide, metric::kSpace4, metric::kPageSide, metric::kSpace4);
    layout->addWidget(m_form, 1);
    layout->addStretch(0);
    connect(m_form, &RecordForm::saved, this, [&navigator](const QString& text) {
        navigator.toast(text);
    });
    // There is nothing to go back to: a closed form shows what the file holds.
    connect(m_form, &RecordForm::closed, this, &CompanyPage::begin, Qt::QueuedConnection);
    begin();
}

QString CompanyPage::title() const
{
    return tr("Company");
}

void CompanyPage::begin()
{
    m_form->begin(std::make_unique<CompanySubject>(m_context));
    if (isVisible())
        m_form->focusFirst();
}

void CompanyPage::activated()
{
    if (!m_form->isChanged())
        begin();
    m_form->focusFirst();
}

void CompanyPage::savePage()
{
    m_form->save();
}

void CompanyPage::refreshPage()
{
    if (!m_form->isChanged())
        begin();
}

} // namespace chengdan::ui
