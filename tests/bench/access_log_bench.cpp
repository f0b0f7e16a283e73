// What the access log costs, as ratios in one run on either store with durable commits: a device pushes, a colleague's pulls
// all of it, each page with a log and without; and the entries of the pushes are added to a log alone.
#include "core/crypto/initialise.h"
#include "core/crypto/system_random.h"
#include "sync/server/api/pull_walk.h"
#include "sync/server/api/server_core.h"
#include "sync/server/ops/certificate_authority.h"
#include "sync/server/store/embedded/embedded_store.h"
#include "sync/server/store/postgres/postgres_store.h"
#include "tests/support/postgres_cluster.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

using namespace faltakt;
using namespace faltakt::server;

namespace {

constexpr int LinesOfPush = 500;
constexpr int LinesOfCase = 50;

template <typename T>
T need(base::Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "bench: %s\n", result.error().toString().c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

struct Bench {
    base::SystemClock clock;
    base::SystemMonotonicClock time;
    crypto::SystemRandom random;
    MemoryKeyVault keys{crypto::SecretBytes::makeRandom(random, 32)};
    base::UuidMaker ids{clock, random};
    ServerStore &store;
    ServerCore core{
        ServerCoreSetup{.store = store, .keys = keys, .clock = clock, .random = random, .profileFacts = {}}};
    TenantId tenant;
    TeamId team;

    explicit Bench(ServerStore &on) : store(on)
    {
        need(prepareStore(store, "bench", random));
        tenant = need(core.administration().addTenant(
            "bench", "taby", [](const crypto::RecoveryKey &) { return base::Result<void>(); }));
        team = need(core.administration().addTeam(tenant, "team"));
    }
    Session enrol(const crypto::SigningKey &key, const char *name)
    {
        const auto worker = need(core.administration().addWorker(tenant, team, name, "caseworker"));
        const auto ticket = need(core.enrolment().makeTicket(worker));
        const auto answer =
            need(core.enrolment().enrol({ticket.secret, key.publicKey(), "d", "bench"}, key.publicKey()));
        return {tenant, worker, answer.device};
    }
    std::vector<protocol::PushRequest> makePushes(const Session &session, const crypto::SigningKey &key, int lines)
    {
        std::vector<protocol::PushRequest> pushes;
        base::Hash link = changelog::firstLink();
        CaseId caseId;
        for (int from = 0; from < lines; from += LinesOfPush) {
            changelog::JournalBatch batch{.epoch = 1, .from = from + 1, .previous = link, .head = {}, .lines = {}};
            for (int i = from; i < from + LinesOfPush; ++i) {
                if (i % LinesOfCase == 0)
                    caseId = ids.makeId<CaseId>();
                changelog::Change change;
                change.id = ids.makeId<ChangeId>();
                change.by = session.worker;
                change.caseId = caseId;
                change.at = clock.now();
                change.sets.push_back({ids.makeId<RecordId>(),
                                       "note",
                                       base::json::Object{{"text", "Ville prata om sömnen och arbetet. Bokat besök på "
                                                                   "torsdag, ringer åter i morgon bitti."}},
                                       {}});
                const auto sealed = changelog::sealChange(std::move(change));
                batch.lines.push_back({sealed.hash, sealed.line});
                link = changelog::nextLink(link, sealed.hash);
            }
            batch.head = link;
            pushes.push_back(need(protocol::signPush(batch, tenant, session.device, key)));
        }
        return pushes;
    }
    template <typename Function>
    double seconds(Function function)
    {
        const auto begin = time.elapsed();
        function();
        return std::chrono::duration<double>(time.elapsed() - begin).count();
    }
    double pullPage(const Session &session, const protocol::PullRequest &request, bool logged,
                    changelog::PullPage &page)
    {
        return seconds([&] {
            page = need(logged ? core.pull().pull(session, request)
                               : store.read([&](StoreSnapshot &snapshot) -> base::Result<changelog::PullPage> {
                                     TRY(const Caller caller, findCaller(snapshot.identity(), session));
                                     TRY(PullCursor cursor, PullCursor::parse(request.cursor));
                                     PullWalk walk(snapshot.log(), caller, request, cursor, 50'000);
                                     return walk.run();
                                 }));
        });
    }
    struct Pulled {
        double with = 0, without = 0; ///< Seconds of the page in the middle.
        std::size_t lines = 0;        ///< Of one page.
    };
    /// Each page both ways, in turns which one comes first, since the second finds it in memory.
    Pulled pullAll(const Session &session)
    {
        protocol::PullRequest request;
        std::vector<double> with, without;
        std::size_t items = 0;
        while (true) {
            const bool loggedFirst = with.size() % 2 == 0;
            changelog::PullPage page;
            for (const bool logged : {loggedFirst, !loggedFirst})
                (logged ? with : without).push_back(pullPage(session, request, logged, page));
            items += page.items.size();
            request.cursor = page.cursor;
            if (!page.more)
                break;
        }
        std::sort(with.begin(), with.end());
        std::sort(without.begin(), without.end());
        return {with[with.size() / 2], without[without.size() / 2], items / with.size()};
    }
    /// The entries of every push once more, without a commit for each: what a push pays inside its own transaction.
    double appendAll(const Session &session, const std::vector<protocol::PushRequest> &pushes)
    {
        return seconds([&] {
            need(store.write([&](StoreTransaction &transaction) -> base::Result<void> {
                for (std::size_t i = 0; i < pushes.size(); ++i) {
                    AccessNotes notes;
                    for (int c = 0; c < LinesOfPush / LinesOfCase; ++c)
                        notes.add(AccessAct::Written, ids.makeId<CaseId>(), {changelog::Compartment::File});
                    TRY_VOID(core.accessLog().append(transaction, session, notes));
                }
                return {};
            }));
        });
    }
};

void print(const char *store, const char *name, double with, double without, int lines)
{
    std::printf("{\"name\":\"%s on %s with its access log\",\"value\":%.0f,\"unit\":\"changes/s\",\"reference\":%.0f,"
                "\"ratio\":%.2f}\n",
                name, store, lines / with, lines / without, without / with);
}

void measure(const char *name, ServerStore &store, int lines)
{
    Bench bench(store);
    const auto key = need(crypto::SigningKey::make());
    const auto session = bench.enrol(key, "a");
    const auto other = bench.enrol(key, "b");
    const auto pushes = bench.makePushes(session, key, lines);
    const double pushed = bench.seconds([&] {
        for (const auto &push : pushes)
            (void)need(bench.core.push().push(session, push));
    });
    print(name, "push", pushed, pushed - bench.appendAll(session, pushes), lines);
    const auto pulled = bench.pullAll(other);
    print(name, "pull", pulled.with, pulled.without, int(pulled.lines));
}

} // namespace

int main(int argc, char **argv)
{
    const int lines = argc > 1 ? std::max(std::atoi(argv[1]), LinesOfPush) / LinesOfPush * LinesOfPush : 200'000;
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // The cluster's processes begin as copies of this one.
    need(crypto::initialise());
    test::TemporaryFolder folder;
    crypto::SystemRandom random;
    const auto embedded = need(EmbeddedStore::open({.path = folder.file("server.db"), .vfs = {}, .create = true},
                                                   crypto::SecretBytes::makeRandom(random, 32)));
    measure("the embedded store", *embedded, lines);

    const auto now = base::SystemClock().now();
    const auto root = need(makeRoot("bench", now, random));
    const auto own = need(makeServerCertificate(root, {"localhost"}, now, random));
    std::ofstream(folder.file("root.pem")) << root.certificate;
    test::PostgresCluster cluster(
        test::PostgresCluster::Tls{.certificate = own.certificate,
                                   .privateKey = std::string(base::textOf(own.privateKey.view())),
                                   .durable = true});
    const auto database = test::PostgresCluster::databaseOf(cluster.makeDatabase());
    auto address = need(PostgresAddress::parse(
        cluster.addressOverTcp("localhost", database, "sslmode=verify-full&sslrootcert=" + folder.file("root.pem"))));
    const auto postgres = need(PostgresStore::open({.address = std::move(address), .create = true}));
    measure("PostgreSQL over TLS", *postgres, lines);
    return 0;
}
