#include "qml/viewmodels/team/check_in_form.h"

#include "core/casework/swedish_time.h"
#include "core/casework/written_time.h"

#include <array>

namespace faltakt::viewmodels {

using base::Instant;

namespace {

/// Minutes ahead that a visit usually takes; another end is written as a time of day.
constexpr std::array Minutes{30, 60, 90, 120};
/// Nobody is out alone for longer without saying so again.
constexpr std::chrono::hours Longest{12};

} // namespace

CheckInForm::CheckInForm(const base::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

QStringList CheckInForm::ends() const
{
    return {tr("30 minuter"), tr("1 timme"), tr("1,5 timme"), tr("2 timmar"), tr("Annan tid")};
}

bool CheckInForm::isOtherEnd() const { return m_end == int(Minutes.size()); }

bool CheckInForm::isEmpty() const
{
    return m_place.isEmpty() && m_otherEnd.isEmpty() && m_end < 0 && m_phone == m_proposedPhone;
}

std::optional<Instant> CheckInForm::check()
{
    m_endProblem.clear();
    const Instant now = m_clock.now();
    std::optional<Instant> end;
    if (m_end >= 0 && !isOtherEnd())
        end = now + std::chrono::minutes(Minutes[std::size_t(m_end)]);
    else if (!isOtherEnd())
        m_endProblem = tr("Välj när du räknar med att vara klar.");
    else {
        const auto today = base::formatDate(casework::swedishDate(now));
        const auto written = casework::readWrittenMoment(today + ' ' + m_otherEnd.trimmed().toStdString());
        if (m_otherEnd.trimmed().isEmpty() || !written.fault.empty() || written.isDateOnly)
            m_endProblem = tr("Skriv klockslaget så här: 14:30.");
        else
            end = written.instant > now ? written.instant : written.instant + std::chrono::hours(24);
        if (end && *end - now > Longest) {
            end.reset();
            m_endProblem = tr("Klockslaget har passerat, eller ligger mer än tolv timmar fram.");
        }
    }
    Q_EMIT changed();
    return end;
}

base::json::Object CheckInForm::fields() const
{
    return {{"place", m_place.toStdString()},
            {"phone", m_phone.toStdString()},
            {"end", m_end},
            {"other", m_otherEnd.toStdString()}};
}

void CheckInForm::put(const base::json::Object &kept)
{
    const base::json::Value fields(kept);
    m_place = QString::fromStdString(fields.stringAt("place"));
    m_phone = QString::fromStdString(fields.stringAt("phone"));
    m_otherEnd = QString::fromStdString(fields.stringAt("other"));
    m_end = int(std::clamp<std::int64_t>(fields.integerAt("end"), -1, std::int64_t(Minutes.size())));
    Q_EMIT changed();
}

void CheckInForm::proposePhone(const QString &phone)
{
    if (!m_phone.isEmpty())
        return;
    m_phone = m_proposedPhone = phone;
    Q_EMIT changed();
}

void CheckInForm::clear()
{
    for (QString *text : {&m_place, &m_phone, &m_proposedPhone, &m_otherEnd, &m_endProblem})
        text->clear();
    m_end = -1;
    Q_EMIT changed();
}

void CheckInForm::tell()
{
    Q_EMIT changed();
    Q_EMIT edited();
}

void CheckInForm::setPlace(const QString &text)
{
    m_place = text;
    tell();
}

void CheckInForm::setPhone(const QString &text)
{
    m_phone = text;
    tell();
}

void CheckInForm::chooseEnd(int index)
{
    m_end = index;
    m_endProblem.clear();
    tell();
}

void CheckInForm::setOtherEnd(const QString &text)
{
    m_otherEnd = text;
    m_endProblem.clear();
    tell();
}

} // namespace faltakt::viewmodels
