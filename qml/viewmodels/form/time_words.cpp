#include "qml/viewmodels/form/time_words.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

using casework::swedishDate;
using casework::swedishTime;

namespace {

QString words(const char *text) { return QCoreApplication::translate("TimeWords", text); }

QString joined(const QString &day, base::Instant instant)
{
    return words(QT_TRANSLATE_NOOP("TimeWords", "%1 %2")).arg(day, clockText(instant));
}

} // namespace

QString dayText(base::Date day, base::Instant now, base::Language language)
{
    const base::Date today = swedishDate(now);
    switch ((std::chrono::sys_days(day) - std::chrono::sys_days(today)).count()) {
    case -1: return words(QT_TRANSLATE_NOOP("TimeWords", "i går"));
    case 0: return words(QT_TRANSLATE_NOOP("TimeWords", "i dag"));
    case 1: return words(QT_TRANSLATE_NOOP("TimeWords", "i morgon"));
    default: break;
    }
    const std::string dayAndMonth(base::dayAndMonth(day, language));
    QString text = QString::fromStdString(std::string(base::weekdayShortName(day, language)) + " " + dayAndMonth);
    if (day.year() != today.year())
        text += QLatin1Char(' ') + QString::number(int(day.year()));
    return text;
}

QString clockText(base::Instant instant)
{
    return QString::fromStdString(base::clockWords(swedishTime(instant).sinceMidnight));
}

QString momentText(base::Instant instant, base::Instant now, base::Language language)
{
    return joined(dayText(swedishDate(instant), now, language), instant);
}

QString longMomentText(base::Instant instant, base::Instant now, base::Language language)
{
    return joined(QString::fromStdString(base::dayWords(swedishDate(instant), swedishDate(now), language)), instant);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace faltakt::viewmodels
