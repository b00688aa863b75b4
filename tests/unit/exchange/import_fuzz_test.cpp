// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/reader_checks.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

using namespace chengdan;

namespace {

/// The same numbers on every machine.
class MutationSource {
public:
    int below(qsizetype limit)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>(
            (m_state >> 33) % static_cast<quint64>(std::max<qsizetype>(1, limit)));
    }

private:
    quint64 m_state = 20'261'122;
};

std::vector<QByteArray> corpusOf(const char* reader)
{
    QDir folder(QStringLiteral(CHENGDAN_SOURCE_DIR "/tests/data/fuzz/") + QLatin1String(reader));
    std::vector<QByteArray> inputs;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        inputs.push_back(file.readAll());
    }
    REQUIRE_FALSE(inputs.empty());
    return inputs;
}

/// One input with a few bytes changed, cut, doubled or put in from another.
QByteArray mutated(const std::vector<QByteArray>& corpus, MutationSource& random)
{
    QByteArray bytes =
        corpus[static_cast<std::size_t>(random.below(static_cast<qsizetype>(corpus.size())))];
    const QByteArray& other =
        corpus[static_cast<std::size_t>(random.below(static_cast<qsizetype>(corpus.size())))];
    for (int step = random.below(6); step >= 0; --step) {
        const int at = random.below(bytes.size() + 1);
        const int length = random.below(24);
        switch (random.below(5)) {
        case 0:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(random.below(256));
            break;
        case 1:
            bytes.remove(at, length);
            break;
        case 2:
            bytes.insert(at, bytes.mid(random.below(bytes.size() + 1), length));
            break;
        case 3:
            bytes.insert(at, other.mid(random.below(other.size() + 1), length));
            break;
        default:
            bytes.insert(at, static_cast<char>("\"\t\n\r,;<>\0\xFF"[random.below(10)]));
            break;
        }
    }
    return bytes;
}

void checkReader(const char* reader, void (*check)(const QByteArray&), int rounds)
{
    const std::vector<QByteArray> corpus = corpusOf(reader);
    MutationSource random;
    const auto run = [&](const QByteArray& bytes) {
        try {
            check(bytes);
        } catch (const std::exception& broken) {
            FAIL(reader << ": " << broken.what() << " at " << bytes.toHex().toStdString());
        }
    };
    for (const QByteArray& bytes : corpus)
        run(bytes);
    for (int round = 0; round < rounds; ++round)
        run(mutated(corpus, random));
}

} // namespace

// How long one input may take is asked by scripts/fuzz, which has the machine to itself.
TEST_CASE("inputs made to break a reader give an answer or an error", "[exchange][fuzz]")
{
    checkReader("csv", &tests::checkCsvBytes, 4000);
    checkReader("encoding", &tests::checkEncodingBytes, 4000);
    checkReader("paste", &tests::checkPastedBytes, 4000);
    checkReader("sheet", &tests::checkSheetBytes, 4000);
    checkReader("xlsx", &tests::checkXlsxBytes, 2000);
}
