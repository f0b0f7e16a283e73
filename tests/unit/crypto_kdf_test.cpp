#include "core/crypto/passphrase_kdf.h"
#include "core/crypto/passphrase_policy.h"
#include "core/crypto/self_test.h"
#include "core/crypto/try_counter.h"
#include "tests/support/catch.h"
#include "tests/unit/crypto_fixtures.h"

using namespace faltakt;
using namespace std::chrono_literals;
using base::ErrorCode;
using crypto::KdfCost;
using crypto::KeystoreKind;
using crypto::PassphraseFault;
using crypto::TryCounter;
using crypto::testing::secret;

namespace {

/// Each look at the clock costs a fixed time, so that a run of the function seems to take that long.
class SteppingClock final : public base::MonotonicClock {
public:
    explicit SteppingClock(std::chrono::nanoseconds step) : m_step(step) {}
    [[nodiscard]] std::chrono::nanoseconds elapsed() const override { return m_now += m_step; }

private:
    std::chrono::nanoseconds m_step;
    mutable std::chrono::nanoseconds m_now{0};
};

constexpr base::Instant Start = base::instantFromMs(1'790'000'000'000);

} // namespace

TEST_CASE("the self-test passes on this machine")
{
    const auto result = crypto::selfTest();
    CHECK((result ? "" : result.error().detail()) == "");
}

TEST_CASE("a derived key depends on passphrase, salt and cost")
{
    const crypto::KdfSalt salt{1, 2, 3};
    const auto derive = [](std::string_view text, const crypto::KdfSalt &with, KdfCost cost) {
        return crypto::deriveKey(secret(text), with, cost).value();
    };
    const auto key = derive("björk", salt, {1, 8});
    CHECK(key.size() == crypto::KdfKeySize);
    CHECK(key == derive("björk", salt, {1, 8}));
    CHECK_FALSE(key == derive("bjork", salt, {1, 8}));
    CHECK_FALSE(key == derive("björk", {1, 2, 4}, {1, 8}));
    CHECK_FALSE(key == derive("björk", salt, {2, 8}));
    CHECK_FALSE(key == derive("björk", salt, {1, 16}));
}

TEST_CASE("an absurd cost is refused both ways")
{
    const auto code = [](KdfCost cost, KdfCost floor) { return crypto::checkKdfCost(cost, floor).error().code(); };
    CHECK(crypto::checkKdfCost(KdfCost::floor(), KdfCost::floor()));
    CHECK(crypto::checkKdfCost(KdfCost::ceiling(), KdfCost::floor()));
    CHECK(code(KdfCost::forTests(), KdfCost::floor()) == ErrorCode::InvalidInput);
    CHECK(code({1, 64 * 1024}, KdfCost::floor()) == ErrorCode::InvalidInput);
    CHECK(code({2, 64 * 1024 - 1}, KdfCost::floor()) == ErrorCode::InvalidInput);
    CHECK(code({65, 64 * 1024}, KdfCost::floor()) == ErrorCode::TooLarge);
    CHECK(code({2, 256 * 1024 + 1}, KdfCost::floor()) == ErrorCode::TooLarge);
    CHECK(crypto::deriveKey(secret("x"), {}, {1, 0xffffffff}).error().code() == ErrorCode::TooLarge);
    CHECK(crypto::deriveKey(secret("x"), {}, {0, 8}).error().code() == ErrorCode::InvalidInput);
    CHECK(crypto::deriveKey(secret("x"), {}, {1, 0}).error().code() == ErrorCode::InvalidInput);
}

TEST_CASE("the cost is tuned to the device between floor and ceiling")
{
    CHECK(crypto::tuneKdf(SteppingClock(2s)).value() == KdfCost::floor());
    CHECK(crypto::tuneKdf(SteppingClock(1ns)).value() == KdfCost::ceiling());
    CHECK(crypto::tuneKdf(SteppingClock(0ns)).value() == KdfCost::ceiling());
    // 250 ms for 64 MiB twice: double the memory. 50 ms: four times the memory and more passes.
    CHECK(crypto::tuneKdf(SteppingClock(250ms)).value() == KdfCost{2, 128 * 1024});
    CHECK(crypto::tuneKdf(SteppingClock(50ms)).value() == KdfCost{5, 256 * 1024});
}

