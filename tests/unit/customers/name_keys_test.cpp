// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customers/name_keys.h"
#include "tests/support/catch.h"

using namespace chengdan;

TEST_CASE("a mnemonic is the pinyin initials of a name", "[customers][names]")
{
    const auto [name, initials] = GENERATE(table<QString, QString>({
        {QStringLiteral("宁波精密"), QStringLiteral("NBJM")},
        {QStringLiteral("上海远东机械"), QStringLiteral("SHYDJX")},
        {QStringLiteral("苏州ABC电子２厂"), QStringLiteral("SZABCDZ2C")},
        {QStringLiteral("阿坝啊哦"), QStringLiteral("ABAO")},
        {QStringLiteral("深圳鑫威"), QStringLiteral("SZXW")},
        {QStringLiteral("重庆重型机床"), QStringLiteral("CQZXJC")},
        {QStringLiteral("东莞甬晟"), QStringLiteral("DGYS")},
        {QStringLiteral("座做作"), QStringLiteral("ZZZ")},
        {QStringLiteral("（）—"), QString()},
    }));
    CHECK(customers::mnemonicOf(name) == initials);
}

TEST_CASE("names that differ only in form have one key", "[customers][names]")
{
    const QString key = customers::nameKeyOf(QStringLiteral("宁波精密机械有限公司"));
    const auto variant = GENERATE(QStringLiteral("宁波市精密机械有限公司"),
        QStringLiteral("宁波精密机械股份有限公司"),
        QStringLiteral("宁波精密机械"),
        QStringLiteral("宁波（精密）机械 有限责任公司"),
        QStringLiteral("宁波(精密)机械公司"));
    CHECK(customers::nameKeyOf(variant) == key);
    CHECK(customers::nameKeyOf(QStringLiteral("宁波精工机械有限公司")) != key);
}

TEST_CASE("Latin names lose their legal form at the end only", "[customers][names]")
{
    CHECK(customers::nameKeyOf(QStringLiteral("Prince Tools Co., Ltd."))
        == customers::nameKeyOf(QStringLiteral("ＰＲＩＮＣＥ　tools")));
    CHECK(customers::nameKeyOf(QStringLiteral("Prince")) == QStringLiteral("PRINCE"));
    CHECK(customers::nameKeyOf(QStringLiteral("公司")) == QStringLiteral("公司"));
}

TEST_CASE("a phone key is the digits without the country", "[customers][names]")
{
    CHECK(customers::phoneKeyOf(QStringLiteral("+86 574-8765 4321"))
        == QStringLiteral("57487654321"));
    CHECK(customers::phoneKeyOf(QStringLiteral("１３８００１３８０００"))
        == QStringLiteral("13800138000"));
}
