#include "core/casework/identity_number.h"

#include "core/casework/temporary_identity.h"

#include <algorithm>
#include <array>

namespace faltakt::casework {

using base::Date;

namespace {

constexpr std::size_t LongestInput = 64;
constexpr int FirstYear = 1850;
constexpr unsigned CoordinationDayShift = 60;

bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }
bool allDigits(std::string_view text) noexcept { return std::all_of(text.begin(), text.end(), isDigit); }

int numberOf(std::string_view digits) noexcept
{
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

/// Longer dashes and spaces come with text that was copied from a letter; they are taken for the plain ones.
std::string plainForm(std::string_view text)
{
    static constexpr std::array<std::string_view, 6> Dashes = {"\u2010", "\u2011", "\u2012",
                                                               "\u2013", "\u2014", "\u2212"};
    static constexpr std::array<std::string_view, 3> Spaces = {"\u00a0", "\u2009", "\u202f"};
    std::string plain;
    while (!text.empty()) {
        const auto begins = [&](std::string_view sign) { return text.starts_with(sign); };
        if (const auto dash = std::find_if(Dashes.begin(), Dashes.end(), begins); dash != Dashes.end()) {
            plain += '-';
            text.remove_prefix(dash->size());
        } else if (const auto space = std::find_if(Spaces.begin(), Spaces.end(), begins); space != Spaces.end()) {
            text.remove_prefix(space->size());
        } else {
            const char c = text.front();
            if (c != ' ' && c != '\t')
                plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            text.remove_prefix(1);
        }
    }
    return plain;
}

IdentityNumber withFault(IdentityFault fault, std::optional<IdentityKind> kind = {})
{
    IdentityNumber number;
    number.kind = kind;
    number.fault = fault;
    return number;
}

/// The parts of a written number: the six or eight digits of the date, the sign, the last four digits.
struct Written {
    std::string_view date;
    char sign = '-';
    std::string_view tail;
};

std::optional<Written> splitWritten(std::string_view text)
{
    Written written;
    if (text.size() == 11 || text.size() == 13) {
        written.sign = text[text.size() - 5];
        written.date = text.substr(0, text.size() - 5);
    } else if (text.size() == 10 || text.size() == 12) {
        written.date = text.substr(0, text.size() - 4);
    } else {
        return std::nullopt;
    }
    written.tail = text.substr(text.size() - 4);
    const bool known =
        (written.sign == '-' || written.sign == '+') && allDigits(written.date) && allDigits(written.tail);
    return known ? std::optional(written) : std::nullopt;
}

Date dateOf(int year, int month, int day) noexcept
{
    return {std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
}

/// The year for two written digits. A day that does not exist in the year found is judged by the caller.
int yearWithCentury(int twoDigits, int month, int day, char sign, Date today) noexcept
{
    const int thisYear = int(today.year());
    if (sign == '+') {
        const int latest = thisYear - 100;
        return latest - (latest % 100 - twoDigits + 100) % 100;
    }
    const int year = thisYear - (thisYear % 100 - twoDigits + 100) % 100;
    return dateOf(year, month, day) > today ? year - 100 : year;
}

IdentityNumber readPersonal(const Written &written, Date today)
{
    const std::string_view shortDate = written.date.substr(written.date.size() - 6);
    const int month = numberOf(shortDate.substr(2, 2));
    const int writtenDay = numberOf(shortDate.substr(4, 2));
    const bool isCoordination = writtenDay > int(CoordinationDayShift);
    const int day = isCoordination ? writtenDay - int(CoordinationDayShift) : writtenDay;
    const int year = written.date.size() == 8
                         ? numberOf(written.date.substr(0, 4))
                         : yearWithCentury(numberOf(shortDate.substr(0, 2)), month, day, written.sign, today);
    // A full year says the century itself; a plus beside it must not contradict it.
    if (written.date.size() == 8 && written.sign == '+' && year > int(today.year()) - 100)
        return withFault(IdentityFault::Format);

    IdentityNumber number;
    number.kind = isCoordination ? IdentityKind::Samordningsnummer : IdentityKind::Personnummer;
    const Date date = dateOf(year, month, day);
    if (!date.ok() || year < FirstYear || date > today)
        return withFault(IdentityFault::Date, number.kind);
    const std::string nine = std::string(shortDate) + std::string(written.tail.substr(0, 3));
    if (identityCheckDigit(nine) != written.tail[3])
        return withFault(IdentityFault::Checksum, number.kind);
    number.date = date;
    number.normalised =
        base::formatDate(date).substr(0, 4) + std::string(shortDate.substr(2)) + std::string(written.tail);
    return number;
}

IdentityNumber readTemporary(const TemporaryIdentity &temporary)
{
    if (!temporary.checksumHolds)
        return withFault(IdentityFault::Checksum, IdentityKind::Temporary);
    IdentityNumber number;
    number.kind = IdentityKind::Temporary;
    number.normalised = temporary.normalised;
    return number;
}

} // namespace

std::string_view identityKindName(IdentityKind kind) noexcept
{
    switch (kind) {
    case IdentityKind::Personnummer: return "personnummer";
    case IdentityKind::Samordningsnummer: return "samordningsnummer";
    case IdentityKind::Temporary: break;
    }
    return "temporary";
}

std::string_view identityFaultName(IdentityFault fault) noexcept
{
    switch (fault) {
    case IdentityFault::Format: return "format";
    case IdentityFault::Date: return "date";
    case IdentityFault::Checksum: break;
    }
    return "checksum";
}

IdentityNumber readIdentityNumber(std::string_view text, Date today)
{
    if (text.size() > LongestInput)
        return withFault(IdentityFault::Format);
    const std::string plain = plainForm(text);
    if (const auto temporary = readTemporaryIdentity(plain))
        return readTemporary(*temporary);
    const auto written = splitWritten(plain);
    return written ? readPersonal(*written, today) : withFault(IdentityFault::Format);
}

base::json::Object toJson(const IdentityNumber &number)
{
    using base::json::Value;
    base::json::Object object;
    object.append("valid", number.isValid());
    object.append("kind", number.kind ? Value(identityKindName(*number.kind)) : Value());
    object.append("normalised", number.isValid() ? Value(number.normalised) : Value());
    object.append("date", number.date ? Value(base::formatDate(*number.date)) : Value());
    object.append("error", number.fault ? Value(identityFaultName(*number.fault)) : Value());
    return object;
}

char identityCheckDigit(std::string_view nineDigits) noexcept { return luhnCheckDigit(nineDigits); }

int ageOn(Date birth, Date day) noexcept
{
    const int years = int(day.year()) - int(birth.year());
    const bool beforeBirthday = std::pair(day.month(), day.day()) < std::pair(birth.month(), birth.day());
    return beforeBirthday ? years - 1 : years;
}

std::optional<std::string_view> proposedSex(const IdentityNumber &number) noexcept
{
    if (!number.isValid() || number.kind == IdentityKind::Temporary)
        return std::nullopt;
    return (number.normalised[10] - '0') % 2 == 1 ? "m" : "f";
}

std::vector<std::string> identitySearchForms(std::string_view normalised)
{
    if (normalised.empty())
        return {};
    // A reserve number of twelve digits begins with no century; its last ten digits mean nothing.
    const bool isPersonal = normalised.size() == 12 && allDigits(normalised) && !readTemporaryIdentity(normalised);
    if (!isPersonal)
        return {std::string(normalised)};
    const std::string full(normalised);
    return {full, full.substr(2), full.substr(0, 8) + "-" + full.substr(8), full.substr(2, 6) + "-" + full.substr(8)};
}

} // namespace faltakt::casework
