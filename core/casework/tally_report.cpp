#include "core/casework/tally_report.h"

#include "core/base/json.h"
#include "core/casework/outreach_tally.h"
#include "core/crypto/hash.h"

#include <algorithm>
#include <array>

namespace faltakt::casework {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view Form = "faltakt-tally-1";
constexpr std::size_t Step = 1024;
constexpr std::size_t MostWord = 32;
/// As the store names them (core/store/case_store_scratch.cpp).
constexpr std::string_view Discarded = "quickScreening";

bool isWord(std::string_view word)
{
    return !word.empty() && word.size() <= MostWord && std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

/// Codes and nothing else: what a report carries has no room for a name.
bool isName(std::string_view name)
{
    const auto at = name.find('@');
    return at != std::string_view::npos && isWord(name.substr(0, at)) && isWord(name.substr(at + 1));
}

} // namespace

base::RecordId tallyRecord(base::DeviceId device, std::string_view week)
{
    const base::Hash hash =
        crypto::blake2b256(base::bytesOf(std::string(Form) + ' ' + device.toString() + ' ' + std::string(week)));
    std::array<std::uint8_t, 16> bytes{};
    std::copy_n(hash.begin(), bytes.size(), bytes.begin());
    // RFC 9562: version 8, an id of the program's own making.
    bytes[6] = std::uint8_t((bytes[6] & 0x0F) | 0x80);
    bytes[8] = std::uint8_t((bytes[8] & 0x3F) | 0x80);
    return base::RecordId(base::Uuid(bytes));
}

std::string tallyReportName(std::string_view kept)
{
    if (kept == Discarded)
        return std::string(Discarded) + "@unknown";
    const auto kind = tallyKindOf(kept);
    const std::string name = kind ? kind->what + '@' + kind->area : std::string();
    return isName(name) ? name : std::string();
}

Result<std::string> sealTally(const TallyReport &report, const crypto::BoxPublicKey &server)
{
    json::Object counts;
    for (const auto &[name, count] : report.counts)
        counts.append(name, count);
    std::string text = json::serialise(json::Object{
        {"form", Form}, {"record", report.record.toString()}, {"week", report.week}, {"counts", std::move(counts)}});
    text.resize((text.size() + Step - 1) / Step * Step, ' ');
    TRY(const base::Bytes sealed, crypto::sealTo(server, base::bytesOf(text)));
    return base::toBase64Url(sealed);
}

Result<TallyReport> readTally(std::string_view text)
{
    TRY(const json::Value value, json::parse(text, {.maxBytes = 16 * Step, .maxDepth = 2}));
    TallyReport report;
    const auto record = base::RecordId::parse(value.stringAt("record"));
    report.week = value.stringAt("week");
    if (value.stringAt("form") != Form || !record || !mondayOfTallyWeek(report.week))
        return fail(ErrorCode::InvalidInput, "no report of counts");
    report.record = *record;
    TRY(const json::Object *counts, value.requireObject("counts"));
    if (counts->size() > TallyReport::MostCounts)
        return fail(ErrorCode::TooLarge, "too many counts");
    for (const auto &[name, count] : *counts) {
        if (!isName(name) || !count.integer() || *count.integer() < 0 || *count.integer() > TallyReport::MostOfOne)
            return fail(ErrorCode::InvalidInput, "a count");
        report.counts[name] = *count.integer();
    }
    return report;
}

Result<TallyReport> openTally(std::string_view sealed, const crypto::BoxKeyPair &server)
{
    TRY(const base::Bytes box, base::fromBase64Url(sealed));
    TRY(const base::Bytes text, crypto::openWith(server, box));
    return readTally(base::textOf(text));
}

} // namespace faltakt::casework
