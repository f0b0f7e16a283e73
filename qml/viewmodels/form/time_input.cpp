#include "qml/viewmodels/form/time_input.h"

#include "core/base/date_words.h"

#include <QRegularExpression>

namespace faltakt::viewmodels {

std::optional<std::chrono::minutes> timeIn(const QString &text)
{
    static const QRegularExpression Form(QStringLiteral("^\\s*(\\d{1,2})(?:[:.]?(\\d{2}))?\\s*$"));
    const auto match = Form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    if (hour > 23 || minute > 59)
        return std::nullopt;
    return std::chrono::hours(hour) + std::chrono::minutes(minute);
}

std::optional<base::Date> dayIn(const QString &text, base::Date today, DaySide side)
{
    if (const auto date = base::parseDate(text.trimmed().toStdString()))
        return *date;
    static const QRegularExpression Short(QStringLiteral("^\\s*(\\d{1,2})\\s*[/.]\\s*(\\d{1,2})\\s*$"));
    const auto match = Short.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const std::chrono::month month(match.captured(2).toUInt());
    const std::chrono::day day(match.captured(1).toUInt());
    base::Date date{today.year(), month, day};
    if (date.ok() && side == DaySide::Ahead && date < today)
        date = base::Date{today.year() + std::chrono::years(1), month, day};
    if (date.ok() && side == DaySide::Past && date > today)
        date = base::Date{today.year() - std::chrono::years(1), month, day};
    return date.ok() ? std::optional(date) : std::nullopt;
}

QString timeName(std::chrono::minutes time) { return QString::fromStdString(base::clockWords(time)); }

} // namespace faltakt::viewmodels
