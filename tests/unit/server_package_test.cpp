// Field packages: what comes with a case, what stays behind, what brings it after all, and how the digest counts it.
#include "tests/unit/server_package_world.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::base::ErrorCode;

TEST_CASE_METHOD(OldCase, "a grant brings the card, what is in force and screenings, and tells how much stays behind")
{
    assignBo();
    pull();
    CHECK(held.ids() == linesOf(InForce));
    CHECK(held.older == Behind);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "what was touched within the year is in the package whole, with its older lines")
{
    edit("note", {{"text", "ändrad"}});
    make("new note", "note", {{"text", "ny"}});
    clock.advance(Year - std::chrono::days(1));
    assignBo();
    pull();
    auto expected = linesOf(InForce);
    expected.merge(linesOf({"note", "new note"}));
    CHECK(held.ids() == expected);
    CHECK(held.older == Behind - 1);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "a record that stayed behind comes whole before the change that touches it")
{
    assignBo();
    pull();
    edit("note", {{"text", "ändrad"}});
    edit("note", {{"text", "igen"}});
    const auto items = pull();
    std::vector<ChangeId> expected;
    for (const ChangeLine &line : lines.at("note"))
        expected.push_back(line.change.id);
    CHECK(TestDevice::changesIn(items) == expected);
    CHECK(held.older == Behind - 1);
    checkAgrees();
    edit("note", {{"text", "en gång till"}});
    CHECK(TestDevice::changesIn(pull()).size() == 1);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "a signature touches what it signs, an addendum its note")
{
    assignBo();
    pull();
    const auto addendum = annas.change(caseId, ids.makeId<RecordId>(), "note",
                                       {{"text", "tillägg"}, {"addendumTo", records.at("note").toString()}});
    write("addendum", addendum);
    pull();
    CHECK(held.ids().contains(lines.at("note").front().change.id));
    const auto signature = annas.change(caseId, ids.makeId<RecordId>(), "signature",
                                        {{"record", records.at("other note").toString()}, {"compartment", "file"}});
    write("signature", signature);
    pull();
    CHECK(held.ids().contains(lines.at("other note").front().change.id));
    CHECK(held.older == Behind - 2);
    checkAgrees();
}

TEST_CASE_METHOD(
    OldCase, "an attachment touches what it hangs on within its compartment, and is a part of its own beside a report")
{
    assignBo();
    pull();
    const auto attach = [&](const char *to) {
        const auto line = annas.change(caseId, ids.makeId<RecordId>(), "attachment",
                                       {{"caption", "bild"}, {"about", records.at(to).toString()}});
        write(std::string("photo of ") + to, line);
        pull();
    };
    attach("note");
    CHECK(held.ids().contains(lines.at("note").front().change.id));
    attach("closed report");
    CHECK_FALSE(held.ids().contains(lines.at("closed report").front().change.id));
    CHECK(held.older == Behind - 1);
    checkAgrees();
    clock.advance(2 * Year);
    Held later;
    TestDevice another(*this, bo);
    later.take(another.pull(), caseId);
    CHECK(later.ids() == linesOf(InForce));
}

TEST_CASE_METHOD(OldCase, "a change of two records that were apart brings both, and keeps them in every package")
{
    assignBo();
    pull();
    auto both = annas.change(caseId, records.at("note"), "note", {{"text", "1"}}, {lines.at("note").back().change.id});
    both.change.sets.push_back({records.at("contact"), "contact", {{"text", "2"}}, {}});
    write("both", faltakt::changelog::sealChange(both.change));
    pull();
    auto expected = linesOf(InForce);
    expected.merge(linesOf({"note", "contact", "both"}));
    CHECK(held.ids() == expected);
    CHECK(held.older == Behind - 2);
    checkAgrees();

    clock.advance(3 * Year);
    Held later;
    TestDevice another(*this, bo);
    later.take(another.pull(), caseId);
    CHECK(later.ids() == expected);
}

TEST_CASE_METHOD(OldCase, "a device that enrols later gets the package of that day, however old the grant")
{
    assignBo();
    edit("note", {{"text", "efter rätten"}});
    clock.advance(2 * Year);
    edit("contact", {{"text", "nyss"}});
    TestDevice another(*this, bo);
    Held later;
    later.take(another.pull(3), caseId);
    auto expected = linesOf(InForce);
    expected.merge(linesOf({"contact"}));
    CHECK(later.ids() == expected);
    CHECK(later.older == Behind - 1);
    edit("note", {{"text", "nu"}});
    later.take(another.pull(), caseId);
    expected.merge(linesOf({"note"}));
    CHECK(later.ids() == expected);
}

