// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_side_panel.h"

#include "core/quoting/costing.h"
#include "ui/shared/cards.h"
#include "ui/shared/cost_words.h"
#include "ui/shared/element_bars.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chengdan::ui {

QString levelName(int level)
{
    static const char* const names[] = {QT_TRANSLATE_NOOP("QuoteLevel", "Sales representative"),
        QT_TRANSLATE_NOOP("QuoteLevel", "Sales manager"),
        QT_TRANSLATE_NOOP("QuoteLevel", "Sales director"),
        QT_TRANSLATE_NOOP("QuoteLevel", "General manager")};
    return QCoreApplication::translate("QuoteLevel", names[std::clamp(level, 1, 4) - 1]);
}

QuoteSidePanel::QuoteSidePanel(QWidget* parent)
    : QWidget(parent)
    , m_notice(new MessageBar(QStringLiteral("quoteNotice")))
    , m_card(new Card(QStringLiteral("quoteMakeUp")))
    , m_bars(new ElementBars(QStringLiteral("quoteCostBars")))
    , m_figures(new QFormLayout)
    , m_trace(new QLabel)
{
    setObjectName(QStringLiteral("quoteSide"));
    m_notice->hide();
    m_figures->setLabelAlignment(Qt::AlignLeft);
    m_figures->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_trace->setWordWrap(true);
    m_trace->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(m_trace, "cap");
    // Many cost elements in large text are more than the window is high.
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setMinimumWidth(1); // as wide as the panel, whatever a word in it would like
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::kSpace2);
    column->addWidget(m_bars);
    column->addLayout(m_figures);
    column->addWidget(m_trace);
    column->addStretch();
    scroll->setWidget(content);
    m_card->body()->addWidget(scroll, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_notice);
    layout->addWidget(m_card, 1);
}

void QuoteSidePanel::addFigure(const QString& label, const QString& figure, bool strong)
{
    auto* name = new QLabel(label);
    setRole(name, "label");
    auto* value = new QLabel(figure);
    value->setAlignment(Qt::AlignRight);
    value->setAccessibleName(label + QLatin1Char(' ') + figure);
    if (strong)
        setRole(value, "strong");
    m_figures->addRow(name, value);
}

void QuoteSidePanel::showLine(
    const QString& name, const quoting::QuotedLine* line, bool costVisible)
{
    while (m_figures->rowCount() > 0)
        m_figures->removeRow(0);
    m_bars->setBars({});
    m_trace->clear();
    m_notice->hide();
    m_card->setHeading(tr("Cost make-up"), name);
    if (line == nullptr)
        return;
    const quoting::PricedQuantity& own = line->own;
    if (!own.errors.empty()) {
        QStringList sentences;
        for (const auto& note : own.errors)
            sentences += sentence(note.error, currentLanguage());
        m_notice->setMessage(Tone::Danger,
            tr("This line has no cost yet"),
            sentences.mid(0, 3).join(QLatin1Char('\n')));
        m_notice->show();
    } else if (own.priceError) {
        m_notice->setMessage(
            Tone::Warn, tr("No guide price"), sentence(*own.priceError, currentLanguage()));
        m_notice->show();
    } else if (own.level > 1 && own.price) {
        const QString why = own.belowFloor && own.floor && costVisible
            ? tr("The price is below the floor of %1").arg(unitPriceText(*own.floor))
            : own.depth ? tr("The discount of %1 is beyond a representative's authority")
                              .arg(rateText(*own.depth))
                        : QString();
        m_notice->setMessage(own.belowFloor ? Tone::Danger : Tone::Warn,
            tr("Needs approval: %1").arg(levelName(own.level)),
            why);
        m_notice->show();
    }
    if (own.c4 && costVisible) {
        std::vector<ElementBars::Bar> bars;
        const auto split = quoting::costElementSplit(own.elements, 4);
        for (const quoting::Element element : quoting::kElements) {
            const qint64 amount = split[quoting::slot(element)];
            if (amount != 0) {
                bars.push_back({elementLabel(element),
                    grouped(formatDecimal(amount, 4, 4)),
                    amount,
                    isWorkElement(element) ? Token::Series2 : Token::Series1});
            }
        }
        m_bars->setBars(std::move(bars));
        addFigure(tr("Cost per unit"), unitCostText(*own.c4, 4));
    }
    if (own.guide)
        addFigure(tr("Guide price"), unitPriceText(*own.guide));
    if (own.floor && costVisible)
        addFigure(tr("Floor price"), unitPriceText(*own.floor));
    if (own.depth)
        addFigure(tr("Discount"), rateText(*own.depth));
    if (own.price)
        addFigure(tr("Price"), unitPriceText(*own.price), true);
    if (own.margin && costVisible)
        addFigure(tr("Margin"), rateText(*own.margin));
    if (!costVisible)
        return;
    // The kernel names its figures by their codes; a person reads their words.
    const std::pair<QString, QString> words[] = {{QStringLiteral("guide = "), tr("Guide price = ")},
        {QStringLiteral("floor = "), tr("Floor price = ")},
        {QStringLiteral("depth = "), tr("Discount = ")},
        {QStringLiteral("margin = "), tr("Margin = ")}};
    QStringList lines;
    for (QString step : own.trace) {
        for (const auto& [code, word] : words)
            step.replace(code, word);
        if (!step.startsWith(QStringLiteral("level = ")))
            lines += step;
    }
    m_trace->setText(lines.join(QLatin1Char('\n')));
}

} // namespace chengdan::ui
