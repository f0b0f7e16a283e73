#include "sync/client/retry.h"

#include "core/base/clock.h"
#include "tests/support/catch.h"

#include <map>
#include <vector>

using namespace faltakt;
using client::Retry;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// A thousand devices that find the server away at noon, within the same minute, each with a randomness of its own.
class Herd {
public:
    static constexpr int Size = 1000;

    Herd()
    {
        for (int i = 0; i < Size; ++i)
            m_randoms.push_back(std::make_unique<base::SeededRandom>(std::uint64_t(i) + 1));
        for (int i = 0; i < Size; ++i) {
            m_retries.emplace_back(*m_randoms[std::size_t(i)]);
            m_next.emplace(noon() + seconds(i % 60), i);
        }
    }

    /// The first tries after the server is back, counted by second. Until then each try fails; `asked` is what the server
    /// says to each of them.
    std::map<std::int64_t, int> comeBack(std::chrono::minutes outage, seconds asked = {})
    {
        std::map<std::int64_t, int> arrivals;
        const base::Instant back = noon() + outage;
        while (!m_next.empty()) {
            const auto [at, device] = *m_next.begin();
            m_next.erase(m_next.begin());
            m_clock.advance(at - m_clock.now());
            if (m_clock.now() >= back)
                ++arrivals[std::chrono::duration_cast<seconds>(m_clock.now() - back).count()];
            else
                m_next.emplace(m_clock.now() + m_retries[std::size_t(device)].noteFailure(asked), device);
        }
        return arrivals;
    }

private:
    static base::Instant noon() { return base::parseInstant("2026-11-26T12:00:00Z").value(); }

    base::ManualClock m_clock{noon()};
    std::vector<std::unique_ptr<base::SeededRandom>> m_randoms;
    std::vector<Retry> m_retries;
    std::multimap<base::Instant, int> m_next;
};

int mostOf(const std::map<std::int64_t, int> &arrivals)
{
    int most = 0;
    for (const auto &[second, count] : arrivals)
        most = std::max(most, count);
    return most;
}

} // namespace

TEST_CASE("failures in a row are counted, and forgotten after a success")
{
    base::SeededRandom random(1);
    Retry retry(random);
    for (int failures = 1; failures <= 6; ++failures) {
        CHECK(retry.noteFailure() <= engine::BetweenSyncs.bound(failures));
        CHECK(retry.failures() == failures);
    }
    retry.reset();
    CHECK(retry.failures() == 0);
    CHECK(retry.noteFailure() <= engine::BetweenSyncs.bound(1));
}

TEST_CASE("a thousand devices do not come back together after an outage")
{
    for (const int outage : {5, 30, 240}) {
        const auto arrivals = Herd().comeBack(minutes(outage));
        INFO("outage of " << outage << " minutes, at most " << mostOf(arrivals) << " in a second");
        CHECK(mostOf(arrivals) <= Herd::Size / 50);
        CHECK(arrivals.rbegin()->first <= 15 * 60);
    }
}

TEST_CASE("a server that asks a thousand devices for the same pause does not get them back in the same second")
{
    const auto arrivals = Herd().comeBack(minutes(2), seconds(120));
    CHECK(mostOf(arrivals) <= Herd::Size / 20);
}
