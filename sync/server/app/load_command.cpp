#include "sync/server/app/load_command.h"

#include "core/rules/profile_catalogue.h"
#include "sync/server/app/json_line.h"
#include "sync/server/app/open_files.h"
#include "sync/server/app/server_instance.h"
#include "sync/server/ops/admin_socket.h"

#include <charconv>
#include <cstdio>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::int64_t LongestRun = 24 * 60 * 60; // seconds
constexpr std::size_t MaxCertificate = 64 * 1024;

Result<std::int64_t> numberAt(const AdminRequest &request, const std::string &name, std::int64_t otherwise,
                              std::int64_t most)
{
    if (!request.has(name))
        return otherwise;
    const std::string text = request.option(name);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > most)
        return fail(ErrorCode::InvalidInput, "--" + name + " is a number from 1 to " + std::to_string(most));
    return value;
}

/// Asks the serving process alone: a load run beside an open folder would measure nothing.
Result<std::vector<base::json::Value>> askServing(const DataFolder &folder, std::vector<std::string> words,
                                                  std::map<std::string, std::string> options)
{
    AdminRequest request;
    request.words = std::move(words);
    request.options = std::move(options);
    TRY(const std::string text, AdminSocket::ask(folder.adminSocket(), encode(request)));
    TRY(const AdminAnswer answer, decodeAdminAnswer(text));
    if (answer.exitCode != 0) {
        constexpr std::string_view Prefix = "faltakt-server: ";
        std::string remark = answer.err.starts_with(Prefix) ? answer.err.substr(Prefix.size()) : answer.err;
        return fail(ErrorCode::Refused, remark.substr(0, remark.find('\n')));
    }
    std::vector<base::json::Value> lines;
    for (const std::string_view line : base::json::splitLines(answer.out)) {
        TRY(auto value, base::json::parse(line));
        lines.push_back(std::move(value));
    }
    return lines;
}

Result<LoadOutcome> playDevices(const ParsedCommand &command, const LoadPlan &plan, base::Random &random)
{
    const DataFolder folder(command.data);
    const auto server = AdminSocket::servingProcess(folder.adminSocket());
    if (!server)
        return fail(ErrorCode::Unreachable, "nobody serves this data folder: start faltakt-server serve first");
    raiseOpenFiles();
    TRY(const auto catalogue, rules::shippedProfiles());
    const auto profiles = catalogue.ids();
    if (profiles.empty())
        return fail(ErrorCode::Internal, "no profile was shipped");
    const base::SystemClock clock;
    const base::SystemMonotonicClock monotonic;
    const auto tell = [](const std::string &words) { std::fprintf(stderr, "%s\n", words.c_str()); };
    TRY(LoadTown town,
        makeLoadTown([&](const auto &words, const auto &options) { return askServing(folder, words, options); },
                     plan.devices, command.request.has("beside-real-tenants"), std::string(profiles.front()),
                     clock.now()));
    tell("The tenant '" + town.name + "' was made for this run. It stays in the store with all it holds.");
    TRY(const std::string root, readTextFile(folder.keys() / CertificateFiles::RootCertificate, MaxCertificate));
    return runLoad({.plan = plan,
                    .town = std::move(town),
                    .rootPem = root,
                    .server = *server,
                    .clock = clock,
                    .monotonic = monotonic,
                    .random = random,
                    .tell = tell});
}

int complain(const base::Error &error)
{
    const std::string words = error.detail().empty() ? std::string(base::errorCodeName(error.code())) : error.detail();
    std::fprintf(stderr, "faltakt-server: %s\n", words.c_str());
    return error.code() == ErrorCode::Unreachable ? 3 : 1;
}

} // namespace

Result<LoadPlan> loadPlan(const AdminRequest &request)
{
    LoadPlan plan;
    TRY(const std::int64_t devices, numberAt(request, "devices", 0, LoadPlan::MostDevices));
    TRY(const std::int64_t seconds, numberAt(request, "seconds", plan.duration.count(), LongestRun));
    TRY(const std::int64_t every, numberAt(request, "every", plan.every.count(), LongestRun));
    plan.devices = int(devices);
    plan.duration = std::chrono::seconds(seconds);
    plan.every = std::chrono::seconds(every);
    return plan;
}

int loadServer(const ParsedCommand &command, base::Random &random)
{
    const auto plan = loadPlan(command.request);
    if (!plan) {
        std::fprintf(stderr, "faltakt-server: %s\nTry faltakt-server load --help.\n", plan.error().detail().c_str());
        return 2;
    }
    auto outcome = playDevices(command, *plan, random);
    if (!outcome)
        return complain(outcome.error());
    std::fputs(jsonLine(std::move(outcome->figures)).c_str(), stdout);
    if (outcome->flawless)
        return 0;
    std::fputs(
        "faltakt-server: not everything went as it must: look at enrolled, unjudged, missing, repeated, outOfOrder "
        "and errors.\n",
        stderr);
    return 1;
}

} // namespace faltakt::server
