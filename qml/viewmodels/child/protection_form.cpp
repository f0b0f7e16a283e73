#include "qml/viewmodels/child/protection_form.h"

#include "core/base/text.h"
#include "core/casework/code_words.h"
#include "core/casework/record_codes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

namespace codes = casework::codes;

namespace {

using Kind = ProtectionItem::Kind;

constexpr std::array<std::string_view, 2> YesNo = {"yes", "no"};
/// How the report was made, and last that none is.
constexpr std::array<std::string_view, 5> WaysAndNone = {"call", "onCall", "emergency", "visit", "notMade"};
constexpr std::string_view IsMade = "way=call|onCall|emergency|visit";
constexpr std::string_view ChildNumbers = "childUnit onCall emergency";

constexpr const char *RingNow = QT_TRANSLATE_NOOP(
    "ProtectionForms",
    "Fara just nu: ring 112. Annars ringer du barnenheten, andra tider socialjouren. Det som står här når "
    "ingen av sig självt: Fältakt skickar ingen anmälan.");
constexpr const char *HowWeThought = QT_TRANSLATE_NOOP("ProtectionForms", "Så tänkte vi");
constexpr const char *WhyNothing =
    QT_TRANSLATE_NOOP("ProtectionForms", "Skriv kort hur ni tänkte. Det räcker med en mening.");
constexpr const char *WhatHelp = QT_TRANSLATE_NOOP("ProtectionForms", "Vad vill föräldern ha hjälp med?");
constexpr const char *AskStep = QT_TRANSLATE_NOOP("ProtectionForms", "Vad behövs nu?");
constexpr const char *ThenReport =
    QT_TRANSLATE_NOOP("ProtectionForms", "När du har sparat finns orosanmälan ett tryck bort.");

constexpr ProtectionItem ChildItems[] = {
    {.kind = Kind::Line,
     .field = "name",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Namn eller hur barnet kallas (frivilligt)")},
    {.kind = Kind::Choice,
     .field = "childAge",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Ungefär hur gammalt är barnet?"),
     .codes = codes::ChildAge},
    {.kind = Kind::Line,
     .field = "expected",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Beräknad födsel (frivilligt)"),
     .help = QT_TRANSLATE_NOOP("ProtectionForms",
                               "År-månad-dag. Då frågar I dag om utredning vid födseln, där riktlinjen vill det."),
     .when = "childAge=unborn"},
    {.kind = Kind::Check,
     .field = "considered",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Prövat i dag om utredning ska inledas vid födseln"),
     .when = "childAge=unborn"},
    {.kind = Kind::Choice,
     .field = "lives",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Bor barnet hos personen?"),
     .codes = codes::ChildLives},
    {.kind = Kind::Choice,
     .field = "worry",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Finns det en oro för barnet?"),
     .codes = codes::YesNoNotAsked},
    {.kind = Kind::Check,
     .field = "newWorry",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Ny oro, utöver den som redan står här"),
     .when = "hadWorry=yes"},
    {.kind = Kind::Warning, .label = RingNow, .when = "worry=yes"},
    {.kind = Kind::Numbers, .field = ChildNumbers, .when = "worry=yes"},
    {.kind = Kind::Choice, .field = "step", .label = AskStep, .codes = codes::ChildStep, .when = "worry=yes"},
    {.kind = Kind::Text, .field = "stepReason", .label = HowWeThought, .when = "step=nothing", .missing = WhyNothing},
    {.kind = Kind::Text, .field = "stepReason", .label = WhatHelp, .when = "step=parentWantsHelp"},
    {.kind = Kind::Note, .label = ThenReport, .when = "step=concernReport"},
    {.kind = Kind::Line, .field = "birthYear", .label = QT_TRANSLATE_NOOP("ProtectionForms", "Födelseår (frivilligt)")},
    {.kind = Kind::Text, .field = "text", .label = QT_TRANSLATE_NOOP("ProtectionForms", "Annat att veta (frivilligt)")},
};

constexpr ProtectionItem FamilyItems[] = {
    {.kind = Kind::Choice,
     .field = "answer",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Finns det barn hemma eller nära?"),
     .codes = codes::Children,
     .missing = QT_TRANSLATE_NOOP("ProtectionForms", "Välj ett svar. Resten får vara tomt.")},
    {.kind = Kind::Warning, .label = RingNow, .when = "answer=worry"},
    {.kind = Kind::Numbers, .field = ChildNumbers, .when = "answer=worry"},
    {.kind = Kind::Choice, .field = "step", .label = AskStep, .codes = codes::ChildStep, .when = "answer=worry"},
    {.kind = Kind::Text, .field = "stepReason", .label = HowWeThought, .when = "step=nothing", .missing = WhyNothing},
    {.kind = Kind::Text, .field = "stepReason", .label = WhatHelp, .when = "step=parentWantsHelp"},
    {.kind = Kind::Note, .label = ThenReport, .when = "step=concernReport"},
    {.kind = Kind::Text,
     .field = "consequences",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Vad betyder det för barnen? (frivilligt)"),
     .help = QT_TRANSLATE_NOOP("ProtectionForms", "Det som händer nu och det ni planerar, sett från barnen.")},
};

constexpr ProtectionItem ConcernItems[] = {
    {.kind = Kind::Warning, .label = RingNow},
    {.kind = Kind::Numbers, .field = ChildNumbers},
    {.kind = Kind::Choice,
     .field = "way",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Hur gick det?"),
     .codes = WaysAndNone,
     .missing = QT_TRANSLATE_NOOP("ProtectionForms", "Välj hur anmälan gjordes, eller att ingen görs.")},
    {.kind = Kind::Text,
     .field = "reason",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Varför görs ingen anmälan?"),
     .when = "way=notMade",
     .missing =
         QT_TRANSLATE_NOOP("ProtectionForms", "Skriv varför ingen anmälan görs. Det du har övervägt ska gå att läsa.")},
    {.kind = Kind::Line,
     .field = "receivedBy",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Vem tog emot? (frivilligt)"),
     .when = IsMade},
    {.kind = Kind::Text,
     .field = "observed",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Vad har du sett eller hört, och när? (frivilligt)"),
     .help = QT_TRANSLATE_NOOP("ProtectionForms", "Det du vet, och av vem. Din bedömning skriver du i en anteckning.")},
    {.kind = Kind::Choice,
     .field = "guardianTold",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Vet vårdnadshavaren om anmälan?"),
     .codes = YesNo,
     .when = IsMade},
    {.kind = Kind::Text,
     .field = "guardianReason",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Varför inte? (frivilligt)"),
     .when = "guardianTold=no"},
};

constexpr ProtectionItem CheckItems[] = {
    {.kind = Kind::Choice,
     .field = "dangerNow",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "1. Är någon i fara just nu?"),
     .codes = codes::YesNoUnknown,
     .missing = QT_TRANSLATE_NOOP("ProtectionForms", "Svara på frågan. Vet inte är också ett svar.")},
    {.kind = Kind::Warning,
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Ring 112 nu. Resten kan vänta: det du har svarat ligger kvar här."),
     .when = "dangerNow=yes"},
    {.kind = Kind::Numbers, .field = "emergency", .when = "dangerNow=yes"},
    {.kind = Kind::Choice,
     .field = "safeAdult",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "2. Finns en trygg vuxen som kan skydda i natt?"),
     .codes = codes::YesNoUnknown,
     .missing = QT_TRANSLATE_NOOP("ProtectionForms", "Svara på frågan. Vet inte är också ett svar.")},
    {.kind = Kind::Choice,
     .field = "threatNear",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "3. Kan den som hotar eller skadar komma åt?"),
     .codes = codes::YesNoUnknown,
     .missing = QT_TRANSLATE_NOOP("ProtectionForms", "Svara på frågan. Vet inte är också ett svar.")},
    {.kind = Kind::Choice,
     .field = "careNow",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "4. Behövs vård eller en trygg sovplats i natt?"),
     .codes = codes::YesNoUnknown,
     .missing = QT_TRANSLATE_NOOP("ProtectionForms", "Svara på frågan. Vet inte är också ett svar.")},
    {.kind = Kind::Note,
     .label = QT_TRANSLATE_NOOP("ProtectionForms",
                                "Ring nu. Ingen bedömer behov av skydd ensam, och Fältakt skickar inget larm.")},
    {.kind = Kind::Numbers, .field = "teamLead onCall"},
    {.kind = Kind::Choice,
     .field = "leaderTold",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Vem fick du tag i?"),
     .codes = codes::LeaderTold,
     .missing = QT_TRANSLATE_NOOP("ProtectionForms", "Välj vem du ringde. Svarade ingen ligger det kvar på I dag.")},
    {.kind = Kind::Line,
     .field = "leaderName",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Namn (frivilligt)"),
     .when = "leaderTold=leader|onCall"},
    {.kind = Kind::Choice,
     .field = "need",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Vad kom ni fram till?"),
     .codes = codes::ProtectionNeed,
     .when = "leaderTold=leader|onCall",
     .missing = QT_TRANSLATE_NOOP("ProtectionForms", "Välj vad ni kom fram till.")},
    {.kind = Kind::Text, .field = "text", .label = QT_TRANSLATE_NOOP("ProtectionForms", "Kort om läget (frivilligt)")},
};

