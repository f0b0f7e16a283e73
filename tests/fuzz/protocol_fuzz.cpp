// Feeds any bytes to every decoder of the protocol; the first byte picks one. What a decoder takes must be taken again
// when it is encoded anew.
#include "sync/protocol/blob.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/digest.h"
#include "sync/protocol/dpop.h"
#include "sync/protocol/fetch.h"
#include "sync/protocol/known.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/offer.h"
#include "sync/protocol/outbox.h"
#include "sync/protocol/pull.h"
#include "sync/protocol/push_sequence.h"
#include "sync/protocol/quarantine.h"
#include "sync/protocol/token_assertion.h"

#include <cstdlib>

using namespace faltakt::protocol;

namespace {

template <typename Decode, typename Encode>
void checkAgain(std::string_view body, Decode decode, Encode encode)
{
    const auto message = decode(body);
    if (!message)
        return;
    const std::string first = encode(*message);
    const auto again = decode(first);
    if (!again || encode(*again) != first)
        std::abort();
}

void checkProofs(std::string_view body)
{
    const auto proof = checkProof(body, {"POST", "https://server.example/v1/push", "", ""});
    if (proof)
        std::abort(); // Nobody makes a signature by chance.
    (void)normaliseTarget(body);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view body(reinterpret_cast<const char *>(data) + 1, size - 1);
    const auto asJson = [](const auto &message) { return encode(message); };
    switch (data[0] % 28) {
    case 0: checkAgain(body, decodeEnrolRequest, asJson); break;
    case 1: checkAgain(body, decodeEnrolAnswer, asJson); break;
    case 2: checkAgain(body, decodeTokenRequest, asJson); break;
    case 3: checkAgain(body, decodeTokenAnswer, asJson); break;
    case 4: checkAgain(body, decodeHelloRequest, asJson); break;
    case 5: checkAgain(body, decodeHelloAnswer, asJson); break;
    case 6: checkAgain(body, decodeErrorAnswer, asJson); break;
    case 7: checkAgain(body, decodePush, encodePush); break;
    case 8: checkAgain(body, decodePushAnswer, encodePushAnswer); break;
    case 9: checkAgain(body, decodePullPage, encodePullPage); break;
    case 10: checkAgain(body, decodePullQuery, encodePullQuery); break;
    case 11:
        checkProofs(body);
        checkAgain(body, EnrolmentCode::parse, [](const EnrolmentCode &code) { return code.toString(); });
        if (const auto plain = decompress(body); plain && plain->size() > Limits::DecompressedBytes)
            std::abort();
        break;
    case 12: checkAgain(body, decodePushSequence, encodePushSequence); break;
    case 13: checkAgain(body, decodeDigestRequest, asJson); break;
    case 14: checkAgain(body, decodeDigestAnswer, asJson); break;
    case 15:
        checkAgain(body, decodeOffer, [](const std::vector<faltakt::changelog::OfferedLine> &lines) {
            return encodeOffer({lines, 0});
        });
        break;
    case 16: checkAgain(body, decodeOfferAnswer, encodeOfferAnswer); break;
    case 17: checkAgain(body, decodeOutboxQuery, encodeOutboxQuery); break;
    case 18: checkAgain(body, decodeOutboxAnswer, asJson); break;
    case 19: checkAgain(body, decodeBlobAnnouncement, asJson); break;
    case 20: checkAgain(body, decodeBlobHeld, asJson); break;
    case 21: checkAgain(body, decodeBlobQuery, encodeBlobQuery); break;
    case 22: checkAgain(body, decodeFetchRequest, asJson); break;
    case 23: checkAgain(body, decodeFetchAnswer, asJson); break;
    case 24: checkAgain(body, decodeQuarantinePage, asJson); break;
    case 25: checkAgain(body, decodeQuarantineQuery, encodeQuarantineQuery); break;
    case 26: checkAgain(body, decodeKnownRequest, asJson); break;
    case 27: checkAgain(body, decodeKnownAnswer, asJson); break;
    }
    return 0;
}
