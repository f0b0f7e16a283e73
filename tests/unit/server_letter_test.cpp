// Letters that the field asks for: printed at the office, told back, and held where a person must look first.
#include "tests/unit/server_world.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::testing;

namespace {

struct Letters : World {
    WorkerId anna = addWorker("Anna", team);
    TestDevice annas{*this, anna};
    CaseId caseId = ids.makeId<CaseId>();
    RecordId person = ids.makeId<RecordId>();
    RecordId report = ids.makeId<RecordId>();
    ChangeId reportMade;
    ChangeId personMade;

    explicit Letters(json::Object more = {})
    {
        json::Object fields{
            {"givenName", "Kim"},
            {"familyName", "Ek"},
            {"contactWays",
             json::Object{{"w1", json::Object{{"kind", "address"}, {"value", "Storgatan 1, 123 45 Orten"}}}}}};
        for (const auto &[name, value] : more)
            fields.set(name, value);
        const auto card = annas.change(caseId, person, "person", fields);
        const auto file =
            annas.change(caseId, ids.makeId<RecordId>(), "case",
                         {{"stage", "intake"}, {"caseNumber", "2026-0007"}, {"responsible", anna.toString()}});
        const auto sheet = annas.change(caseId, report, "lobReport",
                                        {{"source", "lob"}, {"received", "2026-03-01T08:00:00Z"}, {"status", "open"}});
        personMade = card.change.id;
        reportMade = sheet.change.id;
        annas.pushTaken({card, file, sheet});
        annas.pull();
    }

    void ask(const std::string &despite = {})
    {
        json::Object fields{{"letterRequestedAt", "2026-03-02T07:00:00Z"}};
        if (!despite.empty())
            fields.append("letterDespite", despite);
        annas.pushTaken({annas.change(caseId, report, "lobReport", fields, {reportMade})});
    }
    std::vector<QueuedLetter> queue() { return need(core->letters().list(tenant)); }
    std::string pulled()
    {
        std::string lines;
        for (const auto &item : annas.pull())
            if (const auto *delivered = std::get_if<changelog::DeliveredChange>(&item))
                lines += delivered->line.line;
        return lines;
    }
};

std::string refusal(const base::Result<PrintedLetter> &letter)
{
    return letter ? std::string("printed") : letter.error().detail();
}

} // namespace

TEST_CASE_METHOD(Letters, "a letter that nobody has asked for is in no queue")
{
    CHECK(queue().empty());
    CHECK(core->letters().show(tenant, report, {}).error().code() == base::ErrorCode::NotFound);
    CHECK(core->letters().show(tenant, person, {}).error().code() == base::ErrorCode::NotFound);
}

TEST_CASE_METHOD(Letters, "asked for in the field, it is printed with name and address and neutral first lines")
{
    ask();
    REQUIRE(queue().size() == 1);
    CHECK(queue().front().held.empty());
    CHECK(queue().front().caseNumber == "2026-0007");
    const PrintedLetter letter =
        need(core->letters().show(tenant, report, {{"number", "08-1"}, {"unit", "Vuxenenheten"}}));
    CHECK(letter.address == std::vector<std::string>{"Kim Ek", "Storgatan 1", "123 45 Orten"});
    CHECK(letter.missing.empty());
    std::string opening;
    for (const std::string &line : letter.opening)
        opening += line;
    CHECK(opening.find("Anna") != std::string::npos);
    CHECK(opening.find("Vuxenenheten") == std::string::npos);
    CHECK(letter.text.front().find("Vuxenenheten") != std::string::npos);
}

TEST_CASE_METHOD(Letters, "what nobody knows stays to be written by hand, and is named")
{
    ask();
    const PrintedLetter letter = need(core->letters().show(tenant, report, {}));
    CHECK(letter.missing == std::vector<std::string>{"number", "unit"});
}

