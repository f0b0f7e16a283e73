#include "core/casework/temporary_identity.h"

#include "core/base/instant.h"
#include "core/casework/identity_number.h"

#include <algorithm>

namespace faltakt::casework {

namespace {

// 29 characters, a prime: a weighted sum modulo 29 notices each wrong character and each pair that changed places.
constexpr std::string_view Alphabet = "23456789ABCDEFGHJKLMNPRSTUXYZ";
static_assert(Alphabet.size() == 29);
constexpr std::size_t RandomCharacters = 9;
constexpr std::string_view Prefix = "TEMP";

bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }
bool digitsAt(std::string_view text, std::size_t from, std::size_t count) noexcept
{
    return std::all_of(text.begin() + std::ptrdiff_t(from), text.begin() + std::ptrdiff_t(from + count), isDigit);
}
int twoDigitsAt(std::string_view text, std::size_t from) noexcept
{
    return (text[from] - '0') * 10 + (text[from + 1] - '0');
}

/// Weights run from 1, so the check character itself weighs ten.
std::size_t weightedSum(std::string_view characters) noexcept
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < characters.size(); ++i)
        sum += (i + 1) * Alphabet.find(characters[i]);
    return sum % Alphabet.size();
}

char checkCharacter(std::string_view characters) noexcept
{
    for (const char candidate : Alphabet)
        if (weightedSum(std::string(characters) + candidate) == 0)
            return candidate;
    return Alphabet.front(); // Not reached: ten has an inverse modulo 29.
}

std::string written(std::string_view characters)
{
    return std::string(Prefix) + "-" + std::string(characters.substr(0, 5)) + "-" + std::string(characters.substr(5));
}

std::optional<TemporaryIdentity> readOwn(std::string_view text)
{
    if (!text.starts_with(Prefix))
        return std::nullopt;
    std::string characters(text.substr(Prefix.size()));
    std::erase(characters, '-');
    const bool formHolds =
        characters.size() == RandomCharacters + 1 && characters.find_first_not_of(Alphabet) == std::string::npos;
    if (!formHolds)
        return std::nullopt;
    return TemporaryIdentity{written(characters), weightedSum(characters) == 0};
}

std::optional<TemporaryIdentity> readStockholm(std::string_view text)
{
    if (!text.starts_with("99") || !digitsAt(text, 0, 12))
        return std::nullopt;
    return TemporaryIdentity{std::string(text), luhnCheckDigit(text.substr(4, 7)) == text[11]};
}

std::optional<TemporaryIdentity> readVastraGotaland(std::string_view text)
{
    static constexpr std::string_view Letters = "KMX";
    static constexpr std::string_view Digits = "578";
    const auto letter = Letters.find(text[8]);
    if (letter == std::string_view::npos || !digitsAt(text, 0, 8) || !digitsAt(text, 9, 3))
        return std::nullopt;
    if (const int century = twoDigitsAt(text, 0); century < 18 || century > 20) // From 21 on it is a national number.
        return std::nullopt;
    std::string digits(text);
    digits[8] = Digits[letter];
    return TemporaryIdentity{std::string(text), luhnCheckDigit(std::string_view(digits).substr(2, 9)) == text[11]};
}

/// Two characters after the date, at least one a letter, none of I, O, Q, V, W. The month is 20 to 99 where the
/// birth date is not known.
std::optional<TemporaryIdentity> readNational(std::string_view text)
{
    if (!digitsAt(text, 0, 8) || !digitsAt(text, 10, 2) || (isDigit(text[8]) && isDigit(text[9])))
        return std::nullopt;
    const auto isAllowed = [](char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z' && std::string_view("IOQVW").find(c) == std::string_view::npos);
    };
    const int century = twoDigitsAt(text, 0) - 3;
    if (!isAllowed(text[8]) || !isAllowed(text[9]) || century < 18 || century > 21)
        return std::nullopt;
    const int month = twoDigitsAt(text, 4);
    const base::Date date{std::chrono::year(century * 100 + twoDigitsAt(text, 2)), std::chrono::month(unsigned(month)),
                          std::chrono::day(unsigned(twoDigitsAt(text, 6)))};
    if (month < 20 && !date.ok())
        return std::nullopt;
    return TemporaryIdentity{std::string(text), true};
}

} // namespace

std::optional<TemporaryIdentity> readTemporaryIdentity(std::string_view text)
{
    if (auto own = readOwn(text))
        return own;
    if (text.size() != 12)
        return std::nullopt;
    if (auto stockholm = readStockholm(text))
        return stockholm;
    if (auto vastraGotaland = readVastraGotaland(text))
        return vastraGotaland;
    return readNational(text);
}

char luhnCheckDigit(std::string_view digits) noexcept
{
    int sum = 0;
    int weight = 2;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        const int product = (*digit - '0') * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string makeTemporaryIdentity(base::Random &random)
{
    std::string characters;
    for (std::size_t i = 0; i < RandomCharacters; ++i)
        characters += Alphabet[random.below(Alphabet.size())];
    return written(characters + checkCharacter(characters));
}

} // namespace faltakt::casework
