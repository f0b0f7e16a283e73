#pragma once

#include "core/base/instant.h"
#include "core/base/random.h"
#include "core/casework/demo_words.h"

#include <set>
#include <string>

namespace faltakt::casework::demo {

/// A made-up person.
struct Person {
    std::string givenName;
    std::string familyName;
    std::string sex;
    base::Date birthDate;
    std::string identityNumber; ///< Twelve digits, birth number 000.
    std::string phone;
    std::string address;
};

/// Draws people and words from one stream of chance; no two people share a number. Not thread-safe.
class People {
public:
    People(base::Random &random, base::Date today) : m_random(random), m_today(today) {}

    /// Somebody of these ages, both included, on `today`.
    [[nodiscard]] Person make(int youngest, int oldest);

    [[nodiscard]] std::string pick(Words words) { return std::string(words[below(words.size())]); }
    [[nodiscard]] std::size_t below(std::size_t bound) { return std::size_t(m_random.below(bound)); }
    /// True in one of `count` cases.
    [[nodiscard]] bool oneIn(std::size_t count) { return below(count) == 0; }

private:
    [[nodiscard]] base::Date freeBirthDate(int youngest, int oldest);
    [[nodiscard]] std::string phone(int age);

    base::Random &m_random;
    base::Date m_today;
    std::set<base::Date> m_taken;
};

/// The number of that day with birth number 000.
[[nodiscard]] std::string demoIdentityNumber(base::Date birthDate);

} // namespace faltakt::casework::demo
