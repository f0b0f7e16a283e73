#include "core/casework/code_words.h"

#include "core/casework/field_text.h"

#include <algorithm>
#include <array>

namespace faltakt::casework {

namespace {

/// Stands for codes inside a list's elements, which belong to no field of a kind.
constexpr std::string_view InElements = "-";

struct Wording {
    std::string_view kind; ///< Empty: the same words in every kind that has the field.
    std::string_view field;
    std::string_view code;
    std::string_view sv;
    std::string_view en;
};

constexpr std::array Wordings{
    Wording{"person", "identityKind", "personnummer", "Personnummer", "Personal number"},
    Wording{"person", "identityKind", "samordningsnummer", "Samordningsnummer", "Coordination number"},
    Wording{"person", "identityKind", "temporary", "Tillfälligt nummer", "Temporary number"},
    Wording{"person", "identityKind", "unconfirmed", "Inte bekräftat nummer", "Number not confirmed"},
    Wording{"", "sex", "f", "Kvinna", "Woman"},
    Wording{"", "sex", "m", "Man", "Man"},
    Wording{"", "sex", "x", "Annat eller inte angivet", "Other or not given"},
    Wording{"person", "protection", "none", "Inget skydd", "No protection"},
    Wording{"person", "protection", "sekretessmarkering", "Sekretessmarkering", "Secrecy marking (sekretessmarkering)"},
    Wording{"person", "protection", "skyddadFolkbokforing", "Skyddad folkbokföring",
            "Protected registration (skyddad folkbokföring)"},
    Wording{"person", "protection", "fingerade", "Fingerade personuppgifter",
            "Assumed identity (fingerade personuppgifter)"},
    Wording{"case", "stage", "intake", "Aktualisering", "Intake"},
    Wording{"case", "stage", "preAssessment", "Förhandsbedömning", "Pre-assessment"},
    Wording{"case", "stage", "investigation", "Utredning", "Investigation"},
    Wording{"case", "stage", "insats", "Insats", "Help under way (insats)"},
    Wording{"case", "stage", "followUp", "Uppföljning", "Follow-up"},
    Wording{"case", "stage", "closed", "Avslutad", "Closed"},
    Wording{"case", "closedFrom", "intake", "Aktualisering", "Intake"},
    Wording{"case", "closedFrom", "preAssessment", "Förhandsbedömning", "Pre-assessment"},
    Wording{"case", "closedFrom", "investigation", "Utredning", "Investigation"},
    Wording{"case", "closedFrom", "insats", "Insats", "Help under way (insats)"},
    Wording{"case", "closedFrom", "followUp", "Uppföljning", "Follow-up"},
    Wording{"case", "closedFrom", "closed", "Avslutad", "Closed"},
    Wording{"case", "closedAs", "done", "Klart", "Done"},
    Wording{"case", "closedAs", "declined", "Tackade nej", "Declined"},
    Wording{"case", "closedAs", "noContact", "Ingen kontakt", "No contact"},
    Wording{"case", "closedAs", "moved", "Flyttat", "Moved"},
    Wording{"case", "closedAs", "deceased", "Avliden", "Deceased"},
    Wording{"case", "closedAs", "wrongPerson", "Fel person", "Wrong person"},
    Wording{"case", "closedAs", "otherMunicipality", "Annan kommun", "Other municipality"},
    Wording{"lobReport", "source", "lob", "LOB", "LOB"},
    Wording{"lobReport", "source", "otherPolice", "Annan uppgift från polisen", "Other police notice"},
    Wording{"lobReport", "ground", "intoxicated", "Kunde inte ta hand om sig själv", "Could not cope alone"},
    Wording{"lobReport", "ground", "danger", "Fara för sig själv eller någon annan", "Danger to self or somebody else"},
    Wording{"lobReport", "substance", "alcohol", "Alkohol", "Alcohol"},
    Wording{"lobReport", "substance", "drugs", "Narkotika", "Drugs"},
    Wording{"lobReport", "substance", "medicines", "Läkemedel", "Medicines"},
    Wording{"lobReport", "substance", "mixed", "Flera medel", "Several substances"},
    Wording{"lobReport", "substance", "unknown", "Inte känt", "Not known"},
    Wording{"lobReport", "keptAt", "arrest", "Polisarrest", "Police cell"},
    Wording{"lobReport", "keptAt", "soberingUnit", "Tillnyktringsenhet", "Sobering unit"},
    Wording{"lobReport", "keptAt", "hospital", "Sjukhus", "Hospital"},
    Wording{"lobReport", "keptAt", "home", "Hem", "Home"},
    Wording{"lobReport", "keptAt", "other", "Annan plats", "Other place"},
    Wording{"lobReport", "childrenPresent", "yes", "Ja", "Yes"},
    Wording{"lobReport", "childrenPresent", "no", "Nej", "No"},
    Wording{"lobReport", "childrenPresent", "unknown", "Vet inte", "Don't know"},
    Wording{"lobReport", "status", "open", "Öppen", "Open"},
    Wording{"lobReport", "status", "closed", "Avslutad", "Closed"},
    Wording{"lobReport", "closedAs", "reached", "Fick kontakt", "Reached"},
    Wording{"lobReport", "closedAs", "declined", "Tackade nej", "Declined"},
    Wording{"lobReport", "closedAs", "noContact", "Ingen kontakt", "No contact"},
    Wording{"lobReport", "closedAs", "office", "Hanteras på kontoret", "Handled at the office"},
    Wording{"lobReport", "closedAs", "deceased", "Avliden", "Deceased"},
    Wording{"lobReport", "closedAs", "moved", "Annan kommun", "Other municipality"},
    Wording{"contact", "way", "call", "Samtal", "Call"},
    Wording{"contact", "way", "sms", "Sms", "Text message"},
    Wording{"contact", "way", "visit", "Besök", "Visit"},
    Wording{"contact", "way", "letter", "Brev", "Letter"},
    Wording{"contact", "way", "place", "Sökt på plats", "Looked for on the spot"},
    Wording{"contact", "way", "note", "Lapp lämnad", "Note left"},
    Wording{"contact", "way", "through", "Genom någon annan", "Through somebody"},
    Wording{"contact", "outcome", "reached", "Fick kontakt", "Reached"},
    Wording{"contact", "outcome", "someoneElse", "Någon annan svarade", "Somebody else answered"},
    Wording{"contact", "outcome", "noAnswer", "Inget svar", "No answer"},
    Wording{"contact", "outcome", "wrongNumber", "Fel person eller nummer", "Wrong person or number"},
    Wording{"contact", "outcome", "noNumber", "Inget nummer", "No number"},
    Wording{"contact", "outcome", "hungUp", "Lade på", "Hung up"},
    Wording{"contact", "outcome", "callLater", "Kan inte prata nu", "Can't talk now"},
    Wording{"contact", "outcome", "notFit", "Inte i skick att prata", "Not fit to talk"},
    Wording{"contact", "outcome", "needsInterpreter", "Behöver tolk", "Needs an interpreter"},
    Wording{"contact", "outcome", "inInstitution", "På sjukhus eller frihetsberövad", "In hospital or custody"},
    Wording{"contact", "outcome", "alreadyWithUs", "Har redan kontakt med oss", "Already with us"},
    Wording{"contact", "outcome", "declined", "Tackade nej", "Declined"},
    Wording{"contact", "outcome", "deceased", "Avliden", "Deceased"},
    Wording{"contact", "result", "tookAdvice", "Tog emot råd", "Took advice"},
    Wording{"contact", "result", "declined", "Tackade nej", "Declined"},
    Wording{"contact", "result", "wantsToApply", "Vill ansöka om stöd", "Wants to apply for support"},
    Wording{"contact", "result", "investigationOpened", "Utredning inledd", "Investigation opened"},
    Wording{"contact", "result", "passedToChildUnit", "Lämnat till barnenheten", "Passed to the child unit"},
    Wording{"contact", "result", "otherMunicipality", "Hör till annan kommun", "Belongs to another municipality"},
    Wording{"contact", "result", "bookedVisit", "Bokat besök", "Booked a visit"},
    Wording{"contact", "result", "didNotFit", "Hann inte, passade inte", "No time, did not fit"},
    Wording{"contact", "letter", "asked", "Begärt hos kontoret", "Asked for at the office"},
    Wording{"contact", "letter", "sent", "Skickat", "Sent"},
    Wording{"contact", "letterWay", "post", "Med posten", "By post"},
    Wording{"contact", "letterWay", "byHand", "Lämnat till personen", "Given to the person"},
    Wording{"contact", "letterWay", "otherWay", "På annat sätt", "In another way"},
    Wording{"lobReport", "letterHeldFor", "reached", "Ni har fått kontakt", "You have been in touch"},
    Wording{"lobReport", "letterHeldFor", "wrongAddress", "Adressen stämmer inte", "The address is not right"},
    Wording{"lobReport", "letterHeldFor", "otherWayIsBetter", "En annan väg är bättre", "Another way is better"},
    Wording{"lobReport", "letterHeldFor", "keptBack", "Av annat skäl", "For another reason"},
    Wording{"contact", "closePerson", "yes", "Ja", "Yes"},
    Wording{"contact", "closePerson", "no", "Nej", "No"},
    Wording{"contact", "closePerson", "notAsked", "Inte frågat", "Not asked"},
    Wording{"contact", "agreesToNext", "yes", "Ja", "Yes"},
    Wording{"contact", "agreesToNext", "no", "Nej", "No"},
    Wording{"contact", "agreesToNext", "notAsked", "Inte frågat", "Not asked"},
    Wording{"contact", "mayContactAgain", "yes", "Ja", "Yes"},
    Wording{"contact", "mayContactAgain", "no", "Nej", "No"},
    Wording{"contact", "mayContactAgain", "notAsked", "Inte frågat", "Not asked"},
    Wording{"contact", "alone", "yes", "Ja", "Yes"},
    Wording{"contact", "alone", "no", "Nej", "No"},
    Wording{"contact", "alone", "notAsked", "Inte frågat", "Not asked"},
    Wording{"children", "answer", "none", "Inga barn", "No children"},
    Wording{"children", "answer", "noWorry", "Barn, ingen oro", "Children, no worry"},
    Wording{"children", "answer", "worry", "Barn, oro", "Children, worry"},
    Wording{"children", "answer", "notAsked", "Inte frågat", "Not asked"},
    Wording{"", "step", "nothing", "Inget behövs nu", "Nothing needed now"},
    Wording{"", "step", "parentWantsHelp", "Föräldern vill ha hjälp för barnet", "The parent wants help for the child"},
    Wording{"", "step", "concernReport", "Orosanmälan", "Report of concern"},
    Wording{"child", "childAge", "unborn", "Väntas", "Expected"},
    Wording{"child", "childAge", "0to5", "0–5 år", "0–5 years"},
    Wording{"child", "childAge", "6to12", "6–12 år", "6–12 years"},
    Wording{"child", "childAge", "13to17", "13–17 år", "13–17 years"},
    Wording{"child", "lives", "whole", "Hela tiden", "All the time"},
    Wording{"child", "lives", "part", "En del av tiden", "Part of the time"},
    Wording{"child", "lives", "elsewhere", "Bor på annat håll", "Lives elsewhere"},
    Wording{"child", "lives", "unknown", "Vet inte", "Do not know"},
    Wording{"child", "worry", "yes", "Oro", "Worry"},
    Wording{"child", "worry", "no", "Ingen oro", "No worry"},
    Wording{"child", "worry", "notAsked", "Inte frågat", "Not asked"},
    Wording{"concernReport", "concern", "made", "Gjord", "Made"},
    Wording{"concernReport", "concern", "notMade", "Inte gjord", "Not made"},
    Wording{"concernReport", "guardianTold", "yes", "Ja", "Yes"},
    Wording{"concernReport", "guardianTold", "no", "Nej", "No"},
    Wording{"concernReport", "guardianTold", "notAsked", "Inte angivet", "Not stated"},
    Wording{"concernReport", "way", "call", "Ringde barnenheten", "Rang the child unit"},
    Wording{"concernReport", "way", "onCall", "Ringde socialjouren", "Rang social services out of hours"},
    Wording{"concernReport", "way", "emergency", "Ringde 112", "Rang 112"},
    Wording{"concernReport", "way", "visit", "Berättade på plats", "Told in person"},
    Wording{"", "dangerNow", "yes", "Ja", "Yes"},
    Wording{"", "dangerNow", "no", "Nej", "No"},
    Wording{"", "dangerNow", "unknown", "Vet inte", "Do not know"},
    Wording{"safetyCheck", "safeAdult", "yes", "Ja", "Yes"},
    Wording{"safetyCheck", "safeAdult", "no", "Nej", "No"},
    Wording{"safetyCheck", "safeAdult", "unknown", "Vet inte", "Do not know"},
    Wording{"safetyCheck", "threatNear", "yes", "Ja", "Yes"},
    Wording{"safetyCheck", "threatNear", "no", "Nej", "No"},
    Wording{"safetyCheck", "threatNear", "unknown", "Vet inte", "Do not know"},
    Wording{"safetyCheck", "careNow", "yes", "Ja", "Yes"},
    Wording{"safetyCheck", "careNow", "no", "Nej", "No"},
    Wording{"safetyCheck", "careNow", "unknown", "Vet inte", "Do not know"},
    Wording{"safetyCheck", "leaderTold", "leader", "Teamledaren", "The team leader"},
    Wording{"safetyCheck", "leaderTold", "onCall", "Socialjouren", "Social services out of hours"},
    Wording{"safetyCheck", "leaderTold", "notReached", "Ingen svarade än", "Nobody answered yet"},
    Wording{"safetyCheck", "need", "now", "Skydd behövs nu", "Protection is needed now"},
    Wording{"safetyCheck", "need", "notNow", "Skydd behövs inte nu", "Protection is not needed now"},
    Wording{"safetyCheck", "need", "unclear", "Det är oklart", "It is unclear"},
    Wording{"contact", "children", "none", "Inga barn", "No children"},
    Wording{"contact", "children", "noWorry", "Barn, ingen oro", "Children, no worry"},
    Wording{"contact", "children", "worry", "Barn, oro", "Children, worry"},
    Wording{"contact", "children", "notAsked", "Inte frågat", "Not asked"},
    Wording{"takeover", "answer", "accepted", "Tar över", "Takes over"},
    Wording{"takeover", "answer", "declined", "Kan inte ta över", "Cannot take over"},
    Wording{"takeover", "answer", "withdrawn", "Taget tillbaka", "Taken back"},
    Wording{"deputy", "opened", "contact", "Personen eller en anhörig hörde av sig",
            "The person or somebody close got in touch"},
    Wording{"deputy", "opened", "planned", "Något var planerat", "Something was planned"},
    Wording{"deputy", "opened", "urgent", "Något som inte kunde vänta", "Something that could not wait"},
    Wording{"deputy", "opened", "other", "Annat skäl", "Another reason"},
    Wording{"contact", "agreedHow", "booked", "Bokat i förväg", "Booked before"},
    Wording{"contact", "agreedHow", "sameDay", "Bestämt samma dag", "Agreed the same day"},
    Wording{"contact", "agreedHow", "unannounced", "Oanmält", "Unannounced"},
    Wording{"contact", "othersAgreed", "yes", "Ja", "Yes"},
    Wording{"contact", "othersAgreed", "no", "Nej", "No"},
    Wording{"contact", "othersAgreed", "notAsked", "Inte frågat", "Not asked"},
    Wording{"contact", "personAgreed", "yes", "Ja", "Yes"},
    Wording{"contact", "personAgreed", "no", "Nej", "No"},
    Wording{"contact", "personAgreed", "notAsked", "Inte frågat", "Not asked"},
    Wording{"contact", "letIn", "cameIn", "Kom in", "Came in"},
    Wording{"contact", "letIn", "atTheDoor", "Pratade i dörren", "Talked at the door"},
    Wording{"contact", "letIn", "no", "Nej", "No"},
    Wording{"note", "toldBy", "relative", "Anhörig", "Relative"},
    Wording{"note", "toldBy", "neighbour", "Granne eller annan", "Neighbour or somebody else"},
    Wording{"note", "toldBy", "authority", "Myndighet", "Authority"},
    Wording{"note", "toldBy", "other", "Någon annan", "Somebody else"},
    Wording{"assessment", "status", "inProgress", "Påbörjad", "Begun"},
    Wording{"assessment", "status", "completed", "Klar", "Completed"},
    Wording{"assessment", "status", "declined", "Erbjuden, avstod", "Offered, not wanted"},
    Wording{"assessment", "ageBand", "under18", "Under 18 år", "Under 18"},
    Wording{"assessment", "ageBand", "18to24", "18 till 24 år", "18 to 24"},
    Wording{"assessment", "ageBand", "25to65", "25 till 65 år", "25 to 65"},
    Wording{"assessment", "ageBand", "over65", "Över 65 år", "Over 65"},
    Wording{"assessment", "influenced", "no", "Nej", "No"},
    Wording{"assessment", "influenced", "somewhat", "Något", "Somewhat"},
    Wording{"assessment", "influenced", "strongly", "Kraftigt", "Strongly"},
    Wording{"assessment", "influenced", "cannotJudge", "Går inte att avgöra", "Cannot judge"},
    Wording{"", "interpretedBy", "none", "Nej", "No"},
    Wording{"", "interpretedBy", "professional", "Utbildad tolk", "Trained interpreter"},
    Wording{"", "interpretedBy", "otherAdult", "Annan vuxen", "Another adult"},
    Wording{"access", "action", "open", "Öppnade", "Opened"},
    Wording{"access", "action", "search", "Sökte", "Searched"},
    Wording{"access", "action", "export", "Tog ut", "Exported"},
    Wording{"access", "action", "breakGlass", "Akut åtkomst", "Emergency access"},
    Wording{"access", "purpose", "assigned", "Ansvarig", "Responsible"},
    Wording{"access", "purpose", "deputy", "Ersättare", "Deputy"},
    Wording{"access", "purpose", "breakGlass", "Akut åtkomst", "Emergency access"},
    Wording{"access", "purpose", "support", "Stöd", "Support"},
    Wording{"attachment", "mediaType", "jpeg", "Foto", "Photo"},
    Wording{"task", "what", "followUpLob", "Uppföljning efter LOB", "Follow-up after LOB"},
    Wording{"task", "what", "letter", "Skicka brev", "Send a letter"},
    Wording{"task", "what", "nextContact", "Ta kontakt", "Get in touch"},
    Wording{"task", "what", "children", "Fråga om barn", "Ask about children"},
    Wording{"task", "what", "reviewSupport", "Se över stödet", "Look over the support"},
    Wording{"task", "what", "ownTask", "Egen uppgift", "Own task"},
    Wording{"task", "what", "letterHeld", "Brevet väntar på att du ser över det",
            "The letter waits for you to look at it"},
    Wording{"task", "what", "newReport", "Ny rapport att läsa", "New report to read"},
    Wording{"task", "what", "safetyCheck", "Omedelbar skyddsbedömning", "Immediate safety check"},
    Wording{"task", "what", "preAssessment", "Förhandsbedömning", "Pre-assessment"},
    Wording{"task", "what", "knownElsewhere", "Kan ha en akt redan", "May have a file already"},
    Wording{"task", "basis", "law", "Lag", "Law"},
    Wording{"task", "basis", "guideline", "Riktlinje", "Guideline"},
    Wording{"task", "basis", "default", "Förval, inte lag", "Default, not law"},
    Wording{"task", "basis", "agreed", "Överenskommet", "Agreed"},
    Wording{"task", "basis", "own", "Eget val", "Own choice"},
    Wording{"task", "status", "open", "Öppen", "Open"},
    Wording{"task", "status", "done", "Klar", "Done"},
    Wording{"task", "status", "dropped", "Struken", "Dropped"},
    Wording{"signature", "compartment", "file", "Akten", "The file"},
    Wording{"signature", "compartment", "card", "Kortet", "The card"},
    Wording{"signature", "compartment", "lob", "LOB", "LOB"},
    Wording{"signature", "compartment", "screening", "Frågor om vanor", "Screening"},
    Wording{"signature", "compartment", "order", "Beställning", "Order"},
    Wording{"signature", "compartment", "protected", "Skyddade uppgifter", "Protected details"},
    Wording{"signature", "compartment", "reading", "Läslogg", "Reading log"},
    Wording{"-", "flag", "twoAtVisit", "Två vid besök", "Two at a visit"},
    Wording{"-", "flag", "violence", "Ring först, lämna inga meddelanden", "Ring first, leave no messages"},
    Wording{"-", "flag", "childrenAtHome", "Barn i hemmet", "Children at home"},
    Wording{"-", "flag", "forvaltare", "Har förvaltare, ta kontakt där också",
            "Has an administrator (förvaltare), get in touch there too"},
    Wording{"-", "flag", "meetOutside", "Möten någon annanstans än hemma", "Meetings elsewhere than at home"},
    Wording{"-", "flag", "pregnancySupport", "Samordna stödet under graviditeten",
            "Coordinate the support during the pregnancy"},
    Wording{"-", "aliasKind", "other", "Annat namn", "Other name"},
    Wording{"-", "aliasKind", "former", "Tidigare namn", "Former name"},
    Wording{"-", "aliasKind", "nickname", "Kallas", "Called"},
    Wording{"related", "role", "relative", "Anhörig", "Relative"},
    Wording{"related", "role", "closePerson", "Närstående", "Close person"},
    Wording{"related", "role", "guardian", "Vårdnadshavare", "Guardian"},
    Wording{"related", "role", "godMan", "God man", "God man"},
    Wording{"related", "role", "forvaltare", "Förvaltare", "Förvaltare"},
    Wording{"related", "role", "agent", "Ombud", "Agent"},
    Wording{"related", "role", "companion", "Biträde", "Companion"},
    Wording{"related", "role", "otherHelper", "Annat stöd", "Other support"},
    Wording{"related", "mayKnow", "yes", "Vet om kontakten", "Knows of the contact"},
    Wording{"related", "mayKnow", "no", "Vet inte, berätta inget", "Does not know, tell nothing"},
    Wording{"related", "mayKnow", "notAsked", "Inte frågat, berätta inget", "Not asked, tell nothing"},
    Wording{"-", "wayKind", "phone", "Telefon", "Phone"},
    Wording{"-", "wayKind", "sms", "Bara sms", "Text messages only"},
    Wording{"-", "wayKind", "address", "Adress", "Address"},
    Wording{"-", "wayKind", "place", "Plats och tid", "Place and time"},
    Wording{"-", "wayKind", "through", "Genom någon", "Through somebody"},
    Wording{"-", "wayKind", "email", "E-post", "E-mail"},
};

const Wording *find(std::string_view kind, std::string_view field, std::string_view code)
{
    const auto found = std::ranges::find_if(Wordings, [&](const Wording &wording) {
        return (wording.kind == kind || wording.kind.empty()) && wording.field == field && wording.code == code;
    });
    return found == Wordings.end() ? nullptr : &*found;
}

} // namespace

bool hasCodeText(std::string_view kind, std::string_view field, std::string_view code)
{
    return find(kind, field, code) != nullptr;
}

std::string codeText(std::string_view kind, std::string_view field, std::string_view code, base::Language language)
{
    const Wording *wording = find(kind, field, code);
    if (wording)
        return std::string(base::inLanguage(language, wording->sv, wording->en));
    return code.empty() ? std::string() : newerVersionText(code, language);
}

std::string flagText(std::string_view code, base::Language language)
{
    return codeText(InElements, "flag", code, language);
}

std::string aliasKindText(std::string_view kind, base::Language language)
{
    return codeText(InElements, "aliasKind", kind, language);
}

std::string contactWayKindText(std::string_view kind, base::Language language)
{
    return codeText(InElements, "wayKind", kind, language);
}

} // namespace faltakt::casework
