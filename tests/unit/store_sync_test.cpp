#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

using namespace faltakt;
using base::json::Object;
using changelog::Compartment;
using changelog::CompartmentSet;
using changelog::Verdict;
using changelog::VerdictKind;

namespace {

/// Two devices that share a case with one person and one note.
struct Pair {
    test::Device first{21};
    test::Device second{22};
    base::CaseId caseId;
    base::RecordId note;
    base::RecordId person;
    std::int64_t seq = 1;
    changelog::PullPage page; ///< That the second one got last.

    Pair()
    {
        first.create().value();
        second.create().value();
        caseId = first.addPerson("Ali", "N");
        note = first.addNote(caseId, "a");
        person = first.store().recordsOfKind(caseId, "person").value().front().id;
        exchange();
    }
    /// Both get all that the other has not sent; both get their receipts.
    void exchange()
    {
        const auto received = first.clock().now();
        const auto fromFirst = test::pageFrom(first.store(), seq, received);
        const auto fromSecond = test::pageFrom(second.store(), seq + 1000, received);
        test::acceptAll(first.store(), seq, received);
        test::acceptAll(second.store(), seq + 1000, received);
        second.store().applyPage(fromFirst).value();
        first.store().applyPage(fromSecond).value();
        page = fromFirst;
        seq += 2000;
    }
};

Verdict returned(std::int64_t n) { return {n, VerdictKind::Quarantined, {}, "schema", "note.text"}; }

} // namespace

TEST_CASE("a pulled page shows the same file, and twice the same page changes nothing")
{
    Pair pair;
    CHECK(pair.second.store().record(pair.note).value()->text("text") == "a");
    CHECK(pair.second.store().counts().value().outbox == 0);
    pair.first.store().edit(pair.note, Object{{"text", "b"}}).value();
    const auto page = test::pageFrom(pair.first.store(), 5000, pair.first.clock().now());
    pair.second.store().applyPage(page).value();
    const auto changes = pair.second.store().counts().value().changes;
    pair.second.store().applyPage(page).value();
    CHECK(pair.second.store().counts().value().changes == changes);
    CHECK(pair.second.store().record(pair.note).value()->text("text") == "b");
}

TEST_CASE("the same field edited on both is a conflict on both, and one resolution ends it on both")
{
    Pair pair;
    pair.first.store().edit(pair.note, Object{{"text", "mine"}}).value();
    pair.second.store().edit(pair.note, Object{{"text", "yours"}}).value();
    pair.exchange();
    const auto here = pair.first.store().conflicts().value();
    const auto there = pair.second.store().conflicts().value();
    REQUIRE(here.size() == 1);
    REQUIRE(there.size() == 1);
    CHECK(here.front().heads.size() == 2);
    CHECK(pair.first.store().record(pair.note).value()->text("text")
          == pair.second.store().record(pair.note).value()->text("text"));
    CHECK(pair.first.store().counts().value().conflicts == 1);
    pair.second.store().resolveKeeping(pair.note, "text", there.front().heads.front().change).value();
    CHECK(pair.second.store().conflicts().value().empty());
    pair.exchange();
    CHECK(pair.first.store().conflicts().value().empty());
    CHECK(pair.first.store().record(pair.note).value()->text("text")
          == pair.second.store().record(pair.note).value()->text("text"));
}

TEST_CASE("different fields edited on both merge without a word")
{
    Pair pair;
    pair.first.store().edit(pair.person, Object{{"givenName", "Alina"}}).value();
    pair.second.store().edit(pair.person, Object{{"familyName", "Ek"}}).value();
    pair.exchange();
    CHECK(pair.first.store().conflicts().value().empty());
    CHECK(pair.first.store().cases().value().front().card.name == "Alina Ek");
    CHECK(pair.second.store().cases().value().front().card.name == "Alina Ek");
}

