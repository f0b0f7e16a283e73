#include "core/base/json.h"
#include "core/base/text.h"
#include "core/casework/demo_caseload.h"
#include "core/casework/demo_screening.h"
#include "core/casework/identity_number.h"
#include "core/casework/lob_report_import.h"
#include "core/casework/record_schemas.h"
#include "core/casework/swedish_time.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

using namespace faltakt;
namespace json = base::json;
using casework::DemoCaseload;
using casework::DemoSettings;

namespace {

DemoSettings settingsFor(std::string_view today, std::size_t people = 40)
{
    DemoSettings settings;
    settings.today = *base::parseDate(today);
    settings.people = people;
    return settings;
}
const DemoSettings Usual = settingsFor("2026-11-23");

template <typename Visit>
void forEachSet(const DemoCaseload &caseload, Visit visit)
{
    for (const auto &demoCase : caseload.cases)
        for (const auto &change : demoCase.changes)
            for (const auto &set : change.sets)
                visit(demoCase, change, set);
}

std::map<std::string, int> countKinds(const DemoCaseload &caseload)
{
    std::map<std::string, int> kinds;
    forEachSet(caseload, [&](const auto &, const auto &, const auto &set) { ++kinds[set.kind]; });
    return kinds;
}

std::string textOf(const json::Object &fields, std::string_view name)
{
    const auto *value = fields.find(name);
    return value && value->string() ? *value->string() : std::string();
}

std::string everything(const DemoCaseload &caseload)
{
    std::string all = caseload.lobReports;
    for (const auto &worker : caseload.workers)
        all += worker.id.toString() + worker.name;
    forEachSet(caseload, [&](const auto &demoCase, const auto &, const auto &set) {
        all += demoCase.id.toString() + set.record.toString() + set.kind + json::serialise(set.fields);
    });
    return all;
}

casework::LobReportFile fileOf(const DemoCaseload &caseload, base::Date today)
{
    auto file = casework::readLobReports(caseload.lobReports, casework::instantOf({today, std::chrono::hours(20)}));
    if (!file)
        FAIL(file.error().toString());
    return *file;
}

json::Value readInstrument(const std::string &name)
{
    std::ifstream stream(std::string(FALTAKT_SOURCE_DIR) + "/assets/instruments/" + name, std::ios::binary);
    REQUIRE(stream);
    auto value = json::parse(std::string(std::istreambuf_iterator<char>(stream), {}),
                             {.maxBytes = 4 * 1024 * 1024, .maxDepth = 16});
    if (!value)
        FAIL(value.error().toString());
    return *value;
}

/// Points of each option of an item, found wherever the item stands in the questionnaire's groups.
void collectPoints(const json::Value &item, std::map<std::string, std::map<std::string, double>> &points)
{
    if (const auto *options = item.find("answerOption"))
        for (const auto &option : *options->array())
            for (const auto &extension : *option.find("extension")->array())
                if (extension.stringAt("url").ends_with("/ordinalValue"))
                    points[item.stringAt("linkId")][option.find("valueCoding")->stringAt("code")] =
                        extension.find("valueDecimal")->number();
    if (const auto *inner = item.find("item"))
        for (const auto &child : *inner->array())
            collectPoints(child, points);
}

} // namespace

TEST_CASE("the same seed gives the same caseload, another seed another one")
{
    const std::string first = everything(casework::makeDemoCaseload(Usual));
    CHECK(first == everything(casework::makeDemoCaseload(Usual)));
    DemoSettings other = Usual;
    other.seed = 2;
    CHECK(first != everything(casework::makeDemoCaseload(other)));
}

TEST_CASE("the usual caseload has forty people, two workers and every kind of ordinary work")
{
    const auto caseload = casework::makeDemoCaseload(Usual);
    CHECK(caseload.workers.size() == 2);
    CHECK(caseload.cases.size() == 40);
    auto kinds = countKinds(caseload);
    CHECK(kinds["person"] == 40);
    CHECK(kinds["case"] == 40);
    for (const auto *kind : {"lobReport", "contact", "note", "assessment", "task"}) {
        CAPTURE(kind);
        CHECK(kinds[kind] >= 10);
    }
    std::set<std::string> stages, outcomes, statuses;
    forEachSet(caseload, [&](const auto &, const auto &, const auto &set) {
        if (set.kind == "case")
            stages.insert(textOf(set.fields, "stage"));
        if (set.kind == "contact")
            outcomes.insert(textOf(set.fields, "outcome"));
        if (set.kind == "assessment")
            statuses.insert(textOf(set.fields, "status"));
    });
    CHECK(stages.size() >= 4);
    CHECK(outcomes.count("noAnswer") == 1);
    CHECK(outcomes.count("reached") == 1);
    CHECK(statuses == std::set<std::string>{"completed", "inProgress"});
    for (const auto &worker : caseload.workers)
        CHECK(std::count_if(caseload.cases.begin(), caseload.cases.end(),
                            [&](const auto &one) { return one.responsible == worker.id; })
              == 20);
}

