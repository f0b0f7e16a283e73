// The matrix of rights once more along the field package: every role and way to a right, lines of every kind that may stay
// behind and of those that may not, of three ages; through pull, pull again, digest and fetch; as it is given, after a fetch
// with a reason, after another device's fetch, and after the right, the device or the worker was taken away.
#include "tests/unit/server_routes_world.h"

#include "sync/protocol/digest.h"
#include "sync/protocol/fetch.h"
#include "sync/server/api/server_settings.h"

#include <algorithm>
#include <cstdio>
#include <set>

using namespace faltakt::server;
using namespace faltakt::server::testing;
namespace base = faltakt::base;
namespace changelog = faltakt::changelog;
namespace protocol = faltakt::protocol;
using faltakt::changelog::Compartment;
using faltakt::changelog::CompartmentSet;

namespace {

constexpr auto Year = std::chrono::days(365);
constexpr auto Roles = {"caseworker", "teamLeader"};

enum class Age { Old, Middle, Recent };
enum class Way { Own, Team };
enum class Call { Pull, PullAgain, Digest };
enum class Phase {
    Given,
    FetchedByAnother,
    FetchedSince,
    FetchedAll,
    Unassigned,
    GivenBack,
    Wiped,
    DeviceRevoked,
    WorkerRevoked
};

/// One kind of line, and by hand: where it lies, and whether what is old of it stays behind.
struct Kind {
    const char *name;
    Compartment compartment;
    bool mayStayBehind;
    json::Object fields;
};
const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> All{
        {"person", Compartment::Card, false, {{"givenName", "Kim"}}},
        {"task", Compartment::Card, false, {{"what", "call"}, {"status", "open"}}},
        {"task", Compartment::Card, true, {{"what", "call"}, {"status", "done"}}},
        {"contact", Compartment::File, true, {{"text", "ringde"}}},
        {"note", Compartment::File, true, {{"text", "samtal"}}},
        {"child", Compartment::File, false, {{"name", "Kim"}}},
        {"concernReport", Compartment::File, false, {{"concern", "made"}}},
        {"kindOfTomorrow", Compartment::File, false, {{"verse", "x"}}},
        {"lobReport", Compartment::Lob, false, {{"place", "torget"}}},
        {"lobReport", Compartment::Lob, true, {{"status", "closed"}}},
        {"assessment", Compartment::Screening, false, {{"instrument", "audit"}}},
    };
    return All;
}
const std::vector<CompartmentSet> &rights()
{
    static const std::vector<CompartmentSet> All{CompartmentSet::ofCaseworker(), CompartmentSet{Compartment::Card},
                                                 CompartmentSet{Compartment::File}, CompartmentSet{Compartment::Lob},
                                                 CompartmentSet{Compartment::Screening}};
    return All;
}

struct Line {
    ChangeId id;
    base::Hash hash;
    const Kind *kind;
    Age age;
};
struct Matter {
    CaseId id;
    Way way;
    CompartmentSet right;
    std::vector<Line> lines;
};

struct Observation {
    Call call;
    Phase phase;
    Way way;
    CompartmentSet right;
    const Kind *kind = nullptr;
    Age age = Age::Old;
    std::string outcome; ///< "delivered", "withheld" or "refused"; of a digest "expected", "missing" or "refused".
};

/// The rule, by hand. Each switch turned off makes it a wrong one, by which the test shows that it would notice.
struct Rule {
    bool rightIsAsked = true;
    bool oldStaysBehind = true;
    bool whatIsInForceComes = true;
    bool fetchBrings = true;
    bool fetchReachesNoFurther = true;
    bool fetchIsOfOneDevice = true;
    bool takingAwayCounts = true;

