// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/quoting/quote_service.h"
#include "ui/quoting/quote_lines_model.h"
#include "ui/shared/navigator.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace chengdan::ui {

class DraftKeeper;
class QuoteHeaderForm;
class QuoteLinesView;
class QuotePreview;
class QuoteSidePanel;
class QuoteTierPanel;
class QuoteTotals;
class MessageBar;
class TagLabel;

/// One quote being written: customer and terms above, the line grid, tiers of the current line,
/// sticky totals below, and at the right what the current line costs and whose approval its price
/// needs. Every change is priced at once.
class QuoteEditor : public QWidget {
    Q_OBJECT
public:
    QuoteEditor(const access::Context& context,
        quoting::CostInputCache& costs,
        Navigator& navigator,
        QWidget* parent = nullptr);

    QString title() const;
    /// False when typed lines would be lost; a bar then offers to save or give them up.
    bool openQuote(qint64 key);
    void focusLines();
    void beginQuote(const QVariantMap& hints);
    /// Cells copied in a spreadsheet become lines: item code, quantity, price. Codes of no item
    /// stay as words and are told.
    void pasteLines(const QString& text);
    bool hasUnsaved() const { return m_dirty; }
    /// False when it could not be saved; the reason stands at its field.
    bool save();
    /// Saves when needed and opens the print preview; null when it could not be saved.
    QuotePreview* preview();
    const std::optional<quoting::QuoteView>& stored() const { return m_stored; }

Q_SIGNALS:
    void titleChanged();
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fitToText();
    void showStored(const quoting::QuoteView& view);
    void loadLines(const quoting::QuoteDraft& draft);
    void pushPaste(int paste, const QString& told, bool wasDirty);
    quoting::QuoteDraft draft() const;
    void reprice();
    void showTotals();
    void showCurrentLine();
    void askAboutUnsaved(std::function<void()> then);
    void showError(const Error& error);
    void refreshState();
    void retranslate();
    void submit();
    void revise();
    QJsonObject typed() const;
    void restoreDraft();
    void giveUpDraft();
    std::optional<LineItem> lineItem(qint64 key) const;
    // quote_editor_follow.cpp
    void follow();
    void takeNewer();
    void tellOfSums();

    const access::Context& m_context;
    quoting::QuoteService m_service;
    Navigator& m_navigator;
    quoting::QuoteDraft m_base; ///< fields the form does not show, kept as they were
    std::optional<quoting::QuoteView> m_stored;
    quoting::PricedQuote m_priced;
    bool m_dirty = false;
    bool m_loading = false;
    std::function<void()> m_pending; ///< what was asked for while unsaved typing stood here
    QTimer m_repriceTimer;
    QLabel* m_number;
    TagLabel* m_state;
    QPushButton* m_printButton;
    QPushButton* m_reviseButton;
    QPushButton* m_submitButton;
    QPushButton* m_saveButton;
    MessageBar* m_message;
    QuoteHeaderForm* m_header;
    QuoteLinesModel* m_lines;
    QuoteLinesView* m_grid;
    QuoteTierPanel* m_tiers;
    QuoteSidePanel* m_side;
    QuoteTotals* m_totals;
    QLabel* m_hint;
    DraftKeeper* m_drafts;
    QVariantMap m_hints; ///< where the new quote was begun
    int m_pastes = 0; ///< numbers the pastes; never starts again
    int m_edits = 0; ///< counts what was typed, pasted or taken back
    QTimer m_followTimer;
};

} // namespace chengdan::ui
