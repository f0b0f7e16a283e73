#include "core/casework/code_words.h"
#include "core/casework/field_text.h"
#include "core/casework/moment_words.h"
#include "core/casework/record_schemas.h"
#include "core/casework/timeline_text.h"

#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::casework;
using base::Language;
using changelog::FieldType;

namespace {

base::Instant at(std::string_view text) { return *base::parseInstant(text); }
base::Date day(std::string_view text) { return *base::parseDate(text); }

const base::Instant Now = at("2025-10-17T13:07:00+02:00"); // a Friday

store::RecordView record(std::string kind, std::string_view fields)
{
    store::RecordView view;
    view.kind = std::move(kind);
    view.fields = *base::json::parse(fields)->object();
    return view;
}

std::string line(std::string kind, std::string_view fields, Language language = Language::Swedish)
{
    const TimelineText text = timelineText(record(std::move(kind), fields), language);
    return text.title + " | " + text.status + " | " + text.text;
}

std::string value(std::string_view kind, std::string_view field, std::string_view json,
                  Language language = Language::Swedish)
{
    return valueText(kind, field, *base::json::parse(json), {Now, language, {}});
}

} // namespace

TEST_CASE("every code of every field has words in both languages")
{
    for (const changelog::KindSchema &kind : recordSchemas().kinds())
        for (const changelog::FieldSchema &field : kind.fields)
            for (const std::string_view code : field.codes) {
                CAPTURE(kind.name, field.name, code);
                CHECK(hasCodeText(kind.name, field.name, code));
                CHECK_FALSE(codeText(kind.name, field.name, code, Language::Swedish).empty());
                CHECK_FALSE(codeText(kind.name, field.name, code, Language::English).empty());
            }
}

TEST_CASE("every kind and every field has a name in both languages")
{
    for (const changelog::KindSchema &kind : recordSchemas().kinds()) {
        CAPTURE(kind.name);
        CHECK(kindText(kind.name, Language::Swedish) != kind.name);
        CHECK_FALSE(kindText(kind.name, Language::English).empty());
        for (const changelog::FieldSchema &field : kind.fields) {
            CAPTURE(field.name);
            const std::string name = std::string(field.name) + (field.isPrefix ? "/1" : "");
            CHECK(hasFieldText(kind.name, name));
            CHECK_FALSE(fieldText(kind.name, name, Language::Swedish).empty());
            CHECK_FALSE(fieldText(kind.name, name, Language::English).empty());
        }
    }
}

TEST_CASE("codes, kinds and fields of a newer version are said to be so")
{
    CHECK(codeText("contact", "outcome", "beamedUp", Language::Swedish) == "Från en nyare version (beamedUp)");
    CHECK(kindText("somethingNewer", Language::Swedish) == "Från en nyare version (somethingNewer)");
    CHECK(fieldText("contact", "mood", Language::English) == "From a newer version (mood)");
    CHECK(kindText(std::string(60, 'k'), Language::English) == "From a newer version");
    CHECK(line("somethingNewer", R"({"at":"2026-11-14T00:15:00Z"})")
          == "Från en nyare version (somethingNewer) | Uppdatera Fältakt för att läsa den | ");
    CHECK(codeText("contact", "outcome", "", Language::Swedish).empty());
}

TEST_CASE("the words for contacts are those of the field")
{
    CHECK(codeText("contact", "outcome", "noAnswer", Language::Swedish) == "Inget svar");
    CHECK(codeText("contact", "outcome", "declined", Language::Swedish) == "Tackade nej");
    CHECK(codeText("contact", "way", "place", Language::Swedish) == "Sökt på plats");
    CHECK(flagText("twoAtVisit", Language::Swedish) == "Två vid besök");
    CHECK(contactWayKindText("phone", Language::English) == "Phone");
}

TEST_CASE("no word labels the person")
{
    for (const changelog::KindSchema &kind : recordSchemas().kinds())
        for (const changelog::FieldSchema &field : kind.fields)
            for (const std::string_view code : field.codes)
                for (const char *word : {"missbruk", "vägra", "narkoman", "alkoholist", "återfall", "utebli"})
                    CHECK(codeText(kind.name, field.name, code, Language::Swedish).find(word) == std::string::npos);
}

TEST_CASE("an attempt and a talk are told apart in the timeline")
{
    CHECK(line("contact", R"({"way":"call","outcome":"noAnswer"})") == "Samtal | Inget svar | ");
    CHECK(line("contact", R"({"way":"call","outcome":"reached","result":"tookAdvice","text":"Pratade i tio minuter."})")
          == "Samtal | Tog emot råd | Pratade i tio minuter.");
    CHECK(line("contact", R"({"way":"visit","outcome":"reached"})") == "Besök | Fick kontakt | ");
    CHECK(line("contact", R"({"way":"letter"})") == "Brev |  | ");
    CHECK(line("contact", R"({"way":"call","outcome":"declined","result":"declined"})") == "Samtal | Tackade nej | ");
    CHECK(line("contact", R"({"way":"call","outcome":"noAnswer"})", Language::English) == "Call | No answer | ");
}