    [[nodiscard]] std::string expected(const Observation &seen) const
    {
        const Phase phase = seen.phase;
        if (takingAwayCounts
            && (phase == Phase::Wiped || phase == Phase::DeviceRevoked || phase == Phase::WorkerRevoked))
            // What a device is to be compared with is nothing of the case's; a device to be wiped may still compare.
            return seen.call == Call::Digest && phase == Phase::Wiped ? gets(seen) : "refused";
        if (takingAwayCounts && phase == Phase::Unassigned)
            return "withheld";
        return gets(seen);
    }

private:
    [[nodiscard]] std::string gets(const Observation &seen) const
    {
        if (rightIsAsked && !seen.right.contains(seen.kind->compartment))
            return "withheld";
        const bool stays = seen.kind->mayStayBehind || !whatIsInForceComes;
        if (!oldStaysBehind || !stays || seen.age == Age::Recent)
            return "delivered";
        return fetched(seen) ? "delivered" : "withheld";
    }
    [[nodiscard]] bool fetched(const Observation &seen) const
    {
        if (!fetchBrings)
            return false;
        switch (seen.phase) {
        case Phase::Given: return false;
        case Phase::FetchedByAnother: return !fetchIsOfOneDevice;
        case Phase::FetchedSince: return seen.age == Age::Middle || !fetchReachesNoFurther;
        case Phase::GivenBack:
        case Phase::Wiped: return false; // The new right's package is counted anew.
        default: return true;
        }
    }
};

