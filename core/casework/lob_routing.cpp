#include "core/casework/lob_routing.h"

#include "core/base/text.h"
#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"

#include <algorithm>

namespace faltakt::casework {

namespace {

constexpr int AdultAge = 18;

LobRoute toOffice(OfficeReason reason) { return {LobRoute::Way::Office, reason}; }

/// Without the words that say that it is a municipality: "Täby kommun", "Stockholms stad", "kommunen Täby".
std::string bareMunicipality(std::string_view written)
{
    std::string bare;
    bool hadTown = false;
    for (const std::string &word : base::splitWords(base::foldForSearch(written))) {
        hadTown = hadTown || word == "kommun" || word == "stad";
        if (word != "kommun" && word != "kommunen" && word != "stad")
            bare += (bare.empty() ? "" : " ") + word;
    }
    // "Stockholms stad": the genitive goes with the word it belongs to.
    if (hadTown && bare.ends_with('s'))
        bare.pop_back();
    return bare;
}

bool isBelow(int age, const LobReportRow &row, base::Date day)
{
    return row.birthDate && ageOn(*row.birthDate, day) < age;
}

} // namespace

std::string_view officeReasonName(OfficeReason reason) noexcept
{
    switch (reason) {
    case OfficeReason::ProtectedIdentity: return "protectedIdentity";
    case OfficeReason::Minor: return "minor";
    case OfficeReason::BelowTargetAge: return "belowTargetAge";
    case OfficeReason::OtherMunicipality: return "otherMunicipality";
    case OfficeReason::ClosedMatter: break;
    }
    return "closedMatter";
}

std::string protectionLevel(const LobReportRow &row, const KnownPerson &known)
{
    // The codes stand in rising order; one that this version does not know hides everything.
    const auto rank = [](const std::string &code) {
        return std::find(codes::Protection.begin(), codes::Protection.end(), code);
    };
    return rank(row.protection) < rank(known.protection) ? known.protection : row.protection;
}

bool isOwnMunicipality(std::string_view written, const LobRoutingProfile &profile)
{
    const std::string bare = bareMunicipality(written);
    const std::string own = bareMunicipality(profile.municipalityName);
    if (!profile.municipalityCode.empty() && bare == profile.municipalityCode)
        return true;
    // "Borås" and "Borås stad" name one town although the second form loses its s.
    return bare == own || bare == own + "s" || bare + "s" == own;
}

LobRoute routeLobReport(const LobReportRow &row, const LobRoutingProfile &profile, const KnownPerson &known,
                        base::Date today)
{
    if (protectionLevel(row, known) != "none")
        return toOffice(OfficeReason::ProtectedIdentity);
    if (row.isUnidentified())
        return {LobRoute::Way::Unidentified, {}};
    if (isBelow(AdultAge, row, swedishDate(row.takenAt)))
        return toOffice(OfficeReason::Minor);
    if (known.matter == KnownPerson::Matter::Open)
        return {LobRoute::Way::OpenMatter, {}};
    if (profile.targetAge && isBelow(*profile.targetAge, row, today))
        return toOffice(OfficeReason::BelowTargetAge);
    const bool isElsewhere = !row.homeMunicipality.empty() && !profile.municipalityName.empty()
                             && !isOwnMunicipality(row.homeMunicipality, profile);
    if (isElsewhere)
        return toOffice(OfficeReason::OtherMunicipality);
    if (known.matter == KnownPerson::Matter::Closed)
        return toOffice(OfficeReason::ClosedMatter);
    return {LobRoute::Way::NewCase, {}};
}

std::string lobSheetKey(std::string_view source, std::string_view sheetNumber)
{
    std::string key;
    for (const std::string &word : base::splitWords(base::foldForSearch(sheetNumber)))
        key += (key.empty() ? "" : "-") + word;
    return key.empty() ? key : std::string(source) + ' ' + key;
}

int repeatCountIn12Months(base::Instant takenAt, std::span<const base::Instant> others) noexcept
{
    const LocalTime taken = swedishTime(takenAt);
    // A day that the earlier year lacks (29 February) begins the next month.
    const base::Date yearBefore{std::chrono::sys_days(taken.date - std::chrono::years(1))};
    const base::Instant begin = instantOf({yearBefore, taken.sinceMidnight});
    const auto inPeriod = std::count_if(others.begin(), others.end(),
                                        [&](base::Instant other) { return other > begin && other <= takenAt; });
    return 1 + int(inPeriod);
}

} // namespace faltakt::casework
