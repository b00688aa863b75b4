// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/form.h"
#include "ui/shared/format.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace chengdan::ui {

NumberEdit::NumberEdit(int decimals, QWidget* parent)
    : QLineEdit(parent)
    , m_decimals(decimals)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void NumberEdit::setAtLeast(int places)
{
    m_atLeast = places;
}

void NumberEdit::setRange(std::optional<qint64> least, std::optional<qint64> most)
{
    m_least = least;
    m_most = most;
}

void NumberEdit::setSuffix(const QString& suffix)
{
    m_suffix = suffix;
    setRaw(raw());
}

Result<qint64> NumberEdit::read(const QString& text) const
{
    QString typed = text.trimmed();
    if (!m_suffix.isEmpty() && typed.endsWith(m_suffix))
        typed.chop(m_suffix.size());
    if (typed.endsWith(QChar(0xFF05))) // ％
        typed.chop(1);
    const auto plain = plainNumber(typed);
    if (!plain)
        return fail(plain.error());
    const auto value = parseDecimal(*plain, m_decimals);
    if (!value)
        return fail(value.error());
    if ((m_least && *value < *m_least) || (m_most && *value > *m_most))
        return fail("NUMBER_RANGE",
            {},
            {{QStringLiteral("least"),
                 m_least ? grouped(formatDecimal(*m_least, m_decimals, m_atLeast)) : noValue()},
                {QStringLiteral("most"),
                    m_most ? grouped(formatDecimal(*m_most, m_decimals, m_atLeast)) : noValue()}});
    return *value;
}

std::optional<qint64> NumberEdit::raw() const
{
    const auto value = read(text());
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<Error> NumberEdit::error() const
{
    if (text().trimmed().isEmpty())
        return {};
    const auto value = read(text());
    return value ? std::nullopt : std::optional(value.error());
}

void NumberEdit::setRaw(std::optional<qint64> raw)
{
    m_committed = raw;
    const QString shown =
        raw ? grouped(formatDecimal(*raw, m_decimals, m_atLeast)) + m_suffix : QString();
    if (shown != text())
        setText(shown);
}

void NumberEdit::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        selectAll();
}

void NumberEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        commit();
}

void NumberEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        commit();
    QLineEdit::keyPressEvent(event);
}

// A wrong text stays as it was typed; only a number is shown in its grouped form.
void NumberEdit::commit()
{
    const std::optional<qint64> before = m_committed;
    if (error())
        return;
    const std::optional<qint64> now = raw();
    setRaw(now);
    if (now != before)
        Q_EMIT valueEdited();
}

AmountEdit::AmountEdit(QWidget* parent)
    : NumberEdit(2, parent)
{
    setAtLeast(2);
}

std::optional<Money> AmountEdit::money() const
{
    const auto fen = raw();
    return fen ? std::optional(Money::fromFen(*fen)) : std::nullopt;
}

void AmountEdit::setMoney(std::optional<Money> money)
{
    setRaw(money ? std::optional(money->minor()) : std::nullopt);
}

} // namespace chengdan::ui