struct PackageMatrix : RoutesWorld {
    PackageMatrix() : writer(*this, addWorker("Writer"))
    {
        for (const Way way : {Way::Own, Way::Team})
            for (const CompartmentSet right : rights())
                matters.push_back({ids.makeId<CaseId>(), way, right, {}});
        for (const Age age : {Age::Old, Age::Middle, Age::Recent}) {
            for (Matter &matter : matters)
                write(matter, age);
            clock.advance(age == Age::Recent ? std::chrono::days(30) : Year + Year / 2);
            writer.fetchToken();
        }
    }
    void write(Matter &matter, Age age)
    {
        std::vector<std::string> texts;
        for (const Kind &kind : kinds()) {
            const auto line = writer.own.change(matter.id, ids.makeId<RecordId>(), kind.name, kind.fields);
            matter.lines.push_back({line.change.id, line.hash, &kind, age});
            texts.push_back(line.line);
        }
        for (const Verdict &verdict : writer.push(texts))
            REQUIRE(verdict.kind == VerdictKind::Accepted);
    }
    void give(const Matter &matter, Grantee to, CompartmentSet right)
    {
        need(store->write([&](StoreTransaction &t) {
            return setAccess(t, tenant, matter.id, to, right, clock.now(), clock.now() - Year);
        }));
    }
    void giveAll(WorkerId own, TeamId of, bool given)
    {
        for (const Matter &matter : matters)
            give(matter, matter.way == Way::Own ? own.uuid() : of.uuid(), given ? matter.right : CompartmentSet());
    }
    HttpResponse fetch(RoutesDevice &by, const Matter &matter, std::optional<base::Instant> since)
    {
        return by.world.ask(by.own.key, "POST", "/v1/fetch", {},
                            protocol::encode(protocol::FetchRequest{matter.id, "the person asks", since}), by.token);
    }
    /// `left` of each answer is what the rule says: the parts that stay behind all the same.
    void fetchAll(RoutesDevice &by, std::optional<base::Instant> since)
    {
        for (const Matter &matter : matters) {
            const auto answer = fetch(by, matter, since);
            REQUIRE(answer.status == 200);
            const auto stays = [&](const Line &line) {
                return line.kind->mayStayBehind && line.age == Age::Old
                       && matter.right.contains(line.kind->compartment);
            };
            const auto left = since ? std::count_if(matter.lines.begin(), matter.lines.end(), stays) : 0;
            CHECK(need(protocol::decodeFetchAnswer(answer.body)).left == left);
            ++fetches;
        }
    }
    void fetchRefused(RoutesDevice &by)
    {
        for (const Matter &matter : matters) {
            CHECK(codeOf(fetch(by, matter, {})) == "refused");
            ++fetches;
        }
    }
    void note(Call call, Phase phase, const Matter &matter, const Line &line, std::string outcome)
    {
        observations.push_back({call, phase, matter.way, matter.right, line.kind, line.age, std::move(outcome)});
    }
    void noteAll(Call call, Phase phase, const std::function<std::string(const Matter &, const Line &)> &outcome)
    {
        for (const Matter &matter : matters)
            for (const Line &line : matter.lines)
                note(call, phase, matter, line, outcome(matter, line));
    }
    static std::set<ChangeId> idsIn(const std::vector<changelog::PullItem> &items)
    {
        const auto changes = TestDevice::changesIn(items);
        return {changes.begin(), changes.end()};
    }
    HttpResponse pullPage(RoutesDevice &by, const std::string &cursor, std::optional<CaseId> again)
    {
        return ask(by.own.key, "GET", "/v1/pull",
                   protocol::encodePullQuery({.cursor = cursor, .limit = 1000, .wait = {}, .epoch = 1, .again = again}),
                   {}, by.token);
    }
    /// What a device gets that asks from the beginning, and where it then stands.
    std::optional<std::set<ChangeId>> pullAll(RoutesDevice &by, std::optional<CaseId> again)
    {
        std::set<ChangeId> got;
        std::string cursor = again ? by.own.cursor : std::string();
        while (true) {
            const auto answer = pullPage(by, cursor, again);
            if (answer.status != 200)
                return std::nullopt;
            const auto page = need(protocol::decodePullPage(answer.body));
            for (const ChangeId id : idsIn(page.items))
                got.insert(id);
            cursor = page.cursor;
            again.reset();
            if (page.more)
                continue;
            by.own.cursor = cursor;
            return got;
        }
    }
    void look(RoutesDevice &by, Phase phase)
    {
        clock.advance(std::chrono::seconds(30)); // The rates of devices and tenant.
        by.fetchToken();
        const auto got = pullAll(by, {});
        noteAll(Call::Pull, phase, [&](const Matter &, const Line &line) {
            return !got ? "refused" : got->contains(line.id) ? "delivered" : "withheld";
        });
        for (const Matter &matter : matters) {
            const auto anew = pullAll(by, matter.id);
            for (const Line &line : matter.lines)
                note(Call::PullAgain, phase, matter, line,
                     !anew                     ? "refused"
                     : anew->contains(line.id) ? "delivered"
                                               : "withheld");
        }
        compare(by, phase);
    }
    /// The server agrees with one who holds exactly the lines of the rule; the line in question put in or left out, it does not.
    void compare(RoutesDevice &by, Phase phase)
    {
        for (const Matter &matter : matters) {
            changelog::CaseSum held{matter.id, matter.right, {}};
            std::vector<bool> has;
            for (const Line &line : matter.lines) {
                has.push_back(Rule().expected({Call::Digest, phase, matter.way, matter.right, line.kind, line.age, {}})
                              == "delivered");
                if (has.back())
                    held.lines.add(line.hash);
            }
            const std::string whole =
                differs(by, matter, phase == Phase::Unassigned ? std::nullopt : std::optional(held));
            for (std::size_t i = 0; i < matter.lines.size(); ++i) {
                // With this line the other way round both differ, so what the server expects of it is what is agreed on.
                const bool agreed = whole == "agrees";
                note(Call::Digest, phase, matter, matter.lines[i],
                     whole == "refused" ? "refused"
                     : has[i] == agreed ? "delivered"
                                        : "withheld");
            }
            if (whole != "agrees")
                continue;
            auto other = held;
            other.lines.add(base::Hash{1});
            CHECK(differs(by, matter, other) == "differs");
        }
    }
    /// Without a sum: the device holds nothing of the case and does not name it.
    std::string differs(RoutesDevice &by, const Matter &matter, const std::optional<changelog::CaseSum> &held)
    {
        const auto logId =
            need(store->read([](StoreSnapshot &snapshot) { return snapshot.identity().setting(SettingNames::LogId); }));
        const protocol::DigestRequest request{
            by.own.cursor,
            logId,
            {.after = {}, .through = {}, .cases = held ? std::vector{*held} : std::vector<changelog::CaseSum>()}};
        const auto answer = ask(by.own.key, "POST", "/v1/digest", {}, protocol::encode(request), by.token);
        if (answer.status != 200)
            return codeOf(answer);
        const auto compared = need(protocol::decodeDigestAnswer(answer.body));
        return std::ranges::find(compared.differ, matter.id) != compared.differ.end() ? "differs" : "agrees";
    }

