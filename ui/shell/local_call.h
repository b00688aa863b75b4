// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace chengdan::ui {

/// Hears what other programs of the same person on this PC say to a name: a socket in the file
/// system, or a named pipe on Windows. Qt's own local sockets come with its whole network library,
/// which takes every start longer to load than the first page to be painted.
class LocalCallListener : public QObject {
    Q_OBJECT
public:
    /// `name` is the path of the socket; what lies there is replaced. Nobody is heard when that
    /// cannot be made.
    explicit LocalCallListener(const QString& name, QObject* parent = nullptr);
    ~LocalCallListener() override;

Q_SIGNALS:
    void called(const QString& message);

private:
    void take();
    class Ends;
    std::unique_ptr<Ends> m_ends;
};

/// Says `message` to the name; false when nobody took it within `timeoutMs`.
bool callLocally(const QString& name, const QString& message, int timeoutMs);

} // namespace chengdan::ui
