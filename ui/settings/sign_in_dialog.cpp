// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sign_in_dialog.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/locale.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

constexpr int kLoginRole = Qt::UserRole + 1;
constexpr int kLockedRole = Qt::UserRole + 2;
constexpr int kPeopleShown = 6;

} // namespace

SignInDialog::SignInDialog(
    storage::Database& database, IdSource& ids, Options options, QWidget* parent)
    : QDialog(parent)
    , m_database(database)
    , m_signIn(database, ids)
    , m_options(std::move(options))
    , m_people(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_company(new QLabel)
    , m_passwordLabel(new QLabel)
    , m_password(new QLineEdit)
    , m_error(new QLabel)
    , m_enter(new QPushButton)
    , m_other(new QPushButton)
{
    setObjectName(QStringLiteral("signInDialog"));
    setWindowTitle(tr("Sign in"));
    build();
    fillPeople();
    m_wait.setInterval(1000);
    connect(&m_wait, &QTimer::timeout, this, &SignInDialog::countDown);
    connect(m_enter, &QPushButton::clicked, this, &SignInDialog::tryPassword);
    connect(m_other, &QPushButton::clicked, this, &SignInDialog::otherPersonWanted);
    connect(m_people->selectionModel(),
        &QItemSelectionModel::currentChanged,
        this,
        &SignInDialog::choose);
    choose();
}

void SignInDialog::build()
{
    setRole(m_company, "h2");
    m_company->setObjectName(QStringLiteral("signInCompany"));
    m_company->setText(m_options.companyName);
    m_company->setWordWrap(true);
    m_people->setObjectName(QStringLiteral("signInPeople"));
    m_people->setAccessibleName(tr("Who signs in"));
    m_people->setModel(m_model);
    m_people->setIconSize({18, 18});
    m_people->setSpacing(2);
    m_people->installEventFilter(this);
    setRole(m_passwordLabel, "label");
    m_passwordLabel->setText(tr("Password"));
    m_passwordLabel->setBuddy(m_password);
    m_password->setObjectName(QStringLiteral("signInPassword"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->installEventFilter(this);
    setRole(m_error, "err");
    m_error->setObjectName(QStringLiteral("signInError"));
    m_error->setWordWrap(true);
    m_enter->setObjectName(QStringLiteral("signInEnter"));
    m_enter->setText(m_options.onlyThatLogin ? tr("Unlock") : tr("Sign in"));
    m_enter->setAutoDefault(false);
    setKind(m_enter, "primary");
    m_other->setObjectName(QStringLiteral("signInOther"));
    m_other->setText(tr("Somebody else signs in"));
    m_other->setAutoDefault(false);
    setKind(m_other, "ghost");
    m_other->setVisible(m_options.onlyThatLogin);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 28, 28, 24);
    layout->setSpacing(metric::kSpace2);
    layout->addWidget(m_company);
    layout->addSpacing(metric::kSpace2);
    layout->addWidget(m_people);
    layout->addSpacing(metric::kSpace2);
    layout->addWidget(m_passwordLabel);
    layout->addWidget(m_password);
    layout->addWidget(m_error);
    layout->addSpacing(metric::kSpace2);
    layout->addWidget(m_enter);
    layout->addWidget(m_other);
    setFixedWidth(themePx(380));
}

void SignInDialog::fillPeople()
{
    const auto people = m_signIn.choices();
    if (!people) {
        showError(people.error());
        return;
    }
    int chosen = 0;
    for (const access::SignInChoice& person : *people) {
        if (m_options.onlyThatLogin && person.login != m_options.login)
            continue;
        const QString text = person.title.isEmpty()
            ? person.name
            : tr("%1 · %2", "name and job title").arg(person.name, person.title);
        auto* item = new QStandardItem(icon(QStringLiteral("user"), Token::Text2), text);
        item->setEditable(false);
        item->setData(person.login, kLoginRole);
        item->setData(person.hasPassword, kLockedRole);
        if (person.login == m_options.login)
            chosen = m_model->rowCount();
        m_model->appendRow(item);
    }
    const int rows = std::clamp(m_model->rowCount(), 1, kPeopleShown);
    m_people->setFixedHeight(rows * themePx(metric::kRow) + themePx(8));
    m_people->setCurrentIndex(m_model->index(chosen, 0));
}

QString SignInDialog::chosenLogin() const
{
    return m_people->currentIndex().data(kLoginRole).toString();
}

bool SignInDialog::chosenHasPassword() const
{
    return m_people->currentIndex().data(kLockedRole).toBool();
}

void SignInDialog::choose()
{
    m_password->clear();
    m_error->clear();
    m_wait.stop();
    m_enter->setEnabled(true);
    const bool locked = chosenHasPassword();
    m_passwordLabel->setVisible(locked);
    m_password->setVisible(locked);
}

void SignInDialog::tryPassword()
{
    if (!m_enter->isEnabled())
        return;
    auto session = m_signIn.signIn(chosenLogin(), m_password->text());
    if (!session) {
        showError(session.error());
        return;
    }
    m_session.emplace(std::move(*session));
    accept();
}

void SignInDialog::showError(const Error& error)
{
    m_error->setText(sentence(error, currentLanguage()));
    m_password->selectAll();
    m_password->setFocus(Qt::OtherFocusReason);
    if (error.code != QLatin1String("PASSWORD_WAIT"))
        return;
    m_secondsLeft = error.arg(QStringLiteral("seconds")).toInt();
    m_enter->setEnabled(false);
    m_wait.start();
}

void SignInDialog::countDown()
{
    if (--m_secondsLeft > 0) {
        m_error->setText(sentence(
            Error::make(
                "PASSWORD_WAIT", {}, {{QStringLiteral("seconds"), QString::number(m_secondsLeft)}}),
            currentLanguage()));
        return;
    }
    m_wait.stop();
    m_error->clear();
    m_enter->setEnabled(true);
}

void SignInDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (chosenHasPassword() && (m_options.onlyThatLogin || !m_options.login.isEmpty()))
        m_password->setFocus(Qt::OtherFocusReason);
    else
        m_people->setFocus(Qt::OtherFocusReason);
}

// Enter in the list goes to the password, or signs in where none is needed.
bool SignInDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && m_options.onlyThatLogin)
        return true; // a lock is not closed by a key
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return QDialog::eventFilter(watched, event);
    if (watched == m_people && chosenHasPassword())
        m_password->setFocus(Qt::OtherFocusReason);
    else
        tryPassword();
    return true;
}

} // namespace chengdan::ui
