// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/saved_view.h"
#include "core/customers/customer.h"
#include "tests/support/company_fixture.h"
#include "ui/shared/filter_edit.h"
#include "ui/shared/list_header.h"
#include "ui/shared/list_page.h"
#include "ui/shared/list_table.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace chengdan::tests {

/// A list of customers over a real company file, as a page would make it.
struct ListDesk {
    CompanyFixture company{
        {&schema::describe<access::SavedView>(), &schema::describe<customers::Customer>()}};
    access::Context context = company.asOwner();
    std::unique_ptr<ui::ListPage> page;
    std::unique_ptr<QAbstractItemModelTester> tester;

    explicit ListDesk(int customers = 300)
    {
        ui::Theme::instance().install(*qApp);
        ui::Theme::instance().setMode(ui::Theme::Mode::Light);
        fill(customers);
        open();
    }
    void fill(int count)
    {
        value(company.database->write(
            context.session.id(), [&](storage::Transaction& tx) -> Result<void> {
                for (int i = 0; i < count; ++i) {
                    customers::Customer customer;
                    customer.id = CustomerId::make(company.ids);
                    customer.meta.owner = context.session.id();
                    customer.name = QStringLiteral("客户 %1").arg(i, 4, 10, QLatin1Char('0'));
                    customer.number = QStringLiteral("C-%1").arg(i, 4, 10, QLatin1Char('0'));
                    customer.city = i % 3 == 0 ? QStringLiteral("宁波") : QStringLiteral("苏州");
                    customer.grade = customers::CustomerGrade(i % 4);
                    customer.industry = QStringLiteral("行业\t%1").arg(i % 7);
                    storage::insert(tx, customer);
                }
                return {};
            }));
    }
    ui::ListSetup setup()
    {
        ui::ListSetup made;
        made.name = QStringLiteral("customers");
        made.title = [] { return QStringLiteral("Customers"); };
        const QStringList columns{QStringLiteral("name"),
            QStringLiteral("number"),
            QStringLiteral("city"),
            QStringLiteral("grade")};
        made.source = std::make_unique<ui::RecordListSource>(*company.database,
            schema::describe<customers::Customer>(),
            columns,
            std::vector<PersonId>());
        made.columns = [columns] {
            std::vector<ui::ColumnSpec> specs;
            for (const QString& name : columns)
                specs.push_back(ui::columnSpec(schema::describe<customers::Customer>(), name));
            specs[0].stretch = true;
            return specs;
        };
        made.views = {{QStringLiteral("all"), [] { return QStringLiteral("All"); }, {}},
            {QStringLiteral("gradeA"),
                [] { return QStringLiteral("Grade A"); },
                {{QStringLiteral("grade"), QStringLiteral("A")}}}};
        made.start.sortColumn = QStringLiteral("name");
        made.today = company.clock.today();
        made.context = &context;
        made.type = &schema::describe<customers::Customer>();
        return made;
    }
    void open()
    {
        tester.reset();
        page = std::make_unique<ui::ListPage>(setup());
        tester = std::make_unique<QAbstractItemModelTester>(
            &page->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        page->resize(1500, 700);
        page->show();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        settle();
    }
    void settle()
    {
        REQUIRE(QTest::qWaitFor([this] { return page->model().isLoaded() && !page->isWaiting(); }));
    }
    ui::ListTable& table() { return *static_cast<ui::ListTable*>(page->table()); }
    int column(const char* key) { return page->model().columnOf(QString::fromLatin1(key)); }
    /// The words of a cell, waiting for its page.
    QString text(int row, const char* key)
    {
        const int at = column(key);
        if (!QTest::qWaitFor([&] {
                return page->model().lookAt(row, at) != nullptr || page->model().isHeading(row);
            }))
            return QStringLiteral("never came");
        return page->model().index(row, at).data().toString();
    }
    void clickHeader(const char* key, Qt::KeyboardModifiers modifiers = {})
    {
        ui::ListHeader* header = table().header();
        const int at = column(key);
        QTest::mouseClick(header->viewport(),
            Qt::LeftButton,
            modifiers,
            QPoint(header->leftOf(at) + header->sectionSize(at) / 2, header->height() / 2));
        settle();
    }
    QWidget* child(const char* name)
    {
        return page->findChild<QWidget*>(QString::fromLatin1(name));
    }
};

} // namespace chengdan::tests
