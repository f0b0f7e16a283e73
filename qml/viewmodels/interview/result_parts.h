#pragma once

#include "qml/viewmodels/interview/result_lists.h"
#include "qml/viewmodels/shell/rows_model.h"

namespace faltakt::viewmodels {

/// What a form calculates besides its main score: further scores, criteria, counts, and composites where they were asked
/// for. What rests on answers about violence stays away while those are veiled.
class ResultPartListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { TitleRole = Qt::UserRole, ValueRole, DetailRole };
    enum class Composites { Left, Shown };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const noexcept { return int(m_rows.size()); }

    void show(const screening::ScreeningResult &result, Composites composites, AnswerListModel::Violence violence,
              const std::string &language);
    void clear();

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        std::string key;
        QString title;
        QString value;
        QString detail;
        bool operator==(const Row &) const = default;
    };
    std::vector<Row> m_rows;
};

/// One of the person's own ratings in words: "oro 2 av 4".
struct OwnRating {
    QString area; ///< Where another area begins.
    QString said;
    int value = 0;
    int maximum = 1;
};
/// The person's own ratings, as the person may read them: nothing of the interviewer's.
[[nodiscard]] std::vector<OwnRating> ownRatings(const ReadResult &read, const std::string &language);
/// The same, a line for each area.
[[nodiscard]] QStringList ownRatingLines(const ReadResult &read, const std::string &language);

/// The profile of an interview that rates areas: each rating on its scale, with the one before beside it.
class RatingProfileModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { AreaRole = Qt::UserRole, TitleRole, ValueRole, MaximumRole, EarlierRole, ValueTextRole };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const noexcept { return int(m_rows.size()); }

    void show(const ReadResult &read, const std::string &language);
    void clear();

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        std::string key;
        QString area; ///< Where another area begins.
        QString title;
        int value = 0;
        int maximum = 1;
        int earlier = -1; ///< -1: none.
        QString valueText = {};
        bool operator==(const Row &) const = default;
    };
    std::vector<Row> m_rows;
};

} // namespace faltakt::viewmodels
