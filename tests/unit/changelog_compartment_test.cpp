// Which compartment a change lies in, and what may not ride together in one: it decides who gets the line.
#include "core/changelog/change.h"
#include "tests/support/catch.h"

#include <array>

using namespace faltakt;
using namespace faltakt::changelog;
using base::json::Object;

namespace {

constexpr std::array<FieldSchema, 1> TextField = {{{.name = "text"}}};
constexpr std::array<FieldSchema, 1> PlaceField = {{{.name = "compartment"}}};
constexpr std::array<KindSchema, 5> Kinds = {{
    {.name = "person", .compartment = Compartment::Card, .fields = TextField},
    {.name = "note", .compartment = Compartment::File, .fields = TextField},
    {.name = "protectedPerson", .compartment = Compartment::Protected, .fields = TextField},
    {.name = "access", .compartment = Compartment::Reading, .fields = TextField},
    {.name = "signature", .fields = PlaceField, .takesCompartmentOfRecord = true},
}};
constexpr SchemaTable Schema{Kinds};

Change changeOf(std::initializer_list<std::pair<const char *, Object>> sets)
{
    Change change;
    for (const auto &[kind, fields] : sets)
        change.sets.push_back({base::RecordId(), kind, fields, {}});
    return change;
}
const Object Text{{"text", "a"}};

} // namespace

TEST_CASE("a known kind lies in its compartment")
{
    const Change change = changeOf({{"person", Text}});
    CHECK(compartmentOf(change, Schema) == Compartment::Card);
    CHECK_FALSE(findSchemaFault(change, Schema));
}

TEST_CASE("what this version does not know goes to those who hold the file")
{
    CHECK(compartmentOf(changeOf({{"hologram", Text}}), Schema) == Compartment::File);
    CHECK(compartmentOf(changeOf({{"person", {{"angle", 1}}}}), Schema) == Compartment::File);
    const Change mixed = changeOf({{"person", Text}, {"hologram", Text}});
    CHECK(compartmentOf(mixed, Schema) == Compartment::File);
    CHECK(compartmentsTouched(mixed, Schema) == CompartmentSet({Compartment::Card, Compartment::File}));
    CHECK_FALSE(findSchemaFault(mixed, Schema));
}

TEST_CASE("an unknown field does not bring guarded data out to the file")
{
    CHECK(compartmentOf(changeOf({{"protectedPerson", {{"phone2", "0"}}}}), Schema) == Compartment::Protected);
    CHECK(compartmentOf(changeOf({{"access", {{"screen", "0"}}}}), Schema) == Compartment::Reading);
}

TEST_CASE("nothing rides in one change with guarded data, in whichever order")
{
    for (const auto *guarded : {"protectedPerson", "access"}) {
        for (const auto *other : {"hologram", "person", "note", "signature"}) {
            CHECK(findSchemaFault(changeOf({{guarded, Text}, {other, Text}}), Schema)->reason == "compartment");
            const Change behind = changeOf({{other, Text}, {guarded, Text}});
            CHECK(findSchemaFault(behind, Schema)->reason == "compartment");
            CHECK(compartmentOf(behind, Schema) == Schema.kind(guarded)->compartment);
        }
    }
}

TEST_CASE("a signature stands alone and never on what is only pushed")
{
    const Object order{{"compartment", "order"}};
    CHECK(compartmentOf(changeOf({{"signature", order}}), Schema) == Compartment::Order);
    CHECK_FALSE(findSchemaFault(changeOf({{"signature", order}, {"signature", order}}), Schema));
    CHECK(findSchemaFault(changeOf({{"signature", order}, {"note", Text}}), Schema)->reason == "compartment");
    CHECK(findSchemaFault(changeOf({{"signature", {{"compartment", "file"}}}, {"note", Text}}), Schema)->reason
          == "compartment");
    CHECK(findSchemaFault(changeOf({{"signature", {{"compartment", "reading"}}}}), Schema)->reason == "compartment");
    CHECK(findSchemaFault(changeOf({{"signature", order}, {"signature", {{"compartment", "card"}}}}), Schema)->reason
          == "compartment");
}
