// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

// Zone and locale are fixed here, so that no test depends on the PC it runs on.
int main(int argc, char** argv)
{
    setenv("TZ", "Asia/Shanghai", 1);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
