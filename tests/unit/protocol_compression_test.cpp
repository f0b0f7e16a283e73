#include "core/base/random.h"
#include "sync/protocol/compression.h"
#include "tests/support/catch.h"

#include <zstd.h>

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;

namespace {

std::string randomText(std::size_t size)
{
    base::SeededRandom random(1);
    std::string text(size, '\0');
    for (char &c : text)
        c = char('a' + random.below(26));
    return text;
}

} // namespace

TEST_CASE("a body that a receiver would take for a bomb is not compressed")
{
    CHECK(compress(std::string(120'000, 'a')).error().code() == ErrorCode::TooLarge);
    CHECK(decompress(compress(std::string(60'000, 'a')).value()).has_value());
}

TEST_CASE("what was compressed comes back")
{
    for (const std::string &body : {std::string(), std::string("x"), randomText(300'000), std::string(60'000, 'a')})
        CHECK(decompress(compress(body).value()).value() == body);
}

TEST_CASE("a bomb is stopped at the limits")
{
    constexpr DecompressionLimits NoRatio{.maxBytes = Limits::DecompressedBytes, .maxRatio = 1'000'000};
    const std::string huge = compress(std::string(64 * 1024 * 1024, '\0'), NoRatio).value();
    CHECK(huge.size() < 10'000);
    CHECK(decompress(huge).error().code() == ErrorCode::TooLarge);
    CHECK(decompress(compress(std::string(9 * 1024 * 1024, 'a'), NoRatio).value(), NoRatio).error().code()
          == ErrorCode::TooLarge);
    const std::string tall = compress(std::string(1024 * 1024, 'a'), NoRatio).value();
    CHECK(decompress(tall).error().code() == ErrorCode::TooLarge);
    CHECK(decompress(tall, NoRatio).value().size() == 1024 * 1024);
}

TEST_CASE("a size claimed in the head of a frame is not believed")
{
    std::string frame = compress(randomText(1000)).value();
    frame[5] = char(0xff); // Where the claimed size stands for bodies of this length.
    CHECK_FALSE(decompress(frame));
}

TEST_CASE("a frame that is cut, damaged or followed by something is refused")
{
    const std::string frame = compress(randomText(5000)).value();
    for (std::size_t size = 0; size < frame.size(); size += 7)
        CHECK(decompress(frame.substr(0, size)).error().code() == ErrorCode::InvalidInput);
    CHECK(decompress(frame + frame).error().code() == ErrorCode::InvalidInput);
    CHECK(decompress(frame + "x").error().code() == ErrorCode::InvalidInput);
    CHECK(decompress("plain text").error().code() == ErrorCode::InvalidInput);
}

TEST_CASE("a frame that wants a larger window than a body may have is refused")
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 27);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    const std::string body = randomText(4000);
    std::string frame(ZSTD_compressBound(body.size()) + 64, '\0');
    ZSTD_inBuffer input{body.data(), body.size() / 2, 0};
    ZSTD_outBuffer output{frame.data(), frame.size(), 0};
    ZSTD_compressStream2(context, &output, &input, ZSTD_e_continue);
    input.size = body.size();
    ZSTD_compressStream2(context, &output, &input, ZSTD_e_end);
    ZSTD_freeCCtx(context);
    frame.resize(output.pos);
    CHECK(decompress(frame).error().code() == ErrorCode::InvalidInput);
}
