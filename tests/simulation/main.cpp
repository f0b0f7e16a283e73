#include "core/base/json.h"
#include "core/crypto/initialise.h"
#include "tests/simulation/quick_pages.h"
#include "tests/simulation/world.h"

#include <atomic>
#include <charconv>
#include <iostream>
#include <mutex>
#include <thread>

#include <malloc.h>
#include <unistd.h>

using namespace faltakt;
using namespace faltakt::simulation;

namespace {

constexpr int WrongUsage = 2;
constexpr std::string_view Help =
    "faltakt-simulation --seeds FROM..TO [--jobs N] [--stop-at-failure] [--sealed]   run the sync simulation; exit 0 "
    "only if\n"
    "    nothing went wrong: nothing lost, doubled, different, delivered or accepted without a right, or stuck;\n"
    "    --sealed: with the stores' true cryptography, which takes half as long again and changes nothing else\n"
    "faltakt-simulation --mutants [--only NAME]   build and run each mutant of tests/simulation/mutants; exit 0 only "
    "if all\n"
    "    were caught; needs the build folder that the program came from\n"
    "A failing seed is printed with what failed and runs the same again.\n";

struct Totals {
    std::uint64_t seeds = 0, changes = 0, faults = 0, crashes = 0, forks = 0, quarantined = 0, conflicts = 0, lost = 0,
                  duplicated = 0, diverged = 0, stalled = 0, unauthorised = 0, restores = 0, takenBack = 0, copies = 0,
                  mended = 0, photos = 0;
    int mostRounds = 0;
};

void tell(std::uint64_t seed, std::string_view kind, const std::vector<std::string> &findings)
{
    for (const std::string &finding : findings)
        std::cerr << "seed " << seed << ": " << kind << ": " << finding << "\n";
}

enum class OnFailure { GoOn, Stop };

/// Whole disks are copied all the time: their pages are kept by the process, not given back and asked for again.
void keepFreedMemory()
{
    constexpr int LargerThanAnyDisk = 64 << 20;
    mallopt(M_MMAP_THRESHOLD, LargerThanAnyDisk);
    mallopt(M_TRIM_THRESHOLD, 4 * LargerThanAnyDisk);
}

/// Seeds are handed out to threads one by one; each is a world of its own.
Totals runSeeds(std::uint64_t from, std::uint64_t to, unsigned jobs, OnFailure onFailure)
{
    Totals totals;
    std::mutex lock;
    std::atomic<std::uint64_t> next = from;
    const auto work = [&] {
        for (std::uint64_t seed = next++; seed <= to; seed = next++) {
            const RunResult result = World(seed).run();
            const std::lock_guard guard(lock);
            ++totals.seeds;
            totals.changes += result.changes;
            totals.faults += result.faults;
            totals.crashes += result.crashes;
            totals.forks += result.forks;
            totals.quarantined += result.quarantined;
            totals.conflicts += result.conflicts;
            totals.restores += result.restores;
            totals.takenBack += result.takenBack;
            totals.copies += result.copies;
            totals.mended += result.mended;
            totals.photos += result.photos;
            totals.mostRounds = std::max(totals.mostRounds, result.rounds);
            totals.lost += !result.findings.lost.empty();
            totals.duplicated += !result.findings.duplicated.empty();
            totals.diverged += !result.findings.diverged.empty();
            totals.unauthorised += !result.findings.unauthorised.empty();
            totals.stalled += !result.findings.stalled.empty();
            tell(seed, "lost", result.findings.lost);
            tell(seed, "duplicated", result.findings.duplicated);
            tell(seed, "diverged", result.findings.diverged);
            tell(seed, "unauthorised", result.findings.unauthorised);
            tell(seed, "stalled", result.findings.stalled);
            if (result.findings.any() && onFailure == OnFailure::Stop)
                next = to + 1;
        }
    };
    std::vector<std::thread> threads;
    for (unsigned job = 1; job < jobs; ++job)
        threads.emplace_back(work);
    work();
    for (std::thread &thread : threads)
        thread.join();
    return totals;
}

/// Building is not a simulation's business: a script does it, with the commands of this program's own build.
int runMutants(const char *program, const std::string &only)
{
    const std::string script = std::string(FALTAKT_SOURCE_DIR) + "/tests/simulation/mutants.py";
    const char *arguments[] = {
        "python3", script.c_str(), FALTAKT_SOURCE_DIR, FALTAKT_BUILD_DIR, only.empty() ? nullptr : only.c_str(),
        nullptr};
    execvp(arguments[0], const_cast<char *const *>(arguments));
    std::cerr << program << ": python3 is missing\n";
    return 1;
}

bool readNumber(std::string_view text, std::uint64_t &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

int simulate(std::string_view range, unsigned jobs, OnFailure onFailure)
{
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    const auto dots = range.find("..");
    if (dots == std::string_view::npos || !readNumber(range.substr(0, dots), from)
        || !readNumber(range.substr(dots + 2), to) || to < from) {
        std::cerr << "--seeds wants FROM..TO\n";
        return WrongUsage;
    }
    const Totals totals = runSeeds(from, to, jobs, onFailure);
    std::cout << base::json::serialise(base::json::Object{{"seeds", totals.seeds},
                                                          {"changes", totals.changes},
                                                          {"faults", totals.faults},
                                                          {"lost", totals.lost},
                                                          {"duplicated", totals.duplicated},
                                                          {"diverged", totals.diverged},
                                                          {"stalled", totals.stalled},
                                                          {"unauthorised", totals.unauthorised},
                                                          {"crashes", totals.crashes},
                                                          {"forks", totals.forks},
                                                          {"quarantined", totals.quarantined},
                                                          {"conflicts", totals.conflicts},
                                                          {"restores", totals.restores},
                                                          {"takenBack", totals.takenBack},
                                                          {"copies", totals.copies},
                                                          {"mended", totals.mended},
                                                          {"photos", totals.photos},
                                                          {"mostRounds", totals.mostRounds}})
              << '\n';
    return totals.lost + totals.duplicated + totals.diverged + totals.stalled + totals.unauthorised == 0 ? 0 : 1;
}

} // namespace

int main(int count, char **values)
{
    if (const auto ready = crypto::initialise(); !ready) {
        std::cerr << ready.error().toString() << "\n";
        return 1;
    }
    std::string_view seeds;
    bool mutants = false;
    bool sealed = false;
    auto onFailure = OnFailure::GoOn;
    std::string only;
    std::uint64_t jobs = std::max(1U, std::thread::hardware_concurrency());
    for (int i = 1; i < count; ++i) {
        const std::string_view name = values[i];
        const std::string_view value = i + 1 < count ? values[i + 1] : "";
        if (name == "--help" || name == "-h") {
            std::cout << Help;
            return 0;
        }
        if (name == "--mutants") {
            mutants = true;
            continue;
        }
        if (name == "--sealed") {
            sealed = true;
            continue;
        }
        if (name == "--stop-at-failure") {
            onFailure = OnFailure::Stop;
            continue;
        }
        ++i;
        if (name == "--seeds" && !value.empty())
            seeds = value;
        else if (name == "--only" && !value.empty())
            only = value;
        else if (name != "--jobs" || !readNumber(value, jobs) || jobs == 0 || jobs > 256) {
            std::cerr << Help;
            return WrongUsage;
        }
    }
    if (mutants)
        return runMutants(values[0], only);
    if (seeds.empty()) {
        std::cerr << Help;
        return WrongUsage;
    }
    keepFreedMemory();
    if (!sealed)
        sealPagesQuickly();
    return simulate(seeds, unsigned(jobs), onFailure);
}
