// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/customer_acts.h"
#include "ui/shared/record_form.h"

#include <QCoreApplication>

namespace chengdan::ui {

/// Handing customers over, in a RecordForm: to whom, and why; or only why they go into the pool.
class HandOverSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(HandOverSubject)
public:
    enum class To { Somebody, Pool };
    /// `name` of the customer when it is a single one.
    HandOverSubject(
        const access::Context& context, To to, std::vector<qint64> customers, QString name);
    QString heading() const override;
    std::vector<FormPart> parts() const override { return {}; }
    const void* record(std::size_t) const override { return nullptr; }
    bool isNew() const override { return true; }
    std::vector<FieldSpec> extraFields() const override;
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override { return {}; }
    QString savedText() const override { return m_done; }
    QString saveWord() const override;

private:
    const access::Context& m_context;
    const To m_to;
    const std::vector<qint64> m_customers;
    const QString m_name;
    QString m_done;
};

/// Showing a customer to somebody for a while: to whom, until when, and why.
class AccessSubject : public FormSubject {
    Q_DECLARE_TR_FUNCTIONS(AccessSubject)
public:
    AccessSubject(const access::Context& context, qint64 customer, QString name);
    QString heading() const override;
    std::vector<FormPart> parts() const override { return {}; }
    const void* record(std::size_t) const override { return nullptr; }
    bool isNew() const override { return true; }
    std::vector<FieldSpec> extraFields() const override;
    schema::Value extraValue(const QString& key) const override;
    std::optional<Error> check(const QString& key, const schema::Value& value) const override;
    Result<void> save(const RecordForm& form) override;
    Result<void> reload() override { return {}; }
    QString savedText() const override;
    QString saveWord() const override { return tr("Give access"); }

private:
    const access::Context& m_context;
    const qint64 m_customer;
    const QString m_name;
};

} // namespace chengdan::ui
