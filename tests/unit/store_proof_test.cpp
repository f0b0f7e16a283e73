// What a device says of itself when it compares with the server, what it offers again, and what it takes when a case comes
// once more.
#include "core/crypto/hash.h"
#include "core/store/database.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

using namespace faltakt;
using base::json::Object;
using changelog::Compartment;
using changelog::CompartmentSet;
using changelog::DeliveredChange;
using changelog::ForgetLine;
using changelog::GrantLine;
using changelog::PullPage;

namespace {

constexpr std::size_t Much = 1'000'000;

/// A device whose work the server has, and granted back.
struct Delivered {
    test::Device device{51};
    base::CaseId caseId;
    base::RecordId note;
    PullPage page; ///< All its lines, as the server sends them.

    Delivered()
    {
        device.create().value();
        caseId = device.addPerson("Ali", "N");
        note = device.addNote(caseId, "a");
        device.addNote(caseId, "b");
        page = test::pageFrom(device.store(), 1, device.clock().now());
        test::acceptAll(device.store(), 1, device.clock().now());
        grant(CompartmentSet::ofCaseworker());
    }
    void grant(CompartmentSet compartments)
    {
        PullPage grants;
        grants.cursor = "granted";
        grants.items.emplace_back(GrantLine{caseId, compartments, 1});
        device.store().applyPage(grants).value();
    }
    changelog::DigestPart part() { return device.store().digestPart({}, Much, Much).value(); }
    /// What the server sends of a case that is to come again.
    PullPage again(CompartmentSet remaining = CompartmentSet::ofCaseworker()) const
    {
        PullPage whole = page;
        whole.items.insert(whole.items.begin(), GrantLine{caseId, remaining, 1});
        whole.items.insert(whole.items.begin(), ForgetLine{caseId, remaining, 1});
        return whole;
    }
    std::vector<DeliveredChange> lines() const
    {
        std::vector<DeliveredChange> all;
        for (const auto &item : page.items)
            if (const auto *delivered = std::get_if<DeliveredChange>(&item))
                all.push_back(*delivered);
        return all;
    }
    /// Something happens to the file that no code of ours did.
    void damage(const char *sql)
    {
        device.close();
        {
            const auto database = store::Database::open({.path = device.setup().path}, device.key()).value();
            database->execute(sql).value();
        }
        device.reopen().value();
    }
};

} // namespace

TEST_CASE("what has a receipt is summed by case, what is unsent is not")
{
    Delivered delivered;
    delivered.device.addNote(delivered.caseId, "not sent");
    delivered.device.addPerson("Bo", "K");
    const auto part = delivered.part();
    REQUIRE(part.cases.size() == 1);
    CHECK(part.cases.front().caseId == delivered.caseId);
    CHECK(part.cases.front().granted == CompartmentSet::ofCaseworker());
    changelog::LineSum expected;
    for (const DeliveredChange &line : delivered.lines())
        expected.add(line.line.hash);
    CHECK(part.cases.front().lines == expected);
    CHECK_FALSE(part.through);
}

TEST_CASE("parts follow one another, never cut a case, and leave nothing out")
{
    test::Device device(52);
    device.create().value();
    std::vector<base::CaseId> cases;
    for (int i = 0; i < 7; ++i) {
        cases.push_back(device.addPerson("Ali", "N"));
        device.addNote(cases.back(), "a");
    }
    test::acceptAll(device.store(), 1, device.clock().now());
    const std::size_t maxCases = GENERATE(1, 3, 100);
    const std::size_t maxLines = GENERATE(1, 5, 1000);
    std::vector<base::CaseId> seen;
    std::optional<base::CaseId> after;
    std::int64_t lines = 0;
    do {
        const auto part = device.store().digestPart(after, maxCases, maxLines).value();
        CHECK(part.after == after);
        CHECK(part.cases.size() <= maxCases);
        for (const auto &sum : part.cases) {
            seen.push_back(sum.caseId);
            lines += sum.lines.count;
        }
        after = part.through;
    } while (after);
    CHECK(seen == cases);
    CHECK(lines == 14);
}

TEST_CASE("lines are offered in the server's order, only those above a place, in batches, and damaged ones not at all")
{
    Delivered delivered;
    store::CaseStore &store = delivered.device.store();
    const auto all = store.linesToOffer({}, 0, Much, Much).value();
    REQUIRE(all.lines.size() == 3);
    CHECK(all.lines[0].receipt.seq == 1);
    CHECK(all.lines[2].receipt.seq == 3);
    CHECK(store.linesToOffer({}, all.next, Much, Much).value().lines.empty());
    CHECK(store.linesToOffer({{}, 2}, 0, Much, Much).value().lines.size() == 1);
    const auto first = store.linesToOffer({}, 0, 2, Much).value();
    CHECK(first.lines.size() == 2);
    CHECK(store.linesToOffer({}, first.next, 2, Much).value().lines.front().receipt.seq == 3);
    CHECK(store.linesToOffer({}, 0, Much, 1).value().lines.size() == 1);
    CHECK(store.linesToOffer({delivered.caseId, 0}, 0, Much, Much).value().lines.size() == 3);
    CHECK(store.linesToOffer({base::CaseId(), 0}, 0, Much, Much).value().lines.empty());
    delivered.damage("UPDATE change SET line = line || ' ' WHERE seq < 3");
    const auto sound = delivered.device.store().linesToOffer({}, 0, 1, Much).value();
    REQUIRE(sound.lines.size() == 1);
    CHECK(sound.lines.front().receipt.seq == 3);
}

