#pragma once

#include "core/crypto/hash.h"
#include "core/crypto/initialise.h"
#include "core/rules/agenda.h"
#include "core/rules/profile_catalogue.h"
#include "sync/protocol/push.h"
#include "sync/server/api/server_core.h"
#include "sync/server/api/server_settings.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

/// A server in a temporary folder under a manual clock, and devices that talk to it without a network.
namespace faltakt::server::testing {

namespace json = base::json;
using changelog::Change;
using changelog::ChangeLine;
using changelog::RecordSet;
using changelog::Verdict;
using changelog::VerdictKind;

template <typename T>
T need(base::Result<T> result)
{
    if (!result)
        FAIL(result.error().toString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// The store that the test program is about: server_world_embedded.cpp or server_world_postgres.cpp.
std::unique_ptr<ServerStore> makeWorldStore(const test::TemporaryFolder &folder, int readers, base::Random &random);

inline const base::Instant Start = need(base::parseInstant("2026-03-02T08:00:00Z"));

/// Those that devices have.
inline base::Result<std::unique_ptr<store::AgendaProjector>> shippedRules(ProfileReader &, const Tenant &tenant,
                                                                          base::Date day)
{
    static const auto Catalogue = need(rules::shippedProfiles());
    TRY(rules::Profile found, Catalogue.find(tenant.profile, day));
    return std::make_unique<rules::FieldAgendaProjector>(std::move(found));
}

class World {
public:
    explicit World(int readers = 2)
        : clock(Start), random(7), keys(crypto::SecretBytes::makeRandom(random, 32)), ids(clock, random)
    {
        need(crypto::initialise());
        store = makeWorldStore(folder, readers, random);
        need(prepareStore(*store, "test", random));
        core = std::make_unique<ServerCore>(ServerCoreSetup{
            .store = *store,
            .keys = keys,
            .clock = clock,
            .random = random,
            .profileFacts = [](ProfileReader &, const Tenant &,
                               base::Date) -> base::Result<casework::LobRoutingProfile> {
                return casework::LobRoutingProfile{
                    .targetAge = 20, .municipalityName = "Täby", .municipalityCode = "0160"};
            },
            .agendaRules = shippedRules,
            .orderGrew =
                [this](TenantId of) {
                    ++grown;
                    if (heard)
                        heard(of);
                },
            .profiles = [](ProfileReader &, const Tenant &of, base::Date day) -> base::Result<rules::Profile> {
                const auto &shipped = rules::shippedProfiles();
                return need(shipped).find(of.profile, day);
            }});
        tenant = addTenant("Täby");
        team = need(core->administration().addTeam(tenant, "team"));
    }

    TenantId addTenant(const std::string &name)
    {
        return need(core->administration().addTenant(name, "taby",
                                                     [](const crypto::RecoveryKey &) { return base::Result<void>(); }));
    }
    WorkerId addWorker(const std::string &name, std::optional<TeamId> of = {})
    {
        return need(core->administration().addWorker(tenant, of, name, "caseworker"));
    }

    std::string logId()
    {
        return need(store->read([](StoreSnapshot &s) { return s.identity().setting(SettingNames::LogId); }));
    }

    test::TemporaryFolder folder;
    base::ManualClock clock;
    base::SeededRandom random;
    MemoryKeyVault keys;
    base::UuidMaker ids;
    std::unique_ptr<ServerStore> store;
    std::unique_ptr<ServerCore> core;
    TenantId tenant;
    TeamId team;
    int grown = 0;
    OrderListener heard; ///< Told what the core tells.
};

/// One device: its key, its journal, what it has pulled.
class TestDevice {
public:
    TestDevice(World &server, WorkerId of) : world(server), key(need(crypto::SigningKey::make()))
    {
        const auto ticket = need(world.core->enrolment().makeTicket(of));
        const auto answer =
            need(world.core->enrolment().enrol({ticket.secret, key.publicKey(), "phone", "test"}, key.publicKey()));
        session = {answer.tenant, answer.worker, answer.device};
    }

    /// One that is there already.
    TestDevice(World &server, crypto::SigningKey own, const Session &as)
        : world(server), key(std::move(own)), session(as)
    {
    }

    /// A change that makes or edits one record; not yet in the journal.
    ChangeLine change(CaseId caseId, RecordId record, const std::string &kind, json::Object fields,
                      std::vector<ChangeId> base = {})
    {
        Change made;
        made.id = world.ids.makeId<ChangeId>();
        made.by = session.worker;
        made.caseId = caseId;
        made.at = world.clock.now();
        made.sets.push_back({record, kind, std::move(fields), std::move(base)});
        return changelog::sealChange(std::move(made));
    }
    ChangeLine note(CaseId caseId, const std::string &text = "hej")
    {
        return change(caseId, world.ids.makeId<RecordId>(), "note", {{"text", text}});
    }

    /// Appends the lines to the journal and pushes all that has no verdict.
    std::vector<Verdict> push(const std::vector<std::string> &lines)
    {
        const auto answer = need(pushBatch(append(lines)));
        const auto *verdicts = std::get_if<protocol::PushVerdicts>(&answer);
        REQUIRE(verdicts);
        return verdicts->verdicts;
    }
    Verdict push(const ChangeLine &line) { return push(std::vector<std::string>{line.line}).front(); }
    /// All in one go; each of them is taken.
    void pushTaken(const std::vector<ChangeLine> &lines)
    {
        std::vector<std::string> texts;
        texts.reserve(lines.size());
        for (const ChangeLine &line : lines)
            texts.push_back(line.line);
        for (const Verdict &verdict : push(texts))
            REQUIRE(verdict.kind == VerdictKind::Accepted);
    }

    changelog::JournalBatch append(const std::vector<std::string> &lines)
    {
        changelog::JournalBatch batch{.epoch = epoch, .from = n + 1, .previous = link, .head = {}, .lines = {}};
        for (const std::string &line : lines) {
            const auto hash = crypto::blake2b256(base::bytesOf(line));
            batch.lines.push_back({hash, line});
            link = changelog::nextLink(link, hash);
            ++n;
        }
        batch.head = link;
        return batch;
    }
    base::Result<protocol::PushAnswer> pushBatch(const changelog::JournalBatch &batch)
    {
        return world.core->push().push(session, need(protocol::signPush(batch, session.tenant, session.device, key)));
    }

    /// Pulls until there is no more, through the wire form.
    std::vector<changelog::PullItem> pull(std::size_t limit = 1000)
    {
        std::vector<changelog::PullItem> items;
        while (true) {
            const auto page = need(pullPage(limit));
            items.insert(items.end(), page.items.begin(), page.items.end());
            if (!page.more)
                return items;
        }
    }
    base::Result<changelog::PullPage> pullPage(std::size_t limit = 1000)
    {
        TRY(const auto page,
            world.core->pull().pull(session, {.cursor = cursor, .limit = limit, .wait = {}, .epoch = epoch}));
        TRY(auto read, protocol::decodePullPage(protocol::encodePullPage(page)));
        cursor = read.cursor;
        return read;
    }
    /// Ids of the changes that one pull brings, in their order.
    std::vector<ChangeId> pullChanges(std::size_t limit = 1000) { return changesIn(pull(limit)); }
    static std::vector<ChangeId> changesIn(const std::vector<changelog::PullItem> &items)
    {
        std::vector<ChangeId> changes;
        for (const auto &item : items)
            if (const auto *delivered = std::get_if<changelog::DeliveredChange>(&item))
                changes.push_back(delivered->line.change.id);
        return changes;
    }
    template <typename Line>
    static std::vector<Line> linesIn(const std::vector<changelog::PullItem> &items)
    {
        std::vector<Line> lines;
        for (const auto &item : items)
            if (const auto *line = std::get_if<Line>(&item))
                lines.push_back(*line);
        return lines;
    }

    World &world;
    crypto::SigningKey key;
    Session session;
    std::int64_t epoch = 1;
    std::int64_t n = 0;
    base::Hash link{};
    std::string cursor;
};

} // namespace faltakt::server::testing