TEST_CASE_METHOD(Letters, "the day on which it went comes back to the device, once")
{
    ask();
    need(core->letters().markSent(tenant, report, clock.now()));
    CHECK(queue().empty());
    const std::string lines = pulled();
    CHECK(lines.find("letterSentAt") != std::string::npos);
    CHECK(lines.find(R"("letter":"sent")") != std::string::npos);
    CHECK(core->letters().markSent(tenant, report, clock.now()).error().code() == base::ErrorCode::AlreadyExists);
}

TEST_CASE_METHOD(Letters, "a letter goes neither before it was asked for nor in the future")
{
    ask();
    for (const char *at : {"2026-03-02T06:59:59Z", "2026-03-02T08:00:01Z"}) {
        CAPTURE(at);
        CHECK_FALSE(core->letters().markSent(tenant, report, need(base::parseInstant(at))).has_value());
    }
    CHECK(queue().size() == 1);
}

TEST_CASE("a letter that a person must look at first is not printed, and its worker has a task, once")
{
    const auto [more, held] = GENERATE(table<const char *, const char *>(
        {{R"({"protection":"sekretessmarkering"})", "protectedIdentity"},
         {R"({"flags":{"f1":{"code":"violence"}}})", "violence"},
         {R"({"flags":{"f1":{"code":"forvaltare"}}})", "forvaltare"},
         {R"({"deceased":true})", "deceased"},
         {R"({"noContact":{"since":"2026-03-01"}})", "noContact"},
         {R"({"interpreter":"und"})", "language"},
         {R"({"contactWays":{}})", "noAddress"},
         {R"({"contactWays":{"w1":{"kind":"address","value":"c/o Berg, Storgatan 1"}}})", "careOf"},
         {R"({"birthDate":"2010-01-01"})", "underAge"}}));
    Letters world(*need(json::parse(more)).object());
    world.ask();
    CAPTURE(held);
    REQUIRE(world.queue().size() == 1);
    CHECK(world.queue().front().held == held);
    CHECK(refusal(world.core->letters().show(world.tenant, world.report, {})).find("held") != std::string::npos);
    CHECK_FALSE(world.core->letters().markSent(world.tenant, world.report, world.clock.now()).has_value());
    const std::string lines = world.pulled();
    const auto first = lines.find("letterHeld");
    REQUIRE(first != std::string::npos);
    CHECK(lines.find("letterHeld", first + 1) == std::string::npos);
    CHECK(lines.find(world.anna.toString()) != std::string::npos);
}

TEST_CASE("what whoever asked had seen holds nothing back; what came up later does")
{
    Letters world(*need(json::parse(R"({"flags":{"f1":{"code":"violence"}}})")).object());
    world.ask("violence");
    REQUIRE(world.queue().size() == 1);
    CHECK(world.queue().front().held.empty());
    world.annas.pushTaken(
        {world.annas.change(world.caseId, world.person, "person", {{"interpreter", "und"}}, {world.personMade})});
    CHECK(world.queue().front().held == "language");
    // An obstacle is none that may be looked past.
    Letters hidden(*need(json::parse(R"({"protection":"fingerade"})")).object());
    hidden.ask("protectedIdentity");
    CHECK(hidden.queue().front().held == "protectedIdentity");
}

TEST_CASE_METHOD(Letters, "reading a letter is in the access log, and another tenant has none of it")
{
    ask();
    const TenantId other = addTenant("Flen");
    CHECK(need(core->letters().list(other)).empty());
    CHECK(core->letters().show(other, report, {}).error().code() == base::ErrorCode::NotFound);
    need(core->letters().show(tenant, report, {}));
    const auto entries =
        need(store->read([&](StoreSnapshot &snapshot) { return snapshot.accessLog().entriesAfter(tenant, 0, 1000); }));
    CHECK(std::ranges::any_of(entries, [&](const AccessLogEntry &entry) {
        return entry.act == AccessAct::Exported && entry.word == "letter" && entry.caseId == caseId;
    }));
}
