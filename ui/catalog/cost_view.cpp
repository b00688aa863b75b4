// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/cost_view.h"

#include "ui/catalog/cost_tree_model.h"
#include "ui/shared/cards.h"
#include "ui/shared/cost_words.h"
#include "ui/shared/element_bars.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTreeView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace chengdan::ui {

CostView::CostView(QWidget* parent)
    : QWidget(parent)
    , m_model(new CostTreeModel(this))
    , m_tree(new QTreeView)
    , m_explainCard(new Card(QStringLiteral("costFormulas")))
    , m_formulas(new QTreeWidget)
    , m_makeUpCard(new Card(QStringLiteral("costMakeUp")))
    , m_bars(new ElementBars(QStringLiteral("costBars")))
    , m_total(new QLabel)
    , m_notes(new MessageBar(QStringLiteral("costNotes")))
{
    m_tree->setObjectName(QStringLiteral("costTree"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(0, themePx(270));
    m_formulas->setObjectName(QStringLiteral("costFormulaList"));
    m_formulas->setColumnCount(4);
    m_formulas->setRootIsDecorated(false);
    m_formulas->setUniformRowHeights(true);
    m_explainCard->body()->addWidget(m_formulas);
    m_total->setObjectName(QStringLiteral("costTotal"));
    setRole(m_total, "num");
    m_makeUpCard->body()->addWidget(m_bars);
    m_makeUpCard->body()->addWidget(m_total);
    m_makeUpCard->body()->addStretch();
    m_makeUpCard->setFixedWidth(themePx(300));
    m_notes->hide();

    auto* treeCard = new Card(QStringLiteral("costTreeCard"));
    treeCard->body()->setContentsMargins(0, 0, 0, 0);
    treeCard->body()->addWidget(m_tree);
    auto* left = new QVBoxLayout;
    left->addWidget(m_notes);
    left->addWidget(treeCard, 3);
    left->addWidget(m_explainCard, 2);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(left, 1);
    row->addWidget(m_makeUpCard);
    connect(m_tree->selectionModel(),
        &QItemSelectionModel::currentChanged,
        this,
        &CostView::explainCurrent);
    connect(&Theme::instance(), &Theme::themeChanged, this, &CostView::fitColumns);
    retranslate();
}

void CostView::setResult(std::shared_ptr<const quoting::CostInput> input,
    std::shared_ptr<const quoting::CostResult> result)
{
    m_input = std::move(input);
    m_result = std::move(result);
    m_model->setResult(m_input, m_result);
    m_tree->expandToDepth(0);
    fitColumns();
    if (m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    showMakeUp();
    showNotes();
    explainCurrent();
}

// Again when the titles are in another language or the text in another size.
void CostView::fitColumns()
{
    for (int column = 1; column < m_model->columnCount() - 1; ++column)
        m_tree->resizeColumnToContents(column); // a few dozen visible rows, not a list
}

void CostView::showMakeUp()
{
    std::vector<ElementBars::Bar> bars;
    const bool known = m_result && m_result->ok();
    if (known) {
        const auto split = quoting::costElementSplit(m_result->elements, 4);
        for (const quoting::Element element : quoting::kElements) {
            const qint64 amount = split[quoting::slot(element)];
            if (amount == 0)
                continue;
            bars.push_back({elementLabel(element),
                grouped(formatDecimal(amount, 4, 4)),
                amount,
                isWorkElement(element) ? Token::Series2 : Token::Series1});
        }
    }
    m_bars->setBars(std::move(bars));
    m_total->setText(
        known ? tr("Cost per unit  %1").arg(unitCostText(*m_result->c4, 4)) : QString());
}

void CostView::showNotes()
{
    if (!m_result || (m_result->errors.empty() && m_result->warnings.empty())) {
        m_notes->hide();
        return;
    }
    const bool failed = !m_result->errors.empty();
    QStringList lines;
    for (const auto& note : failed ? m_result->errors : m_result->warnings)
        lines += sentence(note.error, currentLanguage());
    constexpr int kShown = 4;
    if (lines.size() > kShown)
        lines = lines.mid(0, kShown)
            << tr("… and %n more", nullptr, static_cast<int>(lines.size()) - kShown);
    m_notes->setMessage(failed ? Tone::Danger : Tone::Warn,
        failed ? tr("The cost cannot be worked out yet") : tr("Worth knowing"),
        lines.join(QLatin1Char('\n')));
    m_notes->show();
}

void CostView::explainCurrent()
{
    m_formulas->clear();
    const QModelIndex current = m_tree->currentIndex().siblingAtColumn(0);
    m_explainCard->setHeading(tr("How it was worked out"), m_model->nameOf(current));
    if (!current.isValid())
        return;
    for (const quoting::TraceLine& line : m_model->explain(current)) {
        auto* item = new QTreeWidgetItem(m_formulas,
            {line.subject,
                line.formula,
                unitCostText(line.amount, 4),
                line.sourceDate.isValid()
                        && !line.source.contains(line.sourceDate.toString(Qt::ISODate))
                    ? line.source + QStringLiteral(" · ") + line.sourceDate.toString(Qt::ISODate)
                    : line.source});
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        for (int column = 0; column < 4; ++column)
            item->setToolTip(column, item->text(column));
    }
    m_formulas->resizeColumnToContents(0);
    m_formulas->setColumnWidth(0, std::min(m_formulas->columnWidth(0), themePx(220)));
    m_formulas->setColumnWidth(1, themePx(330));
}

void CostView::retranslate()
{
    m_model->setLanguage(currentLanguage());
    m_makeUpCard->setHeading(tr("Cost make-up"), tr("per unit"));
    m_tree->setAccessibleName(tr("Cost tree"));
    m_formulas->setAccessibleName(tr("How it was worked out"));
    m_formulas->setHeaderLabels({tr("Of"), tr("Formula"), tr("Amount"), tr("Source")});
    m_formulas->headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    showMakeUp();
    showNotes();
    explainCurrent();
    fitColumns();
}

void CostView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
