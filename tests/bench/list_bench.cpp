// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/list_bench.h"

#include "core/pipeline/opportunity.h"
#include "tests/bench/baseline_list.h"
#include "tests/bench/our_list.h"
#include "tests/bench/stopwatch.h"
#include "ui/shared/list_delegate.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QPixmap>
#include <QProcess>
#include <QScrollBar>

namespace chengdan::bench {

namespace {

// As stored on both sides: names of referenced records would cost the baseline a join.
const QStringList& plainColumns()
{
    static const QStringList names = QStringLiteral(
        "name number amount currency probability expected_close next_step next_on opened_on "
        "entered_stage_on closed_on source competitor loss_reason loss_note remark")
                                         .split(QLatin1Char(' '));
    return names;
}

// Every row has a value: the program puts rows without one last, the baseline first.
const QString& firstOrder()
{
    static const QString name = QStringLiteral("expected_close");
    return name;
}

const QString& otherOrder()
{
    static const QString name = QStringLiteral("amount");
    return name;
}

// Stands in names of opportunities only, so that a search in one column finds the same.
const QString& typedWord()
{
    static const QString word = QStringLiteral("气动滑台本体");
    return word;
}

const schema::RecordType& opportunities()
{
    return schema::describe<pipeline::Opportunity>();
}

ui::ListRequest ordered(const QString& column)
{
    ui::ListRequest request;
    request.sortColumn = column;
    return request;
}

/// Both lists over one company file, and the program's look.
struct Lists {
    OpenedCompany company;
    BaselineList theirs;
    std::unique_ptr<OurList> ours;

    explicit Lists(const BenchPlace& place)
        : company(demoFile(place))
        , theirs(company.database().path(), QStringLiteral("opportunity"), plainColumns())
    {
        ui::Theme::instance().install(*qApp);
        ui::Theme::instance().setMode(ui::Theme::Mode::Light);
    }
    void makeOurs()
    {
        ours = std::make_unique<OurList>(company.database(), opportunities(), plainColumns());
    }
    void openOurs()
    {
        makeOurs();
        ours->open(ordered(firstOrder()));
        ours->waitForAll();
    }
    void openTheirs()
    {
        theirs.open(firstOrder());
        theirs.paint();
    }
    void checkRow(int ourRow, int theirRow)
    {
        for (const char* column : {"name", "number", "next_step"}) {
            const QString key = QLatin1String(column);
            const QString mine = ours->text(ourRow, key);
            const QString other = theirs.text(theirRow, key);
            if (mine != other)
                endBench(
                    QStringLiteral("row %1 is %2 here, %3 there").arg(ourRow).arg(mine, other));
        }
    }
    void checkAll()
    {
        const qint64 rows = theirs.rowCount();
        if (ours->model().recordCount() != rows)
            endBench(QStringLiteral("%1 rows here, %2 there")
                         .arg(ours->model().recordCount())
                         .arg(rows));
        for (const qint64 row : {qint64(0), rows / 3, rows / 2, rows - 1}) {
            if (row >= 0)
                checkRow(static_cast<int>(row), static_cast<int>(row));
        }
    }
    QString size() const { return QStringLiteral("%1 opportunities").arg(theirs.rowCount()); }
};

RatioRow rowOf(const char* id,
    std::vector<double> ours,
    std::vector<double> theirs,
    double limit,
    const QString& note)
{
    RatioRow row;
    row.id = QLatin1String(id);
    row.oursMs = median(std::move(ours));
    row.baselineMs = median(std::move(theirs));
    row.limit = limit;
    row.note = note;
    return row;
}

// Both find a connection open: the baseline its own, ours that of the list that was closed before.
std::vector<RatioRow> measureOpening(const BenchPlace& place)
{
    Lists lists(place);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int sample = 0; sample < 9; ++sample) {
        {
            const PlainLook plain;
            theirs.push_back(millisecondsOf(1, [&] { lists.openTheirs(); }));
            lists.theirs.hide();
        }
        ours.push_back(millisecondsOf(1, [&] {
            lists.makeOurs();
            lists.ours->open(ordered(firstOrder()));
        }));
        lists.ours->waitForAll();
        for (const int row : {0, 1, 17})
            lists.checkRow(row, row);
        lists.ours.reset();
    }
    return {rowOf("P1",
        std::move(ours),
        std::move(theirs),
        0.7,
        QStringLiteral(
            "a list of %1 until its first page is painted, what loads meanwhile counted; "
            "against QSqlTableModel and the stock delegate")
            .arg(place.rows))};
}

std::vector<RatioRow> measureJump(const BenchPlace& place)
{
    Lists lists(place);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int sample = 0; sample < 3; ++sample) {
        {
            const PlainLook plain;
            lists.openTheirs();
            theirs.push_back(millisecondsOf(1, [&] { lists.theirs.showLast(); }));
            lists.theirs.hide();
        }
        lists.openOurs();
        ours.push_back(millisecondsOf(1, [&] { lists.ours->showLast(); }));
        lists.checkAll();
        lists.ours.reset();
    }
    return {rowOf("P2",
        std::move(ours),
        std::move(theirs),
        limitAt(1.0 / 100, place.rows),
        QStringLiteral("to the last row of %1, keys loaded; against a fetchMore loop")
            .arg(lists.size()))};
}

