// A server that is dead, in whatever way, costs whoever works no more than being offline.
#include "tests/bench/frame_meter.h"
#include "tests/qml/linked_app.h"

#include <QEventLoop>

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace faltakt;
using test::LinkedApp;
using Cost = platform::NetworkState::Cost;
using Reach = platform::NetworkState::Reach;

namespace {

/// Takes every connection on a port and sends the beginning of a long TLS record, one byte now and then.
class DribblingServer {
public:
    explicit DribblingServer(std::uint16_t port) : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0))
    {
        const int yes = 1;
        ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
        REQUIRE(::listen(m_listener, 16) == 0);
        m_thread = std::thread([this] { serve(); });
    }
    ~DribblingServer()
    {
        m_ends = true;
        m_thread.join();
        ::close(m_listener);
        for (const int connection : m_connections)
            ::close(connection);
    }
    DribblingServer(const DribblingServer &) = delete;
    DribblingServer &operator=(const DribblingServer &) = delete;

    [[nodiscard]] int taken() const { return m_taken; }

private:
    void serve()
    {
        constexpr std::array<unsigned char, 5> RecordHead = {0x16, 0x03, 0x03, 0x3f, 0xff};
        std::vector<std::size_t> sent;
        while (!m_ends) {
            const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK);
            if (connection >= 0) {
                m_connections.push_back(connection);
                sent.push_back(0);
                ++m_taken;
            }
            for (std::size_t i = 0; i < m_connections.size(); ++i) {
                const std::size_t place = sent[i]++;
                const unsigned char byte = place < RecordHead.size() ? RecordHead[place] : 0;
                static_cast<void>(::send(m_connections[i], &byte, 1, MSG_NOSIGNAL | MSG_DONTWAIT));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    int m_listener;
    std::vector<int> m_connections;
    std::atomic<bool> m_ends = false;
    std::atomic<int> m_taken = 0;
    std::thread m_thread;
};

struct Figures {
    double work = 0;   ///< Processor time of the main thread for one round of pages, in milliseconds.
    double answer = 0; ///< From asking the store to its answer on the main thread, in milliseconds.
};

double millisecondsOf(std::chrono::nanoseconds time) { return std::chrono::duration<double, std::milli>(time).count(); }

double answerTime(viewmodels::Workspace &workspace)
{
    QElapsedTimer timer;
    QEventLoop loop;
    timer.start();
    workspace.read<store::StoreCounts>(
        &loop, [](viewmodels::OpenStore &store) { return store.cases.counts(); },
        [&](const base::Result<store::StoreCounts> &) { loop.quit(); });
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// What a worker does all day: opens a file, changes something, goes back, looks at I dag.
Figures workDay(LinkedApp &link, const std::string &name)
{
    constexpr int Rounds = 6;
    std::vector<double> work, answers;
    viewmodels::Workspace &workspace = link.harness.composition().workspace();
    for (int round = 0; round < Rounds; ++round) {
        if (link.harness.network().state().reach != Reach::None)
            workspace.syncNow();
        const auto start = bench::threadTime();
        link.harness.app().goTo(viewmodels::Router::Place::Today);
        link.harness.settle();
        link.harness.app().openPerson(link.caseId);
        link.harness.settle();
        link.writeHere(name + ' ' + std::to_string(round));
        link.harness.settle();
        work.push_back(millisecondsOf(bench::threadTime() - start));
        for (int i = 0; i < 5; ++i)
            answers.push_back(answerTime(workspace));
    }
    // The best round: what other programs on the machine do to the rest says nothing of this one.
    return {bench::quantile(work, 0), bench::quantile(answers, 0.5)};
}

} // namespace

TEST_CASE("a dead server costs the worker what being offline costs, however it is dead")
{
    LinkedApp link;
    const auto takeNetwork = [&](Reach reach) { link.harness.network().become({reach, Cost::Unknown}); };
    static_cast<void>(workDay(link, "Warm"));
    takeNetwork(Reach::None);
    link.harness.waitFor([&] { return !link.status().isListening; });
    Figures offline = workDay(link, "Offline");
    takeNetwork(Reach::Some);
    link.waitUntilListening();

    std::vector<std::pair<const char *, Figures>> dead;
    link.office.pause();
    dead.emplace_back("takes connections and is silent", workDay(link, "Silent"));
    link.office.stop();
    dead.emplace_back("refuses", workDay(link, "Refusing"));
    {
        DribblingServer dribbling(link.office.port());
        dead.emplace_back("sends a byte now and then", workDay(link, "Dribbling"));
        CHECK(dribbling.taken() > 0);
    }
    takeNetwork(Reach::None);
    const Figures again = workDay(link, "Offline again");
    offline = {std::max(offline.work, again.work), std::max(offline.answer, again.answer)};

    for (const auto &[how, figures] : dead) {
        WARN(how << ": work " << figures.work << " ms a round, " << figures.work / offline.work
                 << " of offline; answers of the store in " << figures.answer << " ms, offline " << offline.answer);
        CHECK(figures.work < offline.work * 1.5);
        // Five milliseconds more than nobody sees.
        CHECK(figures.answer < offline.answer * 1.5 + 5);
    }
    CHECK(link.status().counts.outbox > 0);

    // And nothing of the day was lost.
    link.office.start();
    takeNetwork(Reach::Some);
    link.harness.waitFor([&] { return link.status().counts.outbox == 0; });
}
