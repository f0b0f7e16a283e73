#include "sync/server/app/program.h"

#include "core/base/answer_words.h"
#include "core/base/text.h"
#include "core/crypto/key_ring.h"
#include "core/crypto/passphrase_policy.h"
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/backup.h"
#include "sync/server/app/command_line.h"
#include "sync/server/app/json_line.h"
#include "sync/server/app/load_command.h"
#include "sync/server/app/pack_commands.h"
#include "sync/server/app/profile_commands.h"
#include "sync/server/app/serve.h"
#include "sync/server/ops/admin_socket.h"
#include "sync/server/ops/qr_text.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <thread>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t MaxFile = 32 * 1024 * 1024;
constexpr auto LockPatience = std::chrono::seconds(10);
constexpr auto LockPause = std::chrono::milliseconds(50);
const std::vector<std::string> DefaultAddresses{"localhost", "127.0.0.1"};

int report(const base::Error &error)
{
    const std::string words = error.detail().empty() ? std::string(base::errorCodeName(error.code())) : error.detail();
    std::fprintf(stderr, "faltakt-server: %s\n", base::answerWords(words).c_str());
    return error.code() == ErrorCode::Unreachable ? 3 : 1;
}

/// The exit code for having printed it.
int printed(const std::string &text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
        return 0;
    return report(
        base::Error(ErrorCode::StorageFailed,
                    "the answer could not be written to standard output; what was ordered may have been done: look "
                    "before giving the order again"));
}

Result<std::string> runInit(const ParsedCommand &command, base::Random &random)
{
    const auto addresses =
        command.request.has("address") ? base::split(command.request.option("address"), '\n') : DefaultAddresses;
    const base::SystemClock clock;
    TRY(const auto fingerprint, initialiseData(DataFolder(command.data), command.request.option("name"), addresses,
                                               clock, random, command.database));
    return jsonLine({{"fingerprint", base::toBase64Url(fingerprint)}});
}

std::string restoredLine(const Restored &restored)
{
    std::fputs(
        "What administrators did after the backup is lost and to be done again: revocations and rights first, then "
        "workers, devices and imports.\n",
        stderr);
    return jsonLine({{"logId", restored.logId}, {"changes", restored.changes}});
}

Result<std::string> runRestore(const ParsedCommand &command, base::Random &random)
{
    TRY(const Restored restored, restoreBackup(DataFolder(command.data), command.request.words.back(), random));
    return restoredLine(restored);
}

/// Alone in the folder: whoever serves on the old log meanwhile would take lines that nobody offers again.
Result<std::string> runMark(const ParsedCommand &command, base::Random &random)
{
    const DataFolder folder(command.data);
    TRY(auto lock, DataLock::tryTake(folder));
    if (!lock)
        return fail(ErrorCode::Busy, "this data folder is being served: stop the server first");
    TRY(const auto keys, FolderKeyVault::open(folder.keys()));
    TRY(const auto store, openStore(folder, *keys, {.database = command.database, .create = false, .readers = 1}));
    TRY(const Restored restored, markRestored(*store, random));
    return restoredLine(restored);
}

Result<crypto::SecretBytes> newPassphrase(const AdminRequest &request)
{
    std::string text;
    if (request.has("pin-file")) {
        TRY(text, readTextFile(request.option("pin-file"), 4096));
        text = text.substr(0, text.find('\n'));
    } else if (!std::getline(std::cin, text)) {
        return fail(ErrorCode::InvalidInput, "no passphrase: give --pin-file FILE or a line on standard input");
    }
    if (text.ends_with('\r'))
        text.pop_back();
    return crypto::SecretBytes::takeFrom(text);
}

/// Works on a device's key file alone; no data folder, no server.
Result<std::string> openRecovery(const ParsedCommand &command, base::Random &random)
{
    crypto::SystemFileSteps files;
    TRY(const auto key, crypto::RecoveryKey::readFile(files, command.request.option("key")));
    TRY(const auto passphrase, newPassphrase(command.request));
    const base::SystemClock clock;
    const base::SystemMonotonicClock monotonic;
    const crypto::KeyEnvironment environment{.clock = clock, .random = random};
    TRY_VOID(crypto::checkPassphrase(passphrase, crypto::KeystoreKind::None));
    TRY(const auto cost, crypto::tuneKdf(monotonic));
    TRY(const auto ring,
        crypto::KeyRing::recoverWithBox(command.request.words.back(), key.pair, passphrase, cost, environment));
    return jsonLine({{"store", ring.store().toString()}, {"opened", true}});
}

