// What taking in a push costs on PostgreSQL, as two ratios: the whole call (signature, JSON, judging, journal, rows) against
// the same lines put straight into the same table in batches of 500, and against all rows that it leaves (lines, records,
// parts, cases, rights, sums, access log) put in so; all over TLS with the name checked and with durable commits. Once for
// one device, and once for two at a time.
#include "core/crypto/initialise.h"
#include "core/crypto/system_random.h"
#include "sync/server/api/server_core.h"
#include "sync/server/ops/certificate_authority.h"
#include "sync/server/store/postgres/postgres_connection.h"
#include "sync/server/store/postgres/postgres_store.h"
#include "tests/support/postgres_cluster.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <set>
#include <span>
#include <thread>

using namespace faltakt;
using namespace faltakt::server;

namespace {

constexpr int Lines = 500; // of one push, and rows of one batch
constexpr int LinesOfRecord = 5;

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

/// A cluster with TLS and a server's core on it.
struct Place {
    base::SystemClock clock;
    base::SystemMonotonicClock time;
    crypto::SystemRandom random;
    MemoryKeyVault keys{crypto::SecretBytes::makeRandom(random, 32)};
    test::TemporaryFolder folder;
    std::unique_ptr<test::PostgresCluster> cluster;
    std::optional<PostgresAddress> address;
    std::unique_ptr<PostgresStore> store;
    std::unique_ptr<ServerCore> core;
    base::UuidMaker ids{clock, random};

    Place()
    {
        const auto root = need(makeRoot("bench", clock.now(), random));
        const auto own = need(makeServerCertificate(root, {"localhost"}, clock.now(), random));
        std::ofstream(folder.file("root.pem")) << root.certificate;
        const std::string key(base::textOf(own.privateKey.view()));
        cluster = std::make_unique<test::PostgresCluster>(
            test::PostgresCluster::Tls{.certificate = own.certificate, .privateKey = key, .durable = true});
        const auto database = test::PostgresCluster::databaseOf(cluster->makeDatabase());
        address = need(PostgresAddress::parse(cluster->addressOverTcp(
            "localhost", database, "sslmode=verify-full&sslrootcert=" + folder.file("root.pem"))));
        store = need(PostgresStore::open({.address = *address, .create = true}));
        need(prepareStore(*store, "bench", random));
        core = std::make_unique<ServerCore>(
            ServerCoreSetup{.store = *store, .keys = keys, .clock = clock, .random = random, .profileFacts = {}});
    }
};

void requireAccepted(const protocol::PushAnswer &answer)
{
    const auto *verdicts = std::get_if<protocol::PushVerdicts>(&answer);
    const bool all =
        verdicts && std::all_of(verdicts->verdicts.begin(), verdicts->verdicts.end(), [](const auto &verdict) {
            return verdict.kind == changelog::VerdictKind::Accepted;
        });
    if (!all) {
        std::fprintf(stderr, "bench: a push was not accepted whole\n");
        std::exit(1);
    }
}

TenantId makeTenant(Place &place, const std::string &name)
{
    return need(place.core->administration().addTenant(
        name, "taby", [](const crypto::RecoveryKey &) { return base::Result<void>(); }));
}

/// A device whose pushes are signed before the clock starts.
struct PushingDevice {
    Session session;
    std::vector<protocol::PushRequest> pushes;
};

PushingDevice makeDevice(Place &place, TenantId tenant, int count)
{
    const auto worker = need(place.core->administration().addWorker(tenant, {}, "w", "caseworker"));
    const auto key = need(crypto::SigningKey::make());
    const auto ticket = need(place.core->enrolment().makeTicket(worker));
    const auto enrolled =
        need(place.core->enrolment().enrol({ticket.secret, key.publicKey(), "d", "bench"}, key.publicKey()));
    PushingDevice device{{tenant, worker, enrolled.device}, {}};
    base::Hash link = changelog::firstLink();
    auto caseId = place.ids.makeId<CaseId>();
    RecordId record;
    ChangeId last;
    for (int i = 0; i < count; ++i) {
        changelog::JournalBatch batch{
            .epoch = 1, .from = std::int64_t(i) * Lines + 1, .previous = link, .head = {}, .lines = {}};
        for (int k = 0; k < Lines; ++k) {
            const bool fresh = k % LinesOfRecord == 0;
            if (k % 50 == 0)
                caseId = place.ids.makeId<CaseId>();
            if (fresh)
                record = place.ids.makeId<RecordId>();
            changelog::Change change;
            change.id = place.ids.makeId<ChangeId>();
            change.by = worker;
            change.caseId = caseId;
            change.at = place.clock.now();
            change.sets.push_back(
                {record, "note",
                 base::json::Object{{"text", "Vill prata om sömnen och arbetet. Bokat besök på torsdag, "
                                             "ringer åter i morgon bitti om det inte blir av."}},
                 fresh ? std::vector<ChangeId>() : std::vector{last}});
            last = change.id;
            const auto sealed = changelog::sealChange(std::move(change));
            batch.lines.push_back({sealed.hash, sealed.line});
            link = changelog::nextLink(link, sealed.hash);
        }
        batch.head = link;
        device.pushes.push_back(need(protocol::signPush(batch, tenant, enrolled.device, key)));
    }
    return device;
}

/// Seconds until all are done, each in a thread of its own.
double timeTogether(Place &place, std::size_t many, const std::function<void(std::size_t)> &work)
{
    const auto begin = place.time.elapsed();
    std::vector<std::thread> threads;
    threads.reserve(many);
    for (std::size_t i = 0; i < many; ++i)
        threads.emplace_back([&work, i] { work(i); });
    for (auto &thread : threads)
        thread.join();
    return std::chrono::duration<double>(place.time.elapsed() - begin).count();
}

/// Seconds that processors worked for this process and for the database's.
struct ProcessorTime {
    double server = 0;
    double database = 0;

