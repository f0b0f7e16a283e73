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

QString timeName(std::chrono::minutes time) { return QString::fromStdString(base::clockWords(time)); }

} // namespace faltakt::viewmodels
