// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customers_page.h"

#include "core/customers/customer.h"
#include "core/storage/database.h"
#include "core/sync/customer_acts.h"
#include "ui/customers/customer_panel.h"
#include "ui/customers/new_customer_form.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/record_source.h"
#include "ui/shared/undo_stack.h"
#include "ui/theme/icons.h"

#include <QMenu>

namespace chengdan::ui {

namespace {

const QStringList& customerColumns()
{
    static const QStringList columns{QStringLiteral("name"),
        QStringLiteral("number"),
        QStringLiteral("industry"),
        QStringLiteral("city"),
        QStringLiteral("phone"),
        QStringLiteral("status"),
        QStringLiteral("grade"),
        QStringLiteral("owner")};
    return columns;
}

/// What stands in the status column while the server has not said whose the customer is.
QString waitingCode()
{
    return QStringLiteral("waiting");
}

/// Customers, with those marked about whom an act waits for the server.
class CustomerListSource : public RecordListSource {
public:
    explicit CustomerListSource(const access::Context& context)
        : RecordListSource(context.database,
            schema::describe<customers::Customer>(),
            customerColumns(),
            context.session.visibleOwners())
        , m_database(context.database)
    {
    }
    Result<std::vector<qint64>> keys(const ListRequest& request) override
    {
        // A group is called by what is stored.
        m_marks = request.group != QLatin1String("status");
        return RecordListSource::keys(request);
    }
    Result<std::vector<ListRow>> rows(std::span<const qint64> keys) override
    {
        auto waiting =
            m_database.read([](storage::Connection& connection) -> Result<std::set<QByteArray>> {
                return sync::waitingCustomers(connection);
            });
        if (!waiting)
            return fail(waiting.error());
        m_waiting = std::move(*waiting);
        return RecordListSource::rows(keys);
    }

protected:
    ListRow present(const storage::ListRow& stored) const override
    {
        ListRow row = RecordListSource::present(stored);
        if (m_marks && m_waiting.contains(stored.id)) {
            const auto at = customerColumns().indexOf(QStringLiteral("status"));
            row.values[static_cast<std::size_t>(at)] = waitingCode();
        }
        return row;
    }

private:
    storage::Database& m_database;
    std::set<QByteArray> m_waiting; ///< both on the worker thread alone
    bool m_marks = true;
};

Tone gradeTone(const QString& grade)
{
    return grade == QLatin1String("A") ? Tone::Ok
        : grade == QLatin1String("B")  ? Tone::Accent
                                       : Tone::Neutral;
}

std::vector<ColumnSpec> customerSpecs()
{
    const auto& type = schema::describe<customers::Customer>();
    std::vector<ColumnSpec> specs;
    for (const QString& name : customerColumns())
        specs.push_back(columnSpec(type, name));
    specs[0].stretch = true;
    specs[0].width = 260;
    specs[1].width = 130;
    specs[1].subdued = true;
    specs[1].priority = 2;
    specs[3].width = 90;
    specs[4].width = 130;
    specs[4].priority = 1;
    specs[5].kind = CellKind::Tag;
    specs[5].width = 120;
    const auto statusText = specs[5].look;
    specs[5].look = [statusText](const QVariant& value) {
        CellLook look = statusText(value);
        const QString code = value.toString();
        if (code == waitingCode()) {
            look.text = CustomersPage::tr("Waits for the server");
            look.tone = Tone::Warn;
            return look;
        }
        look.tone = code == QLatin1String("active") ? Tone::Ok
            : code == QLatin1String("pending")      ? Tone::Warn
            : code == QLatin1String("pool")         ? Tone::Info
                                                    : Tone::Neutral;
        return look;
    };
    specs[6].width = 70;
    specs[7].priority = 1;
    specs[6].look = [](const QVariant& value) {
        CellLook look;
        look.text = value.toString();
        look.tone = gradeTone(look.text);
        look.toned = true;
        look.strong = true;
        return look;
    };
    return specs;
}

} // namespace

ListSetup CustomersPage::setup(const access::Context& context)
{
    ListSetup setup;
    setup.name = QStringLiteral("customers");
    setup.title = [] { return tr("Customers"); };
    setup.source = std::make_unique<CustomerListSource>(context);
    setup.columns = [] { return customerSpecs(); };
    setup.filterHint = [] { return tr("Name, pinyin initials, phone, credit code"); };
    setup.emptyIcon = QStringLiteral("building-2");
    setup.emptyText = [] { return tr("There are no customers yet"); };
    setup.emptyAction = [] { return tr("New customer"); };
    const qint64 me = context.session.id().number();
    setup.views = {{QStringLiteral("all"), [] { return tr("All customers"); }, {}},
        {QStringLiteral("mine"),
            [] { return tr("My customers"); },
            {{QStringLiteral("owner"), me}}},
        {QStringLiteral("gradeA"),
            [] { return tr("Grade A"); },
            {{QStringLiteral("grade"), QStringLiteral("A")}}},
        {QStringLiteral("pool"),
            [] { return tr("In the pool"); },
            {{QStringLiteral("status"), QStringLiteral("pool")}}}};
    setup.start.sortColumn = QStringLiteral("name");
    setup.context = &context;
    setup.type = &schema::describe<customers::Customer>();
    setup.today = context.clock.today();
    return setup;
}

CustomersPage::CustomersPage(const access::Context& context, Navigator& navigator, QWidget* parent)
    : ListPage(setup(context), parent)
    , m_context(context)
    , m_navigator(navigator)
    , m_form(new NewCustomerForm(context))
    , m_panel(new CustomerPanel(context))
{
    addHeader(m_form);
    setPanel(m_panel);
    connectEditing(*this, *m_panel, navigator);
    connect(m_panel, &CustomerPanel::claimWanted, this, [this] { claim(); });
    connect(m_panel, &CustomerPanel::handOverWanted, this, [this] { handOver(); });
    connect(m_panel, &CustomerPanel::poolWanted, this, [this] { putIntoPool(); });
    connect(this, &ListPage::rowActivated, this, [this](qint64 key) {
        selectKey(key);
        setPanelOpen(true);
    });
    connect(this, &ListPage::emptyActionTriggered, this, [this] { newRecord(); });
    connect(m_form, &NewCustomerForm::created, this, [this](qint64 key, const QString& name) {
        m_navigator.undoStack().push(savedAct(tr("Customer “%1” saved").arg(name)));
        reload();
        selectKey(key);
        table()->setFocus();
    });
    followChanges(*this, context.database, schema::describe<customers::Customer>());
}

bool CustomersPage::showRecord(const QString& kind, qint64 key)
{
    if (kind != QLatin1String("customer"))
        return false;
    setView(QStringLiteral("all"));
    setFilterText({});
    selectKey(key);
    setPanelOpen(true);
    return true;
}

bool CustomersPage::newRecord()
{
    m_form->begin();
    return true;
}

bool CustomersPage::closeInner()
{
    if (m_form->isVisible()) {
        m_form->hide();
        return true;
    }
    return m_panel->closeInner() || ListPage::closeInner();
}

bool CustomersPage::editRecord()
{
    if (!currentKey())
        return false;
    setPanelOpen(true);
    return m_panel->editRecord();
}

bool CustomersPage::deleteRecord()
{
    if (!currentKey())
        return false;
    setPanelOpen(true);
    return m_panel->deleteRecord();
}

bool CustomersPage::addContact()
{
    if (!currentKey())
        return false;
    setPanelOpen(true);
    return m_panel->addContact();
}

// What is selected, unless the keys have wandered to another row since.
QList<qint64> CustomersPage::chosen() const
{
    const auto current = currentKey();
    const QList<qint64> selected = selectedKeys();
    if (!current)
        return {};
    return selected.contains(*current) ? selected : QList<qint64>{*current};
}

bool CustomersPage::claim()
{
    const QList<qint64> customers = chosen();
    if (customers.isEmpty())
        return false;
    setPanelOpen(true);
    return m_panel->claim(customers);
}

bool CustomersPage::handOver()
{
    const QList<qint64> customers = chosen();
    if (customers.isEmpty())
        return false;
    setPanelOpen(true);
    return m_panel->handOver(customers);
}

bool CustomersPage::putIntoPool()
{
    const QList<qint64> customers = chosen();
    if (customers.isEmpty())
        return false;
    setPanelOpen(true);
    return m_panel->putIntoPool(customers);
}

bool CustomersPage::giveAccess()
{
    if (!currentKey())
        return false;
    setPanelOpen(true);
    return m_panel->giveAccess();
}

void CustomersPage::addToMenu(QMenu& menu)
{
    if (!currentKey())
        return;
    const auto hands = sync::CustomerActs(m_context).hands(*currentKey());
    if (!hands)
        return;
    menu.addSeparator();
    const auto add = [&menu](const QString& word, const char* keys, const char* picture, auto act) {
        menu.addAction(icon(QString::fromLatin1(picture)),
            word + QLatin1Char('\t') + QString::fromLatin1(keys),
            act);
    };
    if (!hands->noClaim)
        add(tr("Claim"), "Ctrl+Shift+M", "check", [this] { claim(); });
    if (!hands->noHandOver)
        add(tr("Hand over …"), "Ctrl+Shift+H", "handshake", [this] { handOver(); });
    if (!hands->noHandOver && !hands->ownerName.isEmpty())
        add(tr("Into the pool …"), "", "inbox", [this] { putIntoPool(); });
    if (!hands->noAccess)
        add(tr("Give access …"), "Ctrl+Shift+G", "users", [this] { giveAccess(); });
}

void CustomersPage::savePage()
{
    if (m_form->isVisible()) {
        m_form->save();
        return;
    }
    if (m_panel->isEditing())
        m_panel->form()->save();
}

} // namespace chengdan::ui
