// The command line, the commands on a data folder, its keys and its lock, the admin socket.
#include "core/base/text.h"
#include "core/crypto/initialise.h"
#include "core/crypto/system_random.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/command_line.h"
#include "sync/server/ops/admin_socket.h"
#include "sync/server/ops/certificate_authority.h"
#include "sync/server/ops/metrics_listener.h"
#include "sync/server/ops/qr_text.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <fstream>

using namespace faltakt;
using namespace faltakt::server;
namespace json = base::json;
using base::ErrorCode;

namespace {

template <typename T>
T need(base::Result<T> result)
{
    if (!result)
        FAIL(result.error().toString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

AdminRequest request(std::vector<std::string> words, std::map<std::string, std::string> options = {},
                     std::string content = {})
{
    return {std::move(words), std::move(options), std::move(content)};
}

/// A data folder after `init`, opened by this process.
struct Folder {
    Folder() : data(std::filesystem::path(home.path()) / "data")
    {
        need(crypto::initialise());
        fingerprint = need(initialiseData(data, "test", {"localhost", "127.0.0.1"}, clock, random));
        open();
    }
    void open()
    {
        commands.reset();
        instance.reset();
        instance = need(ServerInstance::open(data, std::move(*need(DataLock::tryTake(data))), 0, clock, random, {}));
        commands = std::make_unique<AdminCommands>(*instance);
    }
    AdminAnswer run(const AdminRequest &command) { return commands->run(command); }
    std::string idOf(const AdminRequest &command)
    {
        const AdminAnswer answer = run(command);
        INFO(answer.err);
        REQUIRE(answer.exitCode == 0);
        return need(json::parse(base::trimmed(answer.out))).stringAt("id");
    }
    void people()
    {
        tenant = idOf(request({"tenant", "add", "Täby"}, {{"profile", "taby"}}));
        team = idOf(request({"team", "add", "Beroende"}, {{"tenant", "Täby"}}));
        worker = idOf(request({"worker", "add", "Anna"}, {{"team", team}}));
    }

    test::TemporaryFolder home;
    base::SystemClock clock;
    crypto::SystemRandom random;
    DataFolder data;
    base::Hash fingerprint{};
    std::unique_ptr<ServerInstance> instance;
    std::unique_ptr<AdminCommands> commands;
    std::string tenant;
    std::string team;
    std::string worker;
};

std::string reasonOf(const std::vector<std::string> &arguments)
{
    const auto parsed = parseCommandLine(arguments);
    return parsed ? std::string("understood") : parsed.error().detail();
}

} // namespace

TEST_CASE("a command line is read in any order of its options")
{
    const auto parsed = need(parseCommandLine({"worker", "--data", "D", "add", "--role", "teamLeader", "Anna"}));
    CHECK(parsed.verb->name == "worker add");
    CHECK(parsed.data == "D");
    CHECK(parsed.request.words == std::vector<std::string>{"worker", "add", "Anna"});
    CHECK(parsed.request.option("role") == "teamLeader");
}

TEST_CASE("several addresses stand behind one option or behind several")
{
    const auto one = need(parseCommandLine({"init", "--data=D", "--address", "a", "b", "--name", "N"}));
    CHECK(one.request.option("address") == "a\nb");
    const auto two = need(parseCommandLine({"init", "--address", "a", "--data", "D", "--name", "N", "--address", "b"}));
    CHECK(two.request.option("address") == "a\nb");
}

TEST_CASE("wrong usage is told in words")
{
    CHECK(reasonOf({}) == "no command was given");
    CHECK(reasonOf({"dance"}) == "there is no command 'dance'");
    CHECK(reasonOf({"status"}) == "say where the server's data lie: --data DIR");
    CHECK(reasonOf({"serve", "--data", "D"}) == "serve needs --listen");
    CHECK(reasonOf({"status", "--data", "D", "--loud", "x"}) == "status has no option '--loud'");
    CHECK(reasonOf({"team", "add", "--data", "D"}) == "team add needs NAME");
    CHECK(reasonOf({"status", "more", "--data", "D"}) == "status takes no argument");
    CHECK(reasonOf({"serve", "--data", "D", "--listen"}) == "--listen needs a value");
}

TEST_CASE("every level has its help")
{
    for (const Verb &verb : verbs()) {
        CHECK(helpText({}).find(std::string(verb.name)) != std::string::npos);
        auto words = base::split(verb.name, ' ');
        CHECK(helpText(words).find(std::string(verb.help)) != std::string::npos);
        words.resize(1);
        CHECK(helpText(words).find(std::string(verb.help)) != std::string::npos);
    }
}

TEST_CASE_METHOD(Folder, "init closes its folder to others and is done once")
{
    struct stat status {};
    for (const auto &entry : std::filesystem::directory_iterator(data.keys())) {
        REQUIRE(::stat(entry.path().c_str(), &status) == 0);
        CHECK((status.st_mode & 0777) == 0600);
    }
    REQUIRE(::stat(data.root().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    const auto again = initialiseData(data, "test", {"localhost"}, clock, random);
    CHECK(again.error().code() == ErrorCode::AlreadyExists);
}

TEST_CASE_METHOD(Folder, "one process has the folder")
{
    CHECK_FALSE(need(DataLock::tryTake(data)));
    commands.reset();
    instance.reset();
    CHECK(need(DataLock::tryTake(data)));
}

TEST_CASE_METHOD(Folder, "people and keys are there after the process has ended")
{
    people();
    open();
    CHECK(run(request({"worker", "list"})).out.find("Anna") != std::string::npos);
    CHECK(run(request({"tenant", "list"})).out.find(tenant) != std::string::npos);
    CHECK(run(request({"device", "code"}, {{"worker", worker}, {"url", "https://localhost:9"}})).exitCode == 0);
}

TEST_CASE_METHOD(Folder, "an enrolment code names address, root and a secret")
{
    people();
    const auto answer =
        run(request({"device", "code"}, {{"worker", "Anna"}, {"url", "https://server.example:8443/x"}}));
    REQUIRE(answer.exitCode == 0);
    const auto code =
        need(protocol::EnrolmentCode::parse(need(json::parse(base::trimmed(answer.out))).stringAt("code")));
    CHECK(code.host == "server.example");
    CHECK(code.port == 8443);
    CHECK(code.fingerprint == fingerprint);
    CHECK_FALSE(qrText(code.toString()).empty());
}

TEST_CASE_METHOD(Folder, "without an address that was served, a code needs one")
{
    people();
    const auto answer = run(request({"device", "code"}, {{"worker", "Anna"}}));
    CHECK(answer.exitCode == 1);
    CHECK(answer.err.find("--url") != std::string::npos);
}

TEST_CASE_METHOD(Folder, "a role is changed and logged, a team only where no device holds the old one's cases")
{
    people();
    const auto setRole = [&](const std::string &role, const std::string &in = {}) {
        std::map<std::string, std::string> options{{"role", role}};
        if (!in.empty())
            options.emplace("team", in);
        return run(request({"worker", "role", "Anna"}, options));
    };
    const auto listed = [&] {
        return need(json::parse(base::trimmed(run(request({"worker", "list"}, {{"tenant", "Täby"}})).out)));
    };
    CHECK(setRole("boss").exitCode == 1);
    CHECK(setRole("teamLeader").exitCode == 0);
    CHECK(listed().stringAt("role") == "teamLeader");
    CHECK(listed().stringAt("team") == team);
    const std::string other = idOf(request({"team", "add", "Ungdom"}, {{"tenant", "Täby"}}));
    CHECK(setRole("caseworker", "Nobody's").exitCode == 1);
    CHECK(listed().stringAt("role") == "teamLeader");
    CHECK(setRole("caseworker", "Ungdom").exitCode == 0);
    CHECK(listed().stringAt("team") == other);
    CHECK(run(request({"worker", "role", worker + "x"}, {{"role", "caseworker"}})).exitCode == 1);
    const std::string log = run(request({"log", "review"}, {{"tenant", "Täby"}})).out;
    CHECK(log.find(R"("act":"appointed")") != std::string::npos);
    CHECK(log.find("worker " + worker + ", team " + other) != std::string::npos);
}

TEST_CASE_METHOD(Folder, "a name that is nobody's, or several people's, is told")
{
    people();
    CHECK(run(request({"team", "add", "x"}, {{"tenant", "Flen"}})).exitCode == 1);
    CHECK(run(request({"worker", "add", "x"}, {{"team", "none"}})).exitCode == 1);
    CHECK(run(request({"worker", "add", "x"}, {{"role", "king"}})).exitCode == 1);
    CHECK(run(request({"tenant", "add", "Täby"}, {{"profile", "taby"}})).exitCode == 1);
    CHECK(run(request({"tenant", "add", "Y"}, {{"profile", "nowhere"}})).exitCode == 1);
    run(request({"worker", "add", "Anna"}));
    CHECK(run(request({"device", "code"}, {{"worker", "Anna"}, {"url", "h:1"}})).err.find("several")
          != std::string::npos);
}

TEST_CASE_METHOD(Folder, "the recovery key made with the tenant is handed out once and fits its public half")
{
    people();
    const std::string out = home.file("recovery.txt");
    CHECK(std::filesystem::exists(data.recoveryKey(need(TenantId::parse(tenant)))));
    REQUIRE(run(request({"recovery", "make"}, {{"out", out}})).exitCode == 0);
    CHECK_FALSE(std::filesystem::exists(data.recoveryKey(need(TenantId::parse(tenant)))));
    crypto::SystemFileSteps files;
    const auto key = need(crypto::RecoveryKey::readFile(files, out));
    const auto tenants = need(instance->core().store().read([](StoreSnapshot &s) { return s.identity().tenants(); }));
    CHECK(key.pair.publicKey() == tenants.front().recoveryKey);
    CHECK(run(request({"recovery", "make"}, {{"out", out}})).exitCode == 1);
    REQUIRE(run(request({"recovery", "make"}, {{"out", home.file("next.txt")}})).exitCode == 0);
    CHECK_FALSE(need(crypto::RecoveryKey::readFile(files, home.file("next.txt"))).pair.publicKey()
                == key.pair.publicKey());
}

TEST_CASE_METHOD(Folder, "demo data load once and show in the list of cases")
{
    people();
    const auto answer = run(request({"demo", "load"}, {{"people", "5"}}));
    INFO(answer.err);
    REQUIRE(answer.exitCode == 0);
    CHECK(need(json::parse(base::trimmed(answer.out))).integerAt("cases") == 5);
    CHECK(json::splitLines(base::trimmed(run(request({"case", "list"})).out)).size() == 5);
    CHECK(run(request({"demo", "load"}, {{"people", "5"}})).exitCode == 1);
}

TEST_CASE_METHOD(Folder, "an import tells its numbers, and the office list names nobody")
{
    people();
    const std::string csv = "sheetNumber,takenAt,givenName,familyName,identityNumber\n"
                            "B1,2026-02-28T22:00:00Z,Kim,Ek,20150101-0009\nB2,2026-02-28T22:00:00Z,,,\nB3,never,,,\n";
    const auto answer = run(request({"lob", "import", "file"}, {{"assign", "Anna"}}, csv));
    INFO(answer.err << answer.out);
    REQUIRE(answer.exitCode == 0);
    const auto numbers = need(json::parse(base::trimmed(answer.out)));
    CHECK(numbers.integerAt("read") == 3);
    CHECK(numbers.find("refused")->array()->size() + std::size_t(numbers.integerAt("new") + numbers.integerAt("office"))
          == 3);
    const auto office = run(request({"lob", "office"})).out;
    CHECK(office.find("Kim") == std::string::npos);
    CHECK(office.find("2015") == std::string::npos);
}

TEST_CASE("a request and an answer come through the admin socket as they were")
{
    const test::TemporaryFolder home;
    const std::string path = home.file("admin.sock");
    const auto socket = need(AdminSocket::listen(path, [](const std::string &text) {
        const auto asked = decodeAdminRequest(text);
        return encode(asked ? AdminAnswer{7, asked->words.back(), asked->content} : AdminAnswer{1, {}, "bad"});
    }));
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    const std::string content("\0 \xff bytes", 9);
    const auto answer = need(decodeAdminAnswer(
        need(AdminSocket::ask(path, encode(request({"lob", "import"}, {{"assign", "å"}}, content))))));
    CHECK(answer.exitCode == 7);
    CHECK(answer.out == "import");
    CHECK(answer.err == content);
    CHECK(need(decodeAdminAnswer(need(AdminSocket::ask(path, "nonsense")))).err == "bad");
}

TEST_CASE("nobody at the admin socket is unreachable")
{
    const test::TemporaryFolder home;
    CHECK(AdminSocket::ask(home.file("admin.sock"), "x").error().code() == ErrorCode::Unreachable);
    {
        const auto socket =
            need(AdminSocket::listen(home.file("admin.sock"), [](const std::string &) { return std::string(); }));
    }
    CHECK(AdminSocket::ask(home.file("admin.sock"), "x").error().code() == ErrorCode::Unreachable);
}

TEST_CASE_METHOD(Folder, "the review of the access log lists what is asked for and checks all of it")
{
    people();
    REQUIRE(run(request({"demo", "load"}, {{"people", "3"}})).exitCode == 0);
    const auto review = [&](std::map<std::string, std::string> options) {
        const auto answer = run(request({"log", "review"}, std::move(options)));
        INFO(answer.err);
        auto lines = base::split(base::trimmed(answer.out), '\n');
        REQUIRE(lines.size() > 0);
        const auto last = need(json::parse(lines.back()));
        CHECK(last.boolAt("whole") == (answer.exitCode == 0));
        CHECK(last.integerAt("shown") == std::int64_t(lines.size()) - 1);
        lines.pop_back();
        return std::pair(lines, last);
    };
    const auto [all, verdict] = review({});
    CHECK(verdict.boolAt("whole"));
    REQUIRE(all.size() >= 3);
    const auto entry = need(json::parse(all.front()));
    CHECK(entry.stringAt("act") == "written");
    CHECK(review({{"case", entry.stringAt("case")}}).first.size() < all.size());
    CHECK(review({{"worker", worker}}).first.empty());
    CHECK(review({{"worker", worker}}).second.integerAt("entries") == std::int64_t(all.size()));
    CHECK(review({{"from", "2020-01-01"}, {"to", "2020-12-31"}}).first.empty());
    CHECK(review({{"from", "2020-01-01"}}).first.size() == all.size());
    CHECK(run(request({"log", "review"}, {{"from", "yesterday"}})).exitCode == 1);
}

TEST_CASE_METHOD(Folder, "a review remembers where the log ended and notices another one in its place")
{
    people();
    REQUIRE(run(request({"demo", "load"}, {{"people", "1"}})).exitCode == 0);
    REQUIRE(run(request({"log", "review"})).exitCode == 0);
    const auto seen = data.accessLogSeen(*base::TenantId::parse(tenant));
    REQUIRE(std::filesystem::exists(seen));
    std::ofstream(seen) << "1 " << base::toBase64Url(base::Hash{}) << '\n';
    const auto other = run(request({"log", "review"}));
    CHECK(other.exitCode == 1);
    CHECK(other.err.find("another log") != std::string::npos);
    std::ofstream(seen) << "100000 " << base::toBase64Url(base::Hash{}) << '\n';
    CHECK(run(request({"log", "review"})).err.find("shorter") != std::string::npos);
    std::ofstream(seen) << "nonsense\n";
    CHECK(run(request({"log", "review"})).exitCode == 1);
}

TEST_CASE_METHOD(Folder, "how far back a municipality's field packages reach is set in days, and nothing else is taken")
{
    people();
    const auto days = [&] { return need(json::parse(base::trimmed(run(request({"package", "show"})).out))); };
    CHECK(days().integerAt("days") == 365);
    CHECK(run(request({"package", "set"}, {{"days", "90"}})).exitCode == 0);
    CHECK(days().integerAt("days") == 90);
    for (const char *bad : {"-1", "", "ninety", "36501", "9x"})
        CHECK(run(request({"package", "set"}, {{"days", bad}})).exitCode == 1);
    CHECK(days().integerAt("days") == 90);

    // Of two municipalities each has its own, and it must be said which is meant.
    idOf(request({"tenant", "add", "Norsjö"}, {{"profile", "norsjo"}}));
    CHECK(run(request({"package", "set"}, {{"days", "30"}})).exitCode == 1);
    CHECK(run(request({"package", "set"}, {{"days", "30"}, {"tenant", "Norsjö"}})).exitCode == 0);
    const auto of = [&](const std::string &name) {
        return need(json::parse(base::trimmed(run(request({"package", "show"}, {{"tenant", name}})).out)))
            .integerAt("days");
    };
    CHECK(of("Norsjö") == 30);
    CHECK(of(tenant) == 90);
}

TEST_CASE_METHOD(Folder,
                 "what lies in quarantine is told in words without content, and its content is shown and logged")
{
    people();
    const auto owner = need(TenantId::parse(tenant));
    const auto by = need(WorkerId::parse(worker));
    base::UuidMaker ids(clock, random);
    const auto put = [&](const char *reason, std::vector<ChangeId> bases) {
        changelog::Change change;
        change.id = ids.makeId<ChangeId>();
        change.by = by;
        change.caseId = ids.makeId<CaseId>();
        change.at = clock.now();
        change.sets.push_back({ids.makeId<RecordId>(), "note", {{"text", "hemligt"}}, std::move(bases)});
        const auto line = changelog::sealChange(std::move(change));
        need(instance->core().store().write([&](StoreTransaction &transaction) {
            QuarantinedChange kept;
            kept.hash = line.hash;
            kept.id = line.change.id;
            kept.caseId = line.change.caseId;
            kept.line = line.line;
            kept.worker = by;
            kept.device = ids.makeId<DeviceId>();
            kept.received = clock.now();
            kept.reason = reason;
            return transaction.log().addQuarantined(owner, kept);
        }));
        return line.change.id;
    };
    const auto first = put("access", {});
    const auto second = put("dependsOn", {first});
    const std::string list = run(request({"quarantine", "list"})).out;
    CHECK(list.find("hemligt") == std::string::npos);
    const auto lines = base::split(base::trimmed(list), '\n');
    REQUIRE(lines.size() == 2);
    const auto shown = need(json::parse(lines[1]));
    CHECK(shown.stringAt("change") == second.toString());
    CHECK(shown.stringAt("name") == "Anna");
    CHECK(shown.stringAt("words") == "It builds on a change that was not accepted. Settle that one first.");
    CHECK(shown.requireArray("buildsOn").value()->front().string() != nullptr);
    CHECK(*shown.requireArray("buildsOn").value()->front().string() == first.toString());

    const AdminAnswer content = run(request({"quarantine", "show", first.toString()}));
    CHECK(content.exitCode == 0);
    CHECK(content.out.find("hemligt") != std::string::npos);
    CHECK(run(request({"quarantine", "show", ids.makeId<ChangeId>().toString()})).exitCode == 1);
    CHECK(run(request({"log", "review"})).out.find("\"word\":\"quarantine\"") != std::string::npos);
}

TEST_CASE("a certificate takes names and addresses, and nothing that would be read as more")
{
    need(crypto::initialise());
    crypto::SystemRandom random;
    const auto now = base::SystemClock().now();
    const auto root = need(makeRoot("Socialtjänsten", now, random));
    CHECK(makeServerCertificate(root, {"server.example", "127.0.0.1", "::1"}, now, random).has_value());
    for (const char *bad : {"", "a,DNS:b", "a b", "å", "a:b"})
        CHECK_FALSE(makeServerCertificate(root, {bad}, now, random).has_value());
}

TEST_CASE("figures and health are told in plain text, and nothing else is served there")
{
    std::atomic<bool> healthy = true;
    const auto listener =
        need(MetricsListener::listen("127.0.0.1", 0,
                                     {.figures = [] { return std::string("faltakt_requests_total 7\n"); },
                                      .healthy = [&] { return healthy.load(); }}));
    const auto ask = [&](const std::string &request) {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(listener->port());
        ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
        REQUIRE(::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
        REQUIRE(::send(socket, request.data(), request.size(), MSG_NOSIGNAL) == ssize_t(request.size()));
        std::string answer;
        char buffer[512];
        for (ssize_t count = 0; (count = ::recv(socket, buffer, sizeof buffer, 0)) > 0;)
            answer.append(buffer, std::size_t(count));
        ::close(socket);
        return answer;
    };
    CHECK(ask("GET /metrics HTTP/1.1\r\n\r\n").find("faltakt_requests_total 7") != std::string::npos);
    CHECK(ask("GET /v1/pull HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
    CHECK(ask("GET /healthz HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 200"));
    healthy = false;
    CHECK(ask("GET /healthz HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 503"));
    CHECK(MetricsListener::listen("nowhere", 0, {}).error().code() == ErrorCode::InvalidInput);
    CHECK(MetricsListener::listen("127.0.0.1", listener->port(), {}).error().code() == ErrorCode::Busy);
}