/// Where the folder is being served, the serving process does the work; otherwise this one.
Result<AdminAnswer> runOnData(const ParsedCommand &command, base::Random &random)
{
    const DataFolder folder(command.data);
    if (!folder.isInitialised() && command.database.empty())
        return fail(ErrorCode::NotFound, "there is no server's data in this folder: run init first");
    const base::SystemClock clock;
    const base::SystemMonotonicClock monotonic;
    const auto start = monotonic.elapsed();
    while (true) {
        TRY(auto lock, DataLock::tryTake(folder));
        if (lock) {
            TRY(const auto instance,
                ServerInstance::open(folder, std::move(*lock), 0, clock, random, {}, command.database));
            return AdminCommands(*instance).run(command.request);
        }
        const auto answer = AdminSocket::ask(folder.adminSocket(), encode(command.request));
        if (answer)
            return decodeAdminAnswer(*answer);
        // A command of another process, or a server that is just starting or stopping.
        if (monotonic.elapsed() - start > LockPatience)
            return fail(ErrorCode::Unreachable, "the data folder is in use by a process that does not answer");
        std::this_thread::sleep_for(LockPause);
    }
}

int finish(const ParsedCommand &command, const AdminAnswer &answer)
{
    const int written = printed(answer.out);
    std::fputs(answer.err.c_str(), stderr);
    if (answer.exitCode == 0 && command.verb->name == "device code" && ::isatty(STDERR_FILENO) == 1)
        if (const auto object = base::json::parse(base::trimmed(answer.out)))
            std::fputs(qrText(object->stringAt("code")).c_str(), stderr);
    return answer.exitCode == 0 ? written : answer.exitCode;
}

/// The file that goes along with a command to whoever has the data folder; empty where there is none.
std::string contentFileOf(std::string_view name, const AdminRequest &request)
{
    if (name == "lob import" || name == "outbox take" || name == "pack add" || name == "profile add")
        return request.words.back();
    const std::string profile = request.option("profile");
    return name == "tenant add" && profile.ends_with(".json") ? profile : std::string();
}

/// Who gave the command, as far as the system knows.
std::string accountName()
{
    std::array<char, 4096> room{};
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(::getuid(), &entry, room.data(), room.size(), &found) != 0 || !found)
        return std::to_string(::getuid());
    return found->pw_name;
}

int printed(const Result<std::string> &line)
{
    if (!line)
        return report(line.error());
    return printed(*line);
}

} // namespace

int runProgram(const std::vector<std::string> &arguments, base::Random &random)
{
    auto command = parseCommandLine(arguments);
    if (!command) {
        std::fprintf(stderr, "faltakt-server: %s\nTry faltakt-server --help.\n",
                     base::answerWords(command.error().detail()).c_str());
        return 2;
    }
    if (!command->verb) {
        return printed(helpText(command->helpWords));
    }
    const std::string_view name = command->verb->name;
    if (name == "init")
        return printed(runInit(*command, random));
    if (name == "serve")
        return serve(*command, random);
    if (name == "restore")
        return printed(runRestore(*command, random));
    if (name == "restore mark")
        return printed(runMark(*command, random));
    if (name == "load")
        return loadServer(*command, random);
    if (name == "recovery open")
        return printed(openRecovery(*command, random));
    if (name == "pack key")
        return printed(makePublisherKey(command->request.words.back(), random));
    if (name == "pack sign")
        return printed(signPackFolder(command->request));
    if (name == "profile check")
        return printed(checkProfile(command->request, base::SystemClock()));
    if (name == "profile show")
        return printed(showProfile(command->request, base::SystemClock()));
    if (const std::string file = contentFileOf(name, command->request); !file.empty()) {
        auto content = readTextFile(file, MaxFile);
        if (!content)
            return report(content.error().withContext("the file cannot be read"));
        command->request.content = std::move(*content);
    }
    if ((name == "profile add" || name == "tenant add") && !command->request.has("by"))
        command->request.options["by"] = accountName();
    // The serving process has another current folder.
    if (name == "backup")
        command->request.words.back() = std::filesystem::absolute(command->request.words.back()).string();
    if (command->request.has("out"))
        command->request.options["out"] = std::filesystem::absolute(command->request.option("out")).string();
    const auto answer = runOnData(*command, random);
    return answer ? finish(*command, *answer) : report(answer.error());
}

} // namespace faltakt::server
