#include "core/casework/demo_people.h"

#include "core/casework/identity_number.h"

#include <cstdio>

namespace faltakt::casework::demo {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::years;

constexpr int LandlineAge = 68;

/// Moves 29 February, which other years lack, to 1 March.
sys_days yearsBefore(base::Date day, int count) { return sys_days(day - years(count)); }

} // namespace

std::string demoIdentityNumber(base::Date birthDate)
{
    std::string digits = base::formatDate(birthDate);
    std::erase(digits, '-');
    digits += "000";
    return digits + identityCheckDigit(std::string_view(digits).substr(2));
}

Person People::make(int youngest, int oldest)
{
    Person person;
    person.birthDate = freeBirthDate(youngest, oldest);
    person.identityNumber = demoIdentityNumber(person.birthDate);
    // Custody by LOB concerns men more often than women.
    person.sex = below(10) < 4 ? "f" : "m";
    person.givenName = pick(person.sex == "f" ? womensNames() : mensNames());
    person.familyName = pick(familyNames());
    person.phone = phone(ageOn(person.birthDate, m_today));
    person.address = pick(streets()) + " " + std::to_string(1 + below(60));
    return person;
}

base::Date People::freeBirthDate(int youngest, int oldest)
{
    const sys_days first = yearsBefore(m_today, oldest + 1) + days(1);
    const sys_days last = yearsBefore(m_today, youngest);
    base::Date date;
    do {
        date = base::Date(first + days(std::int64_t(below(std::size_t((last - first).count() + 1)))));
    } while (!m_taken.insert(date).second);
    return date;
}

std::string People::phone(int age)
{
    char text[32];
    if (age >= LandlineAge)
        std::snprintf(text, sizeof text, "08-465 004 %02u", unsigned(below(100)));
    else
        std::snprintf(text, sizeof text, "070-174 06 %02u", unsigned(5 + below(95)));
    return text;
}

} // namespace faltakt::casework::demo
