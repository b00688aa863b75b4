// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QObject>
#include <QPalette>

#include <memory>

class QApplication;
class QWidget;
class QTemporaryDir;

namespace chengdan::ui {

class DesktopScheme;

/// The look of the running program: light, dark or as the desktop, and the text size. One per
/// process, used on the UI thread only.
///
///     Theme::instance().install(application);      // once, before the first window
///     Theme::instance().setMode(Theme::Mode::Dark); // any time; every window follows
///
/// Delegates and painters ask color() and font() while painting, so they follow without further
/// work; who keeps colours (charts) listens to themeChanged().
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { Light, Dark, System };

    static Theme& instance();

    /// Sets style, palette, font and style sheet of the application and loads the icons.
    void install(QApplication& application);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// What is shown now; never "system".
    Scheme scheme() const;

    /// Percent, kept within 90 … 140.
    int textSize() const { return m_textSize; }
    void setTextSize(int percent);

    /// Where "system" comes from; there from install() on.
    DesktopScheme* desktop() const { return m_desktop.get(); }

    QColor color(Token token) const;
    QFont font(TextRole role) const;
    /// A length at 100 % in px of the present text size.
    int px(int length) const { return (length * m_textSize + 50) / 100; }

Q_SIGNALS:
    /// Colours or text size are different now; palette and style sheet are already applied.
    void themeChanged();

private:
    Theme();
    ~Theme() override;
    void apply();
    void followDesktop();
    QPalette palette() const;
    QString styleSheet() const;
    QString tintedFile(const QString& icon, Token token) const;

    QApplication* m_application = nullptr;
    Mode m_mode = Mode::System;
    std::unique_ptr<DesktopScheme> m_desktop;
    Scheme m_applied = Scheme::Light;
    int m_textSize = 100;
    QStringList m_families;
    mutable QHash<int, QFont> m_fonts; // asked for with every painted cell
    mutable std::unique_ptr<QTemporaryDir> m_tinted;
};

/// Short forms for painters.
QColor themeColor(Token token);
QFont themeFont(TextRole role);
int themePx(int length);

/// Sets the dynamic property "role" (h2, subtitle, cap, label, strong, err, num, kpi …) or "kind"
/// (primary, ghost, chip, icon …) the style sheet looks at, and polishes the widget again.
void setRole(QWidget* widget, const char* role);
void setKind(QWidget* widget, const char* kind);

} // namespace chengdan::ui
