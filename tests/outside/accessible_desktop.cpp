// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/outside/accessible_desktop.h"

#include "tests/support/catch.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>

#include <sys/prctl.h>

#include <csignal>

namespace chengdan::tests {

namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kStateFocusable = 11; // AtspiStateType
constexpr int kStateFocused = 12;
constexpr int kStateShowing = 25;

const QString kAccessible = QStringLiteral("org.a11y.atspi.Accessible");
const QString kBusConnection = QStringLiteral("chengdan-accessibility");

QDBusMessage ask(const QDBusConnection& bus,
    const Accessible& object,
    const QString& interface,
    const QString& method,
    const QVariantList& arguments = {})
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(object.program, object.path, interface, method);
    call.setArguments(arguments);
    return bus.call(call, QDBus::Block, kPatienceMs);
}

QVariant property(const QDBusConnection& bus, const Accessible& object, const char* name)
{
    const QDBusMessage reply = ask(bus,
        object,
        QStringLiteral("org.freedesktop.DBus.Properties"),
        QStringLiteral("Get"),
        {kAccessible, QString::fromLatin1(name)});
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return {};
    return reply.arguments().front().value<QDBusVariant>().variant();
}

Accessible readReference(const QDBusArgument& argument)
{
    Accessible object;
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> object.program >> path;
    argument.endStructure();
    object.path = path.path();
    return object;
}

} // namespace

AccessibleDesktop::AccessibleDesktop()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    REQUIRE(m_folder.isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        m_environment.insert(QString::fromLatin1(name), m_folder.path());
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
    m_environment.insert(QStringLiteral("TMPDIR"), m_folder.path());
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    m_environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    m_environment.remove(QStringLiteral("AT_SPI_BUS_ADDRESS"));

    const auto firstLine = [](QProcess& process) {
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(kPatienceMs))
                FAIL(process.program().toStdString()
                    << " does not start: " << process.readAllStandardError().toStdString());
        }
        return QString::fromLatin1(process.readLine()).trimmed();
    };
    QProcess& screen = launch(QStringLiteral("Xvfb"),
        {QStringLiteral("-displayfd"),
            QStringLiteral("1"),
            QStringLiteral("-screen"),
            QStringLiteral("0"),
            QStringLiteral("1440x900x24"),
            QStringLiteral("-nolisten"),
            QStringLiteral("tcp")});
    m_environment.insert(QStringLiteral("DISPLAY"), QLatin1Char(':') + firstLine(screen));
    QProcess& session = launch(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--session"),
            QStringLiteral("--nofork"),
            QStringLiteral("--print-address=1")});
    const QString address = firstLine(session);
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), address);

    const QString sessionName = kBusConnection + QStringLiteral("-session");
    QDBusMessage reply;
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(address, sessionName);
        REQUIRE(bus.isConnected());
        reply = ask(bus,
            {QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus")},
            QStringLiteral("org.a11y.Bus"),
            QStringLiteral("GetAddress"));
    }
    QDBusConnection::disconnectFromBus(sessionName);
    INFO(reply.errorMessage().toStdString());
    REQUIRE(reply.type() == QDBusMessage::ReplyMessage);
    m_bus = QDBusConnection::connectToBus(reply.arguments().front().toString(), kBusConnection);
    REQUIRE(m_bus.isConnected());
}

AccessibleDesktop::~AccessibleDesktop()
{
    QDBusConnection::disconnectFromBus(kBusConnection);
    while (!m_processes.empty()) { // the screen and the bus last
        m_processes.back()->terminate();
        if (!m_processes.back()->waitForFinished(5000))
            m_processes.back()->kill();
        m_processes.back()->waitForFinished();
        m_processes.pop_back();
    }
}

QProcess& AccessibleDesktop::launch(const QString& program, const QStringList& arguments)
{
    QProcess& process = *m_processes.emplace_back(std::make_unique<QProcess>());
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder.path());
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(program, arguments);
    if (!process.waitForStarted(kPatienceMs))
        FAIL(
            program.toStdString() << " cannot be started: " << process.errorString().toStdString());
    return process;
}

void AccessibleDesktop::start(const QString& program, const QStringList& arguments)
{
    launch(program, arguments).closeReadChannel(QProcess::StandardOutput);
}

QString AccessibleDesktop::run(const QString& program, const QStringList& arguments)
{
    QProcess& process = launch(program, arguments);
    REQUIRE(process.waitForFinished(kPatienceMs));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    REQUIRE(process.exitCode() == 0);
    const QString written = QString::fromUtf8(process.readAllStandardOutput());
    m_processes.pop_back();
    return written;
}

std::vector<Accessible> AccessibleDesktop::programs() const
{
    const Accessible root{QStringLiteral("org.a11y.atspi.Registry"),
        QStringLiteral("/org/a11y/atspi/accessible/root")};
    std::vector<Accessible> found;
    const QDBusMessage reply = ask(m_bus, root, kAccessible, QStringLiteral("GetChildren"));
    if (reply.type() != QDBusMessage::ReplyMessage)
        return found;
    const auto list = reply.arguments().front().value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd())
        found.push_back(readReference(list));
    list.endArray();
    return found;
}

qint64 AccessibleDesktop::childCount(const Accessible& object) const
{
    return property(m_bus, object, "ChildCount").toLongLong();
}

Accessible AccessibleDesktop::child(const Accessible& object, qint64 at) const
{
    const QDBusMessage reply =
        ask(m_bus, object, kAccessible, QStringLiteral("GetChildAtIndex"), {static_cast<int>(at)});
    if (reply.type() != QDBusMessage::ReplyMessage)
        return {};
    return readReference(reply.arguments().front().value<QDBusArgument>());
}

AccessibleLook AccessibleDesktop::look(const Accessible& object) const
{
    AccessibleLook look;
    look.name = property(m_bus, object, "Name").toString();
    const QDBusMessage role = ask(m_bus, object, kAccessible, QStringLiteral("GetRoleName"));
    if (role.type() == QDBusMessage::ReplyMessage)
        look.role = role.arguments().front().toString();
    const QDBusMessage states = ask(m_bus, object, kAccessible, QStringLiteral("GetState"));
    if (states.type() == QDBusMessage::ReplyMessage) {
        QList<uint> words;
        states.arguments().front().value<QDBusArgument>() >> words;
        const auto has = [&words](int state) {
            return state / 32 < words.size() && (words[state / 32] >> (state % 32) & 1) != 0;
        };
        look.focusable = has(kStateFocusable);
        look.focused = has(kStateFocused);
        look.showing = has(kStateShowing);
    }
    return look;
}

bool AccessibleDesktop::walk(const Accessible& object,
    const std::function<bool(const Accessible&, const AccessibleLook&)>& visit,
    qint64 most) const
{
    const AccessibleLook seen = look(object);
    if (!visit(object, seen))
        return false;
    const qint64 children = childCount(object);
    const qint64 visited =
        seen.role == QLatin1String("table") ? std::min(children, most) : children;
    for (qint64 at = 0; at < visited; ++at) {
        const Accessible below = child(object, at);
        if (!below.path.isEmpty() && below.path != QStringLiteral("/org/a11y/atspi/null")
            && !walk(below, visit, most))
            return false;
    }
    return true;
}

} // namespace chengdan::tests
