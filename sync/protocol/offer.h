#pragma once

#include "core/changelog/exchange.h"
#include "sync/protocol/limits.h"

#include <string>
#include <string_view>
#include <vector>

/// POST /v1/offer, both ways: what a server restored from a backup has lost, brought back by whoever holds it.
namespace faltakt::protocol {

/// For each line an envelope as in a pull, then the line as it was written; last `{"count":N}`.
[[nodiscard]] std::string encodeOffer(const changelog::OfferBatch &batch);

/// A line as offered; what stands in it is judged line by line, so that a bad one holds nothing up.
/// InvalidInput on a wrong form or a cut body, TooLarge beyond Limits::PushLines or Limits::PushBytes.
[[nodiscard]] base::Result<std::vector<changelog::OfferedLine>> decodeOffer(std::string_view body);

/// A verdict for each line, in order.
[[nodiscard]] std::string encodeOfferAnswer(const std::vector<changelog::OfferVerdict> &verdicts);
[[nodiscard]] base::Result<std::vector<changelog::OfferVerdict>> decodeOfferAnswer(std::string_view body);

} // namespace faltakt::protocol
