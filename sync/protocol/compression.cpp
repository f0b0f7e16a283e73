#include "sync/protocol/compression.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int Level = 3;
/// 8 MiB of window: no more memory than the largest body that is allowed.
constexpr int LargestWindowLog = 23;

struct FreeStream {
    void operator()(ZSTD_DStream *stream) const noexcept { ZSTD_freeDStream(stream); }
};

} // namespace

Result<std::string> compress(std::string_view body, DecompressionLimits receiver)
{
    std::string frame(ZSTD_compressBound(body.size()), '\0');
    const std::size_t size = ZSTD_compress(frame.data(), frame.size(), body.data(), body.size(), Level);
    if (ZSTD_isError(size) != 0)
        return fail(ErrorCode::Internal, "zstd could not compress");
    frame.resize(size);
    // The receiver would take it for a bomb.
    if (body.size() > std::max(size * receiver.maxRatio, Limits::DecompressionFloor))
        return fail(ErrorCode::TooLarge, "body shrinks more than a receiver believes");
    return frame;
}

Result<std::string> decompress(std::string_view frame, DecompressionLimits limits)
{
    const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
    if (!stream || ZSTD_isError(ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, LargestWindowLog)) != 0)
        return fail(ErrorCode::Internal, "zstd could not start");
    const std::size_t byRatio = std::max(frame.size() * limits.maxRatio, Limits::DecompressionFloor);
    const std::size_t most = std::min(limits.maxBytes, byRatio);
    std::string body;
    ZSTD_inBuffer input{frame.data(), frame.size(), 0};
    std::size_t left = 1;
    while (left != 0) {
        // One byte more than is allowed shows that the limit is passed.
        const std::size_t room = std::min(ZSTD_DStreamOutSize(), most + 1 - body.size());
        const std::size_t before = body.size();
        body.resize(before + room);
        ZSTD_outBuffer output{body.data() + before, room, 0};
        left = ZSTD_decompressStream(stream.get(), &output, &input);
        if (ZSTD_isError(left) != 0)
            return fail(ErrorCode::InvalidInput, "body is no zstd frame");
        body.resize(before + output.pos);
        if (body.size() > most)
            return fail(ErrorCode::TooLarge, "body after decompression");
        if (left != 0 && input.pos == input.size && output.pos < room)
            return fail(ErrorCode::InvalidInput, "zstd frame is cut");
    }
    if (input.pos != input.size)
        return fail(ErrorCode::InvalidInput, "something stands after the zstd frame");
    return body;
}

} // namespace faltakt::protocol
