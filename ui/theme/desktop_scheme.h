// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

#include <functional>
#include <optional>

class QApplication;
class QDBusVariant;

namespace chengdan::ui {

/// Whether the person's desktop is light or dark, and when that changes. Asked in this order: the
/// desktop portal (GNOME, KDE and others answer it), then the palette the platform gives its
/// programs. UI thread only.
class DesktopScheme : public QObject {
    Q_OBJECT
public:
    /// Reads the platform's own palette; ours must not be set yet.
    explicit DesktopScheme(QApplication& application);
    Scheme scheme() const { return m_portal.value_or(m_palette); }
    /// How the platform's palette is read after it said that its theme changed; empty result: as it
    /// was. Replaced by tests, which have no desktop.
    void setPaletteReader(std::function<std::optional<Scheme>()> reader);
    /// What the portal's setting `color-scheme` means: 1 dark, 2 light, else no preference.
    static std::optional<Scheme> schemeOfPortal(uint value);

Q_SIGNALS:
    /// The palette may have been reset on the way: whoever set one sets it again.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private Q_SLOTS:
    void portalChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askPortal();
    void takePortal(std::optional<Scheme> scheme);
    std::function<std::optional<Scheme>()> m_readPalette;
    Scheme m_palette;
    std::optional<Scheme> m_portal;
    bool m_reading = false;
};

} // namespace chengdan::ui
