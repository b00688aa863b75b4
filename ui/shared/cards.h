// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>
#include <QLabel>
#include <QToolButton>

#include <functional>

class QHBoxLayout;
class QPainter;
class QProgressBar;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace chengdan::ui {

/// A surface with a 1 px frame and rounded corners; optional heading row. Content goes into body().
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& name, QWidget* parent = nullptr);
    /// Heading (15/600) with an optional quiet remark beside it: unit, what can be clicked.
    void setHeading(const QString& heading, const QString& remark = {});
    /// A widget at the right end of the heading row.
    void addHeadingWidget(QWidget* widget);
    QVBoxLayout* body() const { return m_body; }

private:
    void needHeading();
    QVBoxLayout* m_body;
    QWidget* m_headRow = nullptr;
    QHBoxLayout* m_headLayout = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_remark = nullptr;
};

/// One figure with its unit, a remark and an optional bar of progress. Clickable: Enter, Space or
/// the mouse emits opened() (drill down).
class KpiCard : public QFrame {
    Q_OBJECT
public:
    KpiCard(const QString& icon, const QString& name, QWidget* parent = nullptr);
    void setCaption(const QString& caption);
    void setFigure(const QString& figure, const QString& unit);
    void setRemark(const QString& remark, Tone tone = Tone::Neutral);
    /// 0 … 100 shows the bar; negative hides it.
    void setProgress(int percent);

Q_SIGNALS:
    void opened();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();
    QLabel* m_caption;
    QLabel* m_figure;
    QLabel* m_unit;
    QLabel* m_remark;
    QProgressBar* m_bar;
};

/// 22 px tag: dot and word on the tone's soft fill. paintTag returns the width it took.
int paintTag(QPainter* painter, const QRect& within, const QString& word, Tone tone);
int tagWidth(const QString& word);
/// Circle with one character of a name; the fill depends on the name alone.
void paintInitials(QPainter* painter, const QRectF& circle, const QString& name);
/// The character shown for a person: the family name's first character, Latin capital otherwise.
QString initialOf(const QString& name);

/// The tag as a widget, for headings and panels.
class TagLabel : public QWidget {
    Q_OBJECT
public:
    explicit TagLabel(const QString& name, QWidget* parent = nullptr);
    void setTag(const QString& word, Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_word;
    Tone m_tone = Tone::Neutral;
};

/// A sentence in the layout above the content it concerns: heading, text, actions as links.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(const QString& name, QWidget* parent = nullptr);
    /// Tone::Info, Warn, Danger or Ok. An empty heading leaves one line.
    void setMessage(Tone tone, const QString& heading, const QString& text = {});
    void addAction(const QString& word, std::function<void()> run);
    void clearActions();

private:
    void tint();
    Tone m_tone = Tone::Info;
    QLabel* m_icon;
    QLabel* m_heading;
    QLabel* m_text;
    QHBoxLayout* m_actions;
};

/// What stands where a list has no rows: icon, one sentence, one button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QString& name, QWidget* parent = nullptr);
    void setContent(const QString& icon, const QString& sentence, const QString& action);

Q_SIGNALS:
    void actionTriggered();

private:
    void tint();
    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_sentence;
    QPushButton* m_button;
};

/// 2 px bar that runs while something is loading.
class LoadingBar : public QWidget {
    Q_OBJECT
public:
    explicit LoadingBar(const QString& name, QWidget* parent = nullptr);
    void setRunning(bool running);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTimer* m_timer;
    int m_step = 0;
};

/// A flat button that shows only an icon. Name and tool tip come from `text`, with the shortcut
/// appended when there is one.
class IconButton : public QToolButton {
    Q_OBJECT
public:
    IconButton(
        const QString& icon, const QString& text, const QString& name, QWidget* parent = nullptr);
    void setTexts(const QString& text, const QString& shortcut = {});
};

} // namespace chengdan::ui
