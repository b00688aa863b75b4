// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_drafts.h"

#include "app/chengdan/window_start.h"
#include "core/base/error_catalogue.h"
#include "core/catalog/item.h"
#include "core/customers/customer.h"
#include "core/pipeline/opportunity.h"
#include "core/quoting/quote.h"
#include "core/storage/store.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_source.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

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

template <typename Record>
qint64 editedKey(storage::Connection& connection, const storage::Draft& draft)
{
    const auto id = decltype(Record::id)::parse(draft.key.record.section(QLatin1Char(' '), 1, 1));
    const auto record = id ? storage::find<Record>(connection, *id) : std::nullopt;
    return record ? record->meta.rid : 0;
}

// The panel of the record; its form shows what was typed as soon as it is opened.
bool openEdited(ui::MainWindow& window, const Workplace& workplace, const storage::Draft& draft)
{
    const QString kind = draft.key.record.section(QLatin1Char(' '), 0, 0);
    auto& reader = workplace.context.database.reader();
    const qint64 key = kind == QLatin1String("customer")
        ? editedKey<customers::Customer>(reader, draft)
        : kind == QLatin1String("opportunity") ? editedKey<pipeline::Opportunity>(reader, draft)
        : kind == QLatin1String("item")        ? editedKey<catalog::Item>(reader, draft)
                                               : 0;
    if (key == 0)
        return false;
    window.navigator().openRecord(kind, key);
    return true;
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
        return openEdited(window, workplace, draft);
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
    if (box.clickedButton() == goOn)
        (void)openDraft(window, workplace, drafts->front());
}

} // namespace chengdan::app