TEST_CASE("deleted here and changed there is a conflict that can be ended either way")
{
    const bool keepDeleted = GENERATE(true, false);
    Pair pair;
    pair.first.store().remove(pair.note).value();
    pair.second.store().edit(pair.note, Object{{"text", "b"}}).value();
    pair.exchange();
    const auto open = pair.first.store().conflicts().value();
    REQUIRE(open.size() == 1);
    CHECK(open.front().field == "deleted");
    CHECK(open.front().heads.size() == 2);
    pair.first.store().resolveWith(pair.note, "deleted", keepDeleted).value();
    pair.exchange();
    CHECK(pair.first.store().conflicts().value().empty());
    CHECK(pair.second.store().conflicts().value().empty());
    CHECK(pair.second.store().recordsOfKind(pair.caseId, "note").value().empty() == keepDeleted);
}

TEST_CASE("the outbox empties by verdicts alone and links on")
{
    test::Device device(31);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    for (int i = 0; i < 5; ++i)
        device.addNote(caseId, "a");
    const auto whole = device.store().outbox(100, 1 << 20).value();
    REQUIRE(whole.lines.size() == 6);
    CHECK(whole.from == 1);
    CHECK(whole.previous == changelog::firstLink());
    auto link = whole.previous;
    for (const auto &line : whole.lines)
        link = changelog::nextLink(link, line.hash);
    CHECK(link == whole.head);
    const auto part = device.store().outbox(2, 1 << 20).value();
    CHECK(part.lines.size() == 2);
    CHECK(device.store().outbox(100, 10).value().lines.size() == 1);
    const changelog::Receipt receipt{1, device.clock().now(), {}};
    device.store()
        .applyVerdicts(1, {{1, VerdictKind::Accepted, receipt, {}, {}}, {2, VerdictKind::Duplicate, receipt, {}, {}}})
        .value();
    const auto rest = device.store().outbox(100, 1 << 20).value();
    CHECK(rest.from == 3);
    CHECK(rest.previous == part.head);
    CHECK(device.store().counts().value().outbox == 4);
    device.store().applyVerdicts(2, {{3, VerdictKind::Accepted, receipt, {}, {}}}).value();
    CHECK(device.store().counts().value().outbox == 4);
}

TEST_CASE("what the server took today is listed newest first, and what came from others is not in it")
{
    Pair pair;
    const base::Instant morning = pair.first.clock().now() + std::chrono::hours(24);
    pair.first.store().edit(pair.note, Object{{"text", "one"}}).value();
    const auto second = pair.first.store().edit(pair.note, Object{{"text", "two"}}).value();
    pair.second.store().edit(pair.person, Object{{"givenName", "Theirs"}}).value();
    CHECK(pair.first.store().receivedSince(morning, 100).value().empty());
    const auto theirs = test::pageFrom(pair.second.store(), 7000, morning);
    pair.first.store().applyPage(theirs).value();

    test::acceptAll(pair.first.store(), 8000, morning);

    const auto received = pair.first.store().receivedSince(morning, 100).value();
    REQUIRE(received.size() == 2);
    CHECK(received.front().line.change.id == second);
    CHECK(received.front().received == morning);
    CHECK(pair.first.store().receivedSince(morning, 1).value().size() == 1);
}

TEST_CASE("a returned change leaves the record with all that builds on it, and nothing is lost")
{
    test::Device device(32);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    const auto note = device.addNote(caseId, "a");
    device.store().edit(note, Object{{"text", "b"}}).value();
    device.store().edit(note, Object{{"text", "c"}}).value();
    const auto other = device.addNote(caseId, "other");
    const changelog::Receipt receipt{1, device.clock().now(), {}};
    device.store()
        .applyVerdicts(1, {{1, VerdictKind::Accepted, receipt, {}, {}},
                           {2, VerdictKind::Accepted, {{2, receipt.received, {}}}, {}, {}},
                           returned(3)})
        .value();
    CHECK(device.store().record(note).value()->text("text") == "a");
    CHECK(device.store().record(other).value()->text("text") == "other");
    const auto back = device.store().returned().value();
    REQUIRE(back.size() == 2);
    CHECK(back[0].reason == "schema");
    CHECK(back[1].reason == "dependsOn");
    CHECK(back[0].line.find("\"b\"") != std::string::npos);
    // Work goes on, on today's heads.
    device.store().edit(note, Object{{"text", "d"}}).value();
    CHECK(device.store().record(note).value()->text("text") == "d");
    CHECK(device.store().conflicts().value().empty());
}

