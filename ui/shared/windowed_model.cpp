// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/windowed_model.h"

#include "ui/shared/format.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace chengdan::ui {

namespace {

/// Comes back to the model when its first page has been painted; tells which one.
class PaintedEvent : public QEvent {
public:
    static QEvent::Type kind()
    {
        static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
        return type;
    }
    explicit PaintedEvent(quint64 generation)
        : QEvent(kind())
        , m_generation(generation)
    {
    }
    quint64 generation() const { return m_generation; }

private:
    quint64 m_generation;
};

} // namespace

bool alignsRight(CellKind kind)
{
    switch (kind) {
    case CellKind::Money:
    case CellKind::MoneyWhole:
    case CellKind::Price:
    case CellKind::Quantity:
    case CellKind::Percent:
    case CellKind::Number:
        return true;
    default:
        return false;
    }
}

CellLook lookByKind(CellKind kind, const QVariant& value, QDate today)
{
    CellLook look;
    if (!value.isValid() || value.isNull()) {
        look.text = noValue();
        return look;
    }
    const qint64 raw = value.toLongLong();
    switch (kind) {
    case CellKind::Money:
        look.text = fenText(raw);
        break;
    case CellKind::MoneyWhole:
        look.text = wholeFenText(raw);
        break;
    case CellKind::Price:
        look.text = unitPriceText(UnitPrice::fromRaw(raw));
        break;
    case CellKind::Quantity:
        look.text = quantityText(Quantity::fromRaw(raw));
        break;
    case CellKind::Percent:
        look.text = rateText(Rate::fromRaw(raw));
        break;
    case CellKind::Number:
        look.text = grouped(QString::number(raw));
        break;
    case CellKind::Date:
        look.text = dateText(value.toDate(), today);
        return look;
    case CellKind::Text:
    case CellKind::Tag:
    case CellKind::Person:
        look.text = value.toString();
        return look;
    }
    if (raw < 0) {
        look.tone = Tone::Danger;
        look.toned = true;
    }
    return look;
}

CellLook cellLook(const ColumnSpec& column, const QVariant& value, QDate today)
{
    return column.look ? column.look(value) : lookByKind(column.kind, value, today);
}

WindowedModel::WindowedModel(std::unique_ptr<ListSource> source,
    std::vector<ColumnSpec> columns,
    QDate today,
    QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
    , m_today(today)
    , m_keys(std::make_shared<const std::vector<qint64>>())
    , m_loader(std::make_unique<ListLoader>(std::move(source)))
{
    connect(m_loader.get(), &ListLoader::keysRead, this, &WindowedModel::takeKeys);
    connect(m_loader.get(), &ListLoader::groupsRead, this, &WindowedModel::takeGroups);
    connect(m_loader.get(), &ListLoader::pageRead, this, &WindowedModel::takeRows);
    connect(m_loader.get(), &ListLoader::rowsRead, this, &WindowedModel::takeRefreshed);
    connect(m_loader.get(), &ListLoader::sumsRead, this, &WindowedModel::takeSums);
    connect(m_loader.get(), &ListLoader::failed, this, &WindowedModel::takeError);
}

WindowedModel::~WindowedModel() = default;

void WindowedModel::setRequest(const ListRequest& request)
{
    if (m_generation != 0 && request == m_request)
        return;
    // A sum belongs to the rows it was made of: beside the count of others it would be a wrong
    // figure.
    if (request.filter != m_request.filter || request.conditions != m_request.conditions) {
        m_sums.clear();
        Q_EMIT sumsChanged();
    }
    m_request = request;
    ask();
}

void WindowedModel::reload()
{
    ask();
}

void WindowedModel::cancel()
{
    if (!m_loading)
        return;
    m_loader->abandon(++m_generation);
    m_wanted.merge(m_asked);
    m_asked.clear();
    m_nextGroups.clear();
    if (isWhole()) {
        m_request = m_answered;
        m_loader->readSums(m_generation, m_request);
    }
    setLoading(false);
    sendWanted();
}

void WindowedModel::ask()
{
    ++m_generation;
    // What was asked for before is answered no more; should the old keys stay, it is asked again.
    m_wanted.merge(m_asked);
    m_asked.clear();
    setLoading(true);
    // Only an empty window gains from a quick first page; otherwise the old rows stand meanwhile.
    m_loader->query(m_generation, m_request, !m_loaded);
}

void WindowedModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged(loading);
}