    ProcessorTime &operator+=(const ProcessorTime &other)
    {
        server += other.server;
        database += other.database;
        return *this;
    }
    friend ProcessorTime operator-(const ProcessorTime &one, const ProcessorTime &other)
    {
        return {one.server - other.server, one.database - other.database};
    }
};

/// All processes of a cluster that are there when this is made.
class DatabaseProcesses {
public:
    explicit DatabaseProcesses(const PostgresAddress &address)
    {
        const auto connection = need(PostgresConnection::open(address));
        std::ifstream stat("/proc/" + std::to_string(connection->process()) + "/stat");
        std::string word;
        for (int i = 0; i < ParentColumn; ++i)
            stat >> word;
        std::ifstream children("/proc/" + word + "/task/" + word + "/children");
        while (children >> word)
            m_processes.push_back(word);
    }

    [[nodiscard]] ProcessorTime processorTime() const
    {
        constexpr double Nanoseconds = 1e-9;
        timespec own{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own);
        ProcessorTime time{double(own.tv_sec) + double(own.tv_nsec) * Nanoseconds, 0};
        for (const std::string &process : m_processes) {
            double spent = 0;
            if (std::ifstream file("/proc/" + process + "/schedstat"); file >> spent)
                time.database += spent * Nanoseconds;
        }
        return time;
    }

private:
    static constexpr int ParentColumn = 4;
    std::vector<std::string> m_processes;
};

constexpr char InsertLines[] =
    "INSERT INTO change (tenant, seq, case_id, compartment, device, epoch, n, id, hash, by_worker, at, received, stamp,"
    " line, link) SELECT $1, seq, case_id, 0, $2, 1, seq, id, hash, $3, 0, 0, hash, line, hash"
    " FROM unnest($4::bigint[], $5::uuid[], $6::uuid[], $7::bytea[], $8::bytea[]) AS r (seq, case_id, id, hash, line)";
constexpr char InsertRecords[] =
    "INSERT INTO record (tenant, id, case_id, kind, part) SELECT $1, id, case_id, 'note', seq"
    " FROM unnest($2::uuid[], $3::uuid[], $4::bigint[]) AS r (id, case_id, seq)";
constexpr char InsertParts[] =
    "INSERT INTO package_part (tenant, case_id, first_seq, compartment, lines, sum, last_seq, touched, open, always)"
    " SELECT $1, case_id, seq, 0, 1, hash, seq, 0, 0, 0"
    " FROM unnest($2::uuid[], $3::bigint[], $4::bytea[]) AS r (case_id, seq, hash)";
constexpr char InsertCases[] = "INSERT INTO case_file (tenant, id, created) SELECT $1, unnest($2::uuid[]), 0";
constexpr char InsertRights[] = "INSERT INTO access_entry (tenant, seq, case_id, grantee, compartments) SELECT $1, seq,"
                                " case_id, $2, 1 FROM unnest($3::bigint[], $4::uuid[]) AS r (seq, case_id)";
constexpr char InsertSums[] =
    "INSERT INTO case_sum (tenant, case_id, compartment, lines, s0, s1, s2, s3, s4, s5, s6, s7)"
    " SELECT $1, unnest($2::uuid[]), 0, 1, 0, 0, 0, 0, 0, 0, 0, 0";
constexpr char InsertLog[] =
    "INSERT INTO access_log (tenant, n, at, worker, device, act, case_id, compartments, lines, word, purpose, link)"
    " SELECT $1, seq, 0, $2, $3, 1, case_id, 1, 1, '', '', '\\x00' FROM unnest($4::bigint[], $5::uuid[])"
    " AS r (seq, case_id)";
constexpr char Begin[] = "BEGIN";
constexpr char Commit[] = "COMMIT";

/// The rows of one push: statements with their parameters, the lines first.
using StraightBatch = std::vector<std::pair<const char *, PostgresParameters>>;

StraightBatch straightBatch(const protocol::PushRequest &push, std::int64_t before, TenantId tenant,
                            const Session &session)
{
    using Type = PostgresColumn::Type;
    PostgresColumn seq(Type::Integer), caseId(Type::Uuid), id(Type::Uuid), hash(Type::Bytes), line(Type::Bytes);
    PostgresColumn record(Type::Uuid), recordCase(Type::Uuid), recordSeq(Type::Integer), recordHash(Type::Bytes);
    PostgresColumn newCase(Type::Uuid), caseSeq(Type::Integer);
    std::set<CaseId> cases;
    for (std::size_t k = 0; k < push.batch.lines.size(); ++k) {
        const auto &journalLine = push.batch.lines[k];
        const auto read = need(changelog::readChangeLine(*journalLine.line));
        const auto place = before + push.batch.from + std::int64_t(k);
        seq.add(place);
        caseId.add(read.change.caseId);
        id.add(read.change.id);
        hash.add(base::ByteView(journalLine.hash));
        line.add(std::string_view(*journalLine.line));
        if (k % LinesOfRecord == 0) {
            record.add(read.change.sets.front().record);
            recordCase.add(read.change.caseId);
            recordSeq.add(place);
            recordHash.add(base::ByteView(journalLine.hash));
        }
        if (cases.insert(read.change.caseId).second) {
            newCase.add(read.change.caseId);
            caseSeq.add(place);
        }
    }
    const auto start = [&] { return PostgresParameters().add(tenant); };
    StraightBatch batch;
    batch.emplace_back(
        InsertLines, start().add(session.device).add(session.worker).add(seq).add(caseId).add(id).add(hash).add(line));
    batch.emplace_back(InsertRecords, start().add(record).add(recordCase).add(recordSeq));
    batch.emplace_back(InsertParts, start().add(recordCase).add(recordSeq).add(recordHash));
    batch.emplace_back(InsertCases, start().add(newCase));
    batch.emplace_back(InsertRights, start().add(session.worker).add(caseSeq).add(newCase));
    batch.emplace_back(InsertSums, start().add(newCase));
    batch.emplace_back(InsertLog, start().add(session.worker).add(session.device).add(caseSeq).add(newCase));
    return batch;
}

/// The rows of all pushes once more under another tenant, each batch a transaction, each device's rows on a connection of
/// their own; the lines alone or all rows that a push leaves (but the directory's, whose ids are taken).
class StraightRows {
public:
    StraightRows(Place &place, const std::vector<PushingDevice> &devices, bool linesAlone) : m_linesAlone(linesAlone)
    {
        const auto other = makeTenant(place, linesAlone ? "lines" : "all rows");
        for (std::size_t i = 0; i < devices.size(); ++i) {
            m_connections.push_back(need(PostgresConnection::open(*place.address)));
            need(m_connections.back()->executeScript(("SET faltakt.tenant = '" + other.toString() + "'").c_str()));
            const auto before = std::int64_t(i * devices[i].pushes.size()) * Lines;
            auto &batches = m_batches.emplace_back();
            for (const auto &push : devices[i].pushes)
                batches.push_back(straightBatch(push, before, other, devices[i].session));
        }
    }

