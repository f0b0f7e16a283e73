// A transaction whose line to the database breaks at each of its messages in turn, whole or in the middle of one, on the way
// there and on the way back: it is kept once or not at all, and writing it again always ends with it there once.
#include "tests/contract/postgres_fixture.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>
#include <thread>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::test;
using base::Result;

namespace {

enum class Way { ToDatabase, FromDatabase };

/// A socket of its own before the database's. Passes bytes on, until the piece that it was told to break at: of that piece
/// nothing or the first half goes on, and both sides are hung up.
class BreakingLine {
public:
    explicit BreakingLine(const std::string &database)
    {
        // postgres://ROLE@FOLDER:PORT/NAME, the folder's slashes in the form of addresses.
        const auto from = database.find('@') + 1;
        const auto end = database.find(':', from);
        m_target = withSlashes(database.substr(from, end - from)) + SocketName;
        m_address = database;
        m_address.replace(from, end - from, inAddress(m_folder.path()));
        m_listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const sockaddr_un own = addressOf(m_folder.file(std::string(SocketName).substr(1)));
        REQUIRE(::bind(m_listener, reinterpret_cast<const sockaddr *>(&own), sizeof own) == 0);
        REQUIRE(::listen(m_listener, 16) == 0);
        m_accepting = std::thread([this] { accept(); });
    }
    ~BreakingLine()
    {
        m_over = true;
        ::shutdown(m_listener, SHUT_RDWR);
        m_accepting.join();
        {
            const std::lock_guard lock(m_mutex);
            for (const int socket : m_sockets)
                ::shutdown(socket, SHUT_RDWR);
        }
        for (auto &thread : m_threads)
            thread.join();
        for (const int socket : m_sockets)
            ::close(socket);
        ::close(m_listener);
    }
    BreakingLine(const BreakingLine &) = delete;
    BreakingLine &operator=(const BreakingLine &) = delete;

    [[nodiscard]] const std::string &address() const { return m_address; }
    /// From now on the piece with this number, from 1, breaks the line that it comes on.
    void breakAt(Way way, int piece, bool half)
    {
        m_half = half;
        m_way = way;
        m_left = piece;
    }
    /// Whether it came to that; after this nothing breaks any more.
    bool settle() { return m_left.exchange(0) <= 0; }

private:
    static constexpr const char *SocketName = "/.s.PGSQL.5432";

    static std::string withSlashes(std::string text)
    {
        for (auto at = text.find("%2F"); at != std::string::npos; at = text.find("%2F", at))
            text.replace(at, 3, "/");
        return text;
    }
    static std::string inAddress(std::string text)
    {
        for (auto at = text.find('/'); at != std::string::npos; at = text.find('/', at))
            text.replace(at, 1, "%2F");
        return text;
    }
    static sockaddr_un addressOf(const std::string &path)
    {
        sockaddr_un made{};
        made.sun_family = AF_UNIX;
        REQUIRE(path.size() < sizeof made.sun_path);
        path.copy(made.sun_path, path.size());
        return made;
    }
    void accept()
    {
        const sockaddr_un target = addressOf(m_target);
        while (!m_over) {
            const int near = ::accept(m_listener, nullptr, nullptr);
            if (near < 0)
                return;
            const int far = ::socket(AF_UNIX, SOCK_STREAM, 0);
            const bool there = ::connect(far, reinterpret_cast<const sockaddr *>(&target), sizeof target) == 0;
            const std::lock_guard lock(m_mutex);
            m_sockets.insert(m_sockets.end(), {near, far});
            if (!there) {
                ::shutdown(near, SHUT_RDWR);
                continue;
            }
            m_threads.emplace_back([this, near, far] { pass(near, far, Way::ToDatabase); });
            m_threads.emplace_back([this, near, far] { pass(far, near, Way::FromDatabase); });
        }
    }
    void pass(int from, int to, Way way)
    {
        std::array<char, 65536> buffer{};
        while (true) {
            const auto size = ::recv(from, buffer.data(), buffer.size(), 0);
            if (size <= 0)
                break;
            const bool broken = way == m_way && m_left > 0 && --m_left == 0;
            if (broken)
                m_left = -1;
            const auto wanted = broken ? (m_half ? size / 2 : 0) : size;
            if (wanted > 0 && ::send(to, buffer.data(), std::size_t(wanted), MSG_NOSIGNAL) < 0)
                break;
            if (broken)
                break;
        }
        ::shutdown(from, SHUT_RDWR);
        ::shutdown(to, SHUT_RDWR);
    }

