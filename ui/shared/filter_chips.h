// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace chengdan::ui {

/// The conditions that hold now, each a chip in words. Enter, Space, Delete or Backspace on a chip
/// or a click removes it; Left and Right go between chips.
class FilterChips : public QWidget {
    Q_OBJECT
public:
    struct Chip {
        QString key;
        QString words;
        friend bool operator==(const Chip&, const Chip&) = default;
    };
    explicit FilterChips(const QString& name, QWidget* parent = nullptr);
    void setChips(const QList<Chip>& chips);
    const QList<Chip>& chips() const { return m_chips; }

Q_SIGNALS:
    void removed(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void remove(int at);
    QString m_name;
    QList<Chip> m_chips;
    QList<QToolButton*> m_buttons;
    QHBoxLayout* m_row;
    int m_focusAfter = -1;
};

} // namespace chengdan::ui
