// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/list_source.h"
#include "ui/shared/row_cache.h"

#include <QAbstractTableModel>
#include <QDate>

#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

namespace chengdan::ui {

class ListLoader;

/// A table over a ListSource that holds row keys and a few pages of rows, whatever the size of the
/// list. Each request has a generation number; an answer of an older one is dropped. The old rows
/// stay until the new keys and their first page have come.
class WindowedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        SortRole = Qt::UserRole + 1, ///< raw value
        IdRole, ///< qint64 row key
        LookRole, ///< CellLook, for the delegate
        TagRole, ///< int(Tone) of the cell
        MutedRole, ///< bool
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
    /// Reads just these rows again; rows not in the list are ignored.
    void refreshKeys(std::span<const qint64> keys);
    /// New titles and words (after a language change); keys, order and rows stay.
    void setColumns(std::vector<ColumnSpec> columns);

    const std::vector<ColumnSpec>& columns() const { return m_columns; }
    int columnOf(const QString& key) const;
    std::optional<qint64> keyAt(int row) const;
    /// Row of a key, or -1.
    int rowOf(qint64 key) const;
    const std::vector<ListSum>& sums() const { return m_sums; }
    bool isLoading() const { return m_loading; }
    /// True once the first answer has come.
    bool isLoaded() const { return m_loaded; }
    quint64 generation() const { return m_generation; }

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

private:
    struct Row {
        qint64 key = 0;
        std::vector<QVariant> values;
        std::vector<CellLook> looks;
        bool muted = false;
    };

    void ask();
    void takeKeys(quint64 generation,
        const std::vector<qint64>& keys,
        const std::vector<ListRow>& first,
        bool whole);
    void takeRows(quint64 generation, quint64 page, const std::vector<ListRow>& rows);
    void takeRefreshed(quint64 generation, const std::vector<ListRow>& rows);
    void takeSums(quint64 generation, const std::vector<ListSum>& sums);
    void takeError(quint64 generation, const Error& error);
    void wantPage(std::size_t page) const;
    void sendWanted();
    Row dress(const ListRow& read) const;
    CellLook lookOf(int column, const QVariant& value) const;
    std::vector<Row> orderPage(std::size_t page, const std::vector<ListRow>& rows) const;
    void setLoading(bool loading);

    std::vector<ColumnSpec> m_columns;
    QDate m_today;
    ListRequest m_request;
    quint64 m_generation = 0;
    bool m_loading = false;
    bool m_loaded = false;
    std::vector<qint64> m_keys;
    mutable std::unordered_map<qint64, int> m_rowOfKey;
    quint64 m_firstOf = 0; // generation whose first page alone is shown
    std::vector<ListSum> m_sums;
    mutable RowCache<Row> m_cache;
    mutable std::set<std::size_t> m_wanted;
    mutable std::set<std::size_t> m_asked;
    mutable bool m_sendPending = false;
    std::unique_ptr<ListLoader> m_loader;
};

/// The look a value has by its kind alone.
CellLook lookByKind(CellKind kind, const QVariant& value, QDate today);

} // namespace chengdan::ui

Q_DECLARE_METATYPE(chengdan::ui::CellLook)
