// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <QLineEdit>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QListView;
class QStandardItemModel;
class QTimer;

namespace chengdan::ui {

/// A label above an editor and room for one sentence below it. The label's mnemonic and
/// accessible name belong to the editor.
///
///     auto* name = new FormField(tr("Name"), new QLineEdit, QStringLiteral("customerName"));
///     name->setRequired(true);
///     if (!saved) name->setProblem(saved.error());
class FormField : public QWidget {
    Q_OBJECT
public:
    FormField(
        const QString& label, QWidget* editor, const QString& name, QWidget* parent = nullptr);
    QWidget* editor() const { return m_editor; }
    void setLabel(const QString& label);
    void setRequired(bool required);
    /// A sentence in danger colour below the editor and a red frame; empty removes both.
    void setError(const QString& sentence);
    /// The sentence of an error, said anew when the language changes.
    void setProblem(const Error& error);
    QString error() const;
    /// A quiet sentence below the editor while there is no error.
    void setHint(const QString& hint);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showError(const QString& sentence);
    void showBelow();
    QLabel* m_label;
    QWidget* m_editor;
    QLabel* m_below;
    QString m_text;
    QString m_error;
    std::optional<Error> m_problem; ///< what m_error says, where that is known
    QString m_hint;
    bool m_required = false;
};

/// Enter moves to the next field, Shift+Enter back, as forms here do; the last field gives the
/// focus to `primary`. While an input method is composing, Enter is left to it.
void moveOnWithEnter(QWidget* form, QWidget* primary);

/// A number typed freely ("1.2万", "12,000", "3*4500", full-width digits) and shown grouped on
/// leaving. Holds the exact count of 10^-decimals steps; no binary fractions anywhere.
class NumberEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit NumberEdit(int decimals, QWidget* parent = nullptr);

    int decimals() const { return m_decimals; }
    /// Fewest places shown on leaving; money shows 2.
    void setAtLeast(int places);
    /// Accepted range in raw steps; outside it text stays and error() says NUMBER_RANGE.
    void setRange(std::optional<qint64> least, std::optional<qint64> most);
    /// A "%" typed at the end is dropped; raw() is then percent, not the ratio.
    void setSuffix(const QString& suffix);

    /// The value when the text is a number, nothing when empty or wrong.
    std::optional<qint64> raw() const;
    void setRaw(std::optional<qint64> raw);
    /// Empty text is no error.
    std::optional<Error> error() const;

Q_SIGNALS:
    /// The person has left the field or pressed Enter and the value differs from before.
    void valueEdited();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void commit();
    Result<qint64> read(const QString& text) const;
    int m_decimals;
    int m_atLeast = 0;
    std::optional<qint64> m_least;
    std::optional<qint64> m_most;
    QString m_suffix;
    std::optional<qint64> m_committed;
};

/// Document money in yuan and fen.
class AmountEdit : public NumberEdit {
    Q_OBJECT
public:
    explicit AmountEdit(QWidget* parent = nullptr);
    std::optional<Money> money() const;
    void setMoney(std::optional<Money> money);
};

struct LookupMatch {
    qint64 key = 0;
    QString text; ///< stands in the field after picking
    QString detail; ///< second, quieter text: code, owner, grade
};

/// A line edit that offers matching records while typing. Alt+Down, F4 and F7 open the list, Up and
/// Down choose, Enter picks and moves on, Esc closes. The callback must answer from an index within
/// a few milliseconds; an empty text asks for the last used.
class LookupEdit : public QLineEdit {
    Q_OBJECT
public:
    using Find = std::function<std::vector<LookupMatch>(const QString& text, int limit)>;
    explicit LookupEdit(Find find, QWidget* parent = nullptr);
    ~LookupEdit() override;

    /// The picked record; nothing when the text was changed after picking.
    std::optional<qint64> key() const { return m_key; }
    void setMatch(std::optional<LookupMatch> match);
    /// Adds a last row "New …" that emits createRequested.
    void setCreateText(std::function<QString(const QString& typed)> text);
    bool isListOpen() const;
    /// Whether Enter picks now: the list is open, or was about to open for what was just typed.
    bool takesEnter() const;
    /// Opens the list for the present text.
    void openList();

Q_SIGNALS:
    void picked(qint64 key);
    void cleared();
    void createRequested(const QString& typed);
    /// Enter was used to pick; the form moves the focus on.
    void moveOn();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;

private:
    void search();
    void pick(int row);
    void placeList();
    Find m_find;
    std::function<QString(const QString&)> m_createText;
    QListView* m_list = nullptr;
    QStandardItemModel* m_model = nullptr;
    QTimer* m_timer = nullptr;
    std::optional<qint64> m_key;
    QString m_pickedText;
    bool m_composing = false;
};

} // namespace chengdan::ui