TEST_CASE("a returned creation takes the record away until it is sent again")
{
    test::Device device(33);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    const auto note = device.addNote(caseId, "a");
    device.store()
        .applyVerdicts(1, {{1, VerdictKind::Accepted, {{1, device.clock().now(), {}}}, {}, {}}, returned(2)})
        .value();
    CHECK_FALSE(device.store().record(note).value().has_value());
    CHECK(device.store().timeline(caseId, 5).value().empty());
    CHECK(device.store().returned().value().size() == 1);
}

TEST_CASE("forgetting hides at once, keeps what is unsent until the server has it, and asks for a new key")
{
    Pair pair;
    pair.second.addNote(pair.caseId, "unsent");
    changelog::PullPage page;
    page.items.emplace_back(changelog::ForgetLine{pair.caseId, CompartmentSet(), 900});
    page.cursor = "x";
    pair.second.store().applyPage(page).value();
    CHECK_FALSE(pair.second.store().hasCase(pair.caseId).value());
    CHECK(pair.second.store().recordsOfCase(pair.caseId).value().empty());
    CHECK(pair.second.store().cases().value().empty());
    CHECK(pair.second.store().search("ali").value().empty());
    CHECK(pair.second.store().timeline(pair.caseId, 5).value().empty());
    CHECK(pair.second.store().counts().value().outbox == 1);
    CHECK(pair.second.store().unsentLines().value().size() == 1);
    CHECK(pair.second.store().syncPosition().value().rekeyWanted);
    test::acceptAll(pair.second.store(), 901, pair.second.clock().now());
    CHECK(pair.second.store().counts().value().changes == 0);
}

TEST_CASE("a case granted again before delivery shows the unsent work again")
{
    Pair pair;
    const auto unsent = pair.second.addNote(pair.caseId, "unsent");
    changelog::PullPage forget;
    forget.items.emplace_back(changelog::ForgetLine{pair.caseId, CompartmentSet(), 900});
    pair.second.store().applyPage(forget).value();
    changelog::PullPage grant;
    grant.items.emplace_back(changelog::GrantLine{pair.caseId, CompartmentSet::ofCaseworker(), 901});
    pair.second.store().applyPage(grant).value();
    CHECK(pair.second.store().record(unsent).value()->text("text") == "unsent");
}

TEST_CASE("a narrower grant purges the compartments that are no longer held")
{
    Pair pair;
    changelog::PullPage page;
    page.items.emplace_back(changelog::GrantLine{pair.caseId, CompartmentSet({Compartment::Card}), 900});
    pair.second.store().applyPage(page).value();
    CHECK(pair.second.store().recordsOfKind(pair.caseId, "note").value().empty());
    CHECK(pair.second.store().recordsOfKind(pair.caseId, "person").value().size() == 1);
    CHECK(pair.second.store().cases().value().size() == 1);
}

TEST_CASE("how many older records stayed at the server is kept until the next grant, and only of cases that are here")
{
    Pair pair;
    store::CaseStore &cases = pair.second.store();
    const auto take = [&](const changelog::PullItem &item) {
        cases.applyPage({{item}, "c", false}).value();
        return cases.olderAtServer(pair.caseId).value();
    };
    CHECK(take(changelog::OlderLine{pair.caseId, 7}) == 7);
    CHECK(take(changelog::OlderLine{pair.second.ids().makeId<base::CaseId>(), 3}) == 7);
    CHECK(take(changelog::GrantLine{pair.caseId, CompartmentSet::ofCaseworker(), 901}) == 0);
    CHECK(take(changelog::OlderLine{pair.caseId, 2}) == 2);
    CHECK(take(changelog::ForgetLine{pair.caseId, CompartmentSet(), 902}) == 0);
}

TEST_CASE("a case that comes anew drops what has a receipt, keeps what is unsent, and is whole again with its package")
{
    Pair pair;
    store::CaseStore &cases = pair.second.store();
    const auto unsent = pair.second.addNote(pair.caseId, "unsent");
    const auto before = cases.recordsOfCase(pair.caseId).value().size();
    changelog::PullPage anew;
    anew.items.emplace_back(changelog::ForgetLine{pair.caseId, CompartmentSet::ofCaseworker(), 900, true});
    anew.items.emplace_back(changelog::GrantLine{pair.caseId, CompartmentSet::ofCaseworker(), 900});
    cases.applyPage(anew).value();
    CHECK(cases.hasCase(pair.caseId).value());
    CHECK(cases.recordsOfCase(pair.caseId).value().size() == 1);
    CHECK(cases.record(unsent).value()->text("text") == "unsent");
    CHECK(cases.counts().value().outbox == 1);
    cases.applyPage(pair.page).value();
    CHECK(cases.recordsOfCase(pair.caseId).value().size() == before);
}

