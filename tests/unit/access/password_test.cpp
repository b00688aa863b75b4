// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/audit.h"
#include "core/access/audit_triggers.h"
#include "core/access/password.h"
#include "tests/support/company_fixture.h"

using namespace chengdan;
using access::AuditAct;
using access::Role;
using access::RoleScope;
using tests::CompanyFixture;
using tests::value;

namespace {

const QString kSecret = QStringLiteral("lao-wang-8");

struct LockedCompany : CompanyFixture {
    LockedCompany()
        : CompanyFixture({&schema::describe<access::AuditEntry>()})
    {
        value(access::prepareAccess(*database));
    }
    access::SignInService signIn() { return access::SignInService(*database, ids); }
    void wait(qint64 milliseconds)
    {
        clock.set(
            Instant::fromMilliseconds(clock.now().milliseconds() + milliseconds), clock.today());
    }
    QString refusal(const QString& password)
    {
        const auto session = signIn().signIn({}, password);
        return session ? QString() : session.error().code;
    }
};

} // namespace

TEST_CASE("a password is kept as Argon2id text with its own salt", "[access][password]")
{
    const QString one = access::hashPassword(kSecret);
    const QString two = access::hashPassword(kSecret);
    CHECK(one.startsWith(QStringLiteral("$argon2id$v=19$m=65536,t=2,p=1$")));
    CHECK(one != two);
    CHECK(access::matchesPassword(one, kSecret));
    CHECK_FALSE(access::matchesPassword(one, QStringLiteral("lao-wang-9")));
    CHECK_FALSE(access::matchesPassword(QStringLiteral("nonsense"), kSecret));
    // typed with the input method in full-width mode
    CHECK(access::matchesPassword(one, QStringLiteral("ｌａｏ－ｗａｎｇ－８")));
}

TEST_CASE("without any password the file opens at once", "[access][password]")
{
    LockedCompany company;
    CHECK_FALSE(value(company.signIn().isNeeded()));
    CHECK(company.signIn().signIn({}, {}));
}

TEST_CASE("who has a password signs in with it and with nothing else", "[access][password]")
{
    LockedCompany company;
    const auto context = company.asOwner();
    value(access::PasswordService(context).change({}, kSecret));
    CHECK(value(company.signIn().isNeeded()));
    CHECK(company.refusal({}) == QStringLiteral("PASSWORD_NEEDED"));
    CHECK(company.refusal(QStringLiteral("guess")) == QStringLiteral("PASSWORD_WRONG"));
    CHECK(company.refusal(kSecret).isEmpty());
    const auto choices = value(company.signIn().choices());
    REQUIRE(choices.size() == 1);
    CHECK(choices[0].hasPassword);
    // and it never stands anywhere in the clear
    CHECK(company.count("SELECT count(*) FROM _password WHERE hash LIKE '$argon2id$%'") == 1);
    CHECK(
        company.count("SELECT count(*) FROM audit_entry WHERE new_values LIKE '%lao-wang%'") == 0);
    CHECK(company.count("SELECT count(*) FROM _op WHERE old LIKE '%argon2%'") == 0);
}

TEST_CASE("from the third wrong password on each makes the next wait longer, also after a restart",
    "[access][password]")
{
    CHECK(access::waitAfterFailures(2) == 0);
    CHECK(access::waitAfterFailures(3) == 5'000);
    CHECK(access::waitAfterFailures(4) == 10'000);
    CHECK(access::waitAfterFailures(400) == 60'000);

    LockedCompany company;
    const auto context = company.asOwner();
    value(access::PasswordService(context).change({}, kSecret));
    for (int i = 0; i < 3; ++i)
        CHECK(company.refusal(QStringLiteral("guess")) == QStringLiteral("PASSWORD_WRONG"));
    CHECK(company.refusal(kSecret) == QStringLiteral("PASSWORD_WAIT"));
    const auto waiting = company.signIn().signIn({}, kSecret);
    REQUIRE_FALSE(waiting);
    CHECK(waiting.error().arg(QStringLiteral("seconds")) == QStringLiteral("5"));
    company.wait(4'999);
    CHECK(company.refusal(kSecret) == QStringLiteral("PASSWORD_WAIT"));
    company.wait(1);
    CHECK(company.refusal(QStringLiteral("guess")) == QStringLiteral("PASSWORD_WRONG"));
    company.wait(9'999);
    CHECK(company.refusal(kSecret) == QStringLiteral("PASSWORD_WAIT"));
    company.wait(1);
    CHECK(company.refusal(kSecret).isEmpty());
    CHECK(company.refusal(QStringLiteral("guess")) == QStringLiteral("PASSWORD_WRONG"));
    CHECK(company.refusal(kSecret).isEmpty()); // the count began anew
}

TEST_CASE("sign-ins and refusals are in the audit", "[access][password][audit]")
{
    LockedCompany company;
    const auto context = company.asOwner();
    value(access::PasswordService(context).change({}, kSecret));
    (void)company.refusal(QStringLiteral("guess"));
    (void)company.refusal(kSecret);
    const auto entries = value(access::AuditService(context).entries());
    REQUIRE(entries.size() >= 3);
    CHECK(entries[0].act == AuditAct::SignIn);
    CHECK(entries[1].act == AuditAct::SignInRefused);
    CHECK(entries[2].act == AuditAct::Password);
}

TEST_CASE("a password is changed against the present one only, and taken away by an administrator",
    "[access][password]")
{
    LockedCompany company;
    const auto rep = company.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    const auto context = company.as(rep);
    access::PasswordService passwords(context);
    const auto tooShort = passwords.change({}, QStringLiteral("12345"));
    REQUIRE_FALSE(tooShort);
    CHECK(tooShort.error().code == QStringLiteral("PASSWORD_SHORT"));
    value(passwords.change({}, kSecret));
    const auto without = passwords.change({}, QStringLiteral("another-one"));
    REQUIRE_FALSE(without);
    CHECK(without.error().code == QStringLiteral("PASSWORD_NEEDED"));
    value(passwords.change(kSecret, QStringLiteral("another-one")));
    CHECK(company.signIn().signIn(QStringLiteral("li"), QStringLiteral("another-one")));

    const auto refused = passwords.clear(company.owner->id());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERMISSION"));
    const auto owner = company.asOwner();
    value(access::PasswordService(owner).clear(rep.id()));
    CHECK_FALSE(value(company.signIn().hasPassword(rep.id())));
    CHECK(company.signIn().signIn(QStringLiteral("li"), {}));
}

TEST_CASE("a password of somebody who left asks nobody any more", "[access][password]")
{
    LockedCompany company;
    const auto rep = company.join("li", {CompanyFixture::role(Role::Sales, RoleScope::Own)});
    const auto context = company.as(rep);
    value(access::PasswordService(context).change({}, kSecret));
    CHECK(value(company.signIn().isNeeded()));
    const auto owner = company.asOwner();
    value(access::PeopleService(owner).setActive(rep.id(), false));
    CHECK_FALSE(value(company.signIn().isNeeded()));
    const auto refused = company.signIn().signIn(QStringLiteral("li"), kSecret);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("PERSON_INACTIVE"));
}
