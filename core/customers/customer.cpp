// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/customer.h"

namespace chengdan {

namespace customers {

std::span<const schema::Choice> choices(CustomerKind)
{
    static constexpr schema::Choice kKinds[] = {
        {"company", QT_TRANSLATE_NOOP("schema", "Company")},
        {"consumer", QT_TRANSLATE_NOOP("schema", "Consumer")},
    };
    return kKinds;
}

std::span<const schema::Choice> choices(CustomerGrade)
{
    static constexpr schema::Choice kGrades[] = {
        {"A", QT_TRANSLATE_NOOP("schema", "A")},
        {"B", QT_TRANSLATE_NOOP("schema", "B")},
        {"C", QT_TRANSLATE_NOOP("schema", "C")},
        {"D", QT_TRANSLATE_NOOP("schema", "D")},
    };
    return kGrades;
}

std::span<const schema::Choice> choices(CustomerStatus)
{
    static constexpr schema::Choice kStatuses[] = {
        {"pending", QT_TRANSLATE_NOOP("schema", "To be registered")},
        {"active", QT_TRANSLATE_NOOP("schema", "In follow-up")},
        {"pool", QT_TRANSLATE_NOOP("schema", "In the pool")},
        {"inactive", QT_TRANSLATE_NOOP("schema", "Given up")},
    };
    return kStatuses;
}

} // namespace customers

template <>
const schema::RecordType& schema::describe<customers::Customer>()
{
    using customers::Customer;
    static const RecordType
        type =
            recordType<Customer>(
                {
                    .table = "customer",
                    .number = 10,
                    .label = QT_TRANSLATE_NOOP("schema", "Customer"),
                    .plural = QT_TRANSLATE_NOOP("schema", "Customers"),
                    .scope = Scope::Root,
                    .title = "name",
                    .columns =
                        {
                            column<&Customer::name>({.name = "name",
                                .label = QT_TRANSLATE_NOOP("schema", "Company name"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "The full name on the business licence"),
                                .required = true,
                                .searchable = true,
                                .indexed = true,
                                .inList = InList::Yes}),
                            column<&Customer::number>({.name = "number",
                                .label = QT_TRANSLATE_NOOP("schema", "Customer number"),
                                .unique = true,
                                .searchable = true,
                                .inList = InList::Yes}),
                            column<&Customer::shortName>({.name = "short_name",
                                .label = QT_TRANSLATE_NOOP("schema", "Short name"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "What colleagues call this customer"),
                                .searchable = true}),
                            column<&Customer::mnemonic>({.name = "mnemonic",
                                .label = QT_TRANSLATE_NOOP("schema", "Mnemonic code"),
                                .hint = QT_TRANSLATE_NOOP("schema",
                                    "Pinyin initials; left empty, they are made from the name"),
                                .searchable = true,
                                .indexed = true}),
                            column<&Customer::nameKey>({.name = "name_key",
                                .label = QT_TRANSLATE_NOOP("schema", "Name for comparison"),
                                .indexed = true}),
                            column<&Customer::creditCode>(
                                {.name = "credit_code",
                                    .label =
                                        QT_TRANSLATE_NOOP("schema", "Unified social credit code"),
                                    .hint = QT_TRANSLATE_NOOP("schema", "18 characters from the business licence"),
                                    .unique = true,
                                    .searchable = true}),
                            column<&Customer::kind>(
                                {.name = "kind", .label = QT_TRANSLATE_NOOP("schema", "Kind")}),
                            column<&Customer::grade>(
                                {.name = "grade",
                                    .label = QT_TRANSLATE_NOOP("schema", "Grade"),
                                    .indexed = true,
                                    .inList = InList::Yes}),
                            column<
                                &Customer::
                                    status>({.name = "status", .label = QT_TRANSLATE_NOOP("schema", "Status"), .indexed = true, .inList = InList::Yes}),
                            column<&Customer::industry>(
                                {.name = "industry",
                                    .label = QT_TRANSLATE_NOOP("schema", "Industry"),
                                    .hint = QT_TRANSLATE_NOOP(
                                        "schema", "What the customer makes or sells"),
                                    .searchable = true,
                                    .indexed = true,
                                    .inList = InList::Yes}),
                            column<&Customer::region>({.name = "region",
                                .label = QT_TRANSLATE_NOOP("schema", "Region"),
                                .references = "region",
                                .inList = InList::LowPriority}),
                            column<&Customer::province>({.name = "province",
                                .label = QT_TRANSLATE_NOOP("schema", "Province"),
                                .group = "address",
                                .inList = InList::LowPriority}),
                            column<&Customer::city>({.name = "city",
                                .label = QT_TRANSLATE_NOOP("schema", "City"),
                                .searchable = true,
                                .group = "address",
                                .inList = InList::Yes}),
                            column<&Customer::address>({.name = "address",
                                .label = QT_TRANSLATE_NOOP("schema", "Address"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "Street and house number of the plant"),
                                .group = "address"}),
                            column<&Customer::postalCode>({.name = "postal_code",
                                .label = QT_TRANSLATE_NOOP("schema", "Postal code"),
                                .group = "address"}),
                            column<&Customer::phone>({.name = "phone",
                                .label = QT_TRANSLATE_NOOP("schema", "Phone"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "Switchboard, with the area code"),
                                .searchable = true,
                                .indexed = true,
                                .inList = InList::LowPriority}),
                            column<&Customer::website>({.name = "website",
                                .label = QT_TRANSLATE_NOOP("schema", "Website")}),
                            column<&Customer::source>({.name = "source",
                                .label = QT_TRANSLATE_NOOP("schema", "Source"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "Fair, referral, website, cold call …"),
                                .inList = InList::LowPriority}),
                            column<&Customer::paymentTerms>({.name = "payment_terms",
                                .label = QT_TRANSLATE_NOOP("schema", "Payment terms"),
                                .hint = QT_TRANSLATE_NOOP("schema",
                                    "For example: 30 % in advance, the rest 60 days after "
                                    "invoice")}),
                            column<&Customer::invoiceTitle>({.name = "invoice_title",
                                .label = QT_TRANSLATE_NOOP("schema", "Invoice title"),
                                .group = "invoice"}),
                            column<&Customer::bankName>({.name = "bank_name",
                                .label = QT_TRANSLATE_NOOP("schema", "Bank"),
                                .hint = QT_TRANSLATE_NOOP("schema", "Bank and branch"),
                                .group = "invoice"}),
                            column<&Customer::bankAccount>({.name = "bank_account",
                                .label = QT_TRANSLATE_NOOP("schema", "Bank account"),
                                .group = "invoice"}),
                            column<&Customer::invoiceAddress>({.name = "invoice_address",
                                .label = QT_TRANSLATE_NOOP("schema", "Invoice address"),
                                .group = "invoice"}),
                            column<&Customer::invoicePhone>({.name = "invoice_phone",
                                .label = QT_TRANSLATE_NOOP("schema", "Invoice phone"),
                                .group = "invoice"}),
                            column<&Customer::remark>({.name = "remark",
                                .label = QT_TRANSLATE_NOOP("schema", "Remark"),
                                .hint = QT_TRANSLATE_NOOP(
                                    "schema", "What the next colleague must know")}),
                        },
                });
    return type;
}

} // namespace chengdan
