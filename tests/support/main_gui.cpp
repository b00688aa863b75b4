// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include <QApplication>
#include <QLocale>

#include <cstdlib>

// Widgets run on the offscreen platform unless the caller chose another one.
int main(int argc, char** argv)
{
    setenv("TZ", "Asia/Shanghai", 1);
    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    QApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
