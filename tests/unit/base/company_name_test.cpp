// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/company_name.h"
#include "tests/support/catch.h"

using namespace chengdan;

TEST_CASE("two spellings of one company have one key", "[base][company-name]")
{
    const auto [one, other] = GENERATE(table<QString, QString>({
        {QStringLiteral("宁波精密机械有限公司"), QStringLiteral("宁波市精密机械有限公司")},
        {QStringLiteral("宁波精密机械有限公司"), QStringLiteral("浙江省宁波市精密机械有限公司")},
        {QStringLiteral("宁波精密机械有限公司"), QStringLiteral("浙江宁波精密机械股份有限公司")},
        {QStringLiteral("宁波精密机械有限公司"), QStringLiteral("宁波（精密）机械 有限责任公司")},
        {QStringLiteral("宁波精密机械有限公司"), QStringLiteral("宁波精密机械(集团)股份有限公司")},
        {QStringLiteral("上海远东电器有限公司"), QStringLiteral("上海市远东电器")},
        {QStringLiteral("广西柳州齿轮厂"), QStringLiteral("广西壮族自治区柳州市齿轮厂")},
        {QStringLiteral("吉林省长春市客车厂"), QStringLiteral("长春客车厂")},
        {QStringLiteral("义乌小商品城"), QStringLiteral("义乌市小商品城有限公司")},
        {QStringLiteral("德清县轴承厂"), QStringLiteral("德清轴承厂")},
        {QStringLiteral("苏州ABC电子"), QStringLiteral("苏州ａｂｃ电子有限公司")},
        {QStringLiteral("Prince Tools Co., Ltd."), QStringLiteral("ＰＲＩＮＣＥ　tools")},
        {QStringLiteral("Haas GmbH"), QStringLiteral("HAAS")},
        {QStringLiteral("Acme Company Limited"), QStringLiteral("Acme Inc.")},
    }));
    INFO(one.toStdString() << " / " << other.toStdString());
    CHECK(companyNameKey(one) == companyNameKey(other));
}

TEST_CASE("different companies keep different keys", "[base][company-name]")
{
    const auto [one, other] = GENERATE(table<QString, QString>({
        {QStringLiteral("宁波精密机械有限公司"), QStringLiteral("宁波精工机械有限公司")},
        {QStringLiteral("宁波精密机械有限公司"), QStringLiteral("杭州精密机械有限公司")},
        {QStringLiteral("浙江精密机械有限公司"), QStringLiteral("江苏精密机械有限公司")},
        {QStringLiteral("浙江精密机械有限公司"), QStringLiteral("精密机械有限公司")},
        {QStringLiteral("城市之光"), QStringLiteral("城之光")},
        {QStringLiteral("市政工程公司"), QStringLiteral("政工程公司")},
        {QStringLiteral("Prince"), QStringLiteral("Pr")},
        {QStringLiteral("吉林化工"), QStringLiteral("化工")},
        {QStringLiteral("公司"), QStringLiteral("集团")},
        {QStringLiteral("Inc"), QString()},
    }));
    INFO(one.toStdString() << " / " << other.toStdString());
    CHECK(companyNameKey(one) != companyNameKey(other));
}

TEST_CASE("a key is the key of itself", "[base][company-name]")
{
    for (const QString& name : {QStringLiteral("浙江省宁波市精密机械有限公司"),
             QStringLiteral("Acme Co., Ltd."),
             QStringLiteral("上海市市北机电（集团）")}) {
        const QString key = companyNameKey(name);
        CHECK(companyNameKey(key) == key);
    }
}