TEST_CASE("every record fits the schema, uses known fields and codes, and lies in its compartment")
{
    const auto caseload = casework::makeDemoCaseload(settingsFor("2026-11-23", 200));
    const auto &schemas = casework::recordSchemas();
    std::set<base::RecordId> records;
    for (const auto &demoCase : caseload.cases)
        for (const auto &part : demoCase.changes) {
            changelog::Change change;
            change.sets = part.sets;
            const auto fault = changelog::findSchemaFault(change, schemas);
            if (fault)
                FAIL(fault->kind + "." + fault->field + " " + fault->reason);
            if (changelog::compartmentOf(change, schemas) != part.compartment)
                FAIL("compartment of " + part.sets.front().kind);
            for (const auto &set : part.sets) {
                if (!records.insert(set.record).second)
                    FAIL("a record id twice");
                for (const auto &[name, value] : set.fields) {
                    const auto *field = schemas.kind(set.kind)->field(name);
                    const bool isKnown = field
                                         && (field->type != changelog::FieldType::Code
                                             || std::find(field->codes.begin(), field->codes.end(), *value.string())
                                                    != field->codes.end());
                    if (!isKnown)
                        FAIL(set.kind + "." + name + " " + json::serialise(value));
                }
            }
        }
    CHECK(records.size() > 1'000);
}

TEST_CASE("each identity number is valid, has the birth number 000, and is nobody else's")
{
    const auto caseload = casework::makeDemoCaseload(settingsFor("2026-11-23", 1'000));
    std::set<std::string> seen;
    forEachSet(caseload, [&](const auto &, const auto &, const auto &set) {
        if (set.kind != "person")
            return;
        const std::string number = textOf(set.fields, "identityNumber");
        if (!casework::readIdentityNumber(number, Usual.today).isValid() || number.substr(8, 3) != "000"
            || !seen.insert(number).second)
            FAIL(number);
    });
    CHECK(seen.size() == 1'000);
    for (const auto &row : fileOf(caseload, Usual.today).rows)
        if (!row.identityNumber.empty())
            CHECK(row.identityNumber.substr(8, 3) == "000");
}

TEST_CASE("phone numbers come from the ranges kept for fiction alone")
{
    const auto caseload = casework::makeDemoCaseload(settingsFor("2026-11-23", 300));
    const auto isFictional = [](const std::string &phone) {
        if (phone.size() != 13)
            return false;
        return (phone.starts_with("070-174 06 ") && phone.substr(11) >= "05") || phone.starts_with("08-465 004 ");
    };
    forEachSet(caseload, [&](const auto &, const auto &, const auto &set) {
        const auto *ways = set.fields.find("contactWays");
        if (set.kind != "person" || !ways)
            return;
        for (const auto &[id, way] : *ways->object())
            if (way.stringAt("kind") == "phone" && !isFictional(way.stringAt("value")))
                FAIL(way.stringAt("value"));
    });
    for (const auto &row : fileOf(caseload, Usual.today).rows)
        CHECK((row.phone.empty() || isFictional(row.phone)));
}

TEST_CASE("what has happened lies behind, in order, and working time is no weekend")
{
    for (const auto *today :
         {"2026-11-22", "2026-11-23", "2026-11-24", "2026-11-27", "2026-11-28", "2026-03-30", "2027-01-01"}) {
        const auto settings = settingsFor(today);
        const base::Instant end = casework::instantOf({settings.today, std::chrono::hours(24)});
        const auto caseload = casework::makeDemoCaseload(settings);
        CAPTURE(today);
        for (const auto &demoCase : caseload.cases) {
            CHECK(demoCase.changes.front().sets.front().kind == "person");
            CHECK(std::is_sorted(demoCase.changes.begin(), demoCase.changes.end(),
                                 [](const auto &a, const auto &b) { return a.at < b.at; }));
            CHECK(demoCase.changes.back().at < end);
        }
        forEachSet(caseload, [&](const auto &, const auto &, const auto &set) {
            if (set.kind == "contact") {
                const auto at = *base::parseInstant(textOf(set.fields, "at"));
                const std::chrono::weekday day{std::chrono::sys_days(casework::swedishDate(at))};
                if (day == std::chrono::Saturday || day == std::chrono::Sunday)
                    FAIL(textOf(set.fields, "at"));
            }
            if (set.kind == "lobReport") {
                CHECK(textOf(set.fields, "takenAt") < textOf(set.fields, "received"));
                CHECK(*base::parseInstant(textOf(set.fields, "received")) < end);
            }
        });
    }
}

TEST_CASE("the file of new reports goes in whole and holds every special path")
{
    const auto caseload = casework::makeDemoCaseload(Usual);
    const auto file = fileOf(caseload, Usual.today);
    CHECK(file.read == 20);
    CHECK(file.rows.size() == 20);
    CHECK(file.refused.empty());
    CHECK(file.notices.empty());
    std::set<std::string> known;
    forEachSet(caseload, [&](const auto &, const auto &, const auto &set) {
        known.insert(textOf(set.fields, "identityNumber"));
    });
    std::map<std::string, int> counts;
    std::multiset<std::string> numbers;
    for (const auto &row : file.rows) {
        counts["unidentified"] += row.isUnidentified();
        counts["protected"] += row.protection != "none";
        counts["elsewhere"] += !row.homeMunicipality.empty() && row.homeMunicipality != "Täby";
        counts["noPhone"] += row.phone.empty();
        counts["violent"] += row.violent.value_or(false);
        counts["children"] += row.childrenPresent == "yes";
        const int age = row.birthDate ? casework::ageOn(*row.birthDate, Usual.today) : 99;
        counts["minor"] += age < 18;
        counts["nineteen"] += age == 19;
        counts["known"] += !row.identityNumber.empty() && known.count(row.identityNumber) > 0;
        numbers.insert(row.identityNumber);
    }
    for (const auto *path : {"unidentified", "protected", "elsewhere", "violent", "children", "minor", "nineteen"}) {
        CAPTURE(path);
        CHECK(counts[path] == 1);
    }
    CHECK(counts["noPhone"] == 2);
    CHECK(counts["known"] == 3);
    CHECK(numbers.count(file.rows.front().identityNumber) == 2);
}

TEST_CASE("a caseload can be as large as is measured with, and one file as long")
{
    DemoSettings large = settingsFor("2026-11-23", 6'000);
    large.workers = 10;
    large.longFileEntries = 2'000;
    large.newReports = 300;
    const auto caseload = casework::makeDemoCaseload(large);
    CHECK(caseload.cases.size() == 5'000);
    CHECK(caseload.workers.size() == 10);
    CHECK(caseload.cases.front().changes.size() > 2'000);
    CHECK(fileOf(caseload, large.today).rows.size() == 300);
    std::set<std::string> names;
    for (const auto &worker : caseload.workers)
        CHECK(names.insert(worker.name).second);
}

TEST_CASE("no text is cut within a letter, whatever the names begin with")
{
    forEachSet(casework::makeDemoCaseload(settingsFor("2026-11-23", 1'000)),
               [](const auto &, const auto &, const auto &set) {
                   CHECK(base::isValidUtf8(base::json::serialise(set.fields)));
               });
}

TEST_CASE("an empty caseload still has its workers and a file")
{
    DemoSettings none = settingsFor("2026-11-23", 0);
    none.workers = 0;
    none.newReports = 3;
    const auto caseload = casework::makeDemoCaseload(none);
    CHECK(caseload.workers.size() == 1);
    CHECK(caseload.cases.empty());
    CHECK(fileOf(caseload, none.today).rows.size() == 3);
}

TEST_CASE("the stored questionnaires hold against the instruments: options, sums and zones")
{
    std::vector<casework::demo::AnsweredSheet> sheets(casework::demo::auditSheets().begin(),
                                                      casework::demo::auditSheets().end());
    sheets.insert(sheets.end(), casework::demo::duditSheets().begin(), casework::demo::duditSheets().end());
    for (const auto &sheet : sheets) {
        const std::string name(sheet.instrument);
        const auto questionnaire = readInstrument(name + ".json");
        CHECK(questionnaire.stringAt("version") == sheet.version);
        std::map<std::string, std::map<std::string, double>> points;
        for (const auto &item : *questionnaire.find("item")->array())
            collectPoints(item, points);
        CHECK(points.size() == sheet.options.size());
        double sum = 0;
        for (std::size_t i = 0; i < sheet.options.size(); ++i) {
            if (sheet.options[i].empty())
                continue;
            CAPTURE(name, i + 1, sheet.options[i]);
            const auto &item = points[std::to_string(i + 1)];
            REQUIRE(item.count(std::string(sheet.options[i])) == 1);
            sum += item.at(std::string(sheet.options[i]));
        }
        CAPTURE(name, sheet.score);
        CHECK(sum == sheet.score);
        // The vectors beside the instrument hold the first and last sum of every zone: the nearest one below decides.
        const json::Value *nearest = nullptr;
        double nearestScore = -1;
        const auto vectors = readInstrument(name + ".vectors.json");
        for (const auto &vector : *vectors.find("vectors")->array()) {
            const auto *expect = vector.find("expect");
            const auto *score = expect->find("score");
            const bool isGeneral =
                !vector.find("age") && !vector.find("sex") && !vector.find("cutoffSet") && score && !score->isNull();
            if (isGeneral && score->number() <= sheet.score && score->number() > nearestScore) {
                nearest = expect->find("zones");
                nearestScore = score->number();
            }
        }
        REQUIRE(nearest);
        CHECK(nearest->stringAt("f") == sheet.zoneF);
        CHECK(nearest->stringAt("m") == sheet.zoneM);
    }
}
