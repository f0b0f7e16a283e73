#include "qml/viewmodels/interview/result_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace faltakt::viewmodels {

using base::json::Value;
using screening::Calculation;
using screening::ItemResult;
using screening::Rating;
using screening::ResultKind;

namespace {

QString words(const char *text) { return QCoreApplication::translate("ResultParts", text); }

QString numberText(const Value &value, const std::string &language)
{
    constexpr int Places = 2;
    if (value.integer())
        return QString::number(*value.integer());
    QString number = QString::number(value.number(), 'f', Places);
    return language == "en" ? number : number.replace(u'.', u',');
}

QString valueText(const Calculation &calculation, const ItemResult &result, const std::string &language)
{
    if (result.value.boolean())
        return *result.value.boolean() ? words(QT_TRANSLATE_NOOP("ResultParts", "Ja"))
                                       : words(QT_TRANSLATE_NOOP("ResultParts", "Nej"));
    if (!result.value.isNull()) {
        const QString number = numberText(result.value, language);
        return calculation.maximum
                   ? words(QT_TRANSLATE_NOOP("ResultParts", "%1 av %2")).arg(number).arg(*calculation.maximum)
                   : number;
    }
    if (result.min.isNumber() && result.max.isNumber())
        return words(QT_TRANSLATE_NOOP("ResultParts", "%1 till %2"))
            .arg(numberText(result.min, language), numberText(result.max, language));
    return words(QT_TRANSLATE_NOOP("ResultParts", "Går inte att säga än"));
}

/// What its zones say, where that is certain for every row of the table.
QString meaningOf(const screening::Reading &reading, const std::string &language)
{
    QStringList lines;
    for (const screening::ZoneReading &zone : reading.zones)
        if (zone.isCertain())
            lines.push_back(QString::fromStdString(reading.interpretation->zones[zone.from].workerText.in(language)));
    lines.removeDuplicates();
    return lines.join(u' ');
}

/// "Din egen skattning: alkohol" is called "Alkohol" in a profile.
QString areaName(const QString &title)
{
    QString name = title.section(QStringLiteral(": "), -1);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

QString ratingName(Rating rating)
{
    switch (rating) {
    case Rating::Days: return words(QT_TRANSLATE_NOOP("ResultParts", "Dagar med besvär"));
    case Rating::Worry: return words(QT_TRANSLATE_NOOP("ResultParts", "Oro, personens egen"));
    case Rating::Help: return words(QT_TRANSLATE_NOOP("ResultParts", "Vill ha hjälp, personens egen"));
    case Rating::Interviewer: break;
    }
    return words(QT_TRANSLATE_NOOP("ResultParts", "Intervjuarens skattning"));
}

} // namespace

int ResultPartListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant ResultPartListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case TitleRole: return row.title;
    case ValueRole: return row.value;
    case DetailRole: return row.detail;
    default: return {};
    }
}

QHash<int, QByteArray> ResultPartListModel::roleNames() const
{
    return {{TitleRole, "title"}, {ValueRole, "value"}, {DetailRole, "detail"}};
}

void ResultPartListModel::show(const screening::ScreeningResult &result, Composites composites,
                               AnswerListModel::Violence violence, const std::string &language)
{
    const auto &form = *result.questionnaire;
    const auto isVeiled = [&](const Calculation &calculation) {
        return violence == AnswerListModel::Violence::Veiled
               && std::ranges::any_of(calculation.inputs,
                                      [&](std::size_t question) { return form.questions()[question].isSafe; });
    };
    std::vector<Row> rows;
    for (const ItemResult &part : result.results) {
        const Calculation &calculation = form.calculations()[part.calculation];
        if (&calculation == form.mainScore() || isVeiled(calculation)
            || (calculation.kind == ResultKind::Composite && composites == Composites::Left))
            continue;
        rows.push_back({calculation.linkId, QString::fromStdString(calculation.text.in(language)),
                        valueText(calculation, part, language), meaningOf(part.reading, language)});
    }
    updateRows(m_rows, std::move(rows));
    Q_EMIT countChanged();
}

void ResultPartListModel::clear()
{
    updateRows(m_rows, {});
    Q_EMIT countChanged();
}

std::vector<OwnRating> ownRatings(const ReadResult &read, const std::string &language)
{
    std::vector<OwnRating> ratings;
    std::string area;
    for (const RatedPoint &point : read.profile) {
        if (point.rating == Rating::Interviewer)
            continue;
        const QString said =
            point.rating == Rating::Days    ? words(QT_TRANSLATE_NOOP("ResultParts", "besvär %1 av %2 dagar"))
            : point.rating == Rating::Worry ? words(QT_TRANSLATE_NOOP("ResultParts", "oro %1 av %2"))
                                            : words(QT_TRANSLATE_NOOP("ResultParts", "vill ha hjälp %1 av %2"));
        const bool isNew = std::exchange(area, point.area) != point.area;
        ratings.push_back({isNew ? areaName(QString::fromStdString(point.title.in(language))) : QString(),
                           said.arg(point.value).arg(point.maximum), point.value, point.maximum});
    }
    return ratings;
}

QStringList ownRatingLines(const ReadResult &read, const std::string &language)
{
    QStringList lines;
    for (const OwnRating &rating : ownRatings(read, language))
        if (!rating.area.isEmpty())
            lines.push_back(words(QT_TRANSLATE_NOOP("ResultParts", "%1: %2")).arg(rating.area, rating.said));
        else
            lines.back() = words(QT_TRANSLATE_NOOP("ResultParts", "%1, %2")).arg(lines.back(), rating.said);
    return lines;
}

int RatingProfileModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant RatingProfileModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case AreaRole: return row.area;
    case TitleRole: return row.title;
    case ValueRole: return row.value;
    case MaximumRole: return row.maximum;
    case EarlierRole: return row.earlier;
    case ValueTextRole: return row.valueText;
    default: return {};
    }
}

QHash<int, QByteArray> RatingProfileModel::roleNames() const
{
    return {{AreaRole, "area"},       {TitleRole, "title"},     {ValueRole, "value"},
            {MaximumRole, "maximum"}, {EarlierRole, "earlier"}, {ValueTextRole, "valueText"}};
}

void RatingProfileModel::show(const ReadResult &read, const std::string &language)
{
    std::vector<Row> rows;
    rows.reserve(read.profile.size());
    std::string area;
    for (const RatedPoint &point : read.profile) {
        Row row{point.key, {}, ratingName(point.rating), point.value, point.maximum};
        if (std::exchange(area, point.area) != point.area)
            row.area = areaName(QString::fromStdString(point.title.in(language)));
        const auto before = std::ranges::find(read.earlierProfile, point.key, &RatedPoint::key);
        row.valueText = words(QT_TRANSLATE_NOOP("ResultParts", "%1 av %2")).arg(point.value).arg(point.maximum);
        if (before != read.earlierProfile.end()) {
            row.earlier = before->value;
            row.valueText = words(QT_TRANSLATE_NOOP("ResultParts", "%1 av %2, förra gången %3"))
                                .arg(point.value)
                                .arg(point.maximum)
                                .arg(before->value);
        }
        rows.push_back(std::move(row));
    }
    updateRows(m_rows, std::move(rows));
    Q_EMIT countChanged();
}

void RatingProfileModel::clear()
{
    updateRows(m_rows, {});
    Q_EMIT countChanged();
}

} // namespace faltakt::viewmodels