TEST_CASE("the receipt for what was to be forgotten waits until what was unsent of it is delivered")
{
    Pair pair;
    store::CaseStore &cases = pair.second.store();
    CHECK(cases.forgottenUpTo().value() == 0);
    pair.second.addNote(pair.caseId, "unsent");
    cases.applyPage({{changelog::ForgetLine{pair.caseId, CompartmentSet(), 900}}, "c", false}).value();
    CHECK(cases.forgottenUpTo().value() == 0);
    test::acceptAll(cases, 901, pair.second.clock().now());
    CHECK(cases.forgottenUpTo().value() == 900);
    cases.startLog("another", 0).value();
    CHECK(cases.forgottenUpTo().value() == 0);
}

TEST_CASE("a line of a case that was not granted is not taken")
{
    Pair pair;
    const auto caseId = pair.first.addPerson("Mira", "S");
    auto page = test::pageFrom(pair.first.store(), 7000, pair.first.clock().now());
    page.items.erase(page.items.begin());
    pair.second.store().applyPage(page).value();
    CHECK(pair.second.store().recordsOfCase(caseId).value().empty());
}

TEST_CASE("after a fork the unsent lines get new positions and stay as they are")
{
    test::Device device(41);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    test::acceptAll(device.store(), 1, device.clock().now());
    device.addNote(caseId, "a");
    device.addNote(caseId, "b");
    const auto before = device.store().outbox(10, 1 << 20).value();
    device.store().startNextEpoch().value();
    const auto after = device.store().outbox(10, 1 << 20).value();
    CHECK(after.epoch == 2);
    CHECK(after.from == 1);
    REQUIRE(after.lines.size() == 2);
    CHECK(after.lines[0].hash == before.lines[0].hash);
    CHECK(*after.lines[1].line == *before.lines[1].line);
    device.reopen().value();
    device.addNote(caseId, "c");
    CHECK(device.store().syncPosition().value().n == 3);
}

TEST_CASE("an own line whose receipt was lost gets it by pull")
{
    Pair pair;
    const auto caseId = pair.first.addPerson("Mira", "S");
    const auto page = test::pageFrom(pair.first.store(), 7000, pair.first.clock().now());
    pair.first.store().applyPage(page).value();
    CHECK(pair.first.store().counts().value().outbox == 0);
    CHECK(pair.first.store().hasCase(caseId).value());
}

TEST_CASE("a clock far ahead does not win for ever once the server has received")
{
    Pair pair;
    pair.first.clock().advance(std::chrono::hours(24 * 3650));
    pair.first.store().edit(pair.note, Object{{"text", "from the future"}}).value();
    const auto now = pair.second.clock().now();
    const auto fromFirst = test::pageFrom(pair.first.store(), 8000, now);
    pair.second.clock().advance(std::chrono::minutes(10));
    pair.second.store().edit(pair.note, Object{{"text", "ten minutes later"}}).value();
    pair.second.store().applyPage(fromFirst).value();
    CHECK(pair.second.store().record(pair.note).value()->text("text") == "ten minutes later");
    CHECK(pair.second.store().conflicts().value().size() == 1);
    // On the device with the wrong clock the receipt changes what is displayed.
    const auto fromSecond = test::pageFrom(pair.second.store(), 9000, pair.second.clock().now());
    pair.first.store().applyPage(fromSecond).value();
    CHECK(pair.first.store().record(pair.note).value()->text("text") == "from the future");
    test::acceptAll(pair.first.store(), 8000, now);
    CHECK(pair.first.store().record(pair.note).value()->text("text") == "ten minutes later");
}

