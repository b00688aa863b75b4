// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_editor.h"

#include "core/catalog/item.h"
#include "core/catalog/uom.h"
#include "core/pipeline/opportunity.h"
#include "core/quoting/quote_draft_json.h"
#include "core/storage/store.h"
#include "ui/quoting/quote_header_form.h"
#include "ui/quoting/quote_lines_view.h"
#include "ui/quoting/quote_paste.h"
#include "ui/quoting/quote_preview.h"
#include "ui/quoting/quote_side_panel.h"
#include "ui/quoting/quote_tier_panel.h"
#include "ui/quoting/quote_totals.h"
#include "ui/shared/cards.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/form.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_lookup.h"
#include "ui/shared/record_source.h"
#include "ui/shared/undo_stack.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <memory>

namespace chengdan::ui {

namespace {

Tone stateTone(quoting::QuoteState state)
{
    using quoting::QuoteState;
    switch (state) {
    case QuoteState::Submitted:
        return Tone::Warn;
    case QuoteState::Approved:
        return Tone::Accent;
    case QuoteState::Sent:
        return Tone::Info;
    case QuoteState::Accepted:
        return Tone::Ok;
    case QuoteState::Lost:
        return Tone::Danger;
    default:
        return Tone::Neutral;
    }
}

QString stateWord(quoting::QuoteState state)
{
    return schemaText(choices(state)[static_cast<std::size_t>(state)].label);
}

// New quotes begun from different places are different drafts; the same place finds its own again.
QString newQuoteRecord(const QVariantMap& hints)
{
    if (hints.isEmpty())
        return {};
    QStringList keys{QStringLiteral("new")};
    for (const char* hint : {"customer", "opportunity", "item"})
        keys += QString::number(hints.value(QString::fromLatin1(hint)).toLongLong());
    return keys.join(QLatin1Char('-'));
}

} // namespace

QuoteEditor::QuoteEditor(const access::Context& context,
    quoting::CostInputCache& costs,
    Navigator& navigator,
    QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_service(context, costs)
    , m_navigator(navigator)
    , m_number(new QLabel)
    , m_state(new TagLabel(QStringLiteral("quoteState")))
    , m_printButton(new QPushButton)
    , m_reviseButton(new QPushButton)
    , m_submitButton(new QPushButton)
    , m_saveButton(new QPushButton)
    , m_message(new MessageBar(QStringLiteral("quoteMessage")))
    , m_header(new QuoteHeaderForm(context))
    , m_lines(new QuoteLinesModel(this))
    , m_grid(new QuoteLinesView(*m_lines,
          recordFinder(context.database,
              schema::describe<catalog::Item>(),
              QStringLiteral("code"),
              QStringLiteral("name")),
          [this](qint64 key) { return lineItem(key); }))
    , m_tiers(new QuoteTierPanel)
    , m_side(new QuoteSidePanel)
    , m_totals(new QuoteTotals)
    , m_hint(new QLabel)
    , m_drafts(new DraftKeeper(
          context, *this, QStringLiteral("quoteEditor"), [this] { return typed(); }))
{
    setObjectName(QStringLiteral("quoteEditor"));
    build();
    m_lines->setCostVisible(m_context.session.has(access::Right::CostView));
    // A zero timer joins the several edits of one keystroke into one pricing before the next paint.
    m_repriceTimer.setSingleShot(true);
    m_repriceTimer.setInterval(0);
    connect(&m_repriceTimer, &QTimer::timeout, this, &QuoteEditor::reprice);
    const auto edited = [this] {
        if (m_loading)
            return;
        m_dirty = true;
        ++m_edits;
        m_drafts->touch();
        m_repriceTimer.start();
        refreshState();
    };
    follow();
    connect(m_lines, &QuoteLinesModel::edited, this, edited);
    connect(m_header, &QuoteHeaderForm::edited, this, edited);
    // Queued: the Enter that picked the customer is done moving the focus by then.
    connect(m_header,
        &QuoteHeaderForm::finished,
        m_grid,
        &QuoteLinesView::startEntry,
        Qt::QueuedConnection);
    connect(m_grid->selectionModel(),
        &QItemSelectionModel::currentRowChanged,
        this,
        &QuoteEditor::showCurrentLine);
    connect(m_tiers,
        &QuoteTierPanel::tiersEdited,
        this,
        [this](const std::vector<quoting::DraftTier>& tiers) {
            m_lines->setTiers(m_grid->currentIndex().row(), tiers);
        });
    connect(m_tiers, &QuoteTierPanel::left, m_grid, qOverload<>(&QWidget::setFocus));
    auto* toTiers = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
    toTiers->setContext(Qt::WidgetWithChildrenShortcut);
    connect(toTiers, &QShortcut::activated, m_tiers, &QuoteTierPanel::focusEntry);
    connect(m_saveButton, &QPushButton::clicked, this, &QuoteEditor::save);
    connect(m_printButton, &QPushButton::clicked, this, &QuoteEditor::preview);
    connect(m_submitButton, &QPushButton::clicked, this, &QuoteEditor::submit);
    connect(m_reviseButton, &QPushButton::clicked, this, &QuoteEditor::revise);
    retranslate();
}

void QuoteEditor::build()
{
    const std::pair<QWidget*, const char*> names[] = {{m_number, "quoteNumber"},
        {m_printButton, "quotePrint"},
        {m_reviseButton, "quoteRevise"},
        {m_submitButton, "quoteSubmit"},
        {m_saveButton, "quoteSave"}};
    for (const auto& [widget, name] : names)
        widget->setObjectName(QString::fromLatin1(name));
    setRole(m_number, "h2");
    setRole(m_hint, "cap");
    m_hint->setWordWrap(true);
    setKind(m_saveButton, "primary");
    m_message->hide();
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_number);
    top->addWidget(m_state);
    top->addStretch();
    for (QPushButton* button : {m_printButton, m_reviseButton, m_submitButton, m_saveButton})
        top->addWidget(button);

    auto* linesCard = new Card(QStringLiteral("quoteLinesCard"));
    linesCard->body()->setContentsMargins(0, 0, 0, 0);
    linesCard->body()->setSpacing(0);
    linesCard->body()->addWidget(m_grid, 1);
    linesCard->body()->addWidget(m_totals);
    connect(&Theme::instance(), &Theme::themeChanged, this, &QuoteEditor::fitToText);
    fitToText();

    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addLayout(top);
    left->addWidget(m_message);
    left->addWidget(m_header);
    left->addWidget(m_hint);
    left->addWidget(linesCard, 1);
    left->addWidget(m_tiers);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(16);
    layout->addLayout(left, 1);
    layout->addWidget(m_side);
}

// What stands around the lines grows less than the text, so that they keep their room.
void QuoteEditor::fitToText()
{
    m_tiers->setFixedHeight(176 + (themePx(176) - 176) / 2);
    m_side->setFixedWidth(300 + (themePx(300) - 300) / 3);
}

QString QuoteEditor::title() const
{
    return m_stored ? tr("Quote %1").arg(m_stored->quote.number) : tr("New quote");
}

std::optional<LineItem> QuoteEditor::lineItem(qint64 key) const
{
    auto& reader = m_context.database.reader();
    const auto item = storage::findByRid<catalog::Item>(reader, key);
    if (!item)
        return std::nullopt;
    const auto uom = storage::find<catalog::Uom>(reader, item->baseUom);
    return LineItem{key, item->id, item->code, item->name, item->spec, uom ? uom->code : QString()};
}

bool QuoteEditor::openQuote(qint64 key)
{
    if (m_stored && m_stored->quote.meta.rid == key)
        return true;
    if (m_dirty) {
        askAboutUnsaved([this, key] { openQuote(key); });
        return false;
    }
    const auto quote = storage::findByRid<quoting::Quote>(m_context.database.reader(), key);
    if (!quote)
        return false;
    const auto view = m_service.show(quote->id);
    if (!view) {
        showError(view.error());
        return false;
    }
    showStored(*view);
    restoreDraft();
    if (!m_dirty)
        tellOfSums();
    return true;
}

void QuoteEditor::focusLines()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void QuoteEditor::pasteLines(const QString& text)
{
    if (m_stored && !m_stored->editable) {
        m_message->clearActions();
        m_message->setMessage(Tone::Warn, tr("This quote can no longer be changed"));
        m_message->show();
        return;
    }
    const auto pasted = pastedQuoteLines(text, [this](const QString& code) {
        const auto item = storage::selectOne<catalog::Item>(
            m_context.database.reader(), QStringLiteral("code = ?"), {code});
        return item ? lineItem(item->meta.rid) : std::nullopt;
    });
    if (!pasted) {
        showError(pasted.error());
        return;
    }
    const int first = static_cast<int>(m_lines->lines().size());
    std::vector<QuoteLinesModel::Line> lines = pasted->lines;
    const int paste = ++m_pastes;
    const bool wasDirty = m_dirty;
    for (QuoteLinesModel::Line& line : lines)
        line.paste = paste;
    m_lines->addLines(std::move(lines));
    m_grid->setFocus(Qt::OtherFocusReason);
    m_grid->setCurrentIndex(
        m_lines->index(first, static_cast<int>(QuoteLinesModel::Column::Quantity)));
    QStringList words;
    if (!pasted->unknown.isEmpty())
        words += tr("No item has the code %1; these lines hold it as words")
                     .arg(pasted->unknown.join(QStringLiteral(", ")));
    if (!pasted->unread.isEmpty())
        words += tr("Not a quantity or price: %1").arg(pasted->unread.join(QStringLiteral(", ")));
    const QString told = tr("%n lines pasted", nullptr, static_cast<int>(pasted->lines.size()));
    pushPaste(paste, told, wasDirty);
    if (words.isEmpty())
        return;
    m_message->clearActions();
    m_message->setMessage(Tone::Warn, told, words.join(QLatin1Char('\n')));
    m_message->show();
}

// Loading other lines, or the same ones after saving, forgets which were pasted: then the act is
// over. A quote in which nothing else was typed is as it was saved once the paste is gone.
void QuoteEditor::pushPaste(int paste, const QString& told, bool wasDirty)
{
    const auto taken = std::make_shared<std::vector<QuoteLinesModel::PlacedLine>>();
    const QPointer<QuoteEditor> self(this);
    m_navigator.undoStack().push({.writes = {},
        .words = [told](int) { return told; },
        .back =
            [self, taken, paste, wasDirty, edits = m_edits] {
                if (!self)
                    return false;
                const bool alone = !wasDirty && self->m_edits == edits;
                *taken = self->m_lines->takePasted(paste);
                if (alone && !taken->empty()) {
                    self->m_dirty = false;
                    self->m_drafts->forget();
                    self->refreshState();
                }
                return !taken->empty();
            },
        .again =
            [self, taken, loads = m_lines->loads()] {
                if (!self || self->m_lines->loads() != loads)
                    return false;
                self->m_lines->putBack(*taken);
                return true;
            }});
}

QJsonObject QuoteEditor::typed() const
{
    if (!m_dirty)
        return {};
    return {{QStringLiteral("draft"), quoting::toJson(draft())},
        {QStringLiteral("customer_text"), m_header->customerEdit()->text()}};
}

// What an earlier run of the program left of this quote.
void QuoteEditor::restoreDraft()
{
    const auto kept = m_drafts->kept();
    if (!kept || (m_stored && !m_stored->editable))
        return;
    m_loading = true;
    m_base = quoting::quoteDraftFromJson(kept->typed.value(QStringLiteral("draft")).toObject());
    m_header->fill(m_base, QuoteHeaderForm::Prefill::AsStored);
    if (m_base.customer == CustomerId())
        m_header->customerEdit()->setText(
            kept->typed.value(QStringLiteral("customer_text")).toString());
    loadLines(m_base);
    m_loading = false;
    m_dirty = true;
    reprice();
    refreshState();
    m_message->clearActions();
    m_message->setMessage(Tone::Info,
        restoredText(kept->savedAt, m_context.clock.today()),
        tr("This was typed and not saved before the program ended."));
    m_message->addAction(tr("Give up"), [this] { giveUpDraft(); });
    m_message->show();
}

void QuoteEditor::giveUpDraft()
{
    m_drafts->forget();
    m_drafts->finish(); // or it would be found again at once
    m_dirty = false;
    if (m_stored)
        showStored(*m_stored);
    else
        beginQuote(m_hints);
}

void QuoteEditor::askAboutUnsaved(std::function<void()> then)
{
    m_pending = std::move(then);
    m_message->setMessage(
        Tone::Warn, tr("This quote is not saved yet"), tr("Save it, or give up what was typed."));
    m_message->clearActions();
    m_message->addAction(tr("Save"), [this] {
        if (save() && m_pending)
            std::exchange(m_pending, {})();
    });
    m_message->addAction(tr("Give up"), [this] {
        m_dirty = false;
        m_drafts->forget();
        m_drafts->finish();
        if (m_pending)
            std::exchange(m_pending, {})();
    });
    m_message->show();
}

void QuoteEditor::beginQuote(const QVariantMap& hints)
{
    if (m_dirty && !m_stored
        && hints.isEmpty()) { // the unfinished new quote is still here: go on with it
        m_header->focusFirst();
        return;
    }
    if (m_dirty) {
        askAboutUnsaved([this, hints] { beginQuote(hints); });
        return;
    }
    m_loading = true;
    m_message->hide();
    m_stored.reset();
    m_hints = hints;
    m_drafts->setRecord(newQuoteRecord(hints));
    m_base = {};
    m_lines->setEditable(true);
    auto& reader = m_context.database.reader();
    qint64 customerKey = hints.value(QStringLiteral("customer")).toLongLong();
    if (const qint64 key = hints.value(QStringLiteral("opportunity")).toLongLong(); key > 0) {
        if (const auto opportunity = storage::findByRid<pipeline::Opportunity>(reader, key)) {
            m_base.opportunity = opportunity->id;
            m_base.customer = opportunity->customer;
            m_base.title = opportunity->name;
        }
    }
    if (customerKey > 0) {
        if (const auto customer = storage::findByRid<customers::Customer>(reader, customerKey))
            m_base.customer = customer->id;
    }
    m_header->fill(m_base, QuoteHeaderForm::Prefill::FromCustomer);
    m_lines->setLines({});
    m_loading = false;
    if (const qint64 key = hints.value(QStringLiteral("item")).toLongLong(); key > 0) {
        if (const auto item = lineItem(key))
            m_lines->setItem(0, *item);
    }
    reprice();
    refreshState();
    restoreDraft();
    Q_EMIT titleChanged();
    if (m_base.customer == CustomerId())
        m_header->focusFirst();
    else
        m_grid->startEntry();
}

void QuoteEditor::loadLines(const quoting::QuoteDraft& draft)
{
    std::vector<QuoteLinesModel::Line> lines;
    for (const quoting::DraftLine& draftLine : draft.lines) {
        QuoteLinesModel::Line line{draftLine, std::nullopt};
        if (draftLine.item) {
            if (const auto item =
                    storage::find<catalog::Item>(m_context.database.reader(), *draftLine.item))
                line.item = lineItem(item->meta.rid);
        }
        lines.push_back(std::move(line));
    }
    m_lines->setLines(std::move(lines));
}

void QuoteEditor::showStored(const quoting::QuoteView& view)
{
    m_loading = true;
    m_message->hide();
    m_stored = view;
    m_drafts->setRecord(view.quote.id.toString());
    m_lines->setEditable(view.editable);
    m_base = quoting::draftOf(view);
    m_dirty = false;
    m_lines->setPriceDecimals(view.revision.priceDecimals);
    m_header->fill(m_base, QuoteHeaderForm::Prefill::AsStored);
    loadLines(m_base);
    m_loading = false;
    reprice();
    m_grid->setCurrentIndex(m_lines->index(0, static_cast<int>(QuoteLinesModel::Column::Quantity)));
    refreshState();
    Q_EMIT titleChanged();
}

quoting::QuoteDraft QuoteEditor::draft() const
{
    quoting::QuoteDraft draft = m_base;
    m_header->collect(draft);
    draft.lines.clear();
    for (const QuoteLinesModel::Line& line : m_lines->lines())
        draft.lines.push_back(line.draft);
    return draft;
}

void QuoteEditor::reprice()
{
    quoting::QuoteDraft wanted = draft();
    if (wanted.customer
        == CustomerId()) { // figures need a customer's grade; until then the lines stand as typed
        m_priced = {};
        m_lines->setPriced(m_priced);
        showTotals();
        showCurrentLine();
        return;
    }
    const auto priced =
        m_service.price(wanted, m_stored ? std::optional(m_stored->quote.id) : std::nullopt);
    if (!priced) {
        showError(priced.error());
        showCurrentLine(); // what was typed stands there all the same
        return;
    }
    if (!m_pending)
        m_message->hide();
    m_header->clearErrors();
    m_priced = *priced;
    m_lines->setPriced(m_priced);
    showTotals();
    showCurrentLine();
}

void QuoteEditor::showTotals()
{
    m_totals->showTotals(m_priced);
}

void QuoteEditor::showCurrentLine()
{
    const int row = m_grid->currentIndex().isValid() ? m_grid->currentIndex().row() : 0;
    const bool line = row < static_cast<int>(m_lines->lines().size());
    const auto* typed = line ? &m_lines->lines()[static_cast<std::size_t>(row)] : nullptr;
    const bool costVisible = m_context.session.has(access::Right::CostView);
    m_side->showLine(typed != nullptr && typed->item ? typed->item->name : QString(),
        m_lines->priced(row),
        costVisible);
    m_tiers->showLine(typed != nullptr ? &typed->draft : nullptr,
        m_lines->priced(row),
        costVisible,
        !m_stored || m_stored->editable);
}

void QuoteEditor::showError(const Error& error)
{
    const QString text = sentence(error, currentLanguage());
    const int line = error.arg(QStringLiteral("line")).toInt();
    if (line > 0 && line <= m_lines->rowCount())
        m_grid->selectRow(line - 1);
    if (m_header->showError(error))
        return;
    m_message->clearActions();
    m_message->setMessage(Tone::Danger, text);
    m_message->show();
}

bool QuoteEditor::save()
{
    if (m_stored && !m_dirty)
        return true;
    const auto saved = m_stored ? m_service.updateDraft(m_stored->quote.id, draft())
                                : m_service.createDraft(draft());
    if (!saved) {
        showError(saved.error());
        return false;
    }
    const bool isNew = !m_stored;
    m_drafts->forget();
    showStored(*saved);
    m_navigator.undoStack().push(savedAct(isNew ? tr("Quote %1 made").arg(saved->quote.number)
                                                : tr("Quote %1 saved").arg(saved->quote.number)));
    return true;
}

QuotePreview* QuoteEditor::preview()
{
    if (!save())
        return nullptr;
    auto* dialog = new QuotePreview(*m_stored, m_navigator.jobs(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void QuoteEditor::submit()
{
    if (!save())
        return;
    const auto submitted = m_service.submit(m_stored->quote.id);
    if (!submitted)
        return showError(submitted.error());
    showStored(*submitted);
    m_navigator.toast(tr("Quote %1 waits for approval").arg(submitted->quote.number));
}

void QuoteEditor::revise()
{
    if (!m_stored)
        return;
    const auto revised = m_service.revise(m_stored->quote.id);
    if (!revised)
        return showError(revised.error());
    showStored(*revised);
    m_navigator.toast(tr("Revision R%1 begun").arg(revised->revision.revisionNo));
}

void QuoteEditor::refreshState()
{
    const bool editable = !m_stored || m_stored->editable;
    m_number->setText(m_stored ? m_stored->quote.number : tr("New quote"));
    const auto state = m_stored ? m_stored->revision.state : quoting::QuoteState::Draft;
    m_state->setTag(m_stored
            ? QStringLiteral("%1 R%2").arg(stateWord(state)).arg(m_stored->revision.revisionNo)
            : stateWord(state),
        stateTone(state));
    m_header->setEditable(editable);
    m_grid->setEditTriggers(editable ? QAbstractItemView::AnyKeyPressed
                | QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked
                                     : QAbstractItemView::NoEditTriggers);
    m_saveButton->setEnabled(editable && (m_dirty || !m_stored));
    m_saveButton->setVisible(editable);
    m_submitButton->setVisible(m_stored && state == quoting::QuoteState::Draft);
    m_reviseButton->setVisible(!editable);
}

void QuoteEditor::retranslate()
{
    m_printButton->setText(tr("Print preview"));
    m_printButton->setToolTip(tr("Save and show the print preview (Ctrl+P)"));
    m_reviseButton->setText(tr("New revision"));
    m_submitButton->setText(tr("Submit for approval"));
    m_saveButton->setText(tr("Save quote"));
    m_saveButton->setToolTip(tr("Save quote (Ctrl+S)"));
    m_grid->setAccessibleName(tr("Quote lines"));
    m_hint->setText(tr("Type a code or name, Enter, quantity, Enter. F2 edits, Ctrl+Delete removes "
                       "a line, an emptied price "
                       "follows the guide price."));
    showTotals();
    showCurrentLine();
    refreshState();
}

void QuoteEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