void WindowedModel::takeGroups(quint64 generation, const std::vector<ListGroup>& groups)
{
    if (generation != m_generation)
        return;
    m_nextGroups.clear();
    for (const ListGroup& group : groups)
        m_nextGroups.push_back(
            {std::size_t(group.first), std::size_t(group.count), group.value, group.sums, false});
}

void WindowedModel::takeKeys(
    quint64 generation, const ListKeys& keys, const std::vector<ListRow>& first, bool whole)
{
    if (generation != m_generation)
        return;
    const bool grows = m_firstOf == generation && m_groups.empty() && m_nextGroups.empty()
        && keys->size() >= m_keys->size()
        && std::equal(m_keys->begin(), m_keys->end(), keys->begin());
    if (grows) {
        // The first page was announced before; the rest joins below it.
        if (keys->size() > m_keys->size()) {
            beginInsertRows({}, int(m_keys->size()), int(keys->size()) - 1);
            m_keys = keys;
            endInsertRows();
        }
    } else {
        beginResetModel();
        m_keys = keys;
        m_groups = std::move(m_nextGroups);
        m_nextGroups.clear();
        layGroups();
        m_cache.clear();
        m_wanted.clear(); // pages of the keys before
        m_asked.clear();
        m_cache.insert(0, orderPage(0, first));
        endResetModel();
    }
    m_firstOf = whole ? 0 : generation;
    m_answered = m_request;
    m_loaded = true;
    if (whole) {
        setLoading(false);
        sendWanted();
        Q_EMIT loaded();
    } else {
        askRestWhenPainted();
    }
}

// Loading all keys keeps a processor busy, the person's only one perhaps. Views lay out their rows
// in a timer that was started before this one, and ask to be painted by an event of low priority,
// behind which ours comes.
void WindowedModel::askRestWhenPainted()
{
    m_painting.start(0, this);
}

void WindowedModel::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_painting.timerId())
        return QAbstractTableModel::timerEvent(event);
    m_painting.stop();
    QCoreApplication::postEvent(this, new PaintedEvent(m_firstOf), Qt::LowEventPriority - 1);
}

bool WindowedModel::event(QEvent* event)
{
    if (event->type() != PaintedEvent::kind())
        return QAbstractTableModel::event(event);
    if (static_cast<PaintedEvent*>(event)->generation() == m_generation)
        m_loader->queryRest(m_generation, m_request);
    return true;
}

