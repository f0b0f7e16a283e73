#pragma once

// A device that was enrolled, without a server, with the program's verbs to work on it.

#include "core/crypto/system_random.h"
#include "sync/cli/program.h"
#include "sync/cli/store_session.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <fstream>
#include <unistd.h>

namespace faltakt::cli::test {

using base::json::Value;

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
        REQUIRE(std::fseek(stream, 0, SEEK_SET) == 0);
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
    faltakt::test::TemporaryFolder m_folder;
    base::ManualClock m_clock{base::instantFromMs(1'780'000'000'000)};
    base::SystemMonotonicClock m_monotonic;
    crypto::SystemRandom m_random;
    cli::LineInput m_noInput{-1};
    cli::JsonOutput m_noOutput{stderr};
};

} // namespace faltakt::cli::test
