// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of a RecordForm: which fields stand where, the order of the focus, the words.
#include "ui/shared/cards.h"
#include "ui/shared/draft_keeper.h"
#include "ui/shared/form.h"
#include "ui/shared/record_form.h"
#include "ui/shared/record_form_row.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

QFrame* formRule()
{
    auto* rule = new QFrame;
    setKind(rule, "rule");
    return rule;
}

} // namespace

QString RecordForm::Row::text(
    const schema::Value& value, storage::Database& database, QDate today) const
{
    const auto shown = makeFieldEditor(spec, database, today);
    const std::unique_ptr<QWidget> widget(shown->widget());
    shown->show(value);
    if (const auto* combo = qobject_cast<QComboBox*>(widget.get()))
        return combo->currentText();
    if (const auto* memo = qobject_cast<QPlainTextEdit*>(widget.get()))
        return memo->toPlainText();
    if (const auto* line = qobject_cast<QLineEdit*>(widget.get()))
        return line->text();
    return shown->typed().isEmpty() ? RecordForm::tr("No") : RecordForm::tr("Yes");
}

RecordForm::RecordForm(
    const QString& name, storage::Database& database, QDate today, QWidget* parent)
    : QFrame(parent)
    , m_name(name)
    , m_database(database)
    , m_today(today)
    , m_heading(new QLabel)
    , m_message(new MessageBar(name + QStringLiteral("Message")))
    , m_scroll(new QScrollArea)
    , m_save(new QPushButton)
    , m_cancel(new QPushButton)
    , m_question(new QLabel)
    , m_askSave(new QPushButton)
    , m_askDiscard(new QPushButton)
    , m_askKeep(new QPushButton)
{
    setObjectName(name);
    buildFrame();
    retranslate();
    connect(m_save, &QPushButton::clicked, this, [this] { saveAndClose(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { leave(); });
    connect(m_askSave, &QPushButton::clicked, this, [this] { saveAndClose(); });
    connect(m_askDiscard, &QPushButton::clicked, this, [this] { finish(); });
    connect(m_askKeep, &QPushButton::clicked, this, [this] {
        for (const auto& row : m_rows) {
            if (row->changed()) {
                row->editor->widget()->setFocus(Qt::OtherFocusReason);
                break;
            }
        }
        keepEditing();
    });
}

RecordForm::~RecordForm() = default;

void RecordForm::buildFrame()
{
    setRole(m_heading, "subtitle");
    m_heading->setObjectName(m_name + QStringLiteral("Heading"));
    m_heading->setContentsMargins(metric::kPageSide, metric::kSpace4, metric::kPageSide, 0);
    m_heading->setWordWrap(true);
    m_scroll->setObjectName(m_name + QStringLiteral("Scroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* messageRow = new QVBoxLayout;
    messageRow->setContentsMargins(metric::kPageSide, 0, metric::kPageSide, 0);
    messageRow->addWidget(m_message);

    m_footer = new QWidget;
    m_save->setObjectName(m_name + QStringLiteral("Save"));
    m_cancel->setObjectName(m_name + QStringLiteral("Cancel"));
    setKind(m_save, "primary");
    auto* row = new QHBoxLayout(m_footer);
    row->setContentsMargins(metric::kPageSide, metric::kSpace3, metric::kPageSide, metric::kSpace3);
    row->setSpacing(metric::kSpace2);
    row->addWidget(m_save);
    row->addWidget(m_cancel);
    row->addStretch(1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addLayout(messageRow);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(formRule());
    layout->addWidget(m_footer);
    buildAsk(layout);
}

void RecordForm::buildAsk(QVBoxLayout* layout)
{
    m_ask = new QFrame;
    m_ask->setObjectName(m_name + QStringLiteral("Ask"));
    m_question->setObjectName(m_name + QStringLiteral("Question"));
    m_question->setWordWrap(true);
    setRole(m_question, "body2");
    m_askSave->setObjectName(m_name + QStringLiteral("AskSave"));
    m_askDiscard->setObjectName(m_name + QStringLiteral("AskDiscard"));
    m_askKeep->setObjectName(m_name + QStringLiteral("AskKeep"));
    setKind(m_askSave, "primary");
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kSpace2);
    buttons->addWidget(m_askSave);
    buttons->addWidget(m_askKeep);
    buttons->addStretch(1);
    buttons->addWidget(m_askDiscard);
    setKind(m_askDiscard, "ghost");
    auto* ask = new QVBoxLayout(m_ask);
    ask->setContentsMargins(metric::kPageSide, metric::kSpace3, metric::kPageSide, metric::kSpace3);
    ask->setSpacing(metric::kSpace2);
    ask->addWidget(m_question);
    ask->addLayout(buttons);
    layout->addWidget(m_ask);
    m_ask->hide();
}

void RecordForm::clearRows()
{
    m_rows.clear();
    // An editor of it may be the one whose key led here.
    if (QWidget* old = m_scroll->takeWidget())
        old->deleteLater();
    m_body = new QWidget;
    m_body->setObjectName(m_name + QStringLiteral("Body"));
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(
        metric::kPageSide, metric::kSpace3, metric::kPageSide, metric::kSpace4);
    m_grid->setHorizontalSpacing(metric::kSpace3);
    m_grid->setVerticalSpacing(metric::kSpace3);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_more = new QPushButton(m_body);
    m_more->setObjectName(m_name + QStringLiteral("More"));
    setKind(m_more, "link");
    connect(m_more, &QPushButton::clicked, this, [this] {
        const bool open = m_rows[m_folded]->field->isHidden();
        setMoreShown(open);
        if (open)
            m_rows[m_folded]->editor->widget()->setFocus(Qt::TabFocusReason);
    });
}

std::unique_ptr<RecordForm::Row> RecordForm::makeRow(
    FieldSpec spec, std::size_t part, const schema::Column* column)
{
    auto row = std::make_unique<Row>();
    row->editor = makeFieldEditor(spec, m_database, m_today);
    if (!row->editor)
        return nullptr;
    row->spec = std::move(spec);
    row->part = part;
    row->column = column;
    row->editor->widget()->setObjectName(m_name + QLatin1Char('_') + row->spec.key);
    row->field = new FormField(row->spec.label(), row->editor->widget(), row->spec.key, m_body);
    row->field->setRequired(row->spec.required);
    return row;
}

void RecordForm::addPart(
    std::size_t part, const FormPart& plan, std::vector<std::unique_ptr<Row>>& folded)
{
    std::vector<const schema::Column*> first;
    std::vector<const schema::Column*> rest;
    for (const QString& name : plan.first) {
        if (const schema::Column* column = plan.type->column(name))
            first.push_back(column);
    }
    std::vector<const schema::Column*> demanded;
    for (const schema::Column& column : plan.type->columns) {
        const QString name = QString::fromLatin1(column.name);
        if (plan.hidden.contains(name) || plan.first.contains(name))
            continue;
        (column.required ? demanded : rest).push_back(&column);
    }
    first.insert(first.begin(), demanded.begin(), demanded.end());
    const auto make = [&](const schema::Column* column) {
        FieldSpec spec = fieldSpec(*column, m_database);
        spec.multiline = plan.multiline.contains(spec.key);
        if (const auto found = plan.conditions.find(spec.key); found != plan.conditions.end())
            spec.conditions = found->second;
        return makeRow(std::move(spec), part, column);
    };
    for (const schema::Column* column : first) {
        if (auto row = make(column))
            m_rows.push_back(std::move(row));
    }
    for (const schema::Column* column : rest) {
        if (auto row = make(column))
            folded.push_back(std::move(row));
    }
}

void RecordForm::addExtras(std::vector<std::unique_ptr<Row>>& folded)
{
    for (FieldSpec& spec : m_subject->extraFields()) {
        const bool atOnce = spec.required || spec.important;
        if (auto row = makeRow(std::move(spec), 0, nullptr))
            (atOnce ? m_rows : folded).push_back(std::move(row));
    }
}

void RecordForm::begin(std::unique_ptr<FormSubject> subject)
{
    m_drafts.reset(); // while the rows it reads still stand
    clearRows();
    hideAsk();
    m_message->hide();
    m_composing = false;
    m_subject = std::move(subject);
    retranslateSave();
    std::vector<std::unique_ptr<Row>> folded;
    const auto parts = m_subject->parts();
    for (std::size_t i = 0; i < parts.size(); ++i)
        addPart(i, parts[i], folded);
    addExtras(folded);
    m_folded = m_rows.size();
    std::move(folded.begin(), folded.end(), std::back_inserter(m_rows));
    layoutRows();
    m_heading->setText(m_subject->heading());
    showValues();
    m_scroll->setWidget(m_body);
    m_scroll->verticalScrollBar()->setValue(0);
    chainFocus();
    moveOnWithEnter(m_body, m_save);
    watchKeys();
    retranslateMore();
    setMoreShown(false);
    beginDraft();
}

// Two short fields share a row, everything else takes one of its own.
void RecordForm::layoutRows()
{
    int line = 0;
    int column = 0;
    const auto endLine = [&] {
        if (column > 0)
            ++line;
        column = 0;
    };
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i == m_folded) {
            endLine();
            m_grid->addWidget(m_more, line++, 0, 1, 2, Qt::AlignLeft);
        }
        Row& row = *m_rows[i];
        if (!row.editor->isShort()) {
            endLine();
            m_grid->addWidget(row.field, line++, 0, 1, 2);
        } else {
            m_grid->addWidget(row.field, line, column);
            if (++column == 2)
                endLine();
        }
    }
    endLine();
    m_grid->setRowStretch(line, 1);
    m_more->setVisible(m_folded < m_rows.size());
}

// The focus walks as the eye does.
void RecordForm::chainFocus()
{
    QWidget* before = nullptr;
    const auto next = [&](QWidget* widget) {
        if (before != nullptr)
            setTabOrder(before, widget);
        before = widget;
    };
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i == m_folded)
            next(m_more);
        next(m_rows[i]->editor->widget());
    }
    for (QWidget* button : {m_save, m_cancel, m_askSave, m_askKeep, m_askDiscard})
        next(button);
}

