// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/keychain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <qt6keychain/keychain.h>

namespace chengdan::ui {

namespace {

constexpr QLatin1String kService("chengdan");

QJsonObject storedPasswords(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                      : QJsonObject();
}

// The rights come before the content: nobody else reads it at any moment.
bool storePasswords(const QString& path, const QJsonObject& passwords)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return false;
    file.write(QJsonDocument(passwords).toJson());
    return file.commit();
}

bool keepInFile(const QString& path, const QString& key, const QString& password)
{
    QJsonObject passwords = storedPasswords(path);
    passwords.insert(key, password);
    return storePasswords(path, passwords);
}

void removeFromFile(const QString& path, const QString& key)
{
    QJsonObject passwords = storedPasswords(path);
    if (!passwords.contains(key))
        return;
    passwords.remove(key);
    if (passwords.isEmpty())
        QFile::remove(path);
    else
        storePasswords(path, passwords);
}

} // namespace

Keychain::Keychain(QString file, bool useKeyring, QObject* parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_useKeyring(useKeyring)
{
}

QString Keychain::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/chengdan/passwords.json");
}

void Keychain::read(const QString& key, QObject* context, Found done)
{
    const QString inFile = storedPasswords(m_file).value(key).toString();
    if (!m_useKeyring || !inFile.isEmpty()) {
        done(inFile, inFile.isEmpty() ? Place::Nowhere : Place::File);
        return;
    }
    auto* job = new QKeychain::ReadPasswordJob(kService, this);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        const bool found = job->error() == QKeychain::NoError && !job->textData().isEmpty();
        done(found ? job->textData() : QString(), found ? Place::Keyring : Place::Nowhere);
    });
    job->start();
}

void Keychain::write(const QString& key, const QString& password, QObject* context, Kept done)
{
    const auto intoFile = [file = m_file, key, password] {
        return keepInFile(file, key, password) ? Place::File : Place::Nowhere;
    };
    if (!m_useKeyring) {
        done(intoFile());
        return;
    }
    auto* job = new QKeychain::WritePasswordJob(kService, this);
    job->setKey(key);
    job->setTextData(password);
    connect(job,
        &QKeychain::Job::finished,
        context,
        [job, intoFile, file = m_file, key, done = std::move(done)] {
            if (job->error() == QKeychain::NoError) {
                removeFromFile(file, key); // from a day without a keyring
                done(Place::Keyring);
            } else if (job->error() == QKeychain::AccessDeniedByUser) {
                done(Place::Nowhere); // somebody who says no does not want a file either
            } else {
                done(intoFile());
            }
        });
    job->start();
}

void Keychain::forget(const QString& key)
{
    removeFromFile(m_file, key);
    if (!m_useKeyring)
        return;
    auto* job = new QKeychain::DeletePasswordJob(kService, this);
    job->setKey(key);
    job->start();
}

QString placeWords(Keychain::Place place, const QString& file)
{
    switch (place) {
    case Keychain::Place::Keyring:
        return QCoreApplication::translate("Sync", "The password is kept in the desktop's keyring");
    case Keychain::Place::File:
        return QCoreApplication::translate(
            "Sync", "No keyring runs here: the password is kept in %1, which only you can read")
            .arg(QDir::toNativeSeparators(file));
    case Keychain::Place::Nowhere:
        break;
    }
    return QCoreApplication::translate(
        "Sync", "The password could not be kept; it will be asked for at the next start");
}

} // namespace chengdan::ui
