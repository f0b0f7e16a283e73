// The program's verbs on a device of its own, without a server.
#include "core/crypto/system_random.h"
#include "sync/cli/program.h"
#include "sync/cli/store_session.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <fstream>
#include <unistd.h>

using namespace faltakt;
using base::json::Value;
using cli::ExitCode;

namespace {

/// What one run of the program gave.
struct Run {
    ExitCode exitCode = ExitCode::Done;
    std::vector<Value> lines;

    [[nodiscard]] const Value &only() const
    {
        REQUIRE(lines.size() == 1);
        return lines.front();
    }
};

/// A device that was enrolled, with the program to work on it.
class Device {
public:
    Device()
    {
        const auto tenantKey = crypto::SigningKey::make().value();
        const auto box = crypto::BoxKeyPair::make(m_random);
        base::UuidMaker ids(m_clock, m_random);
        client::Registration registration{
            {"localhost", 1},
            {1},
            {ids.makeId<base::TenantId>(), ids.makeId<base::WorkerId>(), ids.makeId<base::DeviceId>()},
            "Worker",
            "Tenant",
            "norsjo",
            box.publicKey(),
            tenantKey.publicKey(),
            {}};
        std::string pin = "a passphrase for tests";
        std::ofstream(m_folder.file("pin")) << pin << '\n';
        cli::CommandContext context{m_clock, m_monotonic, m_random, m_noInput, m_noOutput};
        REQUIRE(client::FieldStore::create(m_folder.file("device"),
                                           {crypto::SecretBytes::takeFrom(pin), crypto::KdfCost::floor(),
                                            crypto::SigningKey::make().value(), box.publicKey(), registration},
                                           cli::fieldEnvironment(context))
                    .has_value());
    }

    /// Runs the program with --store and --pin-file and this on standard input.
    Run run(std::vector<std::string> words, const std::string &input = {})
    {
        words.insert(words.end(), {"--store", m_folder.file("device"), "--pin-file", m_folder.file("pin")});
        return runBare(words, input);
    }
    Run runBare(const std::vector<std::string> &words, const std::string &input = {})
    {
        int pipeEnds[2] = {};
        REQUIRE(::pipe(pipeEnds) == 0);
        REQUIRE(::write(pipeEnds[1], input.data(), input.size()) == ssize_t(input.size()));
        ::close(pipeEnds[1]);
        std::FILE *stream = std::tmpfile();
        cli::LineInput lines(pipeEnds[0]);
        cli::JsonOutput output(stream);
        cli::CommandContext context{m_clock, m_monotonic, m_random, lines, output};
        Run run;
        run.exitCode = cli::runProgram(context, words);
        ::close(pipeEnds[0]);
        std::rewind(stream);
        std::string text;
        for (int character = std::fgetc(stream); character != EOF; character = std::fgetc(stream))
            text += char(character);
        std::fclose(stream);
        for (const std::string_view line : base::json::splitLines(text))
            run.lines.push_back(base::json::parse(line).value());
        return run;
    }

    std::string newCase()
    {
        return run({"case", "new", "--set", "givenName=\"Kim\"", "--set", "familyName=\"Prov\""})
            .only()
            .stringAt("case");
    }
    /// The record of that kind in a case; there must be exactly one.
    Value recordOfKind(const std::string &caseId, std::string_view kind)
    {
        const Run shown = run({"case", caseId});
        Value found;
        for (const Value &record : **shown.only().requireArray("records"))
            if (record.stringAt("kind") == kind) {
                REQUIRE(found.isNull());
                found = record;
            }
        return found;
    }
    /// What a sync does to the lease.
    void grantLease(base::Duration length)
    {
        cli::CommandContext context{m_clock, m_monotonic, m_random, m_noInput, m_noOutput};
        std::string pin = "a passphrase for tests";
        const auto store = client::FieldStore::unlock(m_folder.file("device"), crypto::SecretBytes::takeFrom(pin),
                                                      cli::fieldEnvironment(context))
                               .value();
        REQUIRE(store->cases().noteContact("log", m_clock.now(), m_clock.now() + length).has_value());
    }
    base::ManualClock &clock() { return m_clock; }
    std::string file(const std::string &name) const { return m_folder.file(name); }

private:
    test::TemporaryFolder m_folder;
    base::ManualClock m_clock{base::instantFromMs(1'780'000'000'000)};
    base::SystemMonotonicClock m_monotonic;
    crypto::SystemRandom m_random;
    cli::LineInput m_noInput{-1};
    cli::JsonOutput m_noOutput{stderr};
};

} // namespace

