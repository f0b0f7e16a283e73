#pragma once

#include "core/base/ids.h"
#include "core/crypto/sealed_box.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace faltakt::casework {

/// What one device counted in one week, as it is handed in: a record in the case of the team. There is one for each device and
/// week, so that a repeated one counts once and a later one takes the place of the former. The counts are sealed to the server:
/// a colleague's device gets the record and cannot read it.
///
/// Form of `counts`: the base64url text of a sealed box (core/crypto/sealed_box.h) over one object of JSON
/// `{"form":"faltakt-tally-1","record":uuid,"week":"2026-W07","counts":{"talk@park":3}}`, filled up with spaces to a multiple
/// of 1,024 bytes, so that its length tells nothing. The record is named inside: what was sealed for one counts in no other.
struct TallyReport {
    static constexpr std::string_view Kind = "tally";
    static constexpr std::string_view WeekField = "week";
    static constexpr std::string_view CountsField = "counts";
    /// More than anybody counts in a week.
    static constexpr std::int64_t MostOfOne = 100'000;
    static constexpr std::size_t MostCounts = 200;

    base::RecordId record;
    std::string week;
    /// By "what@where", codes alone; screenings without a person that were discarded have no place.
    std::map<std::string, std::int64_t> counts;

    bool operator==(const TallyReport &) const = default;
};

/// Always the same one for a device and a week.
[[nodiscard]] base::RecordId tallyRecord(base::DeviceId device, std::string_view week);

/// The name that a count of the store goes by in a report: "outreach/talk@park" is "talk@park", a discarded screening
/// "quickScreening@unknown". Empty for what is not handed in.
[[nodiscard]] std::string tallyReportName(std::string_view kept);

[[nodiscard]] base::Result<std::string> sealTally(const TallyReport &report, const crypto::BoxPublicKey &server);
/// WrongKey where it was sealed to another server or changed, Damaged or InvalidInput where it is no report.
[[nodiscard]] base::Result<TallyReport> openTally(std::string_view sealed, const crypto::BoxKeyPair &server);

/// Reads what was inside the seal; for fuzzing as well.
[[nodiscard]] base::Result<TallyReport> readTally(std::string_view text);

} // namespace faltakt::casework