TEST_CASE("the number of an attempt stands with its way")
{
    const auto contact = record("contact", R"({"way":"call","outcome":"noAnswer"})");
    CHECK(timelineText(contact, Language::Swedish, 2).title == "Samtal, försök 2");
    CHECK(timelineText(contact, Language::English, 2).title == "Call, attempt 2");
}

TEST_CASE("notes, reports, screenings and tasks have their own lines")
{
    CHECK(line("case", R"({"stage":"closed","closedAs":"declined","closedReason":"Vill inte mer."})")
          == "Ärendet avslutat | Tackade nej | Vill inte mer.");
    CHECK(line("case", R"({"stage":"intake","closedReason":"Vill inte mer.","reopenedReason":"Ringde själv."})")
          == "Ärendet öppnat igen | Aktualisering | Ringde själv.");
    CHECK(line("note", R"({"text":"Träffade på torget."})") == "Anteckning |  | Träffade på torget.");
    CHECK(line("note", R"({"text":"a","disputed":"b"})") == "Anteckning | Personen ser det annorlunda | a");
    CHECK(line("note", R"({"text":"a","addendumTo":"x"})") == "Tillägg |  | a");
    CHECK(line("lobReport", R"({"source":"lob","status":"open","place":"Torget"})") == "LOB-rapport | Öppen | Torget");
    CHECK(line("lobReport", R"({"status":"closed","closedAs":"reached"})")
          == "LOB-rapport | Avslutad: Fick kontakt | ");
    CHECK(line("lobReport", R"({"source":"otherPolice"})") == "Uppgift från polisen | Öppen | ");
    CHECK(line("assessment", R"({"instrument":"audit-c","status":"inProgress"})") == "AUDIT-C | Påbörjad | ");
    CHECK(line("task", R"({"what":"letter","status":"open"})") == "Skicka brev | Öppen | ");
}

TEST_CASE("a report of worry tells what came of it, and a talk about safety tells nothing")
{
    CHECK(line("concernReport", R"({"concern":"made","observed":"Kyl utan mat."})")
          == "Orosanmälan | Gjord | Kyl utan mat.");
    CHECK(line("concernReport", R"({"concern":"notMade","observed":"a","reason":"Mormor är där."})")
          == "Orosanmälan | Inte gjord | Mormor är där.");
    CHECK(line("safetyCheck", R"({"dangerNow":"no","need":"notNow","text":"x"})")
          == "Skyddsbedömning | Skydd behövs inte nu | ");
    CHECK(line("safetyTalk", R"({"dangerNow":"yes","violencePhysical":true,"text":"Slår"})")
          == "Trygghetssamtal |  | ");
}

TEST_CASE("a screening shows points, and the level only where it is one")
{
    constexpr std::string_view Zones = R"("zone":{"f":"III","m":"II"})";
    const std::string fields = R"({"instrument":"audit","status":"completed","score":8,)" + std::string(Zones);
    CHECK(line("assessment", fields + R"(,"sex":"m"})") == "AUDIT | 8 poäng, nivå II | ");
    CHECK(line("assessment", fields + "}") == "AUDIT | 8 poäng | ");
    CHECK(
        line("assessment", R"({"instrument":"dudit","status":"completed","score":3,"zone":{"f":"below","m":"below"}})")
        == "DUDIT | 3 poäng, under gränsen | ");
    CHECK(line("assessment", R"({"instrument":"audit","status":"declined"})") == "AUDIT | Erbjuden, avstod | ");
}

TEST_CASE("values are written by the type of their field")
{
    CHECK(value("person", "birthDate", R"("2025-10-17")") == "fredag 17 oktober");
    CHECK(value("contact", "at", R"("2025-10-17T11:07:00Z")") == "i dag 13:07");
    CHECK(value("person", "deceased", "true") == "Ja");
    CHECK(value("contact", "outcome", R"("noAnswer")") == "Inget svar");
    CHECK(value("lobReport", "repeatCount", "2") == "2");
    CHECK(value("contact", "text", R"("Hej.")") == "Hej.");
    CHECK(value("contact", "nextAt", "null") == "Inget");
    CHECK(value("assessment", "answers/7", R"({"state":"refused"})") == "Vill inte svara");
    CHECK(value("person", "interpreter", R"("fi")") == "finska");
    CHECK(value("contact", "briefAdvice", R"({"level":"advising","minutes":10})") == "Rådgivande samtal, 10 minuter");
    CHECK(value("assessment", "zone", R"({"f":"III","m":"II"})") == "nivå III (Kvinna), nivå II (Man)");
    CHECK(value("person", "noContact", R"({"since":"2025-10-03"})") == "Sedan fredag 3 oktober");
}

