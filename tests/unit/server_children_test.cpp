// A matter is not closed at the server while a question about children stands open, whoever knew of it.
#include "tests/unit/server_world.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::testing;

namespace {

struct Matter : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo", team);
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();
    RecordId record = ids.makeId<RecordId>();
    ChangeLine opening = annas.change(caseId, record, "case", {{"stage", "investigation"}});

    Matter() { annas.pushTaken({opening}); }

    ChangeLine talk(TestDevice &device, const char *children)
    {
        clock.advance(std::chrono::minutes(1));
        return device.change(caseId, ids.makeId<RecordId>(), "contact",
                             {{"way", "call"},
                              {"outcome", "reached"},
                              {"result", "tookAdvice"},
                              {"children", children},
                              {"at", base::formatInstant(clock.now())}});
    }
    ChangeLine step(TestDevice &device)
    {
        clock.advance(std::chrono::minutes(1));
        return device.change(caseId, ids.makeId<RecordId>(), "concernReport",
                             {{"concern", "made"}, {"way", "call"}, {"madeAt", base::formatInstant(clock.now())}});
    }
    ChangeLine closing(TestDevice &device, const char *as = "done")
    {
        clock.advance(std::chrono::minutes(1));
        return device.change(caseId, record, "case", {{"stage", "closed"}, {"closedAs", as}}, {opening.change.id});
    }
    static std::string said(const Verdict &verdict)
    {
        return verdict.kind == VerdictKind::Quarantined ? verdict.reason + ' ' + verdict.field : "taken";
    }
};

} // namespace

TEST_CASE_METHOD(Matter, "closing is returned while nobody has asked about children")
{
    CHECK(said(annas.push(closing(annas))) == "children case.stage");
    annas.pushTaken({talk(annas, "none")});
    CHECK(said(annas.push(closing(annas))) == "taken");
}

TEST_CASE_METHOD(Matter, "a worry that a colleague wrote holds the closing up, and a step lets it through")
{
    annas.pushTaken({talk(annas, "noWorry")});
    bos.pushTaken({talk(bos, "worry")});
    CHECK(said(annas.push(closing(annas))) == "children case.stage");
    bos.pushTaken({step(bos)});
    CHECK(said(annas.push(closing(annas))) == "taken");
}

TEST_CASE_METHOD(Matter, "what comes before the closing in the same push counts")
{
    annas.pushTaken({talk(annas, "worry")});
    const auto done = step(annas);
    const auto closed = closing(annas);
    for (const Verdict &verdict : annas.push({done.line, closed.line}))
        CHECK(said(verdict) == "taken");
}

TEST_CASE_METHOD(Matter, "deciding on help is held up in the same way, moving on to an investigation is not")
{
    const auto stage = [&](const char *word) {
        clock.advance(std::chrono::minutes(1));
        return annas.change(caseId, record, "case", {{"stage", word}}, {opening.change.id});
    };
    CHECK(said(annas.push(stage("preAssessment"))) == "taken");
    CHECK(said(annas.push(stage("insats"))) == "children case.stage");
}

TEST_CASE_METHOD(Matter, "without contact nobody could ask, and the file closes")
{
    CHECK(said(annas.push(closing(annas, "noContact"))) == "taken");
}

TEST_CASE_METHOD(Matter, "a file that comes whole with its end is taken")
{
    const CaseId other = ids.makeId<CaseId>();
    CHECK(said(annas.push(
              annas.change(other, ids.makeId<RecordId>(), "case", {{"stage", "closed"}, {"closedAs", "done"}})))
          == "taken");
}

TEST_CASE_METHOD(Matter, "a matter that a colleague threw away meanwhile is no file that comes whole")
{
    const auto thrownAway = bos.change(caseId, record, "case", {{"deleted", true}}, {opening.change.id});
    bos.pushTaken({thrownAway});
    CHECK(said(annas.push(closing(annas))) == "children case.stage");
    CHECK(said(annas.push(annas.change(caseId, record, "case", {{"stage", "closed"}, {"deleted", false}})))
          == "children case.stage");
    annas.pushTaken({talk(annas, "none")});
    CHECK(said(annas.push(closing(annas))) == "taken");
}

