// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace chengdan::tests {

/// One object of a program's accessibility tree, by its place on the accessibility bus.
struct Accessible {
    QString program; ///< bus name
    QString path;
    friend bool operator==(const Accessible&, const Accessible&) = default;
};

/// What a screen reader is told of an object.
struct AccessibleLook {
    QString name;
    QString role; ///< as AT-SPI calls it: "push button"
    bool focusable = false;
    bool focused = false;
    bool showing = false;
};

/// A desktop without a screen: an X server, a session bus and the accessibility bus that belongs to
/// it, all ended with this object. Programs started on it offer their tree as to a screen reader.
/// The names of roles and states are those of the AT-SPI 2 D-Bus interfaces (at-spi2-core, xml/).
class AccessibleDesktop {
public:
    AccessibleDesktop();
    ~AccessibleDesktop();
    AccessibleDesktop(const AccessibleDesktop&) = delete;
    AccessibleDesktop& operator=(const AccessibleDesktop&) = delete;

    /// An empty folder that is the home of everything started here.
    QString folder() const { return m_folder.path(); }
    void start(const QString& program, const QStringList& arguments);
    /// Runs a program to its end, fails the case unless it ends well, and answers what it wrote.
    QString run(const QString& program, const QStringList& arguments);

    /// The programs that offer a tree; empty while there is none.
    std::vector<Accessible> programs() const;
    qint64 childCount(const Accessible& object) const;
    Accessible child(const Accessible& object, qint64 at) const;
    AccessibleLook look(const Accessible& object) const;
    /// Calls `visit` with the object and everything below it, depth first, until it answers false
    /// for one. Of tables, which may have millions of cells, the first `most` children are visited.
    bool walk(const Accessible& object,
        const std::function<bool(const Accessible&, const AccessibleLook&)>& visit,
        qint64 most = 200) const;

private:
    QProcess& launch(const QString& program, const QStringList& arguments);
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    QDBusConnection m_bus{QString()};
};

} // namespace chengdan::tests