constexpr ProtectionItem TalkItems[] = {
    {.kind = Kind::Choice,
     .field = "dangerNow",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Är personen i fara just nu?"),
     .codes = codes::YesNoUnknown,
     .missing = QT_TRANSLATE_NOOP("ProtectionForms", "Svara först på om personen är i fara nu.")},
    {.kind = Kind::Warning,
     .label =
         QT_TRANSLATE_NOOP("ProtectionForms", "Ring 112 nu. Stanna hos personen om du kan göra det utan fara för dig."),
     .when = "dangerNow=yes"},
    {.kind = Kind::Numbers, .field = "emergency onCall womensHelpline", .when = "dangerNow=yes"},
    {.kind = Kind::Note,
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Vad har personen berättat om? Kryssa det som stämmer.")},
    {.kind = Kind::Check, .field = "violencePhysical", .label = QT_TRANSLATE_NOOP("ProtectionForms", "Fysiskt våld")},
    {.kind = Kind::Check,
     .field = "violencePsychological",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Psykiskt våld")},
    {.kind = Kind::Check, .field = "violenceSexual", .label = QT_TRANSLATE_NOOP("ProtectionForms", "Sexuellt våld")},
    {.kind = Kind::Check,
     .field = "violenceMaterial",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Materiellt våld: saker, djur, hem")},
    {.kind = Kind::Check,
     .field = "violenceEconomic",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Ekonomiskt våld: pengar, lån, bank-id")},
    {.kind = Kind::Check,
     .field = "violenceSocial",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Socialt våld: hindras från att träffa andra")},
    {.kind = Kind::Check,
     .field = "violenceNeglect",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Försummelse: får inte den hjälp som behövs")},
    {.kind = Kind::Check,
     .field = "violenceHonour",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Hedersrelaterat våld")},
    {.kind = Kind::Warning,
     .label = QT_TRANSLATE_NOOP(
         "ProtectionForms",
         "Ta ingen kontakt med släkten, inte heller för att hjälpa. Tolk ska komma från annan ort. Ring "
         "socialjouren innan ni bestämmer något."),
     .when = "violenceHonour=yes"},
    {.kind = Kind::Numbers, .field = "onCall womensHelpline", .when = "violenceHonour=yes"},
    {.kind = Kind::Text,
     .field = "text",
     .label = QT_TRANSLATE_NOOP("ProtectionForms", "Med personens egna ord (frivilligt)")},
    {.kind = Kind::Note,
     .label = QT_TRANSLATE_NOOP(
         "ProtectionForms", "Syns inte i listor, planer eller utskrifter. Finns det barn: öppna sidan Barn efteråt.")},
};

constexpr std::array Forms = {
    ProtectionForm{.name = "child",
                   .title = QT_TRANSLATE_NOOP("ProtectionForms", "Barn"),
                   .saveText = QT_TRANSLATE_NOOP("ProtectionForms", "Spara barnet"),
                   .helpPage = "children",
                   .items = ChildItems,
                   .editsRecord = true},
    ProtectionForm{.name = "children",
                   .title = QT_TRANSLATE_NOOP("ProtectionForms", "Barn i familjen"),
                   .saveText = QT_TRANSLATE_NOOP("ProtectionForms", "Spara svaret"),
                   .helpPage = "children",
                   .items = FamilyItems,
                   .editsRecord = true},
    ProtectionForm{.name = "concernReport",
                   .title = QT_TRANSLATE_NOOP("ProtectionForms", "Orosanmälan"),
                   .saveText = QT_TRANSLATE_NOOP("ProtectionForms", "Spara orosanmälan"),
                   .helpPage = "children",
                   .items = ConcernItems},
    ProtectionForm{.name = "safetyCheck",
                   .title = QT_TRANSLATE_NOOP("ProtectionForms", "Skyddsbedömning"),
                   .saveText = QT_TRANSLATE_NOOP("ProtectionForms", "Spara skyddsbedömningen"),
                   .helpPage = "safety-check",
                   .items = CheckItems},
    ProtectionForm{.name = "safetyTalk",
                   .title = QT_TRANSLATE_NOOP("ProtectionForms", "Trygghetssamtal"),
                   .saveText = QT_TRANSLATE_NOOP("ProtectionForms", "Spara samtalet"),
                   .helpPage = "safety-talk",
                   .items = TalkItems,
                   .isSafe = true},
};

constexpr int FirstBirthYear = 1990;

/// Empty where the text is a year in which a child of today can be born.
QString birthYearFault(const std::string &text, int year)
{
    const bool isYear = text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!isYear || std::stoi(text) < FirstBirthYear || std::stoi(text) > year + 1)
        return QCoreApplication::translate("ProtectionForms", "Skriv året med fyra siffror, till exempel %1.")
            .arg(year - 8);
    return {};
}

/// Empty where the text is a day.
QString dayFault(const std::string &text)
{
    return base::parseDate(text) ? QString()
                                 : QCoreApplication::translate("ProtectionForms", "Skriv dagen som 2026-03-01.");
}

bool isTyped(const ProtectionItem &item) { return item.kind == Kind::Line || item.kind == Kind::Text; }

bool isQuestion(const ProtectionItem &item)
{
    return isTyped(item) || item.kind == Kind::Choice || item.kind == Kind::Check;
}

} // namespace

const ProtectionForm *protectionForm(std::string_view name)
{
    const auto found = std::ranges::find(Forms, name, &ProtectionForm::name);
    return found == Forms.end() ? nullptr : &*found;
}

std::span<const ProtectionForm> protectionForms() { return Forms; }

std::string valueOf(const ProtectionValues &values, std::string_view field)
{
    const auto found = values.find(field);
    return found == values.end() ? std::string() : found->second;
}

bool isShown(const ProtectionItem &item, const ProtectionValues &values)
{
    if (item.when.empty())
        return true;
    const std::size_t equals = item.when.find('=');
    const std::string value = valueOf(values, item.when.substr(0, equals));
    const auto wanted = base::split(item.when.substr(equals + 1), '|');
    return !value.empty() && std::ranges::find(wanted, value) != wanted.end();
}

std::map<std::string, QString> protectionFaults(const ProtectionForm &form, const ProtectionValues &values, int year)
{
    std::map<std::string, QString> faults;
    bool hasAnything = false;
    for (const ProtectionItem &item : form.items) {
        if (!isQuestion(item) || !isShown(item, values))
            continue;
        const std::string value(base::trimmed(valueOf(values, item.field)));
        hasAnything = hasAnything || !value.empty();
        if (value.empty() && *item.missing)
            faults.emplace(item.field, protectionText(item.missing));
        if (item.field == "birthYear" && !value.empty())
            if (QString fault = birthYearFault(value, year); !fault.isEmpty())
                faults.emplace(item.field, std::move(fault));
        if (item.field == "expected" && !value.empty())
            if (QString fault = dayFault(value); !fault.isEmpty())
                faults.emplace(item.field, std::move(fault));
    }
    if (!hasAnything && faults.empty())
        faults.emplace(form.items.front().field,
                       QCoreApplication::translate("ProtectionForms", "Fyll i något. En ungefärlig ålder räcker."));
    return faults;
}

QString protectionCodeText(const ProtectionForm &form, std::string_view field, std::string_view code,
                           base::Language language)
{
    if (form.name == "concernReport" && code == "notMade")
        return QCoreApplication::translate("ProtectionForms", "Ingen anmälan görs");
    return QString::fromStdString(casework::codeText(form.name, field, code, language));
}

QString protectionText(const char *text)
{
    return *text ? QCoreApplication::translate("ProtectionForms", text) : QString();
}

} // namespace faltakt::viewmodels
