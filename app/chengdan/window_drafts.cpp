// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_drafts.h"

#include "app/chengdan/window_start.h"
#include "core/access/field_definition.h"
#include "core/access/person.h"
#include "core/base/error_catalogue.h"
#include "core/catalog/item.h"
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/pipeline/opportunity.h"
#include "core/quoting/quote.h"
#include "core/storage/store.h"
#include "ui/customers/customers_page.h"
#include "ui/settings/admin_page.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/edit_panel.h"
#include "ui/shared/list_page.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_source.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <map>

namespace chengdan::app {

namespace {

// Which record kind a form's drafts belong to, and what a person calls it.
struct DraftForm {
    const char* form;
    const char* kind;
    const char* title;
};

constexpr DraftForm kDraftForms[] = {
    {"newCustomerForm", "customer", QT_TRANSLATE_NOOP("Main", "New customer")},
    {"newOpportunityForm", "opportunity", QT_TRANSLATE_NOOP("Main", "New opportunity")},
    {"quoteEditor", "quote", QT_TRANSLATE_NOOP("Main", "Quote")},
};

constexpr auto kCompanyDraft = "company"; // the settings, which are no record

const DraftForm* draftForm(const storage::Draft& draft)
{
    for (const DraftForm& form : kDraftForms) {
        if (draft.key.form == QLatin1String(form.form))
            return &form;
    }
    return nullptr;
}

// "customer 0190…": the table and id of a record that was being edited.
const schema::RecordType* editedType(const storage::Database& database, const storage::Draft& draft)
{
    if (draft.key.form != QLatin1String("recordForm"))
        return nullptr;
    return database.type(draft.key.record.section(QLatin1Char(' '), 0, 0));
}

// The row of a record by its id as it stands in a draft's name; 0: it is gone.
template <typename Record>
qint64 keyOf(storage::Connection& connection, const QString& id)
{
    std::optional<Record> record;
    if constexpr (requires { decltype(Record::id)::fromNumber(0); }) {
        record = storage::find<Record>(connection, decltype(Record::id)::fromNumber(id.toInt()));
    } else if (const auto parsed = decltype(Record::id)::parse(id)) {
        record = storage::find<Record>(connection, *parsed);
    }
    return record ? record->meta.rid : 0;
}

qint64 keyOf(storage::Connection& connection, const QString& table, const QString& id)
{
    using Finder = qint64 (*)(storage::Connection&, const QString&);
    static const std::map<QString, Finder> finders{
        {QStringLiteral("customer"), keyOf<customers::Customer>},
        {QStringLiteral("opportunity"), keyOf<pipeline::Opportunity>},
        {QStringLiteral("item"), keyOf<catalog::Item>},
        {QStringLiteral("person"), keyOf<access::Person>},
        {QStringLiteral("team"), keyOf<access::Team>},
        {QStringLiteral("region"), keyOf<access::Region>},
        {QStringLiteral("field_definition"), keyOf<access::FieldDefinition>},
    };
    const auto found = finders.find(table);
    return found == finders.end() ? 0 : found->second(connection, id);
}

// Opens a record and, once its row is there, does something with the panel beside the list.
template <typename Act>
bool openWithPanel(ui::MainWindow& window, const QString& kind, qint64 key, Act act)
{
    if (key == 0)
        return false;
    const bool item = kind == QLatin1String("item"); // whose own page shows its cost
    if (item)
        window.navigator().openPage(QStringLiteral("items"));
    else
        window.navigator().openRecord(kind, key);
    ui::Page* page = window.currentPage();
    if (auto* admin = dynamic_cast<ui::AdminPage*>(page))
        page = admin->currentInner();
    auto* list = dynamic_cast<ui::ListPage*>(page);
    if (list == nullptr)
        return false;
    if (item) {
        list->setView(QStringLiteral("all"));
        list->setFilterText({});
        list->selectKey(key);
        list->setPanelOpen(true);
    }
    list->whenCurrent(key, [list, act] { act(*list); });
    return true;
}

// The customer of a contact, with the form of a new one open; one that was being edited is shown
// with what was typed as soon as the person opens it again.
bool openContact(ui::MainWindow& window, const Workplace& workplace, const QStringList& words)
{
    auto& reader = workplace.context.database.reader();
    const bool begun = words.value(1) == QLatin1String("new");
    QString customer = words.value(2);
    if (!begun) {
        const auto id = ContactId::parse(words.value(1));
        const auto contact = id ? storage::find<customers::Contact>(reader, *id) : std::nullopt;
        if (!contact)
            return false;
        customer = contact->customer.toString();
    }
    return openWithPanel(window,
        QStringLiteral("customer"),
        keyOf<customers::Customer>(reader, customer),
        [begun](ui::ListPage& list) {
            auto* page = dynamic_cast<ui::CustomersPage*>(&list);
            if (begun && page != nullptr)
                page->addContact();
        });
}

// The form of a record, which shows what was typed as soon as it is opened.
bool openForm(ui::MainWindow& window, const Workplace& workplace, const storage::Draft& draft)
{
    const QStringList words = draft.key.record.split(QLatin1Char(' '));
    const QString kind = words.front();
    if (kind == QLatin1String(kCompanyDraft)) {
        window.commands().run(QStringLiteral("admin.company"));
        return true;
    }
    if (kind == QLatin1String("contact"))
        return openContact(window, workplace, words);
    if (words.value(1) == QLatin1String("new")) {
        if (kind == QLatin1String("item")) {
            window.navigator().openPage(QStringLiteral("items"));
            return window.currentPage()->newRecord();
        }
        window.navigator().newRecord(kind);
        return true;
    }
    return openWithPanel(window,
        kind,
        keyOf(workplace.context.database.reader(), kind, words.value(1)),
        [](ui::ListPage& list) {
            if (auto* panel = list.findChild<ui::EditPanel*>())
                panel->editRecord();
        });
}

// "new-12-0-0": where a new quote was begun.
QVariantMap hintsOf(const QString& record)
{
    const QStringList keys = record.split(QLatin1Char('-'));
    QVariantMap hints;
    int at = 1;
    for (const char* hint : {"customer", "opportunity", "item"}) {
        const qint64 key = keys.value(at++).toLongLong();
        if (key > 0)
            hints.insert(QString::fromLatin1(hint), key);
    }
    return hints;
}

} // namespace

bool openDraft(ui::MainWindow& window, const Workplace& workplace, const storage::Draft& draft)
{
    const DraftForm* form = draftForm(draft);
    if (form == nullptr)
        return openForm(window, workplace, draft);
    const QString kind = QString::fromLatin1(form->kind);
    if (draft.key.record.isEmpty() || draft.key.record.startsWith(QLatin1String("new-"))) {
        window.navigator().newRecord(kind, hintsOf(draft.key.record));
        return true;
    }
    const auto id = QuoteId::parse(draft.key.record);
    const auto quote =
        id ? storage::find<quoting::Quote>(workplace.context.database.reader(), *id) : std::nullopt;
    if (!quote)
        return false;
    window.navigator().openRecord(kind, quote->meta.rid);
    return true;
}

QString draftTitle(const storage::Database& database, const storage::Draft& draft, QDate today)
{
    const DraftForm* form = draftForm(draft);
    const schema::RecordType* type = editedType(database, draft);
    const QString title = form != nullptr ? QCoreApplication::translate("Main", form->title)
        : type != nullptr                 ? ui::schemaText(type->label)
        : draft.key.record == QLatin1String(kCompanyDraft)
        ? QCoreApplication::translate("Main", "Company settings")
        : draft.key.form;
    return QStringLiteral("%1 · %2").arg(title, ui::restoredText(draft.savedAt, today));
}

void tellOfCare(const BackgroundCare& care, ui::MainWindow& window)
{
    QObject::connect(&care, &BackgroundCare::backupFailed, &window, [&window](const Error& error) {
        window.navigator().toast(sentence(error, ui::currentLanguage()), ui::Tone::Warn);
    });
    QObject::connect(&care, &BackgroundCare::damageFound, &window, [&window] {
        QMessageBox::critical(&window,
            QStringLiteral("成单 Chengdan"),
            QCoreApplication::translate("Main",
                "The company file is damaged. Please close the program and start it again: it then "
                "offers to restore a backup or to copy what is readable."));
    });
}

void offerDrafts(ui::MainWindow& window, const Workplace& workplace)
{
    const access::Context& context = workplace.context;
    const auto drafts = context.database.read(
        [&](storage::Connection& connection) -> Result<std::vector<storage::Draft>> {
            return storage::draftsOf(connection, context.session.id());
        });
    if (!drafts || drafts->empty())
        return;
    QStringList lines;
    for (const storage::Draft& draft : *drafts)
        lines += draftTitle(context.database, draft, context.clock.today());
    QMessageBox box(QMessageBox::Information,
        QStringLiteral("成单 Chengdan"),
        QCoreApplication::translate("Main", "Typing that was not saved is still there:"),
        QMessageBox::NoButton,
        &window);
    box.setInformativeText(lines.join(QLatin1Char('\n')));
    QPushButton* goOn = box.addButton(
        QCoreApplication::translate("Main", "Go on with the newest"), QMessageBox::AcceptRole);
    box.addButton(QCoreApplication::translate("Main", "Later"), QMessageBox::RejectRole);
    box.setDefaultButton(goOn);
    box.exec();
    if (box.clickedButton() == goOn && !openDraft(window, workplace, drafts->front())) {
        window.navigator().toast(
            QCoreApplication::translate("Main", "What was being typed into is no longer there"),
            ui::Tone::Warn);
    }
}

} // namespace chengdan::app
