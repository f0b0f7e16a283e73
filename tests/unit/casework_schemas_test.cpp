#include "core/casework/record_codes.h"
#include "core/casework/record_schemas.h"
#include "core/changelog/change.h"
#include "tests/support/catch.h"

#include <map>
#include <set>

using namespace faltakt;
using changelog::Compartment;
using changelog::FieldType;

namespace {

const changelog::SchemaTable &Schemas = casework::recordSchemas();

changelog::Change changeOf(std::string kind, base::json::Object fields)
{
    changelog::Change change;
    change.sets.push_back({base::RecordId(), std::move(kind), std::move(fields), {}});
    return change;
}

std::string faultReason(std::string kind, base::json::Object fields)
{
    const auto fault = changelog::findSchemaFault(changeOf(std::move(kind), std::move(fields)), Schemas);
    return fault ? fault->field + ":" + fault->reason : std::string();
}

} // namespace

TEST_CASE("each kind lies in its compartment")
{
    const std::map<std::string_view, Compartment> expected = {{"person", Compartment::Card},
                                                              {"case", Compartment::Card},
                                                              {"task", Compartment::Card},
                                                              {"protectedPerson", Compartment::Protected},
                                                              {"lobReport", Compartment::Lob},
                                                              {"contact", Compartment::File},
                                                              {"note", Compartment::File},
                                                              {"assessment", Compartment::Screening},
                                                              {"access", Compartment::Reading},
                                                              {"attachment", Compartment::File},
                                                              {"children", Compartment::File},
                                                              {"child", Compartment::File},
                                                              {"concernReport", Compartment::File},
                                                              {"safetyCheck", Compartment::File},
                                                              {"safetyTalk", Compartment::Screening},
                                                              {"related", Compartment::File},
                                                              {"act", Compartment::File},
                                                              {"colleague", Compartment::Card},
                                                              {"visitWatch", Compartment::Card},
                                                              {"takeover", Compartment::Card},
                                                              {"tally", Compartment::Card},
                                                              {"misfiled", Compartment::File},
                                                              {"deputy", Compartment::Card}};
    for (const auto &[name, compartment] : expected) {
        CAPTURE(name);
        REQUIRE(Schemas.kind(name));
        CHECK(Schemas.kind(name)->compartment == compartment);
    }
    CHECK(Schemas.kind("signature")->takesCompartmentOfRecord);
    CHECK(Schemas.kinds().size() == expected.size() + 1);
    CHECK_FALSE(Schemas.kind("somethingNewer"));
}

TEST_CASE("names are unique, whole and never the field that changelog keeps for itself")
{
    std::set<std::string_view> kinds;
    for (const auto &kind : Schemas.kinds()) {
        CHECK(kinds.insert(kind.name).second);
        std::set<std::string_view> fields;
        for (const auto &field : kind.fields) {
            CAPTURE(kind.name, field.name);
            CHECK(fields.insert(field.name).second);
            CHECK(field.name != "deleted");
            CHECK(field.name.find('/') == std::string_view::npos);
            CHECK(field.name.size() <= changelog::ChangeLimits::NameBytes);
        }
    }
}

TEST_CASE("a field name has one type in all kinds")
{
    // Closing, addressing and judging words recur; a reader that knows the name must know the form.
    std::map<std::string_view, std::pair<FieldType, std::string_view>> types;
    for (const auto &kind : Schemas.kinds())
        for (const auto &field : kind.fields) {
            const auto [known, isNew] = types.try_emplace(field.name, field.type, kind.name);
            CAPTURE(field.name, kind.name, known->second.second);
            if (field.name == "text")
                continue; // One line in a task, several in a note or a contact.
            CHECK(field.type == known->second.first);
        }
}

