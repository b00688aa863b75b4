// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace chengdan::tests;

namespace {

class AttachmentFiles {
public:
    AttachmentFiles()
    {
        REQUIRE(run({QStringLiteral("init")}).exit == 0);
        const QString csv = file("customers.csv", "number,name\nC-1,宁波第一机械有限公司\n");
        REQUIRE(run({QStringLiteral("import"), QStringLiteral("customers"), csv}).exit == 0);
    }
    CtlRun run(QStringList arguments) const
    {
        arguments << QStringLiteral("--db") << path("company.chengdan") << QStringLiteral("--json");
        return ctl(arguments);
    }
    CtlRun attach(const QStringList& files) const
    {
        return run(QStringList{
                       QStringLiteral("attach"), QStringLiteral("customers"), QStringLiteral("C-1")}
            + files);
    }
    QJsonArray listed() const
    {
        const CtlRun run = this->run({QStringLiteral("attachments"),
            QStringLiteral("list"),
            QStringLiteral("customers"),
            QStringLiteral("C-1")});
        REQUIRE(run.exit == 0);
        return run.json()[QStringLiteral("result")][QStringLiteral("attachments")].toArray();
    }
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString file(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QFile::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("files are attached, listed, saved again and removed", "[cli][attachments]")
{
    const AttachmentFiles company;
    const QByteArray bytes(300'000, 'p');
    const CtlRun made = company.attach({company.file("图纸.pdf", "%PDF-1.7 " + bytes),
        company.file("照片.png", "\x89PNG\r\n\x1a\n" + bytes),
        QStringLiteral("--note"),
        QStringLiteral("三号线")});
    INFO(made.output.toStdString());
    REQUIRE(made.exit == 0);
    const QJsonArray attached =
        made.json()[QStringLiteral("result")][QStringLiteral("attached")].toArray();
    REQUIRE(attached.size() == 2);
    CHECK(
        attached[0][QStringLiteral("media_type")].toString() == QStringLiteral("application/pdf"));
    CHECK(attached[1][QStringLiteral("name")].toString() == QStringLiteral("照片.png"));
    const QJsonArray rows = company.listed();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][QStringLiteral("note")].toString() == QStringLiteral("三号线"));
    CHECK(rows[0][QStringLiteral("here")].toBool());
    CHECK_FALSE(rows[0][QStringLiteral("unsent")].toBool());

    const QString id = attached[0][QStringLiteral("id")].toString();
    const QStringList save{QStringLiteral("attachments"), QStringLiteral("save"), id};
    CHECK(company.run(save).exit == 2);
    const QStringList saveHere =
        save + QStringList{QStringLiteral("--to"), company.path("saved.pdf")};
    CHECK(company.run(saveHere).exit == 0);
    QFile saved(company.path("saved.pdf"));
    REQUIRE(saved.open(QFile::ReadOnly));
    CHECK(saved.readAll() == "%PDF-1.7 " + bytes);
    CHECK(company.run(saveHere).firstError() == QStringLiteral("FILE_EXISTS"));

    CHECK(company.run({QStringLiteral("backup"), company.path("copy.chengdan")})
              .json()[QStringLiteral("result")][QStringLiteral("attachments")]
              .toInt()
        == 2);
    CHECK(company.run({QStringLiteral("doctor")}).exit == 0);
    CHECK(company.run({QStringLiteral("attachments"), QStringLiteral("remove"), id}).exit == 0);
    CHECK(company.listed().size() == 1);
    CHECK(company.run(saveHere).firstError() == QStringLiteral("FILE_EXISTS"));
    CHECK(company.run(save + QStringList{QStringLiteral("--to"), company.path("again.pdf")})
              .firstError()
        == QStringLiteral("NOT_FOUND"));
    // What is damaged on the disk is found.
    QDir contents(company.path("company.chengdan.files"));
    REQUIRE(contents.entryList(QDir::Files).size() == 2);
    QFile damaged(contents.filePath(rows[0][QStringLiteral("sha256")].toString()));
    REQUIRE(damaged.open(QFile::ReadWrite));
    damaged.write("x");
    damaged.close();
    CHECK(
        company.run({QStringLiteral("doctor")}).firstError() == QStringLiteral("CONTENT_DAMAGED"));
}

TEST_CASE("what cannot be attached is refused with a sentence, and of several files none stays",
    "[cli][attachments]")
{
    const AttachmentFiles company;
    const QString good = company.file("a.txt", "a");
    CHECK(company.run({QStringLiteral("attach")}).exit == 2);
    CHECK(company.run({QStringLiteral("attachments"), QStringLiteral("show")}).exit == 2);
    const CtlRun missing = company.attach({good, company.path("none.pdf")});
    CHECK(missing.exit == 1);
    CHECK(missing.firstError() == QStringLiteral("ATTACHMENT_MISSING"));
    CHECK(missing.firstError("message").contains(QStringLiteral("none.pdf")));
    CHECK(company.attach({company.file("tool.exe", "x")}).firstError()
        == QStringLiteral("ATTACHMENT_EXECUTABLE"));
    CHECK(company.attach({company.file("empty.pdf", {})}).firstError()
        == QStringLiteral("CONTENT_EMPTY"));
    CHECK(
        company
            .run({QStringLiteral("attach"), QStringLiteral("stages"), QStringLiteral("lead"), good})
            .firstError()
        == QStringLiteral("ATTACHMENT_TARGET"));
    CHECK(company
              .run({QStringLiteral("attach"),
                  QStringLiteral("customers"),
                  QStringLiteral("C-9"),
                  good})
              .firstError()
        == QStringLiteral("NOT_FOUND"));
    CHECK(
        company
            .run(
                {QStringLiteral("attachments"), QStringLiteral("remove"), QStringLiteral("nobody")})
            .firstError()
        == QStringLiteral("ID_FORMAT"));
    CHECK(company.listed().isEmpty());
}