TEST_CASE("a view of a record in conflict names the values that are not displayed")
{
    Pair pair;
    pair.first.store().edit(pair.person, Object{{"givenName", "Mine"}}).value();
    pair.second.store().edit(pair.person, Object{{"givenName", "Yours"}}).value();
    pair.exchange();
    auto texts = pair.first.store().record(pair.person).value()->allTexts("givenName");
    std::sort(texts.begin(), texts.end());
    CHECK(texts == std::vector<std::string>{"Mine", "Yours"});
    CHECK(pair.first.store().record(pair.person).value()->allTexts("familyName") == std::vector<std::string>{"N"});
}

TEST_CASE("an unsent change that builds on a returned one gets a place in the next epoch, until the server itself has "
          "judged it")
{
    test::Device device(51);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    const auto note = device.addNote(caseId, "a");
    device.store().edit(note, Object{{"text", "b"}}).value();
    const changelog::Receipt receipt{1, device.clock().now(), {}};
    device.store().applyVerdicts(1, {{1, VerdictKind::Accepted, receipt, {}, {}}, returned(2)}).value();
    CHECK(device.store().returned().value().size() == 2);
    CHECK(device.store().unsentLines().value().size() == 1);
    device.store().startNextEpoch().value();
    REQUIRE(device.store().outbox(10, 1 << 20).value().lines.size() == 1);
    device.store().applyVerdicts(2, {{1, VerdictKind::Quarantined, {}, "dependsOn", {}}}).value();
    CHECK(device.store().unsentLines().value().empty());
}

TEST_CASE("a change taken for returned counts again when the server accepts it")
{
    test::Device device(52);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    const auto note = device.addNote(caseId, "a");
    device.store().edit(note, Object{{"text", "b"}}).value();
    const auto now = device.clock().now();
    device.store()
        .applyVerdicts(1, {{1, VerdictKind::Accepted, {{1, now, {}}}, {}, {}},
                           returned(2),
                           {3, VerdictKind::Accepted, {{2, now, {}}}, {}, {}}})
        .value();
    CHECK(device.store().record(note).value()->text("text") == "b");
    CHECK(device.store().returned().value().size() == 1);
}

TEST_CASE("writing into a case that was taken away is refused and does not bring it back")
{
    Pair pair;
    pair.second.addNote(pair.caseId, "unsent");
    changelog::PullPage page;
    page.items.emplace_back(changelog::ForgetLine{pair.caseId, CompartmentSet(), 900});
    pair.second.store().applyPage(page).value();
    const auto refused = pair.second.store().logAccess(pair.caseId, "open", "assigned", {});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == base::ErrorCode::Refused);
    CHECK_FALSE(pair.second.store().hasCase(pair.caseId).value());
}

TEST_CASE("what the reader of lines would refuse is refused at saving")
{
    test::Device device(53);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    const auto before = device.store().syncPosition().value().n;
    CHECK_FALSE(device.store()
                    .save({caseId,
                           {changelog::makeCreation(device.makeId<base::RecordId>(), "note",
                                                    Object{{"text", std::string("a\0b", 3)}})},
                           {}})
                    .has_value());
    CHECK_FALSE(device.store()
                    .save({caseId,
                           {changelog::makeCreation(device.makeId<base::RecordId>(), "note", Object{{"text", "a"}})},
                           "yesterday"})
                    .has_value());
    const auto twice = changelog::makeCreation(device.makeId<base::RecordId>(), "note", Object{{"text", "a"}});
    CHECK_FALSE(device.store().save({caseId, {twice, twice}, {}}).has_value());
    CHECK(device.store().syncPosition().value().n == before);
}

TEST_CASE("time of writing survives that the last line written was a reading and is gone")
{
    test::Device device(54);
    device.create().value();
    const auto caseId = device.addPerson("Ali", "N");
    device.clock().setWall(base::instantFromMs(4'000'000'000'000));
    device.store().logAccess(caseId, "open", "assigned", {}).value();
    test::acceptAll(device.store(), 1, device.clock().now());
    device.reopen().value();
    device.clock().setWall(base::instantFromMs(5));
    const auto note = device.addNote(caseId, "a");
    const auto state = device.store().recordState(note).value();
    CHECK(base::toMs(device.store().changeLine(state->heads("text").front().change).value().change.at)
          == 4'000'000'000'000);
}