void RecordForm::watchKeys()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        QWidget* editor = m_rows[i]->editor->widget();
        editor->installEventFilter(this);
        if (auto* lookup = qobject_cast<LookupEdit*>(editor))
            connect(lookup, &LookupEdit::moveOn, this, [this, i] { moveOnFrom(i); });
    }
}

// Enter that picked in a lookup moves on like any other.
void RecordForm::moveOnFrom(std::size_t at)
{
    for (std::size_t i = at + 1; i < m_rows.size(); ++i) {
        if (!m_rows[i]->field->isHidden()) {
            m_rows[i]->editor->widget()->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    m_save->setFocus(Qt::TabFocusReason);
}

void RecordForm::setMoreShown(bool shown)
{
    for (std::size_t i = m_folded; i < m_rows.size(); ++i)
        m_rows[i]->field->setVisible(shown);
    retranslateMore();
}

void RecordForm::retranslateMore()
{
    if (m_more == nullptr || m_folded >= m_rows.size())
        return;
    const bool open = !m_rows[m_folded]->field->isHidden();
    m_more->setText(open ? tr("Fewer fields") : tr("More fields"));
    m_more->setIcon(icon(
        open ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), Token::AccentText));
}

void RecordForm::retranslateSave()
{
    const QString word = m_subject ? m_subject->saveWord() : QString();
    m_save->setText(word.isEmpty() ? tr("Save") : word);
    m_save->setToolTip(word.isEmpty() ? tr("Save and close (Ctrl+Enter); Ctrl+S saves and stays")
                                      : word + QStringLiteral("  Ctrl+Enter"));
}

void RecordForm::retranslate()
{
    retranslateSave();
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Leave without saving (Esc)"));
    m_askSave->setText(tr("Save"));
    m_askDiscard->setText(tr("Discard changes"));
    m_askKeep->setText(tr("Go on editing"));
    if (m_subject)
        m_heading->setText(m_subject->heading());
    for (const auto& row : m_rows) {
        row->field->setLabel(row->spec.label());
        row->editor->retranslate();
    }
    retranslateMore();
}

void RecordForm::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