TEST_CASE("contact ways are written one on a line, with what to know")
{
    CHECK(value("person", "contactWays",
                R"({"a":{"kind":"phone","value":"0701740605","hours":"17-19","neverVoicemail":true},)"
                R"("b":{"kind":"address","value":"Storgatan 1"}})")
          == "Telefon: 070-174 06 05, 17-19, aldrig röstbrevlåda\nAdress: Storgatan 1");
    CHECK(value("person", "flags", R"({"f":{"code":"twoAtVisit","review":"2025-11-03"}})")
          == "Två vid besök, ses över måndag 3 november");
}

TEST_CASE("an id is shown by the name behind it, where there is one")
{
    const base::json::Value id("0190-x");
    CHECK(valueText("case", "responsible", id, {Now, Language::Swedish, [](std::string_view) { return "Elin Lund"; }})
          == "Elin Lund");
    CHECK(valueText("case", "responsible", id, {Now, Language::Swedish, {}}) == "0190-x");
}

TEST_CASE("a value of another shape than the schema's is shown and not lost")
{
    CHECK(value("person", "contactWays", R"(["x"])") == R"(["x"])");
    CHECK(value("person", "birthDate", R"("i mars")") == "i mars");
    CHECK(value("contact", "mood", R"({"a":1})") == R"({"a":1})");
}

TEST_CASE("a field has the name that a conflict is told by")
{
    CHECK(fieldText("protectedPerson", "phone", Language::Swedish) == "Telefonnummer");
    CHECK(fieldText("person", "contactWays", Language::Swedish) == "Kontaktvägar");
    CHECK(fieldText("assessment", "answers/7", Language::English) == "Answer to question 7");
}

TEST_CASE("headings name today, its neighbours and other days")
{
    const base::Date today = day("2025-10-17");
    CHECK(dayHeading(today, today, Language::Swedish) == "I dag");
    CHECK(dayHeading(day("2025-10-16"), today, Language::Swedish) == "I går");
    CHECK(dayHeading(day("2025-10-18"), today, Language::English) == "Tomorrow");
    CHECK(dayHeading(day("2025-10-14"), today, Language::Swedish) == "Tisdag 14 oktober");
    CHECK(dayHeading(day("2024-10-14"), today, Language::Swedish) == "Måndag 14 oktober 2024");
}

TEST_CASE("a moment is as short as it can be without being another one")
{
    CHECK(momentWords(at("2025-10-17T11:07:00Z"), Now, Language::Swedish) == "i dag 13:07");
    CHECK(momentWords(at("2025-10-16T13:20:00Z"), Now, Language::Swedish) == "i går 15:20");
    CHECK(momentWords(at("2025-10-14T08:20:00Z"), Now, Language::Swedish) == "tis 10:20");
    CHECK(momentWords(at("2025-10-10T08:20:00Z"), Now, Language::Swedish) == "fre 10 okt 10:20");
    CHECK(momentWords(at("2025-10-23T14:30:00Z"), Now, Language::Swedish) == "tor 23 okt 16:30");
    CHECK(momentWords(at("2024-10-23T14:30:00Z"), Now, Language::English) == "23 Oct 2024 16:30");
    CHECK(momentWords(at("2025-10-16T22:30:00Z"), Now, Language::Swedish) == "i dag 00:30");
}

TEST_CASE("what is due is said in words, and lateness in days")
{
    const auto due = [](std::string_view moment, Language language = Language::Swedish) {
        return dueWords(at(moment), Now, language);
    };
    CHECK(due("2025-10-17T21:59:59Z") == "Senast i dag");
    CHECK(due("2025-10-17T12:30:00Z") == "I dag 14:30");
    CHECK(due("2025-10-17T06:00:00Z") == "I dag 08:00");
    CHECK(due("2025-10-16T21:59:59Z") == "1 dag försenat");
    CHECK(due("2025-10-15T21:59:59Z") == "2 dagar försenat");
    CHECK(due("2025-10-22T21:59:59Z") == "Senast onsdag 22 oktober");
    CHECK(due("2025-10-18T21:59:59Z", Language::English) == "Due tomorrow");
    CHECK(dueWords(std::nullopt, Now, Language::Swedish).empty());
}