    TemporaryFolder m_folder;
    std::string m_target;
    std::string m_address;
    int m_listener = -1;
    std::atomic<bool> m_over = false;
    std::atomic<Way> m_way = Way::ToDatabase;
    std::atomic<bool> m_half = false;
    std::atomic<int> m_left = 0; ///< Pieces to go; -1: it broke.
    std::mutex m_mutex;
    std::vector<int> m_sockets;
    std::vector<std::thread> m_threads;
    std::thread m_accepting;
};

/// As a push does it: what is there already is not written again.
Result<void> writeOnce(PostgresStore &store, const PostgresPlace &place, std::uint8_t number)
{
    return store.write([&](StoreTransaction &t) -> Result<void> {
        TRY(const auto known, t.log().accepted(place.first, idOf<base::ChangeId>(number)));
        if (known)
            return {};
        TRY_VOID(place.addChange(t, place.first, number));
        return t.log().addJournalEntry(place.first, place.device, 1,
                                       {.n = number, .hash = {}, .link = {}, .verdict = {}});
    });
}

std::size_t kept(PostgresStore &store, const PostgresPlace &place)
{
    const auto places = need(store.read([&](StoreSnapshot &s) { return s.log().changesAfter(place.first, 0, 1000); }));
    const auto journal =
        need(store.read([&](StoreSnapshot &s) { return s.log().journal(place.first, place.device, 1, 1, 1000); }));
    const auto last = need(store.read([&](StoreSnapshot &s) { return s.log().lastSeq(place.first); }));
    CHECK(journal.size() == places.size());
    CHECK(last == std::int64_t(places.size()));
    return places.size();
}

/// A busy database may carry out what it heard a moment after the line broke.
bool keptSoon(PostgresStore &store, const PostgresPlace &place, std::size_t before)
{
    for (int i = 0; i < 20; ++i) {
        if (kept(store, place) > before)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

struct Outcomes {
    int told = 0;       ///< The break was told to the caller.
    int keptThough = 0; ///< It was told, and what was written is there.
    int unseen = 0;     ///< The store wrote it on another line.
    int pieces = 0;     ///< How many pieces a transaction has.
    std::uint8_t last = 0;
};

void breakEverywhere(const PostgresPlace &place, Way way, bool half, Outcomes &outcomes)
{
    const auto control = place.open();
    for (int piece = 1;; ++piece) {
        REQUIRE(piece < 100);
        BreakingLine line(place.url());
        const auto store =
            need(place.open({.address = need(PostgresAddress::parse(line.address())), .readers = 1, .writers = 1}));
        (void)need(store->write([&](StoreTransaction &t) { return t.log().lastSeq(place.first); }));
        const auto before = kept(*control, place);
        const std::uint8_t number = ++outcomes.last;
        line.breakAt(way, piece, half);
        const auto written = writeOnce(*store, place, number);
        const bool broke = line.settle();
        const auto after = kept(*control, place);
        CHECK(after <= before + 1);
        if (written) {
            CHECK(after == before + 1);
            outcomes.unseen += broke ? 1 : 0;
        } else {
            CHECK(written.error().code() == base::ErrorCode::Busy);
            ++outcomes.told;
            outcomes.keptThough += keptSoon(*control, place, before) ? 1 : 0;
        }
        need(writeOnce(*store, place, number));
        CHECK(kept(*control, place) == before + 1);
        if (!broke)
            return;
        outcomes.pieces = std::max(outcomes.pieces, piece);
    }
}

} // namespace

TEST_CASE("wherever the line to the database breaks, a transaction is kept once or not at all", "[postgres]")
{
    const PostgresPlace place;
    Outcomes outcomes;
    // Into how many pieces the talk falls is the machine's doing: under load a round may have none that is cut there.
    constexpr int Rounds = 4;
    for (int round = 0; round < Rounds && outcomes.keptThough == 0; ++round)
        for (const Way way : {Way::ToDatabase, Way::FromDatabase})
            for (const bool half : {false, true})
                breakEverywhere(place, way, half, outcomes);
    INFO(outcomes.pieces << " pieces, " << outcomes.told << " told, " << outcomes.keptThough << " kept though, "
                         << outcomes.unseen << " unseen");
    CHECK(outcomes.unseen > 0);
    // The database said that it was committed, and nobody heard: what cannot be known must be told.
    CHECK(outcomes.keptThough > 0);
    CHECK(outcomes.pieces > 1);
}