TEST_CASE("a person's file is made offline, found by name, and shown with its fields")
{
    Device device;
    const std::string caseId = device.newCase();

    const Run found = device.run({"cases", "--search", "pro ki"});
    CHECK(found.only().stringAt("case") == caseId);
    CHECK(device.run({"cases", "--search", "somebody"}).lines.empty());
    const Value person = device.recordOfKind(caseId, "person");
    CHECK(person.find("fields")->stringAt("givenName") == "Kim");
    CHECK(person.find("conflicts")->object()->empty());
    CHECK_FALSE(person.boolAt("signed", true));
}

TEST_CASE("showing a file is logged before it is shown")
{
    Device device;
    const std::string caseId = device.newCase();
    const auto before = device.run({"status"}).only().integerAt("outbox");
    REQUIRE(device.run({"case", caseId}).exitCode == ExitCode::Done);
    CHECK(device.run({"status"}).only().integerAt("outbox") == before + 1);
}

TEST_CASE("a field gets a new value and null clears it")
{
    Device device;
    const std::string caseId = device.newCase();
    const std::string note = device.run({"new", caseId, "note", "--set", "text=\"first\""}).only().stringAt("record");
    REQUIRE(device.run({"set", note, "text", "\"second\""}).exitCode == ExitCode::Done);
    CHECK(device.recordOfKind(caseId, "note").find("fields")->stringAt("text") == "second");
    REQUIRE(device.run({"set", note, "deleted", "true"}).exitCode == ExitCode::Done);
    CHECK(device.recordOfKind(caseId, "note").isNull());
}

TEST_CASE("what is refused writes nothing")
{
    Device device;
    const std::string caseId = device.newCase();
    const auto before = device.run({"status"}).only().integerAt("changes");
    CHECK(device.run({"new", caseId, "note", "--set", "colour=\"red\""}).exitCode == ExitCode::Failed);
    CHECK(device.run({"new", caseId, "cloud", "--set", "text=\"x\""}).exitCode == ExitCode::Failed);
    CHECK(device.run({"new", "00000000-0000-7000-8000-000000000000", "note", "--set", "text=\"x\""}).exitCode
          == ExitCode::Failed);
    CHECK(device.run({"set", "00000000-0000-7000-8000-000000000000", "text", "\"x\""}).exitCode == ExitCode::Failed);
    CHECK(device.run({"set", caseId, "text", "plain"}).exitCode == ExitCode::WrongUsage);
    CHECK(device.run({"resolve", caseId, "text", "--value", "1"}).exitCode == ExitCode::Failed);
    CHECK(device.run({"screen", "AUDIT", "--case", "00000000-0000-7000-8000-000000000000", "--step"}).exitCode
          == ExitCode::Failed);
    CHECK(device.run({"status"}).only().integerAt("changes") == before);
}

TEST_CASE("an interview asks one question after the other and ends with the result")
{
    Device device;
    const std::string caseId = device.newCase();
    const Run first =
        device.run({"screen", "AUDIT-C", "--case", caseId, "--step", "--sex", "f"}, "1 2\nnonsense\n9 1\n2 1\n");
    REQUIRE(first.exitCode == ExitCode::Done);
    REQUIRE(first.lines.size() == 4);
    CHECK(first.lines[0].stringAt("item") == "1");
    CHECK(first.lines[2].stringAt("item") == "3");
    CHECK_FALSE(first.lines[3].boolAt("complete", true));
    const std::string record = first.lines[0].stringAt("record");

    const Run second = device.run({"screen", "AUDIT-C", "--case", caseId, "--step", "--record", record}, "3 4\n");
    REQUIRE(second.lines.size() == 2);
    CHECK(second.lines[0].stringAt("item") == "3");
    CHECK(second.lines[1].integerAt("score") == 7);
    CHECK(second.lines[1].find("zones")->find("f")->stringAt("zone") == "positive");
    const Value kept = device.recordOfKind(caseId, "assessment");
    CHECK(kept.find("fields")->stringAt("status") == "completed");
    CHECK(kept.find("fields")->integerAt("score") == 7);
}