TEST_CASE("a case that comes again mends lines that were lost, altered or without their receipt, and a right")
{
    Delivered delivered;
    const auto before = delivered.part();
    const char *fault =
        GENERATE("DELETE FROM change WHERE seq = 1", "DELETE FROM change",
                 "UPDATE change SET line = replace(line, '\"a\"', '\"x\"')",
                 "UPDATE change SET line = substr(line, 1, 20)", "UPDATE change SET hash = zeroblob(32) WHERE seq = 2",
                 "UPDATE change SET seq = NULL, received = NULL, stamp = NULL WHERE seq = 2",
                 "UPDATE case_access SET compartments = 1", "DELETE FROM case_access");
    INFO(fault);
    delivered.damage(fault);
    const bool isHashAlone = std::string_view(fault).find("hash =") != std::string_view::npos;
    CHECK((delivered.part().cases != before.cases || isHashAlone));
    delivered.device.store().applyPage(delivered.again()).value();
    CHECK(delivered.part().cases == before.cases);
    CHECK(delivered.device.store().counts().value().outbox == 0);
    CHECK(delivered.device.store().record(delivered.note).value()->text("text") == "a");
    CHECK(delivered.device.store().recordsOfCase(delivered.caseId).value().size() == 3);
    CHECK(delivered.device.store().linesToOffer({}, 0, Much, Much).value().lines.size() == 3);
}

TEST_CASE("a case that comes again leaves unsent work where it is")
{
    Delivered delivered;
    const auto unsent = delivered.device.addNote(delivered.caseId, "not sent");
    delivered.device.store().applyPage(delivered.again()).value();
    CHECK(delivered.device.store().record(unsent).value()->text("text") == "not sent");
    CHECK(delivered.device.store().counts().value().outbox == 1);
}

TEST_CASE("a line that comes with another receipt takes it, and one with another content is refused")
{
    Delivered delivered;
    PullPage again = delivered.page;
    for (auto &item : again.items)
        if (auto *line = std::get_if<DeliveredChange>(&item))
            line->receipt.seq += 100;
    delivered.device.store().applyPage(again).value();
    CHECK(delivered.device.store().linesToOffer({{}, 100}, 0, Much, Much).value().lines.size() == 3);
    auto altered = delivered.lines().front();
    altered.line.change.sets.front().fields.append("title", "x");
    altered.line = changelog::sealChange(altered.line.change);
    PullPage wrong;
    wrong.items.emplace_back(altered);
    CHECK(delivered.device.store().applyPage(wrong).error().code() == base::ErrorCode::Damaged);
}

TEST_CASE("what only a newer version can place is kept by who was sent it, and goes where the file goes")
{
    Delivered delivered;
    delivered.grant({Compartment::Card, Compartment::Screening});
    auto made = delivered.lines().front().line.change;
    made.id = delivered.device.ids().makeId<base::ChangeId>();
    made.sets = {{delivered.device.ids().makeId<base::RecordId>(), "visitOfTomorrow", {{"place", "quay"}}, {}}};
    const auto line = changelog::sealChange(made);
    PullPage page;
    page.items.emplace_back(DeliveredChange{{50, delivered.device.clock().now(), {}}, line});
    delivered.device.store().applyPage(page).value();
    CHECK(delivered.device.store().changeLine(made.id).value().line == line.line);
    CHECK(delivered.device.store().record(made.sets.front().record).value()->text("place") == "quay");
    delivered.grant({Compartment::Card});
    CHECK_FALSE(delivered.device.store().changeLine(made.id));
}

TEST_CASE(
    "with another log the journal is pushed again from where the server holds it, and comparing stands to be done")
{
    Delivered delivered;
    store::CaseStore &store = delivered.device.store();
    CHECK_FALSE(store.syncPosition().value().compareWanted);
    store.startLog("other", 1).value();
    const auto position = store.syncPosition().value();
    CHECK(position.logId == "other");
    CHECK(position.acknowledged == 1);
    CHECK(position.compareWanted);
    const auto batch = store.outbox(Much, Much).value();
    CHECK(batch.from == 2);
    REQUIRE(batch.lines.size() == 2);
    CHECK(batch.lines.front().line.has_value());
    CHECK(store.counts().value().outbox == 0);
    store.noteProof({delivered.device.clock().now(), 3, 2}, store::Compared::NotAll).value();
    CHECK(store.syncPosition().value().compareWanted);
    store.noteProof({delivered.device.clock().now(), 3, 3}).value();
    CHECK_FALSE(store.syncPosition().value().compareWanted);
    // Also where nothing but the day had asked for it: what was not compared is not put off by a day.
    store.noteProof({delivered.device.clock().now(), 3, 2}, store::Compared::NotAll).value();
    CHECK(store.syncPosition().value().compareWanted);
    store.noteProof({delivered.device.clock().now(), 3, 3}).value();
    CHECK(store.lastProof().value() == store::DeliveryProof{delivered.device.clock().now(), 3, 3});
    store.startNextEpoch().value();
    CHECK(store.syncPosition().value().compareWanted);
}
