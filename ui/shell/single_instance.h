// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QLockFile;

namespace chengdan::ui {

class LocalCallListener;

/// One program per company file. The first one holds a lock and listens; a second one hands over
/// its request and ends.
///
///     SingleInstance instance(companyFile);
///     if (!instance.isFirst()) return instance.callFirst(QStringLiteral("raise")) ? 0 : 1;
///     connect(&instance, &SingleInstance::called, &window, …raise…);
class SingleInstance : public QObject {
    Q_OBJECT
public:
    /// `name` tells companies apart: the absolute path of the data file. The lock lies in
    /// `lockFolder`.
    SingleInstance(const QString& name, const QString& lockFolder, QObject* parent = nullptr);
    ~SingleInstance() override;
    bool isFirst() const { return m_first; }
    /// Sends a message to the running program; false when it does not answer within 2 s.
    bool callFirst(const QString& message) const;
    /// Lets the next program be the first: this one has no window any more and only ends what it
    /// still does.
    void release();

Q_SIGNALS:
    void called(const QString& message);

private:
    QString m_server;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<LocalCallListener> m_listen;
    bool m_first = false;
};

} // namespace chengdan::ui
