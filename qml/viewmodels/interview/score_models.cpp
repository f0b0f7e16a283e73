#include "qml/viewmodels/interview/score_models.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"

namespace faltakt::viewmodels {

namespace {

/// Only levels that the instrument itself numbers are shown by number.
bool isNumeral(const std::string &code) { return !code.empty() && code.find_first_not_of("IVX") == std::string::npos; }

} // namespace

int ScoreZoneModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_bands.size()); }

QVariant ScoreZoneModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Band &band = m_bands[std::size_t(index.row())];
    switch (role) {
    case FromRole: return band.from;
    case ToRole: return band.to;
    case NumeralRole: return band.numeral;
    default: return {};
    }
}

QHash<int, QByteArray> ScoreZoneModel::roleNames() const
{
    return {{FromRole, "from"}, {ToRole, "to"}, {NumeralRole, "numeral"}};
}

void ScoreZoneModel::show(const screening::Interpretation &interpretation, const screening::CutoffRow &row, int maximum)
{
    beginResetModel();
    m_bands.clear();
    for (std::size_t i = 0; i < row.limits.size(); ++i) {
        const std::string &code = interpretation.zones[row.limits[i].zone].code;
        const int to = i + 1 < row.limits.size() ? row.limits[i + 1].from - 1 : maximum;
        m_bands.push_back({row.limits[i].from, to, isNumeral(code) ? QString::fromStdString(code) : QString()});
    }
    endResetModel();
}

void ScoreZoneModel::clear()
{
    beginResetModel();
    m_bands.clear();
    endResetModel();
}

int ScorePointModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_points.size()); }

QVariant ScorePointModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Point &point = m_points[std::size_t(index.row())];
    switch (role) {
    case ValueRole: return point.value;
    case TextRole: return QString::number(point.value);
    case WhenRole: return point.when;
    case ShapeRole: return QStringLiteral("circle");
    default: return {};
    }
}

QHash<int, QByteArray> ScorePointModel::roleNames() const
{
    return {{ValueRole, "value"}, {TextRole, "valueText"}, {WhenRole, "when"}, {ShapeRole, "shape"}};
}

void ScorePointModel::show(const std::vector<screening::PastResult> &results, base::Date today, base::Language language)
{
    beginResetModel();
    m_points.clear();
    for (const screening::PastResult &result : results)
        m_points.push_back({result.score, QString::fromStdString(
                                              base::monthWords(casework::swedishDate(result.at), today, language))});
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace faltakt::viewmodels
