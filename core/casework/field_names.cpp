// The names of kinds and fields on screens.
#include "core/casework/field_text.h"

#include <algorithm>
#include <array>

namespace faltakt::casework {

namespace {

/// Fields of which there is one for each question of a form.
struct PrefixName {
    std::string_view prefix;
    std::string_view sv; ///< the question's number follows
    std::string_view en;
};
constexpr PrefixName PrefixNames[] = {
    {"answers/", "Svar på fråga ", "Answer to question "},
    {"notes/", "Anteckning till fråga ", "Note to question "},
    {"starts/", "Börjar en tid: ", "Starts a time: "},
    {"gives/", "Dag som någon har satt: ", "Day that somebody has set: "},
    {"ends/", "Avslutar en tid: ", "Ends a time: "},
    {"replaces/", "Ersätter en tidigare tid: ", "Replaces an earlier time: "},
    {"settled/", "Avbockad: ", "Ticked off: "},
    {"opened/", "Öppnade akten ", "Opened the file "},
};

const PrefixName *findPrefix(std::string_view field)
{
    const auto *found =
        std::ranges::find_if(PrefixNames, [&](const PrefixName &name) { return field.starts_with(name.prefix); });
    return found == std::end(PrefixNames) ? nullptr : found;
}

struct KindName {
    std::string_view kind;
    std::string_view sv;
    std::string_view en;
};

constexpr std::array Kinds{
    KindName{"person", "Personens kort", "The person's card"},
    KindName{"protectedPerson", "Skyddade uppgifter", "Protected details"},
    KindName{"case", "Ärende", "Matter"},
    KindName{"lobReport", "LOB-rapport", "LOB report"},
    KindName{"contact", "Kontakt", "Contact"},
    KindName{"note", "Anteckning", "Note"},
    KindName{"children", "Barn i familjen", "Children in the family"},
    KindName{"child", "Barn", "Child"},
    KindName{"concernReport", "Orosanmälan", "Report of concern"},
    KindName{"safetyCheck", "Skyddsbedömning", "Safety check"},
    KindName{"safetyTalk", "Trygghetssamtal", "Safety talk"},
    KindName{"assessment", "Frågor om vanor", "Screening"},
    KindName{"signature", "Signatur", "Signature"},
    KindName{"access", "Öppning av akten", "Opening of the file"},
    KindName{"task", "Uppgift", "Task"},
    KindName{"attachment", "Foto eller papper", "Photo or paper"},
    KindName{"related", "Person runt omkring", "Somebody around"},
    KindName{"act", "Blankett", "Form"},
    KindName{"colleague", "Kollega", "Colleague"},
    KindName{"visitWatch", "Incheckning", "Check-in"},
    KindName{"takeover", "Överlämning", "Handing over"},
    KindName{"tally", "Räkning", "Count"},
    KindName{"misfiled", "Förd på fel person", "In the wrong person's file"},
    KindName{"deputy", "Ersättare", "Deputy"},
};

struct FieldName {
    std::string_view kind; ///< Empty: the same name in every kind that has the field.
    std::string_view field;
    std::string_view sv;
    std::string_view en;
};

constexpr std::array Fields{
    FieldName{"", "givenName", "Förnamn", "First name"},
    FieldName{"", "familyName", "Efternamn", "Family name"},
    FieldName{"", "identityNumber", "Personnummer eller annat nummer", "Personal or other number"},
    FieldName{"person", "identityKind", "Sorts nummer", "Kind of number"},
    FieldName{"person", "birthDate", "Födelsedatum", "Date of birth"},
    FieldName{"person", "sex", "Kön", "Sex"},
    FieldName{"person", "interpreter", "Tolk", "Interpreter"},
    FieldName{"person", "aliases", "Andra namn", "Other names"},
    FieldName{"person", "contactWays", "Kontaktvägar", "Contact ways"},
    FieldName{"person", "flags", "Att tänka på", "To keep in mind"},
    FieldName{"", "homeMunicipality", "Hemkommun", "Home municipality"},
    FieldName{"person", "protection", "Skyddade personuppgifter", "Protected identity"},
    FieldName{"person", "noContact", "Vill inte bli kontaktad", "Wants no contact"},
    FieldName{"person", "deceased", "Avliden", "Deceased"},
    FieldName{"", "mergedInto", "Hör ihop med", "Belongs together with"},
    FieldName{"protectedPerson", "address", "Adress", "Address"},
    FieldName{"protectedPerson", "forwarding", "Vidarebefordran", "Forwarding"},
    FieldName{"protectedPerson", "phone", "Telefonnummer", "Phone number"},
    FieldName{"case", "stage", "Var ärendet är", "Stage of the matter"},
    FieldName{"case", "stageAt", "Där sedan", "There since"},
    FieldName{"case", "stageReason", "Skäl till att ärendet gick tillbaka", "Reason for going back"},
    FieldName{"", "closedAs", "Avslutat som", "Closed as"},
    FieldName{"", "closedReason", "Skäl till att avsluta", "Reason for closing"},
    FieldName{"case", "closedAt", "Avslutat", "Closed"},
    FieldName{"case", "closedFrom", "Var ärendet var när det avslutades", "Stage when it was closed"},
    FieldName{"case", "reopenedAt", "Öppnat igen", "Reopened"},
    FieldName{"case", "reopenedReason", "Skäl till att öppna igen", "Reason for reopening"},
    FieldName{"case", "openedAt", "Öppnat", "Opened"},
    FieldName{"case", "caseNumber", "Ärendenummer", "Case number"},
    FieldName{"case", "profile", "Kommunens profil", "Municipality's profile"},
    FieldName{"case", "responsible", "Ansvarig", "Responsible"},
    FieldName{"case", "team", "Team", "Team"},
    FieldName{"case", "teamName", "Teamets namn", "Name of the team"},
    FieldName{"colleague", "worker", "Vem", "Who"},
    FieldName{"colleague", "name", "Namn", "Name"},
    FieldName{"colleague", "leads", "Leder teamet", "Leads the team"},
    FieldName{"colleague", "left", "Har slutat i teamet", "Has left the team"},
    FieldName{"takeover", "from", "Från", "From"},
    FieldName{"takeover", "fromName", "Från, namn", "From, name"},
    FieldName{"takeover", "to", "Till", "To"},
    FieldName{"takeover", "toName", "Till, namn", "To, name"},
    FieldName{"takeover", "askedAt", "Frågat", "Asked"},
    FieldName{"takeover", "answer", "Svar", "Answer"},
    FieldName{"takeover", "answeredBy", "Svarat av", "Answered by"},
    FieldName{"takeover", "answeredByName", "Svarat av, namn", "Answered by, name"},
    FieldName{"takeover", "answeredAt", "Svarat", "Answered"},
    FieldName{"takeover", "reason", "Skäl", "Reason"},
    FieldName{"takeover", "closed", "Läst", "Read"},
    FieldName{"tally", "week", "Vecka", "Week"},
    FieldName{"tally", "counts", "Antal, förseglade", "Counts, sealed"},
    FieldName{"deputy", "from", "Ersätter", "Stands in for"},
    FieldName{"deputy", "fromName", "Ersätter, namn", "Stands in for, name"},
    FieldName{"deputy", "to", "Ersättare", "Deputy"},
    FieldName{"deputy", "toName", "Ersättare, namn", "Deputy, name"},
    FieldName{"deputy", "firstDay", "Första dag", "First day"},
    FieldName{"deputy", "lastDay", "Sista dag", "Last day"},
    FieldName{"deputy", "all", "Gäller alla ärenden", "For all matters"},
    FieldName{"deputy", "namedAt", "Utsågs", "Named"},
    FieldName{"deputy", "endedAt", "Avslutades i förtid", "Ended early"},
    FieldName{"deputy", "leaves", "Ärendet lämnar ersättaren", "The matter leaves the deputy"},
    FieldName{"visitWatch", "worker", "Vem", "Who"},
    FieldName{"visitWatch", "place", "Plats", "Place"},
    FieldName{"visitWatch", "phone", "Telefonnummer", "Phone number"},
    FieldName{"visitWatch", "startedAt", "Checkade in", "Checked in"},
    FieldName{"visitWatch", "plannedEnd", "Beräknas klar", "Planned end"},
    FieldName{"visitWatch", "endedAt", "Checkade ut", "Checked out"},
    FieldName{"visitWatch", "alarm", "Serverns larm", "The server's alarm"},
    FieldName{"visitWatch", "care", "Tas om hand", "Taken care of"},
    FieldName{"lobReport", "source", "Källa", "Source"},
    FieldName{"lobReport", "sheetNumber", "Bladets nummer", "Sheet number"},
    FieldName{"lobReport", "takenAt", "Omhändertagen", "Taken into custody"},
    FieldName{"lobReport", "place", "Plats", "Place"},
    FieldName{"lobReport", "received", "Kom in", "Came in"},
    FieldName{"lobReport", "registered", "Registrerad", "Registered"},
    FieldName{"lobReport", "ground", "Grund", "Ground"},
    FieldName{"lobReport", "substance", "Medel", "Substance"},
    FieldName{"lobReport", "condition", "Tillstånd", "Condition"},
    FieldName{"lobReport", "injuries", "Skador", "Injuries"},
    FieldName{"lobReport", "medicalCheck", "Läkarundersökt", "Seen by a physician"},
    FieldName{"lobReport", "keptAt", "Var personen var", "Where the person was kept"},
    FieldName{"lobReport", "decidedBy", "Beslutat av", "Decided by"},
    FieldName{"lobReport", "releasedAt", "Fick gå", "Released"},
    FieldName{"lobReport", "releasedTo", "Lämnad till", "Released to"},
    FieldName{"lobReport", "violent", "Våld eller hot", "Violence or threat"},
    FieldName{"lobReport", "childrenPresent", "Barn i närheten", "Children present"},
    FieldName{"lobReport", "guardianInformed", "Vårdnadshavare underrättad", "Guardian informed"},
    FieldName{"lobReport", "licenceRegister", "Anmält till körkortsregistret", "Told to the licence register"},
    FieldName{"lobReport", "event", "Evenemang", "Event"},
    FieldName{"lobReport", "ageAtCustody", "Ålder vid omhändertagandet", "Age at custody"},
    FieldName{"lobReport", "dangerSign", "Tecken på fara", "Sign of danger"},
    FieldName{"lobReport", "repeatCount", "Rapporter på 12 månader", "Reports in 12 months"},
    FieldName{"lobReport", "status", "Läge", "State"},
    FieldName{"lobReport", "letterRequestedAt", "Brev begärt", "Letter asked for"},
    FieldName{"lobReport", "letterSentAt", "Brev skickat", "Letter sent"},
    FieldName{"lobReport", "letterDespite", "Brev begärt fast", "Letter asked for although"},
    FieldName{"lobReport", "letterHeldFor", "Brevet väntar", "The letter waits"},
    FieldName{"lobReport", "letterHeldReason", "Varför brevet väntar", "Why the letter waits"},
    FieldName{"contact", "way", "Väg", "Way"},
    FieldName{"contact", "outcome", "Hur det gick", "How it went"},
    FieldName{"contact", "at", "När", "When"},
    FieldName{"contact", "result", "Hur samtalet slutade", "How the talk ended"},
    FieldName{"", "lobReport", "LOB-rapport", "LOB report"},
    FieldName{"contact", "task", "Uppgift", "Task"},
    FieldName{"contact", "nextAt", "Nästa kontakt", "Next contact"},
    FieldName{"contact", "mayContactAgain", "Får kontaktas igen", "May be contacted again"},
    FieldName{"contact", "mayContactAt", "Får kontaktas från", "May be contacted from"},
    FieldName{"contact", "alone", "Ensam, kan prata ostört", "Alone, can talk freely"},
    FieldName{"contact", "children", "Barn", "Children"},
    FieldName{"contact", "ownWish", "Egen önskan", "Own wish"},
    FieldName{"", "text", "Text", "Text"},
    FieldName{"contact", "letter", "Brevet", "The letter"},
    FieldName{"contact", "letterWay", "Brevet gick", "The letter went"},
    FieldName{"contact", "closePerson", "Någon nära som behöver stöd", "Somebody close who needs support"},
    FieldName{"contact", "agreesToNext", "Ja till nästa steg", "Yes to the next step"},
    FieldName{"contact", "representativeView", "Företrädarens syn", "The representative's view"},
    FieldName{"contact", "judgement", "Bedömning", "Assessment"},
    FieldName{"contact", "agreedHow", "Hur besöket bestämdes", "How the visit was agreed"},
    FieldName{"contact", "whoPresent", "Vilka som var med", "Who was present"},
    FieldName{"contact", "othersAgreed", "De andra som bor där sa ja", "The others who live there agreed"},
    FieldName{"contact", "letIn", "Kom in", "Came in"},
    FieldName{"contact", "interpretedBy", "Tolk i samtalet", "Interpreter in the talk"},
    FieldName{"contact", "place", "Plats", "Place"},
    FieldName{"contact", "through", "Genom vem", "Through whom"},
    FieldName{"contact", "personAgreed", "Personen sa ja till att ni talade", "The person agreed to your talking"},
    FieldName{"contact", "briefAdvice", "Kort rådgivning", "Brief advice"},
    FieldName{"related", "role", "Roll", "Role"},
    FieldName{"related", "name", "Namn", "Name"},
    FieldName{"related", "relation", "Relation", "Relation"},
    FieldName{"related", "phone", "Telefon", "Phone"},
    FieldName{"related", "hours", "Tider", "Hours"},
    FieldName{"related", "mandate", "Uppdrag eller fullmakt", "Mandate or power of attorney"},
    FieldName{"related", "validUntil", "Gäller till", "Valid until"},
    FieldName{"related", "mayKnow", "Får veta om kontakten", "May know of the contact"},
    FieldName{"related", "share", "Får dela", "May share"},
    FieldName{"note", "judgement", "Bedömning", "Assessment"},
    FieldName{"note", "at", "När", "When"},
    FieldName{"note", "disputed", "Personen ser det annorlunda", "The person sees it differently"},
    FieldName{"note", "quick", "Snabb anteckning", "Quick note"},
    FieldName{"note", "addendumTo", "Tillägg till", "Addendum to"},
    FieldName{"children", "answer", "Barn", "Children"},
    FieldName{"children", "at", "Frågat", "Asked"},
    FieldName{"", "step", "Steg", "Step"},
    FieldName{"", "stepAt", "Steget togs", "The step was taken"},
    FieldName{"", "stepReason", "Så tänkte vi", "How we thought"},
    FieldName{"children", "consequences", "Vad det betyder för barnen", "What it means for the children"},
    FieldName{"child", "name", "Namn eller hur barnet kallas", "Name, or what the child is called"},
    FieldName{"child", "birthYear", "Födelseår", "Year of birth"},
    FieldName{"child", "childAge", "Ungefärlig ålder", "Approximate age"},
    FieldName{"child", "expected", "Beräknad födsel", "Expected birth"},
    FieldName{"child", "consideredAt", "Prövat om utredning ska inledas vid födseln",
              "Considered whether to open an investigation at the birth"},
    FieldName{"child", "lives", "Bor hos personen", "Lives with the person"},
    FieldName{"child", "worry", "Oro", "Worry"},
    FieldName{"child", "worryAt", "Oron kom fram", "The worry came up"},
    FieldName{"", "child", "Barn", "Child"},
    FieldName{"concernReport", "concern", "Orosanmälan", "Report of concern"},
    FieldName{"concernReport", "observed", "Det vi såg och hörde", "What we saw and heard"},
    FieldName{"concernReport", "at", "Oron kom fram", "The worry came up"},
    FieldName{"concernReport", "guardianTold", "Vårdnadshavaren vet om det", "The guardian knows of it"},
    FieldName{"concernReport", "guardianReason", "Varför inte", "Why not"},
    FieldName{"concernReport", "way", "Så gjordes den", "How it was made"},
    FieldName{"concernReport", "receivedBy", "Togs emot av", "Received by"},
    FieldName{"concernReport", "madeAt", "Gjord", "Made"},
    FieldName{"concernReport", "reason", "Skäl till att inte anmäla", "Reason for not reporting"},
    FieldName{"safetyCheck", "at", "När", "When"},
    FieldName{"", "dangerNow", "Fara just nu", "Danger right now"},
    FieldName{"safetyCheck", "safeAdult", "Trygg vuxen som kan skydda", "Safe adult who can protect"},
    FieldName{"safetyCheck", "threatNear", "Den som hotar kommer åt", "Whoever threatens can get there"},
    FieldName{"safetyCheck", "careNow", "Vård eller sovplats i natt", "Care or a bed tonight"},
    FieldName{"safetyCheck", "leaderTold", "Vem som ringdes", "Who was rung"},
    FieldName{"safetyCheck", "leaderName", "Namn", "Name"},
    FieldName{"safetyCheck", "need", "Behov av skydd", "Need of protection"},
    FieldName{"safetyTalk", "at", "När", "When"},
    FieldName{"safetyTalk", "violencePhysical", "Fysiskt", "Physical"},
    FieldName{"safetyTalk", "violencePsychological", "Psykiskt", "Psychological"},
    FieldName{"safetyTalk", "violenceSexual", "Sexuellt", "Sexual"},
    FieldName{"safetyTalk", "violenceMaterial", "Materiellt", "Material"},
    FieldName{"safetyTalk", "violenceEconomic", "Ekonomiskt", "Economic"},
    FieldName{"safetyTalk", "violenceSocial", "Socialt", "Social"},
    FieldName{"safetyTalk", "violenceNeglect", "Försummelse", "Neglect"},
    FieldName{"safetyTalk", "violenceHonour", "Hedersrelaterat", "Honour-related"},
    FieldName{"note", "toldBy", "Berättat av", "Told by"},
    FieldName{"note", "toldByName", "Vem som berättade", "Who told it"},
    FieldName{"misfiled", "record", "Det som är fört fel", "What is in the wrong file"},
    FieldName{"misfiled", "at", "När", "When"},
    FieldName{"misfiled", "byName", "Av", "By"},
    FieldName{"misfiled", "seen", "Det som följde med", "What went along"},
    FieldName{"", "writtenBy", "Först skrivet av", "First written by"},
    FieldName{"", "writtenByName", "Först skrivet av", "First written by"},
    FieldName{"", "writtenAt", "Först skrivet", "First written"},
    FieldName{"", "wasSignedAt", "Signerades i den första akten", "Signed in the first file"},
    FieldName{"", "wasSignedByName", "Signerades av", "Signed by"},
    FieldName{"", "movedAt", "Flyttat från en annan akt", "Moved from another file"},
    FieldName{"", "movedByName", "Flyttat av", "Moved by"},
    FieldName{"", "movedKey", "Märke för flytten", "Mark of the moving"},
    FieldName{"assessment", "instrument", "Formulär", "Instrument"},
    FieldName{"assessment", "version", "Version", "Version"},
    FieldName{"assessment", "status", "Läge", "State"},
    FieldName{"assessment", "startedAt", "Påbörjad", "Begun"},
    FieldName{"assessment", "completedAt", "Klar", "Completed"},
    FieldName{"assessment", "sex", "Rad i tabellen", "Row of the table"},
    FieldName{"assessment", "age", "Ålder", "Age"},
    FieldName{"assessment", "ageBand", "Ålder", "Age"},
    FieldName{"assessment", "skipRule", "Hoppregel", "Skip rule"},
    FieldName{"assessment", "cutoffSet", "Gränsvärden", "Cut-offs"},
    FieldName{"assessment", "pack", "Innehållspaket", "Content pack"},
    FieldName{"assessment", "influenced", "Påverkad", "Influenced"},
    FieldName{"assessment", "selfReported", "Fyllde i själv", "Filled in alone"},
    FieldName{"assessment", "askedByWorker", "Frågad i samtal", "Asked in a talk"},
    FieldName{"assessment", "trained", "Intervjuaren har utbildningen", "The interviewer has the training"},
    FieldName{"assessment", "othersPresent", "Någon annan var med", "Somebody else was there"},
    FieldName{"assessment", "wasAlone", "Personen var ensam", "The person was alone"},
    FieldName{"assessment", "interpretedBy", "Tolk i samtalet", "Interpreter in the talk"},
    FieldName{"assessment", "interpreterLanguage", "Tolkens språk", "The interpreter's language"},
    FieldName{"assessment", "secondLanguage", "Språk bredvid", "Language beside"},
    FieldName{"assessment", "score", "Poäng", "Points"},
    FieldName{"assessment", "zone", "Nivå", "Level"},
    FieldName{"signature", "record", "Signerat", "Signed"},
    FieldName{"signature", "heads", "Signerade versioner", "Signed versions"},
    FieldName{"signature", "worker", "Signerat av", "Signed by"},
    FieldName{"signature", "device", "Enhet", "Device"},
    FieldName{"signature", "at", "När", "When"},
    FieldName{"signature", "sig", "Signatur", "Signature"},
    FieldName{"signature", "compartment", "Del av akten", "Part of the file"},
    FieldName{"access", "action", "Vad", "What"},
    FieldName{"access", "purpose", "Ändamål", "Purpose"},
    FieldName{"access", "reason", "Skäl", "Reason"},
    FieldName{"access", "at", "När", "When"},
    FieldName{"task", "what", "Vad", "What"},
    FieldName{"task", "due", "Senast", "Due"},
    FieldName{"task", "basis", "Grund", "Ground"},
    FieldName{"task", "assignedTo", "För vem", "For whom"},
    FieldName{"task", "record", "Gäller", "About"},
    FieldName{"task", "status", "Läge", "State"},
    FieldName{"task", "doneAt", "Klar", "Done"},
    FieldName{"act", "form", "Blankett", "Form"},
    FieldName{"act", "version", "Version", "Version"},
    FieldName{"act", "at", "När", "When"},
    FieldName{"attachment", "caption", "Bildtext", "Caption"},
    FieldName{"attachment", "mediaType", "Sort", "Kind"},
    FieldName{"attachment", "at", "När", "When"},
    FieldName{"attachment", "blob", "Filens namn i lagret", "Name of the file in the store"},
    FieldName{"attachment", "size", "Storlek", "Size"},
    FieldName{"attachment", "key", "Filens nyckel", "Key of the file"},
    FieldName{"attachment", "about", "Hör till", "Belongs to"},
};

const FieldName *find(std::string_view kind, std::string_view field)
{
    const auto found = std::ranges::find_if(
        Fields, [&](const FieldName &name) { return (name.kind == kind || name.kind.empty()) && name.field == field; });
    return found == Fields.end() ? nullptr : &*found;
}

} // namespace

std::string newerVersionText(std::string_view name, base::Language language)
{
    // Names come from the other version and say what is meant only to whoever made it; a long one is no help to anybody.
    constexpr std::size_t Longest = 40;
    std::string text(base::inLanguage(language, "Från en nyare version", "From a newer version"));
    if (!name.empty() && name.size() <= Longest)
        text += " (" + std::string(name) + ")";
    return text;
}

std::string kindText(std::string_view kind, base::Language language)
{
    const auto found = std::ranges::find(Kinds, kind, &KindName::kind);
    return found == Kinds.end() ? newerVersionText(kind, language)
                                : std::string(base::inLanguage(language, found->sv, found->en));
}

bool hasFieldText(std::string_view kind, std::string_view field)
{
    return findPrefix(field) != nullptr || find(kind, field) != nullptr;
}

std::string fieldText(std::string_view kind, std::string_view field, base::Language language)
{
    if (const PrefixName *each = findPrefix(field))
        return std::string(base::inLanguage(language, each->sv, each->en))
               + std::string(field.substr(each->prefix.size()));
    const FieldName *name = find(kind, field);
    return name ? std::string(base::inLanguage(language, name->sv, name->en)) : newerVersionText(field, language);
}

} // namespace faltakt::casework
