// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/password_prompt.h"

#include <QByteArray>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace chengdan::ctl {

bool canAskPassword()
{
#ifdef Q_OS_UNIX
    return isatty(STDIN_FILENO) != 0;
#else
    return false;
#endif
}

QString askPassword(const QString& prompt)
{
#ifdef Q_OS_UNIX
    termios shown{};
    if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &shown) != 0)
        return {};
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::fputs(prompt.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    QByteArray line(512, '\0');
    const char* read = std::fgets(line.data(), static_cast<int>(line.size()), stdin);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::fputc('\n', stderr);
    return read == nullptr ? QString() : QString::fromLocal8Bit(read).remove(QLatin1Char('\n'));
#else
    Q_UNUSED(prompt)
    return {};
#endif
}

} // namespace chengdan::ctl