TEST_CASE_METHOD(Matter, "throwing it away and closing it in one push is the same")
{
    const auto thrownAway = annas.change(caseId, record, "case", {{"deleted", true}}, {opening.change.id});
    const auto closed = closing(annas);
    const auto verdicts = annas.push({thrownAway.line, closed.line});
    REQUIRE(verdicts.size() == 2);
    CHECK(said(verdicts.front()) == "taken");
    CHECK(said(verdicts.back()) == "children case.stage");
}

TEST_CASE_METHOD(Matter,
                 "that a matter closed as somebody else's is the right person's after all is a closing of its own")
{
    annas.pushTaken({talk(annas, "worry")});
    const auto closed = closing(annas, "wrongPerson");
    annas.pushTaken({closed});
    const auto as = [&](const char *end) {
        return annas.change(caseId, record, "case", {{"closedAs", end}}, {closed.change.id});
    };
    CHECK(said(annas.push(as("done"))) == "children case.stage");
    CHECK(said(annas.push(closing(annas, "noContact"))) == "children case.stage");
    CHECK(said(annas.push(as("wrongPerson"))) == "taken");
    annas.pushTaken({step(annas)});
    CHECK(said(annas.push(as("done"))) == "taken");
}

TEST_CASE_METHOD(Matter, "a worry in a file that is tied holds the closing up, until a step stands there")
{
    annas.pushTaken({talk(annas, "none")});
    const CaseId other = ids.makeId<CaseId>();
    const RecordId matter = ids.makeId<RecordId>();
    const auto made = annas.change(other, matter, "case", {{"stage", "insats"}});
    const auto child = annas.change(other, ids.makeId<RecordId>(), "child",
                                    {{"worry", "yes"}, {"worryAt", base::formatInstant(clock.now())}});
    annas.pushTaken({made, child});
    const bool leadsHere = GENERATE(true, false);
    const auto tie = leadsHere ? annas.change(other, matter, "case", {{"mergedInto", caseId.toString()}})
                               : annas.change(caseId, record, "case", {{"mergedInto", other.toString()}});
    annas.pushTaken({tie});
    CHECK(said(annas.push(closing(annas))) == "children case.stage");
    CHECK(said(annas.push(closing(annas, "noContact"))) == "children case.stage");
    clock.advance(std::chrono::minutes(1));
    annas.pushTaken({annas.change(other, ids.makeId<RecordId>(), "concernReport",
                                  {{"concern", "made"}, {"madeAt", base::formatInstant(clock.now())}})});
    CHECK(said(annas.push(closing(annas))) == "taken");
}

TEST_CASE_METHOD(Matter, "somebody else's file closes beside a worry in a tied one")
{
    annas.pushTaken({talk(annas, "none")});
    const CaseId other = ids.makeId<CaseId>();
    const RecordId matter = ids.makeId<RecordId>();
    annas.pushTaken({annas.change(other, matter, "case", {{"stage", "insats"}, {"mergedInto", caseId.toString()}}),
                     annas.change(other, ids.makeId<RecordId>(), "child",
                                  {{"worry", "yes"}, {"worryAt", base::formatInstant(clock.now())}})});
    CHECK(said(annas.push(closing(annas, "wrongPerson"))) == "taken");
}

TEST_CASE_METHOD(Matter, "a file with a worry is not tied to a closed one, and one without is")
{
    annas.pushTaken({talk(annas, "none")});
    annas.pushTaken({closing(annas)});
    const auto tieOf = [&](CaseId of, RecordId matter) {
        return annas.change(of, matter, "case", {{"mergedInto", caseId.toString()}});
    };
    const CaseId calm = ids.makeId<CaseId>();
    const CaseId worried = ids.makeId<CaseId>();
    const RecordId calmMatter = ids.makeId<RecordId>();
    const RecordId worriedMatter = ids.makeId<RecordId>();
    annas.pushTaken({annas.change(calm, calmMatter, "case", {{"stage", "insats"}}),
                     annas.change(worried, worriedMatter, "case", {{"stage", "insats"}}),
                     annas.change(worried, ids.makeId<RecordId>(), "child",
                                  {{"worry", "yes"}, {"worryAt", base::formatInstant(clock.now())}})});
    CHECK(said(annas.push(tieOf(worried, worriedMatter))) == "children case.mergedInto");
    CHECK(said(annas.push(tieOf(calm, calmMatter))) == "taken");
}