std::vector<RatioRow> measureOrder(const BenchPlace& place)
{
    Lists lists(place);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int sample = 0; sample < 3; ++sample) {
        {
            const PlainLook plain;
            lists.openTheirs();
            theirs.push_back(millisecondsOf(1, [&] {
                lists.theirs.sortBy(otherOrder());
                lists.theirs.showLast();
            }));
            lists.theirs.hide();
        }
        lists.openOurs();
        ours.push_back(millisecondsOf(1, [&] {
            lists.ours->ask(ordered(otherOrder()));
            lists.ours->showLast();
        }));
        lists.checkAll();
        lists.ours.reset();
    }
    return {rowOf("P3",
        std::move(ours),
        std::move(theirs),
        1.0 / 30,
        QStringLiteral("%1 by another indexed column, to the last row; against QSqlTableModel")
            .arg(lists.size()))};
}

// Kilobytes of this process that are no file's: what a list adds to a PC.
qint64 ownKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        endBench(QStringLiteral("P4: the memory of a process cannot be read here"));
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').first().toLongLong();
    }
    endBench(QStringLiteral("P4: the memory of a process is not told here"));
}

double childMegabytes(const BenchPlace& place, const QString& side)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CHENGDAN_BENCH_ROWS"), QString::number(place.rows));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--list-memory"), side, QStringLiteral("--data"), place.folder});
    if (!child.waitForFinished(600'000) || child.exitCode() != 0)
        endBench(QStringLiteral("P4: the measured process failed"));
    return child.readAllStandardOutput().trimmed().toDouble() / 1024;
}

std::vector<RatioRow> measureMemory(const BenchPlace& place)
{
    demoFile(place);
    RatioRow row;
    row.id = QStringLiteral("P4");
    row.oursMs = childMegabytes(place, QStringLiteral("ours"));
    row.baselineMs = childMegabytes(place, QStringLiteral("baseline"));
    row.limit = 1.0 / 8;
    row.note = QStringLiteral("megabytes an open list of %1 adds to its process after a jump to "
                              "the last row, file pages left out; not milliseconds")
                   .arg(place.rows);
    return {row};
}

std::vector<RatioRow> measurePainting(const BenchPlace& place)
{
    Lists lists(place);
    const QStringList columns = plainColumns()
        + QStringList{QStringLiteral("customer"),
            QStringLiteral("contact"),
            QStringLiteral("stage"),
            QStringLiteral("owner")};
    OurList list(lists.company.database(), opportunities(), columns);
    QTableView stock;
    // All columns on the screen, most of their words too long for them.
    for (QTableView* view : {static_cast<QTableView*>(&list.view()), &stock}) {
        view->horizontalHeader()->setStretchLastSection(false);
        view->horizontalHeader()->setDefaultSectionSize(kListSize.width() / 21);
    }
    list.open(ordered(firstOrder()));
    list.waitForAll();
    stock.setModel(&list.model());
    stock.setWordWrap(false);
    stock.verticalHeader()->hide();
    stock.verticalHeader()->setDefaultSectionSize(
        list.view().verticalHeader()->defaultSectionSize());
    stock.setVerticalScrollMode(list.view().verticalScrollMode());
    stock.resize(kListSize);
    for (int column = 0; column < columns.size(); ++column) {
        list.view().setColumnWidth(column, kListSize.width() / 21);
        stock.setColumnWidth(column, kListSize.width() / 21);
    }
    constexpr int kPages = 6;
    const auto paintPages = [&](QTableView& view) {
        for (int page = 0; page < kPages; ++page) {
            view.scrollTo(list.model().index(page * 40, 0), QAbstractItemView::PositionAtTop);
            if (view.viewport()->grab().isNull())
                endBench(QStringLiteral("P5: nothing was painted"));
        }
    };
    for (int row = 0; row < kPages * 40 + 60; ++row)
        list.text(row, columns.front());
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int sample = 0; sample < 9; ++sample) {
        {
            const PlainLook plain;
            stock.show();
            paintPages(stock);
            theirs.push_back(millisecondsOf(1, [&] { paintPages(stock); }) / kPages);
            stock.hide();
        }
        paintPages(list.view());
        ours.push_back(millisecondsOf(1, [&] { paintPages(list.view()); }) / kPages);
        if (stock.rowAt(1) != list.view().rowAt(1)
            || stock.columnAt(kListSize.width() - 120)
                != list.view().columnAt(kListSize.width() - 120))
            endBench(QStringLiteral("P5: the two tables show other cells"));
    }
    return {rowOf("P5",
        std::move(ours),
        std::move(theirs),
        0.65,
        QStringLiteral("a page of 20 columns, mixed Chinese, elided; against the stock delegate on "
                       "the same model"))};
}

