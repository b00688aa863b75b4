// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace chengdan::ui {

/// Keeps passwords of servers: in the keyring of the desktop, and where none runs in a file that
/// only this user can read. Whoever calls says so to the person: see Place.
class Keychain : public QObject {
    Q_OBJECT
public:
    enum class Place {
        Keyring,
        File, ///< the fallback; see file()
        Nowhere, ///< could not be kept, or is not known
    };
    /// `useKeyring` false: only the file, for tests.
    explicit Keychain(QString file, bool useKeyring = true, QObject* parent = nullptr);

    /// Beside the settings of the window.
    static QString defaultFile();
    const QString& file() const { return m_file; }

    /// Calls `done` with the password, or with Place::Nowhere; at once or from the event loop, and
    /// never after `context` is gone.
    using Found = std::function<void(const QString& password, Place place)>;
    void read(const QString& key, QObject* context, Found done);
    using Kept = std::function<void(Place place)>;
    void write(const QString& key, const QString& password, QObject* context, Kept done);
    /// Takes it out of both places.
    void forget(const QString& key);

private:
    QString m_file;
    bool m_useKeyring;
};

/// What a person is told about where a password lies.
QString placeWords(Keychain::Place place, const QString& file);

} // namespace chengdan::ui
