// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_catalogue.h"
#include "ui/shared/form.h"
#include "ui/shared/locale.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace chengdan::ui {

FormField::FormField(const QString& label, QWidget* editor, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_editor(editor)
    , m_below(new QLabel(this))
{
    setObjectName(name + QStringLiteral("Field"));
    m_label->setObjectName(name + QStringLiteral("Label"));
    m_below->setObjectName(name + QStringLiteral("Below"));
    if (editor->objectName().isEmpty())
        editor->setObjectName(name);
    setRole(m_label, "label");
    m_label->setBuddy(editor);
    m_below->setWordWrap(true);
    m_below->hide();
    // A label beside an expanding editor would otherwise take the height.
    m_label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_below->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace1);
    layout->addWidget(m_label);
    layout->addWidget(editor);
    layout->addWidget(m_below);
    const bool grows = qobject_cast<QPlainTextEdit*>(editor);
    setSizePolicy(QSizePolicy::Preferred, grows ? QSizePolicy::Expanding : QSizePolicy::Preferred);
    layout->addStretch(grows ? 0 : 1);
    setFocusProxy(editor);
    setLabel(label);
}

void FormField::setLabel(const QString& label)
{
    m_text = label;
    m_label->setText(m_required ? label + QStringLiteral(" *") : label);
    m_editor->setAccessibleName(label);
}

void FormField::setRequired(bool required)
{
    m_required = required;
    setLabel(m_text);
}

void FormField::setError(const QString& text)
{
    m_problem.reset();
    showError(text);
}

void FormField::setProblem(const Error& error)
{
    m_problem = error;
    showError(sentence(error, currentLanguage()));
}

void FormField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_problem)
        showError(sentence(*m_problem, currentLanguage()));
}

void FormField::showError(const QString& text)
{
    if (m_error == text)
        return;
    m_error = text;
    m_editor->setProperty("state", text.isEmpty() ? QVariant() : QVariant(QStringLiteral("error")));
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
    m_editor->setAccessibleDescription(text);
    showBelow();
}

QString FormField::error() const
{
    return m_error;
}

void FormField::setHint(const QString& hint)
{
    m_hint = hint;
    showBelow();
}

void FormField::showBelow()
{
    const bool wrong = !m_error.isEmpty();
    m_below->setText(wrong ? m_error : m_hint);
    setRole(m_below, wrong ? "err" : "cap");
    m_below->setVisible(!m_below->text().isEmpty());
}

namespace {

/// Lives as a child of the form; one per form.
class EnterMover : public QObject {
public:
    EnterMover(QWidget* form, QWidget* primary)
        : QObject(form)
        , m_form(form)
        , m_primary(primary)
    {
        watch(form);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ChildAdded) {
            if (auto* child = qobject_cast<QWidget*>(static_cast<QChildEvent*>(event)->child()))
                watch(child);
            return false;
        }
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
            return false;
        auto* field = qobject_cast<QWidget*>(watched);
        if (!field || !field->hasFocus() || qobject_cast<QPlainTextEdit*>(field)
            || qobject_cast<QPushButton*>(field))
            return false;
        if (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
            return false;
        // A lookup that offers rows takes the first Enter itself: it picks.
        const auto* lookup = qobject_cast<LookupEdit*>(field);
        if ((lookup && lookup->takesEnter()) || field == m_primary)
            return false;
        return move(field, !(key->modifiers() & Qt::ShiftModifier));
    }

private:
    void watch(QWidget* widget)
    {
        widget->installEventFilter(this);
        for (QWidget* child : widget->findChildren<QWidget*>())
            child->installEventFilter(this);
    }
    bool move(QWidget* from, bool forward)
    {
        QWidget* next = from;
        do {
            next = forward ? next->nextInFocusChain() : next->previousInFocusChain();
            const bool stops = next->isVisibleTo(m_form) && next->isEnabled()
                && (next->focusPolicy() & Qt::TabFocus) && !next->focusProxy();
            if (stops && m_form->isAncestorOf(next) && !qobject_cast<QPushButton*>(next)) {
                const bool wraps = forward
                    && next->mapTo(m_form, QPoint()).y() < from->mapTo(m_form, QPoint()).y();
                if (wraps)
                    break;
                next->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
                return true;
            }
        } while (next != from);
        if (forward && m_primary)
            m_primary->setFocus(Qt::TabFocusReason);
        return true;
    }
    QWidget* m_form;
    QWidget* m_primary;
};

} // namespace

void moveOnWithEnter(QWidget* form, QWidget* primary)
{
    new EnterMover(form, primary);
}

} // namespace chengdan::ui
