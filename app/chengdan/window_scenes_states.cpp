// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_scenes_states.h"

#include "core/access/rights.h"
#include "core/customers/customer.h"
#include "ui/shared/list_page.h"
#include "ui/shared/record_source.h"
#include "ui/shell/main_window.h"

#include <QSemaphore>

namespace chengdan::app {

namespace {

constexpr int kAtWorkMs = 3000; // longer than its picture takes

/// Answers every question with one error, or not before it is interrupted.
class RowlessSource : public ui::ListSource {
public:
    explicit RowlessSource(std::optional<Error> error)
        : m_error(std::move(error))
    {
    }
    Result<std::vector<qint64>> keys(const ui::ListRequest&) override
    {
        if (!m_error) {
            while (m_interrupted.tryAcquire()) { } // of earlier questions
            m_interrupted.tryAcquire(1, kAtWorkMs);
            return std::vector<qint64>();
        }
        return fail(*m_error);
    }
    Result<std::vector<ui::ListRow>> rows(std::span<const qint64>) override
    {
        return std::vector<ui::ListRow>();
    }
    void interrupt() override { m_interrupted.release(); }

private:
    std::optional<Error> m_error;
    QSemaphore m_interrupted;
};

ui::ListSetup rowlessList(const QString& name, std::optional<Error> error)
{
    ui::ListSetup setup;
    setup.name = name;
    setup.title = [] { return ui::schemaText(schema::describe<customers::Customer>().label); };
    setup.source = std::make_unique<RowlessSource>(std::move(error));
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
    setup.emptyText = [] { return QString(); };
    return setup;
}

// Over the page in front, as large as it.
QWidget* showRowless(ui::MainWindow& window, const QString& name, const std::optional<Error>& error)
{
    delete window.findChild<ui::ListPage*>(name);
    window.navigator().openPage(QStringLiteral("customers"));
    auto* page = new ui::ListPage(rowlessList(name, error), window.currentPage());
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
    const auto add = [&window](const char* name, const std::optional<Error>& error) {
        window.addScene({QString::fromLatin1(name),
            [&window, name, error] {
                return showRowless(window, QString::fromLatin1(name), error);
            },
            error.has_value()});
    };
    add("list-loading", std::nullopt);
    add("list-error",
        Error::make(
            "STORAGE_IO", {}, {{QStringLiteral("detail"), QStringLiteral("disk I/O error")}}));
    add("list-refused",
        Error::make("PERMISSION",
            {},
            {{QStringLiteral("right"),
                QString::fromLatin1(access::nameOf(access::Right::CustomerEdit).code)}}));
}

} // namespace chengdan::app
