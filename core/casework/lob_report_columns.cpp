#include "core/casework/lob_report_columns.h"

#include "core/base/text.h"
#include "core/casework/written_time.h"

#include <algorithm>
#include <array>

namespace faltakt::casework {

namespace {

using Names = std::span<const std::string_view>;

/// A word of a sheet and the code that it stands for.
struct Word {
    std::string_view word;
    std::string_view code;
};

constexpr Word SourceWords[] = {{"lob", "lob"},
                                {"omhändertagande", "lob"},
                                {"polisen", "lob"},
                                {"otherpolice", "otherPolice"},
                                {"annanpolis", "otherPolice"},
                                {"övrigpolis", "otherPolice"}};
constexpr Word SexWords[] = {{"f", "f"},    {"female", "f"}, {"k", "f"},     {"kvinna", "f"}, {"m", "m"},
                             {"male", "m"}, {"man", "m"},    {"x", "x"},     {"other", "x"},  {"annat", "x"},
                             {"okänt", ""}, {"okänd", ""},   {"unknown", ""}};
constexpr Word GroundWords[] = {
    {"intoxicated", "intoxicated"}, {"berusad", "intoxicated"}, {"kanintetahandomsig", "intoxicated"},
    {"danger", "danger"},           {"fara", "danger"},         {"farligförsigellerannan", "danger"}};
constexpr Word SubstanceWords[] = {{"alcohol", "alcohol"},     {"alkohol", "alcohol"},     {"drugs", "drugs"},
                                   {"narkotika", "drugs"},     {"droger", "drugs"},        {"medicines", "medicines"},
                                   {"läkemedel", "medicines"}, {"tabletter", "medicines"}, {"mixed", "mixed"},
                                   {"blandat", "mixed"},       {"flera", "mixed"},         {"unknown", "unknown"},
                                   {"okänt", "unknown"},       {"okänd", "unknown"}};
constexpr Word KeptWords[] = {{"arrest", "arrest"},
                              {"polisarrest", "arrest"},
                              {"soberingunit", "soberingUnit"},
                              {"tne", "soberingUnit"},
                              {"tillnyktringsenhet", "soberingUnit"},
                              {"tillnyktring", "soberingUnit"},
                              {"hospital", "hospital"},
                              {"sjukhus", "hospital"},
                              {"home", "home"},
                              {"hem", "home"},
                              {"hemmet", "home"},
                              {"bostad", "home"},
                              {"bostaden", "home"},
                              {"other", "other"},
                              {"annat", "other"},
                              {"annan", "other"},
                              {"annanplats", "other"}};
constexpr Word ChildrenWords[] = {
    {"yes", "yes"},         {"ja", "yes"},        {"true", "yes"},        {"1", "yes"},
    {"no", "no"},           {"nej", "no"},        {"false", "no"},        {"0", "no"},
    {"unknown", "unknown"}, {"okänt", "unknown"}, {"vetinte", "unknown"}, {"vetej", "unknown"}};
// A bare "yes" does not say which level: the lowest is taken, whose handling hides everything that can be hidden.
constexpr Word ProtectionWords[] = {{"none", "none"},
                                    {"nej", "none"},
                                    {"no", "none"},
                                    {"ingen", "none"},
                                    {"false", "none"},
                                    {"0", "none"},
                                    {"yes", "sekretessmarkering"},
                                    {"ja", "sekretessmarkering"},
                                    {"true", "sekretessmarkering"},
                                    {"1", "sekretessmarkering"},
                                    {"sekretess", "sekretessmarkering"},
                                    {"sekretessmarkering", "sekretessmarkering"},
                                    {"sekretessmarkerad", "sekretessmarkering"},
                                    {"skyddadfolkbokföring", "skyddadFolkbokforing"},
                                    {"skyddadfolkbokforing", "skyddadFolkbokforing"},
                                    {"fingerade", "fingerade"},
                                    {"fingeradepersonuppgifter", "fingerade"}};
constexpr std::string_view UnknownWords[] = {"okänd", "okänt", "unknown", "saknas", "ejkänd", "ejkänt"};

/// The value as one line: line breaks, tabs and runs of spaces become one space.
std::string oneLine(std::string_view value)
{
    std::string line;
    for (const char c : base::trimmed(value)) {
        const bool isSpace = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!isSpace)
            line += c;
        else if (!line.ends_with(' '))
            line += ' ';
    }
    return line;
}

template <auto Member>
ColumnFault readText(LobRowDraft &draft, const std::string &value)
{
    draft.row.*Member = oneLine(value);
    return {};
}

/// Keeps line breaks, each as a single '\n'.
template <auto Member>
ColumnFault readLongText(LobRowDraft &draft, const std::string &value)
{
    draft.row.*Member = value;
    std::erase(draft.row.*Member, '\r');
    return {};
}

template <auto Member>
ColumnFault readDraftText(LobRowDraft &draft, const std::string &value)
{
    draft.*Member = value;
    return {};
}

/// A name that the police do not know is no name.
template <auto Member>
ColumnFault readName(LobRowDraft &draft, const std::string &value)
{
    if (std::find(std::begin(UnknownWords), std::end(UnknownWords), foldedKey(value)) == std::end(UnknownWords))
        draft.row.*Member = oneLine(value);
    return {};
}

/// "Family, Given", or the last word as the family name.
ColumnFault readFullName(LobRowDraft &draft, const std::string &value)
{
    const std::string name = oneLine(value);
    if (std::find(std::begin(UnknownWords), std::end(UnknownWords), foldedKey(name)) != std::end(UnknownWords))
        return {};
    if (const auto comma = name.find(','); comma != std::string::npos) {
        draft.row.familyName = base::trimmed(std::string_view(name).substr(0, comma));
        draft.row.givenName = base::trimmed(std::string_view(name).substr(comma + 1));
        return {};
    }
    const auto space = name.rfind(' ');
    draft.row.givenName =
        space == std::string::npos ? std::string() : base::trimmed(std::string_view(name).substr(0, space));
    draft.row.familyName = space == std::string::npos ? name : name.substr(space + 1);
    return {};
}

template <auto Member, auto &Words>
ColumnFault readCode(LobRowDraft &draft, const std::string &value)
{
    const std::string key = foldedKey(value);
    const auto word =
        std::find_if(std::begin(Words), std::end(Words), [&](const Word &candidate) { return candidate.word == key; });
    if (word == std::end(Words))
        return "code";
    draft.row.*Member = std::string(word->code);
    return {};
}

template <auto Member>
ColumnFault readYesNo(LobRowDraft &draft, const std::string &value)
{
    const std::string key = foldedKey(value);
    if (key == "ja" || key == "yes" || key == "true" || key == "1" || key == "j" || key == "y") {
        draft.row.*Member = true;
    } else if (key == "nej" || key == "no" || key == "false" || key == "0" || key == "n") {
        draft.row.*Member = false;
    } else if (key != "okänt" && key != "unknown" && key != "vetinte" && key != "vetej") {
        return "yesNo";
    }
    return {};
}

ColumnFault readTakenAt(LobRowDraft &draft, const std::string &value)
{
    const WrittenMoment moment = readWrittenMoment(value);
    if (moment.fault.empty() && moment.isDateOnly) {
        draft.takenDate = value; // A column with the time may follow.
        return {};
    }
    draft.row.takenAt = moment.instant;
    draft.hasTakenAt = moment.fault.empty();
    return moment.fault;
}

/// A day alone stands for its noon, so that it lies inside the working day on which post is opened.
ColumnFault readReceived(LobRowDraft &draft, const std::string &value)
{
    const WrittenMoment moment = readWrittenMoment(value);
    draft.row.received = moment.isDateOnly ? moment.instant + std::chrono::hours(12) : moment.instant;
    draft.hasReceived = moment.fault.empty();
    return moment.fault;
}

ColumnFault readReleasedAt(LobRowDraft &draft, const std::string &value)
{
    const WrittenMoment moment = readWrittenMoment(value);
    if (!moment.fault.empty())
        return moment.fault;
    if (moment.isDateOnly)
        return "format";
    draft.row.releasedAt = moment.instant;
    return {};
}

ColumnFault readBirthDate(LobRowDraft &draft, const std::string &value)
{
    const auto date = base::parseDate(value);
    if (!date)
        return looksLikeDate(value) ? "date" : "format";
    if (*date > draft.today)
        return "date";
    draft.row.birthDate = *date;
    return {};
}

ColumnFault readIdentity(LobRowDraft &draft, const std::string &value)
{
    const std::string key = foldedKey(value);
    if (key.empty() || std::find(std::begin(UnknownWords), std::end(UnknownWords), key) != std::end(UnknownWords))
        return {};
    const IdentityNumber number = readIdentityNumber(value, draft.today);
    if (!number.isValid())
        return identityFaultName(*number.fault);
    draft.row.identityNumber = number.normalised;
    draft.row.identityKind = number.kind;
    if (!draft.row.birthDate)
        draft.row.birthDate = number.date;
    return {};
}

template <std::size_t N>
using NameList = std::array<std::string_view, N>;

constexpr NameList<4> SourceNames = {"källa", "rapportkälla", "kalla", "typ"};
constexpr NameList<6> SheetNames = {"sheet", "bladnummer", "bladnr", "lobnummer", "lobblad", "löpnummer"};
constexpr NameList<5> TakenNames = {"omhändertagen", "omhändertagentid", "tidföromhändertagande", "omhändertagandetid",
                                    "timeofcustody"};
constexpr NameList<5> TakenDateNames = {"date", "datum", "omhändertagendatum", "custodydate",
                                        "datumföromhändertagande"};
constexpr NameList<5> TakenTimeNames = {"time", "tid", "klockslag", "custodytime", "omhändertagenklockan"};
constexpr NameList<3> PlaceNames = {"plats", "ort", "platsföromhändertagande"};
constexpr NameList<5> ReceivedNames = {"inkommen", "inkom", "ankom", "mottagen", "receivedat"};
constexpr NameList<2> GivenNames = {"förnamn", "firstname"};
constexpr NameList<3> FamilyNames = {"efternamn", "lastname", "surname"};
constexpr NameList<2> FullNames = {"namn", "fullname"};
constexpr NameList<5> IdentityNames = {"personnummer", "personalnumber", "personnr", "samordningsnummer",
                                       "identitetsnummer"};
constexpr NameList<2> BirthNames = {"födelsedatum", "född"};
constexpr NameList<1> SexNames = {"kön"};
constexpr NameList<4> MunicipalityNames = {"hemkommun", "kommun", "municipality", "folkbokföringskommun"};
constexpr NameList<4> PhoneNames = {"telefon", "telefonnummer", "mobil", "phonenumber"};
constexpr NameList<2> AddressNames = {"adress", "bostadsadress"};
constexpr NameList<2> GroundNames = {"grund", "lagliggrund"};
constexpr NameList<4> SubstanceNames = {"medel", "preparat", "påverkadav", "berusningsmedel"};
constexpr NameList<2> ConditionNames = {"tillstånd", "iakttagelser"};
constexpr NameList<2> InjuryNames = {"skador", "skadad"};
constexpr NameList<5> MedicalNames = {"läkarkontakt", "medicinskbedömning", "läkarbedömning", "undersökning",
                                      "medical"};
constexpr NameList<4> KeptNames = {"förvarad", "förvarades", "förvaring", "kept"};
constexpr NameList<3> DecidedNames = {"beslutsfattare", "beslutav", "förman"};
constexpr NameList<4> ReleasedNames = {"frigiven", "frisläppt", "released", "släppt"};
constexpr NameList<4> ReleasedToNames = {"frigiventill", "frisläppttill", "släppttill", "utsläppttill"};
constexpr NameList<3> ViolentNames = {"våldsam", "våld", "violence"};
constexpr NameList<4> ChildrenNames = {"barn", "barnnärvarande", "barnpåplatsen", "children"};
constexpr NameList<3> GuardianNames = {"vårdnadshavareunderrättad", "vårdnadshavareinformerad", "guardian"};
constexpr NameList<2> LicenceNames = {"körkortsregistret", "körkortsregister"};
constexpr NameList<3> DangerNames = {"farotecken", "tecknpåfara", "danger"};
constexpr NameList<7> ProtectionNames = {"protectedidentity",
                                         "skyddadidentitet",
                                         "skyddadepersonuppgifter",
                                         "skyddadeuppgifter",
                                         "sekretess",
                                         "sekretessmarkering",
                                         "skydd"};
constexpr NameList<2> EventNames = {"händelse", "evenemang"};

using Row = LobReportRow;
constexpr std::array<LobColumn, 32> Columns = {{
    {"source", SourceNames, 60, readCode<&Row::source, SourceWords>},
    {"sheetNumber", SheetNames, 60, readText<&Row::sheetNumber>},
    {"takenAt", TakenNames, 60, readTakenAt},
    {"takenDate", TakenDateNames, 20, readDraftText<&LobRowDraft::takenDate>},
    {"takenTime", TakenTimeNames, 20, readDraftText<&LobRowDraft::takenTime>},
    {"place", PlaceNames, 200, readText<&Row::place>},
    {"received", ReceivedNames, 60, readReceived},
    {"givenName", GivenNames, 120, readName<&Row::givenName>},
    {"familyName", FamilyNames, 120, readName<&Row::familyName>},
    {"name", FullNames, 120, readFullName},
    {"birthDate", BirthNames, 20, readBirthDate},
    {"identityNumber", IdentityNames, 60, readIdentity},
    {"sex", SexNames, 20, readCode<&Row::sex, SexWords>},
    {"homeMunicipality", MunicipalityNames, 120, readText<&Row::homeMunicipality>},
    {"phone", PhoneNames, 40, readText<&Row::phone>},
    {"address", AddressNames, 200, readText<&Row::address>},
    {"ground", GroundNames, 60, readCode<&Row::ground, GroundWords>},
    {"substance", SubstanceNames, 60, readCode<&Row::substance, SubstanceWords>},
    {"condition", ConditionNames, 10'000, readLongText<&Row::condition>},
    {"injuries", InjuryNames, 20, readYesNo<&Row::injuries>},
    {"medicalCheck", MedicalNames, 20, readYesNo<&Row::medicalCheck>},
    {"keptAt", KeptNames, 60, readCode<&Row::keptAt, KeptWords>},
    {"decidedBy", DecidedNames, 120, readText<&Row::decidedBy>},
    {"releasedAt", ReleasedNames, 60, readReleasedAt},
    {"releasedTo", ReleasedToNames, 200, readText<&Row::releasedTo>},
    {"violent", ViolentNames, 20, readYesNo<&Row::violent>},
    {"childrenPresent", ChildrenNames, 20, readCode<&Row::childrenPresent, ChildrenWords>},
    {"guardianInformed", GuardianNames, 20, readYesNo<&Row::guardianInformed>},
    {"licenceRegister", LicenceNames, 20, readYesNo<&Row::licenceRegister>},
    {"dangerSign", DangerNames, 20, readYesNo<&Row::dangerSign>},
    {"protection", ProtectionNames, 60, readCode<&Row::protection, ProtectionWords>},
    {"event", EventNames, 200, readText<&Row::event>},
}};

} // namespace

std::span<const LobColumn> lobColumns() noexcept { return Columns; }

std::string foldedKey(std::string_view text)
{
    std::string key = base::foldForSearch(text);
    std::erase(key, ' ');
    return key;
}

ColumnFault finishDraft(LobRowDraft &draft, base::Instant now)
{
    if (!draft.hasTakenAt) {
        if (draft.takenDate.empty())
            return "missing";
        const WrittenMoment moment = readWrittenMoment(draft.takenDate + " " + draft.takenTime);
        if (!moment.fault.empty())
            return moment.fault;
        if (moment.isDateOnly)
            return "format";
        draft.row.takenAt = moment.instant;
    }
    if (!draft.hasReceived)
        draft.row.received = now;
    return {};
}

} // namespace faltakt::casework
