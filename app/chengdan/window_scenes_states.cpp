// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_scenes_states.h"

#include "core/access/rights.h"
#include "core/customers/customer.h"
#include "ui/customers/customers_page.h"
#include "ui/shared/list_page.h"
#include "ui/shared/record_source.h"
#include "ui/shell/main_window.h"

#include <QSemaphore>

namespace chengdan::app {

namespace {

constexpr int kAtWorkMs = 3000; // longer than its picture takes

/// What such a list does when it is asked.
struct Rowless {
    enum class Kind { Works, Fails, IsEmpty } kind = Kind::Works;
    Error error = {};
};

/// Answers every question with one error, with nothing, or not before it is interrupted.
class RowlessSource : public ui::ListSource {
public:
    explicit RowlessSource(Rowless rowless)
        : m_rowless(std::move(rowless))
    {
    }
    Result<std::vector<qint64>> keys(const ui::ListRequest&) override
    {
        if (m_rowless.kind == Rowless::Kind::Fails)
            return fail(m_rowless.error);
        if (m_rowless.kind == Rowless::Kind::Works) {
            while (m_interrupted.tryAcquire()) { } // of earlier questions
            m_interrupted.tryAcquire(1, kAtWorkMs);
        }
        return std::vector<qint64>();
    }
    Result<std::vector<ui::ListRow>> rows(std::span<const qint64>) override
    {
        return std::vector<ui::ListRow>();
    }
    void interrupt() override { m_interrupted.release(); }

private:
    Rowless m_rowless;
    QSemaphore m_interrupted;
};

ui::ListSetup rowlessList(const QString& name, const Rowless& rowless)
{
    ui::ListSetup setup;
    setup.name = name;
    setup.title = [] { return ui::schemaText(schema::describe<customers::Customer>().label); };
    setup.source = std::make_unique<RowlessSource>(rowless);
    setup.columns = [] {
        std::vector<ui::ColumnSpec> columns;
        for (const char* described : {"name", "number", "city", "phone"}) {
            const QString key = QString::fromLatin1(described);
            const auto* column = schema::describe<customers::Customer>().column(key);
            ui::ColumnSpec& spec = columns.emplace_back();
            spec.key = key;
            spec.title = ui::schemaText(column->label);
            spec.stretch = columns.size() == 1;
        }
        return columns;
    };
    setup.filterHint = [] { return QString(); };
    setup.emptyIcon = QStringLiteral("building-2");
    setup.emptyText = [] { return ui::CustomersPage::tr("There are no customers yet"); };
    setup.emptyAction = [] { return ui::CustomersPage::tr("New customer"); };
    return setup;
}

// Over the page in front, as large as it.
QWidget* showRowless(ui::MainWindow& window, const QString& name, const Rowless& rowless)
{
    delete window.findChild<ui::ListPage*>(name);
    window.navigator().openPage(QStringLiteral("customers"));
    auto* page = new ui::ListPage(rowlessList(name, rowless), window.currentPage());
    page->setObjectName(name);
    page->setAutoFillBackground(true);
    page->setGeometry(window.currentPage()->rect());
    page->show();
    page->activated();
    return page;
}

} // namespace

void addListStateScenes(ui::MainWindow& window)
{
    const auto add = [&window](const char* name, const Rowless& rowless) {
        window.addScene({QString::fromLatin1(name),
            [&window, name, rowless] {
                return showRowless(window, QString::fromLatin1(name), rowless);
            },
            rowless.kind != Rowless::Kind::Works});
    };
    add("list-loading", {Rowless::Kind::Works});
    add("list-empty", {Rowless::Kind::IsEmpty});
    add("list-error",
        {Rowless::Kind::Fails,
            Error::make(
                "STORAGE_IO", {}, {{QStringLiteral("detail"), QStringLiteral("disk I/O error")}})});
    add("list-refused",
        {Rowless::Kind::Fails,
            Error::make("PERMISSION",
                {},
                {{QStringLiteral("right"),
                    QString::fromLatin1(access::nameOf(access::Right::CustomerEdit).code)}})});
}

} // namespace chengdan::app