void WindowedModel::takeRows(quint64 generation, quint64 page, const std::vector<ListRow>& rows)
{
    if (generation != m_generation)
        return;
    m_asked.erase(std::size_t(page));
    m_cache.insert(std::size_t(page), orderPage(std::size_t(page), rows));
    const std::size_t from = std::size_t(page) * RowCache<Row>::kPageRows;
    const std::size_t to = std::min(from + RowCache<Row>::kPageRows, m_keys->size());
    if (from >= to)
        return;
    int first = rowOfPosition(from);
    int last = rowOfPosition(to - 1);
    if (first < 0 || last < 0) { // an end of the page is folded away
        first = 0;
        last = rowCount() - 1;
    }
    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void WindowedModel::refreshKeys(std::span<const qint64> keys)
{
    if (m_generation == 0)
        return;
    const std::unordered_set<qint64> wanted(keys.begin(), keys.end());
    std::vector<qint64> held;
    for (std::size_t position = 0; position < m_keys->size(); ++position) {
        if (wanted.contains((*m_keys)[position]) && m_cache.holds(RowCache<Row>::pageOf(position)))
            held.push_back((*m_keys)[position]);
    }
    if (!held.empty())
        m_loader->readKeys(m_generation, std::move(held));
}

void WindowedModel::takeRefreshed(quint64 generation, const std::vector<ListRow>& rows)
{
    if (generation != m_generation)
        return;
    for (const ListRow& read : rows) {
        const auto found = std::find(m_keys->begin(), m_keys->end(), read.key);
        if (found == m_keys->end())
            continue;
        const auto position = std::size_t(found - m_keys->begin());
        if (!m_cache.replace(position, heldRow(read)))
            continue;
        if (const int row = rowOfPosition(position); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

void WindowedModel::takeSums(quint64 generation, const std::vector<ListSum>& sums)
{
    if (generation != m_generation)
        return;
    m_sums = sums;
    Q_EMIT sumsChanged();
}

void WindowedModel::takeError(quint64 generation, const Error& error)
{
    if (generation != m_generation)
        return;
    m_asked.clear();
    m_nextGroups.clear();
    setLoading(false);
    sendWanted();
    Q_EMIT failed(error);
}

void WindowedModel::setColumns(std::vector<ColumnSpec> columns)
{
    const bool same = columns.size() == m_columns.size();
    if (!same) {
        beginResetModel();
        m_shown.clear();
    }
    m_columns = std::move(columns);
    m_cache.forEach([](Row& row) { row.looks.clear(); });
    if (!same) {
        m_cache.clear();
        endResetModel();
        return;
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void WindowedModel::setShown(const QStringList& columns)
{
    std::vector<bool> shown;
    bool more = false;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        shown.push_back(columns.contains(m_columns[i].key));
        more = more || (shown[i] && i < m_shown.size() && !m_shown[i]);
    }
    if (shown == m_shown)
        return;
    const bool first = m_shown.empty();
    m_shown = std::move(shown);
    m_loader->show(columns);
    if (!more || first)
        return;
    // Rows held so far lack the new column's words; those in sight are read again.
    // Answers under way lack it too, so they are asked for once more behind this.
    m_cache.clear();
    if (m_loading)
        ask();
    else
        for (const std::size_t page : std::exchange(m_asked, {}))
            wantPage(page);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int WindowedModel::columnOf(const QString& key) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].key == key)
            return int(i);
    }
    return -1;
}

std::optional<qint64> WindowedModel::keyAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const auto position = placeOf(row).position;
    if (!position)
        return {};
    return (*m_keys)[*position];
}

// A walk over a million keys takes less than a millisecond, a map of them 50 MB.
int WindowedModel::rowOf(qint64 key) const
{
    const auto found = std::find(m_keys->begin(), m_keys->end(), key);
    return found == m_keys->end() ? -1 : rowOfPosition(std::size_t(found - m_keys->begin()));
}

std::vector<qint64> WindowedModel::keysOf(int firstRow, int lastRow) const
{
    std::vector<qint64> keys;
    keys.reserve(std::size_t(std::max(0, lastRow - firstRow + 1)));
    for (int row = std::max(0, firstRow); row <= std::min(lastRow, rowCount() - 1); ++row) {
        if (const auto position = placeOf(row).position)
            keys.push_back((*m_keys)[*position]);
    }
    return keys;
}

WindowedModel::Row WindowedModel::heldRow(const ListRow& read) const
{
    Row row{read.key, read.values, {}, read.muted};
    row.values.resize(m_columns.size());
    return row;
}

// A page has twice the rows that are seen, so words are made for those that are looked at.
void WindowedModel::dress(Row& row) const
{
    row.looks.reserve(m_columns.size());
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        row.looks.push_back(
            m_shown.empty() || m_shown[i] ? lookOf(int(i), row.values[i]) : CellLook{});
}

CellLook WindowedModel::lookOf(int column, const QVariant& value) const
{
    return cellLook(m_columns[std::size_t(column)], value, m_today);
}

// A source may answer in any order and leave out rows that are gone; here they stand where their
// keys stand.
std::vector<WindowedModel::Row> WindowedModel::orderPage(
    std::size_t page, const std::vector<ListRow>& rows) const
{
    const std::size_t first = page * RowCache<Row>::kPageRows;
    const std::size_t last = std::min(first + RowCache<Row>::kPageRows, m_keys->size());
    std::unordered_map<qint64, const ListRow*> byKey;
    for (const ListRow& row : rows)
        byKey.emplace(row.key, &row);
    std::vector<Row> ordered;
    ordered.reserve(last > first ? last - first : 0);
    for (std::size_t i = first; i < last; ++i) {
        const auto found = byKey.find((*m_keys)[i]);
        ordered.push_back(
            found == byKey.end() ? Row{(*m_keys)[i], {}, {}, true} : heldRow(*found->second));
    }
    return ordered;
}

// Called from painting, so it only notes the page; the question goes out once per event loop turn.
void WindowedModel::wantPage(std::size_t page) const
{
    if (m_asked.contains(page) || !m_wanted.insert(page).second || m_sendPending)
        return;
    m_sendPending = true;
    QTimer::singleShot(0, this, [this] { const_cast<WindowedModel*>(this)->sendWanted(); });
}

// While a query is under way the pages wait: the keys to read them by may be about to go.
void WindowedModel::sendWanted()
{
    m_sendPending = false;
    if (m_loading)
        return;
    for (const std::size_t page : m_wanted) {
        const std::size_t first = page * RowCache<Row>::kPageRows;
        const std::size_t last = std::min(first + RowCache<Row>::kPageRows, m_keys->size());
        if (first >= last)
            continue;
        m_asked.insert(page);
        m_loader->readPage(m_generation,
            page,
            std::vector<qint64>(
                m_keys->begin() + qsizetype(first), m_keys->begin() + qsizetype(last)));
    }
    m_wanted.clear();
}

int WindowedModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return m_groups.empty() ? int(m_keys->size()) : m_headingRows.back();
}

int WindowedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

const WindowedModel::Row* WindowedModel::rowAt(std::size_t position) const
{
    Row* row = m_cache.find(position);
    if (!row)
        wantPage(RowCache<Row>::pageOf(position));
    else if (row->looks.empty() && !row->values.empty())
        dress(*row);
    return row;
}

const CellLook* WindowedModel::lookAt(int row, int column) const
{
    const auto position = placeOf(row).position;
    const Row* held = position ? rowAt(*position) : nullptr;
    return held && std::size_t(column) < held->looks.size() ? &held->looks[std::size_t(column)]
                                                            : nullptr;
}

bool WindowedModel::isMuted(int row) const
{
    const auto position = placeOf(row).position;
    const Row* held = position ? m_cache.find(*position) : nullptr;
    return held && held->muted;
}

QVariant WindowedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::size_t column = std::size_t(index.column());
    const ColumnSpec& spec = m_columns[column];
    if (role == Qt::TextAlignmentRole)
        return int((alignsRight(spec.kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const auto position = placeOf(index.row()).position;
    if (!position)
        return headingData(index.row(), index.column(), role);
    if (role == IdRole)
        return (*m_keys)[*position];
    if (role == GroupRole)
        return false;
    const Row* row = rowAt(*position);
    if (!row || row->looks.size() <= column)
        return {};
    const CellLook& look = row->looks[column];
    switch (role) {
    case Qt::DisplayRole:
        return look.text;
    case Qt::AccessibleTextRole:
        return look.accessible.isEmpty() ? look.text : look.accessible;
    case SortRole:
        return row->values[column];
    case LookRole:
        return QVariant::fromValue(look);
    case TagRole:
        return int(look.tone);
    case MutedRole:
        return row->muted;
    default:
        return {};
    }
}

QVariant WindowedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnSpec& spec = m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return spec.title;
    if (role == Qt::TextAlignmentRole)
        return int((alignsRight(spec.kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace chengdan::ui