    RoutesDevice writer;
    std::vector<Matter> matters;
    std::vector<Observation> observations;
    std::size_t fetches = 0;
};

std::size_t wrongOnes(const std::vector<Observation> &observations, const Rule &rule, bool tell)
{
    std::size_t wrong = 0;
    for (const Observation &seen : observations) {
        const std::string expected = rule.expected(seen);
        if (expected == seen.outcome)
            continue;
        if (++wrong <= 20 && tell)
            UNSCOPED_INFO("call " << int(seen.call) << ", phase " << int(seen.phase) << ", way " << int(seen.way)
                                  << ", right " << seen.right.bits() << ": " << seen.kind->name << " of age "
                                  << int(seen.age) << ": expected " << expected << ", was " << seen.outcome);
    }
    return wrong;
}

} // namespace

TEST_CASE(
    "a line comes where the right holds it and the package reaches it, was fetched or is in force, and nowhere else")
{
    PackageMatrix matrix;
    int number = 0;
    for (const char *role : Roles) {
        const TeamId own = need(matrix.core->administration().addTeam(matrix.tenant, "team of " + std::string(role)));
        const WorkerId worker = need(matrix.core->administration().addWorker(matrix.tenant, own, role, role));
        RoutesDevice device(matrix, worker);
        RoutesDevice second(matrix, worker);
        const auto look = [&](Phase phase) { matrix.look(device, phase); };

        matrix.giveAll(worker, own, true);
        look(Phase::Given);
        matrix.fetchAll(second, {});
        look(Phase::FetchedByAnother);
        matrix.fetchAll(device, matrix.clock.now() - 3 * Year);
        look(Phase::FetchedSince);
        matrix.fetchAll(device, {});
        look(Phase::FetchedAll);
        matrix.giveAll(worker, own, false);
        look(Phase::Unassigned);
        matrix.fetchRefused(device);
        matrix.giveAll(worker, own, true);
        look(Phase::GivenBack);
        matrix.look(second, Phase::GivenBack);
        matrix.fetchAll(device, {});

        need(matrix.store->write([&](StoreTransaction &t) {
            return t.identity().addCommand(matrix.tenant, second.own.session.device,
                                           {matrix.ids.make(), std::string(WipeCommand), matrix.clock.now()});
        }));
        matrix.look(second, Phase::Wiped);
        matrix.fetchRefused(second);
        need(matrix.core->administration().revokeDevice(device.own.session.device));
        look(Phase::DeviceRevoked);
        matrix.fetchRefused(device);
        auto gone = RoutesDevice::ofRevokedWorker(matrix, std::to_string(++number));
        matrix.look(gone, Phase::WorkerRevoked);
        matrix.fetchRefused(gone);
    }
    const auto &seen = matrix.observations;
    CHECK(wrongOnes(seen, {}, true) == 0);
    std::printf("matrix of packages: %zu kinds x 3 ages, %zu cases, %zu roles, %zu cells, %zu fetches\n",
                kinds().size(), matrix.matters.size(), Roles.size(), seen.size(), matrix.fetches);
    CHECK(seen.size() > 10'000);
    CHECK(wrongOnes(seen, {.rightIsAsked = false}, false) > 0);
    CHECK(wrongOnes(seen, {.oldStaysBehind = false}, false) > 0);
    CHECK(wrongOnes(seen, {.whatIsInForceComes = false}, false) > 0);
    CHECK(wrongOnes(seen, {.fetchBrings = false}, false) > 0);
    CHECK(wrongOnes(seen, {.fetchReachesNoFurther = false}, false) > 0);
    CHECK(wrongOnes(seen, {.fetchIsOfOneDevice = false}, false) > 0);
    CHECK(wrongOnes(seen, {.takingAwayCounts = false}, false) > 0);
}