TEST_CASE("answers from a file are scored without a store and written with a case")
{
    Device device;
    std::ofstream(device.file("answers.json")) << R"({"1":0})";
    const Run bare = device.runBare({"screen", "AUDIT", "--answers", device.file("answers.json")});
    CHECK(bare.exitCode == ExitCode::Done);
    CHECK(bare.only().stringAt("instrument") == "audit");

    const std::string caseId = device.newCase();
    const Run written = device.run({"screen", "AUDIT", "--answers", device.file("answers.json"), "--case", caseId});
    CHECK(device.recordOfKind(caseId, "assessment").stringAt("record") == written.only().stringAt("record"));
}

TEST_CASE("a signed record says so")
{
    Device device;
    const std::string caseId = device.newCase();
    const std::string note =
        device.run({"new", caseId, "note", "--set", "text=\"signed text\""}).only().stringAt("record");
    REQUIRE(device.run({"sign", note}).exitCode == ExitCode::Done);
    CHECK(device.recordOfKind(caseId, "note").boolAt("signed"));
    REQUIRE(device.run({"set", note, "text", "\"another text\""}).exitCode == ExitCode::Done);
    CHECK_FALSE(device.recordOfKind(caseId, "note").boolAt("signed", true));
}

TEST_CASE("a signature is not written by hand")
{
    Device device;
    const std::string caseId = device.newCase();
    const std::string note = device.run({"new", caseId, "note", "--set", "text=\"text\""}).only().stringAt("record");
    CHECK(device.run({"new", caseId, "signature", "--set", "record=\"" + note + "\""}).exitCode == ExitCode::Failed);
    CHECK_FALSE(device.recordOfKind(caseId, "note").boolAt("signed", true));
}

TEST_CASE("status without a PIN says that there is a locked device, and with a wrong one nothing more")
{
    Device device;
    const Run locked = device.runBare({"status", "--store", device.file("device")});
    CHECK(locked.only().boolAt("locked"));
    CHECK(locked.only().find("outbox")->isNull());
    CHECK(device.runBare({"status", "--store", device.file("device")}, "a wrong passphrase\n").exitCode
          == ExitCode::Failed);
    CHECK(device.runBare({"status", "--store", device.file("device")}, "a passphrase for tests\n").exitCode
          == ExitCode::Done);
    CHECK(device.runBare({"status", "--store", device.file("nothing")}).exitCode == ExitCode::Failed);
}

TEST_CASE("every row of the agenda has its case, kind, urgency and words")
{
    Device device;
    const std::string caseId = device.newCase();
    REQUIRE(device
                .run({"new", caseId, "lobReport", "--set", "source=\"lob\"", "--set", "sheetNumber=\"K1\"", "--set",
                      "takenAt=\"2026-03-02T01:00:00Z\"", "--set", "received=\"2026-03-02T08:00:00Z\"", "--set",
                      "status=\"open\""})
                .exitCode
            == ExitCode::Done);
    const Run agenda = device.run({"agenda", "--at", "2026-03-03T08:00:00Z"});
    REQUIRE_FALSE(agenda.lines.empty());
    for (const Value &line : agenda.lines) {
        CHECK(line.stringAt("case") == caseId);
        CHECK_FALSE(line.stringAt("reason").empty());
        CHECK_FALSE(line.stringAt("kind").empty());
        CHECK_FALSE(line.stringAt("urgency").empty());
    }
}

TEST_CASE("at the end of the lease reading stops and writing goes on")
{
    Device device;
    const std::string caseId = device.newCase();
    device.grantLease(std::chrono::hours(24));
    CHECK(device.run({"case", caseId}).exitCode == ExitCode::Done);

    device.clock().advance(std::chrono::hours(25));

    CHECK(device.run({"case", caseId}).exitCode == ExitCode::Failed);
    CHECK(device.run({"cases"}).exitCode == ExitCode::Failed);
    CHECK(device.run({"new", caseId, "note", "--set", "text=\"later\""}).exitCode == ExitCode::Done);
    CHECK(device.run({"status"}).exitCode == ExitCode::Done);
}

TEST_CASE("setting the clock back before the last contact does not bring a lease back")
{
    Device device;
    const std::string caseId = device.newCase();
    device.grantLease(-std::chrono::hours(1));
    device.clock().setWall(device.clock().now() - std::chrono::hours(100));
    CHECK(device.run({"case", caseId}).exitCode == ExitCode::Failed);
}
