// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QStyledItemDelegate;

namespace chengdan::ui {

/// Dims the window and shows one popup card over it; Esc or a click outside closes it and gives the
/// focus back to where it was.
class Overlay : public QWidget {
    Q_OBJECT
public:
    Overlay(const QString& name, QWidget* window);
    void open();
    void close();
    bool isOpen() const { return isVisible(); }

protected:
    QFrame* card() const { return m_card; }
    /// Size the card wants at 100 % text size.
    void setCardSize(QSize size);
    virtual QWidget* firstFocus() = 0;

    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();
    QFrame* m_card;
    QSize m_size{640, 470};
    QPointer<QWidget> m_before;
};

/// Roles of rows in palette and shortcut list.
enum CommandRowRole {
    CommandIconRole = Qt::UserRole + 1,
    CommandDetailRole,
    CommandKeysRole, ///< "Ctrl+K" in native text
    CommandHeadingRole, ///< bool: a group heading
    CommandIndexRole, ///< int into what the owner of the list keeps
};

/// Paints "icon  text … detail  [Ctrl] [K]" and group headings.
QStyledItemDelegate* newCommandRowDelegate(QObject* parent);
/// "Ctrl+K", "Alt+←": the same in every language.
QString keyText(const QKeySequence& keys);
/// Key caps from the right edge; returns the width used.
int paintKeyCaps(QPainter* painter, const QRect& within, const QString& keys);

} // namespace chengdan::ui