    void insert(std::size_t device, std::size_t round)
    {
        const StraightBatch &batch = m_batches[device][round];
        PostgresConnection &connection = *m_connections[device];
        connection.queue(Begin);
        for (const auto &[sql, parameters] : std::span(batch).first(m_linesAlone ? 1 : batch.size()))
            connection.queue(sql, parameters);
        (void)need(connection.query(Commit));
    }

private:
    bool m_linesAlone;
    std::vector<std::unique_ptr<PostgresConnection>> m_connections;
    std::vector<std::vector<StraightBatch>> m_batches; ///< By device, then round.
};

/// What one of the three ways of bringing the rows took, round after round.
struct Taken {
    std::vector<double> seconds;
    ProcessorTime processor;

    [[nodiscard]] double median()
    {
        const auto middle = seconds.begin() + std::ptrdiff_t(seconds.size() / 2);
        std::nth_element(seconds.begin(), middle, seconds.end());
        return *middle;
    }
};

void print(const std::string &name, double lines, double pushed, double straight)
{
    std::printf("{\"name\":\"%s\",\"value\":%.0f,\"unit\":\"changes/s\",\"reference\":%.0f,\"ratio\":%.2f}\n",
                name.c_str(), lines / pushed, lines / straight, straight / pushed);
    std::fflush(stdout); // Before the next cluster is started: its process would print it once more.
}

/// Processor time for 500 lines; quiet where the clock is not.
void printProcessor(const std::string &name, const ProcessorTime &spent, double batches)
{
    std::printf("{\"name\":\"%s, processor time\",\"unit\":\"ms for %d lines\",\"server\":%.2f,\"database\":%.2f}\n",
                name.c_str(), Lines, spent.server * 1000 / batches, spent.database * 1000 / batches);
    std::fflush(stdout);
}

/// So many devices of one tenant push at once; the reference has as many connections. The three ways take turns, a push each,
/// so that what else the machine does and the database's own work behind them meet all three; what is told is the middle
/// round.
void measure(Place &place, int many, int pushes)
{
    const auto tenant = makeTenant(place, "bench of " + std::to_string(many));
    std::vector<PushingDevice> devices;
    devices.reserve(std::size_t(many));
    for (int i = 0; i < many; ++i)
        devices.push_back(makeDevice(place, tenant, pushes + 1));
    StraightRows lines(place, devices, true);
    StraightRows rows(place, devices, false);
    std::size_t round = 0;
    const std::array<std::function<void(std::size_t)>, 3> ways{
        [&](std::size_t i) {
            requireAccepted(need(place.core->push().push(devices[i].session, devices[i].pushes[round])));
        },
        [&](std::size_t i) { lines.insert(i, round); }, [&](std::size_t i) { rows.insert(i, round); }};
    for (const auto &way : ways) // The first push opens connections and makes plans.
        timeTogether(place, devices.size(), way);
    const DatabaseProcesses database(*place.address);
    std::array<Taken, 3> taken;
    for (round = 1; round <= std::size_t(pushes); ++round) {
        for (std::size_t turn = 0; turn < ways.size(); ++turn) {
            const std::size_t way = (turn + round) % ways.size();
            const ProcessorTime before = database.processorTime();
            taken[way].seconds.push_back(timeTogether(place, devices.size(), ways[way]));
            taken[way].processor += database.processorTime() - before;
        }
    }
    const double together = double(many) * Lines;
    const double pushed = taken[0].median();
    const std::string who = many == 1 ? "push" : "push of " + std::to_string(many) + " devices at once";
    print(who + " on PostgreSQL against its lines put in straight", together, pushed, taken[1].median());
    print(who + " on PostgreSQL against all its rows put in straight", together, pushed, taken[2].median());
    const double batches = double(many) * pushes;
    printProcessor(who, taken[0].processor, batches);
    printProcessor("its lines put in straight", taken[1].processor, batches);
    printProcessor("all its rows put in straight", taken[2].processor, batches);
}

} // namespace

int main(int argc, char **argv)
{
    const int pushes = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 40;
    need(crypto::initialise());
    for (const int many : {1, 2}) {
        Place place;
        measure(place, many, pushes);
    }
    return 0;
}
