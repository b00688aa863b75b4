// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/shared/text.h"
#include "ui/theme/tokens.h"

#include <QVariant>

#include <functional>
#include <span>
#include <vector>

namespace chengdan::ui {

/// How the raw value of a cell is stored and shown.
enum class CellKind {
    Text, ///< QString
    Money, ///< qint64 minor units at two places (fen): 1,234.50
    MoneyWhole, ///< qint64 fen, shown without .00 when the fen are zero; for 整元 columns
    Price, ///< qint64 at 1e-6, at least two places
    Quantity, ///< qint64 at 1e-6, as few places as needed
    Percent, ///< qint64 at 1e-6 (a Rate), one place
    Number, ///< qint64
    Date, ///< QDate: MM-dd in the current year, else yyyy-MM-dd
    Tag, ///< a status; ColumnSpec::look gives word and tone
    Person, ///< QString name, shown with an initials badge
};

/// How one cell looks. Filled from the kind, or by ColumnSpec::look.
struct CellLook {
    QString text;
    Tone tone = Tone::Neutral; ///< with `toned`: colour of the word; for a Tag: its colour
    bool toned = false; ///< the word itself takes the tone (overdue, negative)
    bool strong = false;
    QString icon; ///< drawn before the word, in the tone; e.g. "clock-alert" on overdue dates
    QString badge; ///< one or two letters in a frame before the word, e.g. the customer's grade
    QString accessible; ///< spoken text when it differs from `text`
};

/// One column of a list.
struct ColumnSpec {
    QString key = {}; ///< stable name: sort column, saved widths
    QString title = {};
    CellKind kind = CellKind::Text;
    int width = 120; ///< px at 100 %; the column with `stretch` takes what is left
    bool stretch = false;
    bool sortable = true;
    /// 0 always shown; 1 hides while the detail panel is open; 2 hides below 1360 px too.
    int priority = 0;
    bool subdued = false; ///< in text2, for columns that are read second
    bool total = false; ///< the footer shows the sum (ListSource::sums)
    bool hidden = false; ///< only in the column settings until the person shows it
    /// Makes the look from the raw value; empty: by kind. Runs once per cell looked at on the UI
    /// thread, and on a worker thread while rows are copied: it may use tr(), but no widget, no
    /// service and nothing that changes.
    std::function<CellLook(const QVariant& value)> look = {};
};

struct ListSort {
    QString column; ///< ColumnSpec::key
    bool descending = false;
    friend bool operator==(const ListSort&, const ListSort&) = default;
};

/// What a list shows now. Compared by value; a new request gives a new generation.
struct ListRequest {
    QString filter = {}; ///< typed text, trimmed; empty shows all
    QString sortColumn = {}; ///< ColumnSpec::key; empty: the source's own order
    bool descending = false;
    QVariantMap conditions = {}; ///< chips and views: column → value
    QList<ListSort> further = {}; ///< orders rows that are equal in sortColumn
    QString group = {}; ///< rows with the same value of this column stand together under a heading
    friend bool operator==(const ListRequest&, const ListRequest&) = default;
};

struct ListRow {
    qint64 key = 0;
    std::vector<QVariant> values; ///< raw, in the order of the columns
    bool muted = false; ///< first column in text3 (a lost opportunity)
};

struct ListSum {
    QString column; ///< ColumnSpec::key, or empty with `label`
    QString label; ///< shown before the figure; empty: "Total" or the column's title
    qint64 raw = 0;
};

/// The rows under one heading of a grouped list, counted in the keys without the headings.
struct ListGroup {
    qint64 first = 0;
    qint64 count = 0;
    QVariant value; ///< raw, as in the rows
    std::vector<ListSum> sums; ///< of the `total` columns
};

/// Figures of some chosen rows, for the footer.
struct ListBlock {
    QString column;
    qint64 rows = 0;
    qint64 count = 0; ///< rows that have a value
    qint64 raw = 0;
    bool known = false; ///< false when the column holds no numbers or the sum is too large
};

/// Where a windowed list gets its rows. The functions run on the loader's worker thread, never two
/// at a time, except where another thread is named; open a reader connection in the first call, not
/// in the constructor. The source is destroyed on the worker thread as well.
///
///     class CustomerSource : public ListSource {
///         Result<std::vector<qint64>> keys(const ListRequest& request) override
///         { return reader().keys(queryOf(request)); }            // rowids in display order
///         Result<std::vector<ListRow>> rows(std::span<const qint64> keys) override
///         { … }                                                   // any order; keys that are gone
///         are left out
///     };
class ListSource {
public:
    virtual ~ListSource() = default;
    /// All row keys (rowids, not ids) in display order.
    virtual Result<std::vector<qint64>> keys(const ListRequest& request) = 0;
    /// The first `count` keys, if that is much cheaper than keys(); empty: not offered.
    virtual Result<std::vector<qint64>> firstKeys(const ListRequest& request, int count);
    virtual Result<std::vector<ListRow>> rows(std::span<const qint64> keys) = 0;
    /// The headings of the keys just read, when the request asks for groups.
    virtual Result<std::vector<ListGroup>> groups(const ListRequest& request);
    /// From now on rows() may leave the other columns of moreColumns() empty.
    virtual void show(const QStringList& columns);
    /// Columns beyond those the page names, such as every further field of a described record. UI
    /// thread; asked again when the language changes.
    virtual std::vector<ColumnSpec> moreColumns() const;

    // On a second thread, beside the ones above, so that no page waits for a figure:
    /// Sums for the footer, over all rows of the request.
    virtual Result<std::vector<ListSum>> sums(const ListRequest& request);
    /// How many rows the request has; -1 when that is not known cheaply.
    virtual Result<qint64> count(const ListRequest& request);
    virtual Result<ListBlock> block(const QString& column, std::span<const qint64> keys);

    /// UI thread: how many rows the running query has found so far; -1 when that is not told.
    virtual qint64 found() const;
    /// UI thread: ends a running query early (sqlite3_interrupt); its answer is no longer wanted.
    virtual void interrupt() { }
    virtual void interruptFigures() { }
};

} // namespace chengdan::ui
