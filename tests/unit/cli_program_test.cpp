// The program's verbs on a device of its own, without a server.
#include "tests/unit/cli_device.h"

using namespace faltakt;
using namespace faltakt::cli::test;
using base::json::Value;
using cli::ExitCode;

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

TEST_CASE("a deadline says when, by which rule and paragraph, how binding and why")
{
    Device device;
    const Run appeal =
        device.runBare({"deadline", "--profile", "norsjo", "--rule", "appeal.arrive", "--from", "2026-12-03"});
    REQUIRE(appeal.exitCode == ExitCode::Done);
    CHECK(appeal.only().stringAt("due") == "2026-12-28");
    CHECK(appeal.only().stringAt("rule") == "appeal.arrive");
    CHECK(appeal.only().stringAt("kind") == "law");
    CHECK(appeal.only().stringAt("paragraph") == "FL 44 §");
    CHECK(appeal.only().stringAt("explanation").find("flyttat till måndag 28 december 2026") != std::string::npos);

    const Run limit = device.runBare({"deadline", "--profile", "norsjo", "--rule", "lob.safetyCheckLimit", "--from",
                                      "2026-10-16T16:30:00+02:00", "--with", "age=19", "--language", "en"});
    CHECK(limit.only().stringAt("due") == "2026-10-17T14:30:00Z");
    CHECK(limit.only().stringAt("kind") == "guideline");
    CHECK(limit.only().stringAt("explanation").starts_with("Law says at once"));

    const Run none = device.runBare({"deadline", "--profile", "taby", "--rule", "fee.cap", "--from", "2026-10-13"});
    CHECK(none.only().find("due")->isNull());
}

TEST_CASE("the paragraph is that of the start's day")
{
    Device device;
    const auto paragraph = [&](const std::string &from) {
        return device
            .runBare(
                {"deadline", "--profile", "taby", "--rule", "preAssessment.decide", "--from", from, "--with", "age=19"})
            .only()
            .stringAt("paragraph");
    };
    CHECK(paragraph("2025-06-30") == "SoL 11:1 a (2001:453)");
    CHECK(paragraph("2025-07-01") == "SoL 20:2");
}

TEST_CASE("every rule is listed with its start, keys, kind, audience and paragraph")
{
    Device device;
    const Run list = device.runBare({"deadline", "--list"});
    REQUIRE(list.exitCode == ExitCode::Done);
    CHECK(list.lines.size() == 89);
    for (const Value &line : list.lines) {
        CAPTURE(line.stringAt("rule"));
        for (const char *member : {"rule", "start", "startKind", "keys", "kind", "audience", "paragraph"})
            CHECK(line.find(member) != nullptr);
        CHECK(line.find("start")->array() != nullptr);
        for (const Value &key : *line.find("keys")->array())
            CHECK((!key.stringAt("key").empty() && !key.stringAt("type").empty() && key.find("required")->isBool()));
    }
}

TEST_CASE("a wrong question about a deadline is told from one that the rule does not answer")
{
    Device device;
    const auto exitCode = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "deadline");
        const Run run = device.runBare(words);
        CHECK(run.lines.empty());
        return run.exitCode;
    };
    const std::vector<std::string> check{"--profile", "norsjo", "--rule", "lob.safetyCheck", "--from", "2026-10-13"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), check.begin(), check.end());
        return exitCode(more);
    };
    CHECK(exitCode({}) == ExitCode::WrongUsage);
    CHECK(exitCode({"--rule", "lob.letter", "--from", "2026-10-13"}) == ExitCode::WrongUsage);
    CHECK(exitCode({"--list", "--rule", "lob.letter"}) == ExitCode::WrongUsage);
    CHECK(exitCode({"--profile", "norsjo", "--rule", "lob.letter", "--from", "tomorrow"}) == ExitCode::WrongUsage);
    CHECK(exitCode({"--profile", "norsjo", "--rule", "lob.letter", "--from", "2026-02-30"}) == ExitCode::WrongUsage);
    CHECK(with({}) == ExitCode::WrongUsage);
    CHECK(with({"--with", "age"}) == ExitCode::WrongUsage);
    CHECK(with({"--with", "age=x"}) == ExitCode::WrongUsage);
    CHECK(with({"--with", "age=19", "--with", "age=20"}) == ExitCode::WrongUsage);
    CHECK(with({"--with", "age=19", "--with", "colour=red"}) == ExitCode::WrongUsage);
    CHECK(with({"--with", "age=21"}) == ExitCode::Failed);
    CHECK(exitCode({"--profile", "nowhere", "--rule", "lob.letter", "--from", "2026-10-13"}) == ExitCode::Failed);
    CHECK(exitCode({"--profile", "norsjo", "--rule", "no.such", "--from", "2026-10-13"}) == ExitCode::Failed);
    CHECK(exitCode({"--profile", "taby", "--rule", "eviction.confirm", "--from", "2025-06-30"}) == ExitCode::Failed);
}

TEST_CASE("a row moves when its start is put right")
{
    Device device;
    const std::string caseId = device.newCase();
    const std::string report =
        device
            .run({"new", caseId, "lobReport", "--set", "source=\"lob\"", "--set", "sheetNumber=\"K1\"", "--set",
                  "ageAtCustody=19", "--set", "received=\"2026-03-02T08:00:00Z\"", "--set", "status=\"open\""})
            .only()
            .stringAt("record");
    const auto due = [&] {
        for (const Value &line : device.run({"agenda", "--at", "2026-03-03T08:00:00Z"}).lines)
            if (line.stringAt("kind") == "law" && line.stringAt("reason") == "Förhandsbedömning")
                return line.stringAt("due");
        return std::string();
    };
    CHECK(due() == "2026-03-16T22:59:59Z");
    REQUIRE(device.run({"set", report, "received", "\"2026-03-20T08:00:00Z\""}).exitCode == ExitCode::Done);
    CHECK(due() == "2026-04-03T21:59:59Z");
}
