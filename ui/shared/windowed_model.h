// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/list_loader.h"
#include "ui/shared/list_source.h"
#include "ui/shared/row_cache.h"

#include <QAbstractTableModel>
#include <QBasicTimer>
#include <QDate>

#include <memory>
#include <optional>
#include <set>

namespace chengdan::ui {

/// A table over a ListSource that holds row keys and a few pages of rows, whatever the size of the
/// list: eight bytes a row. Each request has a generation number; an answer of an older one is
/// dropped. The old rows stay until the new keys and their first page have come. An empty list
/// shows its first page as soon as that is read, and the keys are loaded when it has been painted.
///
/// A grouped request puts a heading row before the rows of each group; a heading has no key and can
/// be folded.
class WindowedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        SortRole = Qt::UserRole + 1, ///< raw value
        IdRole, ///< qint64 row key; 0 for a heading
        LookRole, ///< CellLook, for the delegate
        TagRole, ///< int(Tone) of the cell
        MutedRole, ///< bool
        GroupRole, ///< bool: a heading
    };

    /// `today` decides which dates are shown without their year.
    WindowedModel(std::unique_ptr<ListSource> source,
        std::vector<ColumnSpec> columns,
        QDate today,
        QObject* parent = nullptr);
    ~WindowedModel() override;

    /// Starts a query unless it is the one shown or under way.
    void setRequest(const ListRequest& request);
    const ListRequest& request() const { return m_request; }
    /// Asks again: rows may have come, gone or moved.
    void reload();
    /// Ends the query under way. The rows shown before stay, and so does their request, if they
    /// were read to the end.
    void cancel();
    /// Reads just these rows again; rows not in the list are ignored.
    void refreshKeys(std::span<const qint64> keys);
    /// New titles and words (after a language change); keys, order and rows stay.
    void setColumns(std::vector<ColumnSpec> columns);
    /// Which of the columns are looked at: the others are neither read nor made into words.
    void setShown(const QStringList& columns);

    const std::vector<ColumnSpec>& columns() const { return m_columns; }
    int columnOf(const QString& key) const;
    /// Nothing for a heading or a row that is not there.
    std::optional<qint64> keyAt(int row) const;
    /// Row of a key, or -1 when it is not in the list or folded away.
    int rowOf(qint64 key) const;
    /// How many records the list has, headings not counted, folded ones included.
    qint64 recordCount() const { return qint64(m_keys->size()); }
    /// The keys of these rows in order, headings left out.
    std::vector<qint64> keysOf(int firstRow, int lastRow) const;
    const std::vector<ListSum>& sums() const { return m_sums; }
    bool isLoading() const { return m_loading; }
    /// True once the first answer has come.
    bool isLoaded() const { return m_loaded; }
    /// True when all rows of an answer have come, not its first page alone.
    bool isWhole() const { return m_loaded && m_firstOf == 0; }
    quint64 generation() const { return m_generation; }
    /// The look of a cell, or null while its page is being read or for a heading.
    const CellLook* lookAt(int row, int column) const;
    bool isMuted(int row) const;
    ListLoader& loader() { return *m_loader; }

    bool isGrouped() const { return !m_groups.empty(); }
    bool isHeading(int row) const;
    bool isFolded(int row) const;
    /// Folds or opens the group of this row (a heading or one of its records).
    void setFolded(int row, bool folded);
    void setAllFolded(bool folded);
    /// The words of a heading: value and count.
    QString headingText(int row) const;
    /// A group's sum as shown in a column; empty when it has none.
    QString headingSum(int row, int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loadingChanged(bool loading);
    /// The rows of the present request stand in the model.
    void loaded();
    void sumsChanged();
    void failed(const chengdan::Error& error);

protected:
    bool event(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    struct Row {
        qint64 key = 0;
        std::vector<QVariant> values;
        std::vector<CellLook> looks; // made when the row is first looked at
        bool muted = false;
    };
    struct Group {
        std::size_t first = 0; // position of its first key
        std::size_t count = 0;
        QVariant value;
        std::vector<ListSum> sums;
        bool folded = false;
    };
    struct Place {
        std::size_t group = 0;
        std::optional<std::size_t> position; // in m_keys; nothing for a heading
    };

    void ask();
    void askRestWhenPainted();
    void takeKeys(
        quint64 generation, const ListKeys& keys, const std::vector<ListRow>& first, bool whole);
    void takeGroups(quint64 generation, const std::vector<ListGroup>& groups);
    void takeRows(quint64 generation, quint64 page, const std::vector<ListRow>& rows);
    void takeRefreshed(quint64 generation, const std::vector<ListRow>& rows);
    void takeSums(quint64 generation, const std::vector<ListSum>& sums);
    void takeError(quint64 generation, const Error& error);
    void wantPage(std::size_t page) const;
    void sendWanted();
    Row heldRow(const ListRow& read) const;
    void dress(Row& row) const;
    CellLook lookOf(int column, const QVariant& value) const;
    std::vector<Row> orderPage(std::size_t page, const std::vector<ListRow>& rows) const;
    void setLoading(bool loading);
    const Row* rowAt(std::size_t position) const;
    Place placeOf(int row) const;
    std::size_t groupAt(std::size_t position) const;
    int rowOfPosition(std::size_t position) const;
    void layGroups();
    QVariant headingData(int row, int column, int role) const;

    std::vector<ColumnSpec> m_columns;
    std::vector<bool> m_shown; // parallel to m_columns; empty: all
    QDate m_today;
    ListRequest m_request;
    ListRequest m_answered; // what the rows shown were asked with
    quint64 m_generation = 0;
    bool m_loading = false;
    bool m_loaded = false;
    ListKeys m_keys;
    std::vector<Group> m_groups;
    std::vector<Group> m_nextGroups; // of the keys about to come
    std::vector<int> m_headingRows; // row of each group's heading, and the row after the last
    quint64 m_firstOf = 0; // generation whose first page alone is shown
    std::vector<ListSum> m_sums;
    mutable RowCache<Row> m_cache;
    mutable std::set<std::size_t> m_wanted;
    mutable std::set<std::size_t> m_asked;
    mutable bool m_sendPending = false;
    QBasicTimer m_painting; // runs out when the rows announced have been laid out
    std::unique_ptr<ListLoader> m_loader;
};

/// The look a value has by its kind alone.
CellLook lookByKind(CellKind kind, const QVariant& value, QDate today);
/// The look a value has in a column.
CellLook cellLook(const ColumnSpec& column, const QVariant& value, QDate today);
/// Whether cells of this kind stand at the right.
bool alignsRight(CellKind kind);

} // namespace chengdan::ui

Q_DECLARE_METATYPE(chengdan::ui::CellLook)