TEST_CASE_METHOD(OldCase, "older records come when they are asked for with a reason, across small pages, and stay")
{
    assignBo();
    pull();
    fetch();
    const auto items = pull(2);
    CHECK(held.lines.size() == linesOf(InForce).size() + 6);
    CHECK(held.older == 0);
    checkAgrees();
    // A device that lost its place walks again and has the same.
    held = {};
    bos.cursor.clear();
    pull(3);
    CHECK(held.lines.size() == linesOf(InForce).size() + 6);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "a fetch may reach back a part of the way, and a further one the rest")
{
    make("between", "note", {{"text", "mellan"}});
    clock.advance(2 * Year);
    assignBo();
    pull();
    CHECK(held.older == Behind + 1);
    fetch(clock.now() - 3 * Year);
    pull();
    CHECK(held.older == Behind);
    CHECK(held.ids().contains(lines.at("between").front().change.id));
    checkAgrees();
    fetch();
    pull();
    CHECK(held.older == 0);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "a fetch is logged with its reason, and the same one again is not")
{
    assignBo();
    pull();
    fetch({}, "the person asks what was said then");
    fetch({}, "the person asks what was said then");
    std::vector<std::string> reasons;
    need(store->read([&](StoreSnapshot &s) {
        return core->accessLog().review(s, tenant, {}, [&](const AccessLogEntry &entry) {
            if (entry.act == AccessAct::Fetched)
                reasons.push_back(entry.purpose);
        });
    }));
    CHECK(reasons == std::vector<std::string>{"the person asks what was said then"});
}

TEST_CASE_METHOD(OldCase, "who has no right, or had one, fetches nothing, whether the case is there or not")
{
    const auto asked = [&](CaseId which) { return core->fetch().fetch(bos.session, {which, "why not", {}}); };
    CHECK(asked(caseId).error().code() == ErrorCode::Refused);
    CHECK(asked(ids.makeId<CaseId>()).error().code() == ErrorCode::Refused);
    assignBo();
    need(core->administration().unassignCase(caseId, bo));
    CHECK(asked(caseId).error().code() == ErrorCode::Refused);
}

TEST_CASE_METHOD(OldCase, "what was fetched does not come with the next right to the case")
{
    assignBo();
    pull();
    fetch();
    pull();
    need(core->administration().unassignCase(caseId, bo));
    pull();
    CHECK(held.lines.empty());
    assignBo();
    pull();
    CHECK(held.ids() == linesOf(InForce));
    CHECK(held.older == Behind);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "a case that is brought again comes as its package, and what is beyond is dropped")
{
    assignBo();
    pull();
    const auto surplus = lines.at("note").front();
    held.lines.emplace(surplus.change.id, surplus);
    CHECK(compare().differ == std::vector{caseId});
    std::optional<CaseId> again = caseId;
    for (bool more = true; more;) {
        const auto sent = need(core->pull().pull(
            bos.session, {.cursor = bos.cursor, .limit = 2, .wait = {}, .epoch = 1, .logId = logId(), .again = again}));
        const auto page = need(faltakt::protocol::decodePullPage(faltakt::protocol::encodePullPage(sent)));
        bos.cursor = page.cursor;
        again.reset();
        held.take(page.items, caseId);
        more = page.more;
    }
    CHECK(held.ids() == linesOf(InForce));
    CHECK(held.older == Behind);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "what touches an old record behind the cursor is left out of the comparing, both ways")
{
    assignBo();
    pull();
    edit("note", {{"text", "bakom"}});
    checkAgrees();
    fetch();
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "a holder of one compartment gets and counts its part of the package alone")
{
    need(store->write([&](StoreTransaction &t) {
        return setAccess(t, tenant, caseId, bo.uuid(), CompartmentSet{Compartment::Lob}, clock.now(),
                         clock.now() - Year);
    }));
    pull();
    CHECK(held.ids() == linesOf({"open report"}));
    CHECK(held.older == 1);
    checkAgrees();
    edit("note", {{"text", "går dem inte an"}});
    CHECK(TestDevice::changesIn(pull()).empty());
    checkAgrees();
    need(store->write([&](StoreTransaction &t) {
        return setAccess(t, tenant, caseId, bo.uuid(), CompartmentSet{Compartment::Lob, Compartment::File}, clock.now(),
                         clock.now() - Year);
    }));
    pull();
    auto expected = linesOf({"open report", "note"});
    CHECK(held.ids() == expected);
    CHECK(held.older == 3);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "a task that is opened again is in force for whoever comes next")
{
    edit("done task", {{"status", "open"}});
    clock.advance(2 * Year);
    assignBo();
    pull();
    auto expected = linesOf(InForce);
    expected.merge(linesOf({"done task"}));
    CHECK(held.ids() == expected);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "the municipality's setting says how far a package reaches, and 0 that cases come whole")
{
    const auto set = [&](TenantId of, int days) {
        need(store->write([&](StoreTransaction &t) { return t.identity().setPackageDays(of, days); }));
    };
    set(tenant, GENERATE(0, 900));
    set(addTenant("Flen"), 1);
    assignBo();
    pull();
    CHECK(held.older == 0);
    CHECK(held.lines.size() == linesOf(InForce).size() + 6);
    checkAgrees();
}

TEST_CASE_METHOD(OldCase, "who makes a case has all of it, however old it grows")
{
    const auto items = annas.pull();
    CHECK(TestDevice::linesIn<OlderLine>(items).empty());
    edit("note", {{"text", "egen"}});
    CHECK(TestDevice::changesIn(annas.pull()).empty());
}