std::vector<RatioRow> measureFilter(const BenchPlace& place)
{
    Lists lists(place);
    std::vector<double> typed;
    std::vector<double> cleared;
    {
        const PlainLook plain;
        lists.openTheirs();
        lists.theirs.openProxy(QStringLiteral("name"));
        typed.push_back(millisecondsOf(1, [&] { lists.theirs.filter(typedWord()); }));
        lists.theirs.hide();
    }
    std::vector<double> ourTyped;
    std::vector<double> ourCleared;
    const ui::ListRequest all = ordered(firstOrder());
    ui::ListRequest some = all;
    some.filter = typedWord();
    for (int sample = 0; sample < 3; ++sample) {
        lists.openOurs();
        ourTyped.push_back(millisecondsOf(1, [&] { lists.ours->ask(some); }));
        lists.checkAll();
        ourCleared.push_back(millisecondsOf(1, [&] { lists.ours->ask(all); }));
    }
    const qint64 found = lists.theirs.rowCount();
    {
        const PlainLook plain;
        lists.theirs.show();
        cleared.push_back(millisecondsOf(1, [&] { lists.theirs.filter({}); }));
        lists.theirs.hide();
    }
    lists.checkAll();
    const QString note = QStringLiteral("%1 leaves %2 of %3; against QSortFilterProxyModel")
                             .arg(typedWord())
                             .arg(found)
                             .arg(lists.size());
    return {rowOf("P6 filter", std::move(ourTyped), std::move(typed), 1.0 / 20, note),
        rowOf("P6 clear", std::move(ourCleared), std::move(cleared), 1.0 / 20, note)};
}

} // namespace

int printListMemory(const BenchPlace& place, const QString& side)
{
    Lists lists(place);
    qint64 added = -ownKilobytes();
    if (side == QLatin1String("ours")) {
        lists.openOurs();
        lists.ours->showLast();
    } else {
        lists.openTheirs();
        lists.theirs.showLast();
    }
    added += ownKilobytes();
    std::fprintf(stdout, "%lld\n", added);
    return 0;
}

std::vector<BenchCase> listCases()
{
    return {{QStringLiteral("P1"), false, measureOpening},
        {QStringLiteral("P2"), false, measureJump},
        {QStringLiteral("P3"), false, measureOrder},
        {QStringLiteral("P4"), false, measureMemory},
        {QStringLiteral("P5"), false, measurePainting},
        {QStringLiteral("P6"), false, measureFilter}};
}

} // namespace chengdan::bench
