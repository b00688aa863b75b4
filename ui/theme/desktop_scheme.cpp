// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/desktop_scheme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFileInfo>
#include <QPalette>
#include <QScopedValueRollback>

namespace chengdan::ui {

namespace {

const QString kPortalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kColorScheme = QStringLiteral("color-scheme");

Scheme schemeOfPalette(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

// Without a running bus the library would start one, which takes a second and helps nobody.
bool hasSessionBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
}

// The portal wraps its answer in one variant more than its document says; both are taken.
uint plainNumber(QVariant value)
{
    while (value.canConvert<QDBusVariant>() && value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

DesktopScheme::DesktopScheme(QApplication& application)
    : m_palette(schemeOfPalette(application.palette()))
{
    // An empty palette makes the application take the platform's present one.
    m_readPalette = [&application] {
        QApplication::setPalette(QPalette());
        return std::optional(schemeOfPalette(application.palette()));
    };
    application.installEventFilter(this);
    if (QGuiApplication::platformName() != QLatin1String("offscreen") && hasSessionBus())
        askPortal();
}

void DesktopScheme::setPaletteReader(std::function<std::optional<Scheme>()> reader)
{
    m_readPalette = std::move(reader);
}

std::optional<Scheme> DesktopScheme::schemeOfPortal(uint value)
{
    if (value == 1)
        return Scheme::Dark;
    return value == 2 ? std::optional(Scheme::Light) : std::nullopt;
}

void DesktopScheme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // D-Bus signals can be received by name only; the 1 says that the name is a slot's.
    bus.connect(kPortalService,
        kPortalPath,
        kPortalSettings,
        QStringLiteral("SettingChanged"),
        this,
        "1portalChanged(QString,QString,QDBusVariant)");
    QDBusMessage question = QDBusMessage::createMethodCall(
        kPortalService, kPortalPath, kPortalSettings, QStringLiteral("Read"));
    question << kAppearance << kColorScheme;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question, 2000), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError())
            takePortal(schemeOfPortal(plainNumber(QVariant::fromValue(reply.value()))));
        answer->deleteLater();
    });
}

void DesktopScheme::portalChanged(
    const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == kAppearance && key == kColorScheme)
        takePortal(schemeOfPortal(plainNumber(value.variant())));
}

void DesktopScheme::takePortal(std::optional<Scheme> scheme)
{
    const Scheme before = this->scheme();
    m_portal = scheme;
    if (this->scheme() != before)
        Q_EMIT changed();
}

bool DesktopScheme::eventFilter(QObject* watched, QEvent* event)
{
    // Sent to every window in turn; the first one does it, and our own reset must not count again.
    if (event->type() != QEvent::ThemeChange || m_reading || m_portal)
        return QObject::eventFilter(watched, event);
    const QScopedValueRollback reading(m_reading, true);
    m_palette = m_readPalette().value_or(m_palette);
    Q_EMIT changed();
    return QObject::eventFilter(watched, event);
}

} // namespace chengdan::ui
