// A list that is read anew as a whole tells its views exactly what is different.
#include "qml/viewmodels/shell/rows_model.h"
#include "tests/support/catch.h"

#include "core/base/random.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using faltakt::viewmodels::RowsModel;

namespace {

struct Row {
    std::string key;
    int value = 0;
    bool operator==(const Row &) const = default;
};

class Rows final : public RowsModel {
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_rows[std::size_t(index.row())].value) : QVariant();
    }
    void set(std::vector<Row> rows) { updateRows(m_rows, std::move(rows)); }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

private:
    std::vector<Row> m_rows;
};

} // namespace

TEST_CASE("whatever the rows were, they become what was read, without a reset for small differences")
{
    Rows model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    faltakt::base::SeededRandom random(7);
    const auto below = [&](std::uint64_t limit) { return random.below(limit); };
    for (int round = 0; round < 300; ++round) {
        std::vector<Row> next;
        for (int key = 0; key < 12; ++key)
            if (below(3) != 0)
                next.push_back({std::to_string(key), int(below(3))});
        for (std::size_t i = next.size(); i > 1; --i)
            std::swap(next[i - 1], next[below(i)]);
        model.set(next);
        REQUIRE(model.rows() == next);
    }
    CHECK(resets.isEmpty());
}

TEST_CASE("a persistent index follows its row when the list changes around it")
{
    Rows model;
    model.set({{"a", 1}, {"b", 2}, {"c", 3}});
    const QPersistentModelIndex followed(model.index(2));
    model.set({{"c", 3}, {"new", 9}, {"b", 2}});
    CHECK(followed.row() == 0);
}

TEST_CASE("another order of a long list is told as such")
{
    Rows model;
    std::vector<Row> rows;
    for (int key = 0; key < 500; ++key)
        rows.push_back({std::to_string(key), key});
    model.set(rows);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    std::ranges::reverse(rows);
    model.set(rows);
    CHECK(resets.size() == 1);
    CHECK(model.rows() == rows);
}