TEST_CASE("a passphrase needs twelve characters, a PIN a hardware keystore")
{
    const auto fault = [](std::string_view text, KeystoreKind kind) {
        return crypto::findPassphraseFault(secret(text), kind);
    };
    CHECK(fault("tolv tecken!", KeystoreKind::None) == PassphraseFault::None);
    CHECK(fault("elva tecken", KeystoreKind::None) == PassphraseFault::TooShort);
    CHECK(fault("åäöåäöåäöåäö", KeystoreKind::None) == PassphraseFault::None);
    CHECK(fault("åäöåäö", KeystoreKind::None) == PassphraseFault::TooShort); // Twelve bytes, six characters.
    CHECK(fault("482913", KeystoreKind::None) == PassphraseFault::TooShort);
    CHECK(fault("482913", KeystoreKind::Software) == PassphraseFault::TooShort);
    CHECK(fault("482913", KeystoreKind::Hardware) == PassphraseFault::None);
    CHECK(fault("48291", KeystoreKind::Hardware) == PassphraseFault::TooShort);
    CHECK(fault("111111", KeystoreKind::Hardware) == PassphraseFault::SameCharacter);
    CHECK(fault("aaaaaaaaaaaaaaa", KeystoreKind::None) == PassphraseFault::SameCharacter);
    CHECK(fault("ööööööööööööö", KeystoreKind::None) == PassphraseFault::SameCharacter);
    CHECK(fault("aaaaaaaaaaaaaab", KeystoreKind::None) == PassphraseFault::None);
    CHECK(fault("", KeystoreKind::Hardware) == PassphraseFault::TooShort);
    CHECK(fault("tolv tecken!\n", KeystoreKind::None) == PassphraseFault::NotText);
    CHECK(fault("\xff\xfe tolv tecken", KeystoreKind::None) == PassphraseFault::NotText);
    CHECK(fault(std::string(1025, 'a'), KeystoreKind::None) == PassphraseFault::TooLong);
    const auto refused = crypto::checkPassphrase(secret("kort"), KeystoreKind::None);
    CHECK(refused.error().code() == ErrorCode::InvalidInput);
    CHECK(refused.error().detail() == "passphrase needs at least 12 characters");
}

TEST_CASE("ten wrong tries take about a day")
{
    TryCounter tries;
    base::Duration total{};
    base::Instant now = Start;
    for (std::uint32_t i = 1; i <= TryCounter::MostTries; ++i) {
        const auto wait = tries.waitAt(now);
        total += wait;
        now += wait;
        CHECK(tries.waitAt(now) == 0ms);
        CHECK_FALSE(tries.isUsedUp());
        tries.begin(now);
        tries.answerWrong(now);
        CHECK(tries.tries() == i);
        CHECK(tries.isSound());
    }
    CHECK(tries.isUsedUp());
    CHECK(total >= 23h);
    CHECK(total <= 25h);
}

TEST_CASE("a clock set back begins the wait anew, a clock set forward and back again too")
{
    TryCounter tries;
    for (int i = 0; i < 6; ++i) {
        tries.begin(Start);
        tries.answerWrong(Start);
    }
    CHECK(tries.waitAt(Start) == 30min);
    CHECK(tries.waitAt(Start + 20min) == 10min);
    CHECK(tries.waitAt(Start - 1ms) == 30min);
    CHECK(tries.waitAt(Start - 1ms + 30min) == 0ms);
    CHECK(tries.waitAt(Start - 24h * 365) == 30min);
    CHECK(tries.waitAt(Start - 24h * 365 + 10min) == 20min);
    CHECK(tries.isSound());
}

TEST_CASE("three tries without an answer count as one, and a right one forgets all")
{
    TryCounter tries;
    tries.begin(Start);
    tries.begin(Start);
    CHECK(tries.tries() == 0);
    tries.begin(Start);
    CHECK(tries.tries() == 1);
    for (int i = 3; i < 30; ++i)
        tries.begin(Start);
    CHECK(tries.isUsedUp());
    CHECK(tries.isSound());
    tries.reset();
    CHECK(tries == TryCounter());
    tries.begin(Start);
    tries.takeBack();
    CHECK(tries == TryCounter());
}

TEST_CASE("a stored counter that could not have been written is not sound")
{
    CHECK(TryCounter().isSound());
    CHECK(TryCounter(1, 0, Start, Start).isSound());
    CHECK_FALSE(TryCounter(11, 0, Start, Start).isSound());
    CHECK_FALSE(TryCounter(1, 100, Start, Start).isSound());
    CHECK_FALSE(TryCounter(0, 0, Start, Start).isSound());
    CHECK_FALSE(TryCounter(1, 0, Start, Start - 1ms).isSound());
    CHECK_FALSE(TryCounter(9, 0, Start, Start + 16h).isSound());
}
