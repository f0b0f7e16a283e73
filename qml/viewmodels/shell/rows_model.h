#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace faltakt::viewmodels {

/// A list model whose rows are read anew as a whole: tells views exactly what went, came, moved and changed, so that
/// scroll place and focus stay where they are. Rows have a unique `key` and can be compared.
class RowsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
public:
    using QAbstractListModel::QAbstractListModel;

protected:
    /// Above this many moves it is another order, not a change, and views are told so.
    static constexpr std::size_t MostMoves = 64;

    template <typename Row>
    void updateRows(std::vector<Row> &rows, std::vector<Row> next)
    {
        if (rows.empty() || next.empty())
            return replaceAll(rows, std::move(next));
        // Most updates change a few rows of a long list and neither their number nor their order.
        if (!std::ranges::equal(rows, next, {}, &Row::key, &Row::key)) {
            removeGone(rows, next);
            if (isAnotherOrder(rows, next)) {
                beginResetModel();
                rows = std::move(next);
                endResetModel();
                return;
            }
            insertNew(rows, next);
        }
        for (std::size_t i = 0; i < next.size(); ++i)
            settle(rows, next, i);
    }

private:
    template <typename Row>
    void replaceAll(std::vector<Row> &rows, std::vector<Row> next)
    {
        if (!rows.empty()) {
            beginRemoveRows({}, 0, int(rows.size()) - 1);
            rows.clear();
            endRemoveRows();
        }
        if (!next.empty()) {
            beginInsertRows({}, 0, int(next.size()) - 1);
            rows = std::move(next);
            endInsertRows();
        }
    }

    /// Each new row behind the one that stands before it in `next`, runs of them at once.
    template <typename Row>
    void insertNew(std::vector<Row> &rows, const std::vector<Row> &next)
    {
        auto places = placesOf(rows);
        if (places.size() == next.size())
            return;
        std::size_t at = 0;
        std::size_t inserted = 0;
        for (std::size_t i = 0; i < next.size();) {
            if (const auto place = places.find(next[i].key); place != places.end()) {
                at = place->second + inserted + 1;
                ++i;
                continue;
            }
            std::size_t end = i + 1;
            while (end < next.size() && !places.contains(next[end].key))
                ++end;
            beginInsertRows({}, int(at), int(at + end - i) - 1);
            rows.insert(rows.begin() + std::ptrdiff_t(at), next.begin() + std::ptrdiff_t(i),
                        next.begin() + std::ptrdiff_t(end));
            endInsertRows();
            inserted += end - i;
            at += end - i;
            i = end;
        }
    }

    template <typename Row>
    [[nodiscard]] static std::unordered_map<std::string, std::size_t> placesOf(const std::vector<Row> &rows)
    {
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < rows.size(); ++i)
            places.emplace(rows[i].key, i);
        return places;
    }

    template <typename Row>
    void removeGone(std::vector<Row> &rows, const std::vector<Row> &next)
    {
        const auto places = placesOf(next);
        for (std::size_t end = rows.size(); end > 0;) {
            std::size_t first = end;
            while (first > 0 && !places.contains(rows[first - 1].key))
                --first;
            if (first == end) {
                --end;
                continue;
            }
            beginRemoveRows({}, int(first), int(end) - 1);
            rows.erase(rows.begin() + std::ptrdiff_t(first), rows.begin() + std::ptrdiff_t(end));
            endRemoveRows();
            end = first;
        }
    }

    template <typename Row>
    [[nodiscard]] static bool isAnotherOrder(const std::vector<Row> &rows, const std::vector<Row> &next)
    {
        const auto places = placesOf(rows);
        std::size_t steps = 0;
        std::size_t last = 0;
        for (const Row &row : next) {
            const auto place = places.find(row.key);
            if (place == places.end())
                continue;
            steps += place->second < last ? 1 : 0;
            last = place->second;
        }
        return steps > MostMoves;
    }

    template <typename Row>
    void settle(std::vector<Row> &rows, std::vector<Row> &next, std::size_t i)
    {
        const int row = int(i);
        const auto from = rows.begin() + std::ptrdiff_t(std::min(i, rows.size()));
        const auto found = std::ranges::find(from, rows.end(), next[i].key, &Row::key);
        if (found == rows.end()) {
            beginInsertRows({}, row, row);
            rows.insert(from, std::move(next[i]));
            endInsertRows();
            return;
        }
        if (found != from) {
            const int old = int(found - rows.begin());
            beginMoveRows({}, old, old, {}, row);
            std::rotate(from, found, found + 1);
            endMoveRows();
        }
        if (rows[i] == next[i])
            return;
        rows[i] = std::move(next[i]);
        Q_EMIT dataChanged(index(row), index(row));
    }
};

} // namespace faltakt::viewmodels