TEST_CASE("each type carries the limits that it needs")
{
    for (const auto &kind : Schemas.kinds())
        for (const auto &field : kind.fields) {
            CAPTURE(kind.name, field.name);
            CHECK((field.type == FieldType::Code) == !field.codes.empty());
            if (field.type == FieldType::Integer)
                CHECK(field.minimum < field.maximum);
            const bool isSized = field.type == FieldType::Text || field.type == FieldType::LongText
                                 || field.type == FieldType::Object || field.type == FieldType::List
                                 || field.type == FieldType::Answer;
            if (isSized)
                CHECK(field.maxLength > 0);
            CHECK(field.maxLength <= changelog::ChangeLimits::LineBytes / 2);
            const bool isOfOrigin = field.name == "writtenAt" || field.name == "wasSignedAt" || field.name == "movedAt";
            const bool isOfRule = kind.name == "act" && field.name != "at" && !isOfOrigin
                                  && (field.type == FieldType::Date || field.type == FieldType::Instant);
            const bool isByDay = kind.name == "deputy" && field.name == "opened";
            const bool isByItem = field.type == FieldType::Answer || isOfRule || isByDay
                                  || (kind.name == "assessment" && field.name == "notes");
            CHECK(field.isPrefix == isByItem);
        }
}

TEST_CASE("codes pass the schema and are each listed once")
{
    for (const auto &kind : Schemas.kinds())
        for (const auto &field : kind.fields) {
            std::set<std::string_view> seen;
            for (const auto code : field.codes) {
                CAPTURE(kind.name, field.name, code);
                CHECK(seen.insert(code).second);
                CHECK_FALSE(changelog::findValueFault(base::json::Value(code), field));
            }
        }
}

TEST_CASE("every text form at its limit fits into one change line")
{
    for (const auto &kind : Schemas.kinds()) {
        std::size_t bytes = 0;
        for (const auto &field : kind.fields)
            if (field.type == FieldType::LongText)
                bytes += field.maxLength * 4;
        CAPTURE(kind.name);
        CHECK(bytes < changelog::ChangeLimits::LineBytes);
    }
}

TEST_CASE("an answer is found by its prefix and only with a link id")
{
    const auto *assessment = Schemas.kind("assessment");
    REQUIRE(assessment->field("answers/3"));
    CHECK(assessment->field("answers/3/2")->type == FieldType::Answer);
    CHECK_FALSE(assessment->field("answers"));
    CHECK_FALSE(assessment->field("answers/"));
    CHECK_FALSE(assessment->field("answersX/3"));
}

TEST_CASE("the names that scripts rely on are there")
{
    for (const auto name : {"givenName", "familyName", "identityNumber", "interpreter", "sex"})
        CHECK(Schemas.kind("person")->field(name));
    for (const auto name : {"way", "outcome", "at", "result"})
        CHECK(Schemas.kind("contact")->field(name));
    for (const auto name : {"instrument", "version", "answers/1", "status"})
        CHECK(Schemas.kind("assessment")->field(name));
    CHECK(Schemas.kind("note")->field("text"));
    CHECK(casework::codes::ContactOutcome.size() == 13);
}

TEST_CASE("what does not fit the schema is refused with the field named")
{
    CHECK(faultReason("person", {{"givenName", "Eva"}, {"birthDate", "1980-02-30"}}) == "birthDate:type");
    CHECK(faultReason("person", {{"givenName", std::string(121, 'a')}}) == "givenName:tooLong");
    CHECK(faultReason("lobReport", {{"ageAtCustody", 131}}) == "ageAtCustody:range");
    CHECK(faultReason("lobReport", {{"takenAt", "2026-03-01T10:00"}}) == "takenAt:type");
    CHECK(faultReason("case", {{"responsible", "me"}}) == "responsible:type");
    CHECK(faultReason("note", {{"text", "en rad\noch en till"}}).empty());
    CHECK(faultReason("task", {{"text", "en rad\noch en till"}}) == "text:type");
    CHECK(faultReason("contact", {{"outcome", "aCodeOfANewerVersion"}}).empty());
    CHECK(faultReason("contact", {{"somethingNewer", 1}}).empty());
}

TEST_CASE("names and numbers of a protected person are marked as such")
{
    for (const auto &field : Schemas.kind("protectedPerson")->fields)
        CHECK(field.sensitivity == changelog::Sensitivity::Protected);
}
