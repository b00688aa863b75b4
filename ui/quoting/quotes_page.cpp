// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quotes_page.h"

#include "core/quoting/quote.h"
#include "ui/quoting/quote_editor.h"
#include "ui/shared/list_page.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/record_source.h"
#include "ui/shared/windowed_model.h"

#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

const QStringList& quoteColumns()
{
    static const QStringList columns{QStringLiteral("number"),
        QStringLiteral("customer"),
        QStringLiteral("title"),
        QStringLiteral("revision_no"),
        QStringLiteral("state"),
        QStringLiteral("gross_total"),
        QStringLiteral("quoted_on"),
        QStringLiteral("valid_until"),
        QStringLiteral("owner")};
    return columns;
}

Tone quoteTone(const QString& state)
{
    static const QHash<QString, Tone> tones{{QStringLiteral("submitted"), Tone::Warn},
        {QStringLiteral("approved"), Tone::Accent},
        {QStringLiteral("sent"), Tone::Info},
        {QStringLiteral("accepted"), Tone::Ok},
        {QStringLiteral("lost"), Tone::Danger}};
    return tones.value(state, Tone::Neutral);
}

std::vector<ColumnSpec> quoteSpecs()
{
    const auto& type = schema::describe<quoting::Quote>();
    std::vector<ColumnSpec> specs;
    for (const QString& name : quoteColumns())
        specs.push_back(columnSpec(type, name));
    specs[0].width = 160;
    specs[1].stretch = true;
    specs[1].width = 220;
    specs[2].width = 180;
    specs[2].subdued = true;
    specs[2].priority = 2;
    specs[3].width = 64;
    specs[3].look = [](const QVariant& value) {
        CellLook look;
        look.text = QStringLiteral("R%1").arg(value.toLongLong());
        return look;
    };
    specs[4].kind = CellKind::Tag;
    specs[4].width = 110;
    const auto stateText = specs[4].look;
    specs[4].look = [stateText](const QVariant& value) {
        CellLook look = stateText(value);
        look.tone = quoteTone(value.toString());
        return look;
    };
    specs[5].width = 130;
    specs[5].total = true;
    specs[6].width = 96;
    specs[7].width = 96;
    return specs;
}

ListSetup quoteSetup(const access::Context& context)
{
    ListSetup setup;
    setup.name = QStringLiteral("quotes");
    setup.title = [] { return QuotesPage::tr("Quotes"); };
    setup.source = std::make_unique<RecordListSource>(context.database,
        schema::describe<quoting::Quote>(),
        quoteColumns(),
        context.session.visibleOwners(),
        QStringList{QStringLiteral("gross_total")});
    setup.columns = [] { return quoteSpecs(); };
    setup.filterHint = [] { return QuotesPage::tr("Number, customer, title"); };
    setup.emptyIcon = QStringLiteral("file-text");
    setup.emptyText = [] { return QuotesPage::tr("There are no quotes yet"); };
    setup.emptyAction = [] { return QuotesPage::tr("New quote"); };
    const auto state = [](const char* code) {
        return QVariantMap{{QStringLiteral("state"), QString::fromLatin1(code)}};
    };
    setup.views = {{QStringLiteral("all"), [] { return QuotesPage::tr("All quotes"); }, {}},
        {QStringLiteral("draft"), [] { return QuotesPage::tr("Drafts"); }, state("draft")},
        {QStringLiteral("submitted"),
            [] { return QuotesPage::tr("Waiting for approval"); },
            state("submitted")},
        {QStringLiteral("sent"), [] { return QuotesPage::tr("Sent"); }, state("sent")}};
    setup.start.sortColumn = QStringLiteral("number");
    setup.start.descending = true;
    setup.context = &context;
    setup.type = &schema::describe<quoting::Quote>();
    setup.today = context.clock.today();
    return setup;
}

} // namespace

QuotesPage::QuotesPage(const access::Context& context,
    quoting::CostInputCache& costs,
    Navigator& navigator,
    QWidget* parent)
    : Page(parent)
    , m_stack(new QStackedWidget)
    , m_list(new ListPage(quoteSetup(context)))
    , m_editor(new QuoteEditor(context, costs, navigator))
{
    setObjectName(QStringLiteral("quotesPage"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_editor);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_list, &ListPage::rowActivated, this, [this](qint64 key) {
        showRecord(QStringLiteral("quote"), key);
    });
    connect(m_list, &ListPage::emptyActionTriggered, this, [this] { newRecord(); });
    connect(m_list, &ListPage::titleChanged, this, &Page::titleChanged);
    connect(m_editor, &QuoteEditor::titleChanged, this, &Page::titleChanged);
    connect(m_editor, &QuoteEditor::closed, this, [this] { closeInner(); });
    followChanges(*m_list, context.database, schema::describe<quoting::Quote>());
}

QString QuotesPage::title() const
{
    return m_stack->currentWidget() == m_editor ? m_editor->title() : m_list->title();
}

void QuotesPage::activated()
{
    if (m_stack->currentWidget() == m_list)
        m_list->activated();
}

void QuotesPage::showEditor()
{
    m_stack->setCurrentWidget(m_editor);
    Q_EMIT titleChanged();
}

bool QuotesPage::showRecord(const QString& kind, qint64 key)
{
    if (kind != QLatin1String("quote"))
        return false;
    const bool opened = m_editor->openQuote(key);
    showEditor();
    if (opened)
        m_editor->focusLines();
    else // unsaved typing stands there, or the quote is gone: the editor says which
        m_editor->setFocus();
    return true;
}

bool QuotesPage::newRecord()
{
    return startRecord(QStringLiteral("quote"), {});
}

bool QuotesPage::startRecord(const QString&, const QVariantMap& hints)
{
    showEditor();
    m_editor->beginQuote(hints);
    return true;
}

void QuotesPage::findInPage()
{
    if (m_stack->currentWidget() == m_list)
        m_list->findInPage();
}

void QuotesPage::savePage()
{
    if (m_stack->currentWidget() == m_editor)
        m_editor->save();
}

void QuotesPage::printPage()
{
    if (m_stack->currentWidget() == m_list) {
        const auto key = m_list->currentKey();
        if (!key)
            return;
        showRecord(QStringLiteral("quote"), *key);
    }
    m_editor->preview();
}

void QuotesPage::refreshPage()
{
    m_list->reload();
}

bool QuotesPage::closeInner()
{
    if (m_stack->currentWidget() != m_editor)
        return m_list->closeInner();
    m_stack->setCurrentWidget(m_list);
    m_list->table()->setFocus();
    Q_EMIT titleChanged();
    return true;
}

QVariantMap QuotesPage::saveState() const
{
    return m_list->saveState();
}
void QuotesPage::restoreState(const QVariantMap& state)
{
    m_list->restoreState(state);
}

} // namespace chengdan::ui
