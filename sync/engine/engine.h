#pragma once

#include "sync/engine/back_off.h"
#include "sync/protocol/digest.h"
#include "sync/protocol/fetch.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/pull.h"
#include "sync/protocol/push.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// How one sync goes, and nothing else: which call comes next, what is stored when, how long to rest after a failure, when
/// to give up. Pure: (State, Event) -> (State, Orders). Whoever runs it (the client with sockets and a store, the
/// simulation with neither) carries out the orders and comes back with what happened.
namespace faltakt::engine {

/// How a run is meant.
struct Plan {
    /// Failures in a row, without a verdict or page between them, after which the run ends.
    int failuresAllowed = 4;
    /// How long to listen for news once everything is here; the run ends with the first news or when the time is over.
    std::chrono::seconds listen{0};
    /// Listen for ever; ends by WindUp, Stop or failures only.
    bool keepListening = false;
    /// The longest rest that the server may ask for within the run. Where it asks for more, the run ends and its report says
    /// for how much, so that nothing is held up by a run that sleeps.
    std::chrono::seconds longestRest = BackOff::LongestAsked;
    /// Items of a page at most; fewer where the link is paid for by amount.
    std::size_t pullLines = protocol::Limits::PullLines;
    /// Once everything is here, compare with the server what both hold, and mend what differs. Done unasked after a fork and
    /// after the server was restored.
    bool compare = false;
    /// Older records to be asked for once the outbox is empty; the pull that follows brings them.
    std::optional<protocol::FetchRequest> fetch = {};
};

/// Why a run ended. Whatever it is, what was committed stays, and the next run goes on from there.
enum class Outcome : std::uint8_t {
    Done,         ///< The outbox is empty and the server has nothing more.
    Stopped,      ///< Stop was asked for.
    Unreachable,  ///< No connection, or it broke, too often.
    Busy,         ///< The server asked for patience too often.
    ServerFailed, ///< The server answered with faults of its own, too often.
    Damaged,      ///< Answers could not be read, too often.
    Unauthorised, ///< The server does not know the device or its key.
    Refused,      ///< The server refuses a call for good.
    Revoked,      ///< The device was revoked: it has given its work and gets nothing.
    LogChanged,   ///< The server no longer holds what it once acknowledged.
    StoreFailed,  ///< The own store could not do its part.
};
[[nodiscard]] std::string_view outcomeName(Outcome outcome) noexcept;

/// Counts of one run.
struct Report {
    Outcome outcome = Outcome::Done;
    std::int64_t pushed = 0; ///< Lines that now have a verdict here.
    std::int64_t accepted = 0, duplicates = 0, quarantined = 0, absent = 0;
    std::int64_t pulled = 0; ///< Changes stored.
    std::int64_t grants = 0, forgets = 0, pages = 0;
    std::int64_t forks = 0;
    std::int64_t retries = 0;
    std::chrono::seconds retryAfter{0}; ///< What the server asked for where it ended the run.
    enum class Fetch : std::uint8_t { NotAsked, Granted, Refused };
    Fetch fetch = Fetch::NotAsked; ///< NotAsked also where the run ended before.
    std::int64_t left = 0;         ///< Older records of the case that stayed at the server all the same.
    std::int64_t offered = 0;      ///< Lines offered to a server that may have lost them.
    std::int64_t takenBack = 0;    ///< Those of them that it had lost.
    bool compared = false;
    std::int64_t held = 0;      ///< Lines with a receipt, where it was compared.
    std::int64_t proven = 0;    ///< Those in cases of which both hold the same.
    std::int64_t differing = 0; ///< Cases that still differ.
    std::int64_t mended = 0;    ///< Cases that differed and do not any more.
    bool operator==(const Report &) const = default;
};

// What happened. Answers belong to the order with their ticket; late ones, of an order that was given up, change nothing.

enum class FailureKind : std::uint8_t {
    Unreachable,  ///< No connection, a broken one, a time-out.
    Unauthorised, ///< The token is not taken, or the device is not known.
    Busy,         ///< 429 or 503; `retryAfter` says how long.
    ServerFailed, ///< 5xx
    TooLarge,     ///< 413, or an answer larger than is read.
    Refused,      ///< Any other refusal: asking again brings nothing.
    Damaged,      ///< An answer that cannot be read.
    Store,        ///< The own store failed.
};

struct Start {
    Plan plan;
};
struct Stop {};
/// The run is to end, as soon as it can without breaking off what is under way: it does not listen any more.
struct WindUp {};
/// Something was saved here while the run goes on.
struct LocalWork {};
struct HelloAnswered {
    protocol::HelloAnswer answer;
};
struct TokenAnswered {};
struct OutboxRead {
    changelog::JournalBatch batch; ///< No lines: nothing is unsent.
};
struct PushAnswered {
    protocol::PushAnswer answer;
    Milliseconds took{0}; ///< From sending to the last byte.
};
struct VerdictsStored {};
struct EpochStarted {};
struct PageReceived {
    changelog::PullPage page;
    Milliseconds took{0};
};
struct PageStored {};
struct FetchAnswered {
    protocol::FetchAnswer answer;
};
struct OfferRead {
    changelog::OfferBatch batch; ///< No lines: nothing is left to offer.
};
struct OfferAnswered {
    std::vector<changelog::OfferVerdict> verdicts;
};
struct LogStarted {};
struct PartSummed {
    changelog::DigestPart part;
};
struct PartCompared {
    protocol::DigestAnswer answer;
};
struct ProofStored {};
struct Rested {};
struct Failed {
    FailureKind kind = FailureKind::Unreachable;
    std::chrono::seconds retryAfter{0};
};

using Happening = std::variant<Start, Stop, WindUp, LocalWork, HelloAnswered, TokenAnswered, OutboxRead, PushAnswered,
                               VerdictsStored, EpochStarted, PageReceived, PageStored, FetchAnswered, OfferRead,
                               OfferAnswered, LogStarted, PartSummed, PartCompared, ProofStored, Rested, Failed>;
struct Event {
    std::uint64_t ticket = 0; ///< That of the order which it answers; 0 for Start, Stop, WindUp and LocalWork.
    Happening what;
};

// What is to be done. At most one order with a ticket stands open at a time.

struct SendHello {}; ///< → HelloAnswered
struct SendToken {}; ///< → TokenAnswered
struct ReadOutbox {  ///< → OutboxRead
    std::size_t maxLines = 0, maxBytes = 0;
};
struct SendPush { ///< → PushAnswered
    changelog::JournalBatch batch;
};
struct StoreVerdicts { ///< → VerdictsStored
    std::int64_t epoch = 1;
    std::vector<changelog::Verdict> verdicts;
};
struct StartNextEpoch {}; ///< → EpochStarted
struct SendPull {         ///< → PageReceived; cursor and epoch are the store's.
    std::size_t limit = 0;
    std::chrono::seconds wait{0};
    std::optional<base::CaseId> again = {}; ///< A case to be brought once more before anything else.
};
struct StorePage { ///< → PageStored
    changelog::PullPage page;
};
struct SendFetch { ///< → FetchAnswered
    protocol::FetchRequest request;
};
struct ReadOffer {                      ///< → OfferRead
    std::optional<base::CaseId> caseId; ///< Only of this case.
    std::int64_t above = 0;
    std::int64_t after = 0;
    std::size_t maxLines = 0, maxBytes = 0;
};
struct SendOffer { ///< → OfferAnswered
    changelog::OfferBatch batch;
};
struct StartLog { ///< → LogStarted
    std::string logId;
    std::int64_t n = 0; ///< How much of this device's journal the server holds in the epoch that was said.
};
struct SumPart { ///< → PartSummed
    std::optional<base::CaseId> after;
};
struct SendDigest { ///< → PartCompared; cursor and log are the store's.
    changelog::DigestPart part;
};
struct StoreProof { ///< → ProofStored
    std::int64_t held = 0, proven = 0;
    bool settled = true; ///< Otherwise some cases could not be compared: it stands to be done once more.
};
struct Rest { ///< → Rested
    Milliseconds duration{0};
};
// Orders without an answer.
struct NoteContact {
    std::string logId;
    base::Instant serverTime;
    base::Instant leaseUntil;
    std::optional<base::Instant> protectedUntil;
};
/// The server's commands, at the end of the run.
struct CarryOut {
    std::vector<protocol::DeviceCommand> commands;
    bool outboxEmpty = false; ///< The server holds everything: files may go.
};
/// The open order is given up; its answer will be passed over.
struct Abandon {};
struct Finish {
    Report report;
};

using Command = std::variant<SendHello, SendToken, ReadOutbox, SendPush, StoreVerdicts, StartNextEpoch, SendPull,
                             StorePage, SendFetch, ReadOffer, SendOffer, StartLog, SumPart, SendDigest, StoreProof,
                             Rest, NoteContact, CarryOut, Abandon, Finish>;
struct Order {
    std::uint64_t ticket = 0; ///< 0 where no answer is waited for.
    Command command;
};

enum class Phase : std::uint8_t {
    Idle,            ///< No run; waits for Start.
    Greeting,        ///< Waits for the answer to hello.
    Authorising,     ///< Waits for a token.
    ReadingOutbox,   ///< Waits for the store to hand over the next unsent run of the journal.
    Pushing,         ///< Waits for the server's verdicts.
    StoringVerdicts, ///< Waits for the store to have committed them.
    StartingEpoch,   ///< Waits for the store to have begun the next epoch, after a fork.
    Pulling,         ///< Waits for a page.
    StoringPage,     ///< Waits for the store to have committed page and cursor.
    Listening,       ///< Everything is here; waits for the server to have news, or for the waiting time to end.
    ReadingOffer,    ///< Waits for lines that the server may have lost.
    Offering,        ///< Waits for the server to say which of them it had lost.
    StartingLog,     ///< Waits for the store to have taken to the server's other log.
    Summing,         ///< Waits for the store to have summed up the next cases.
    Comparing,       ///< Waits for the server to say which of them differ.
    StoringProof,    ///< Waits for the store to have noted what came of comparing.
    Fetching,        ///< Waits for the server to have taken older records into the package.
    Resting,         ///< Waits for a pause after a failure to end, then goes on in `resume`.
};
inline constexpr int PhaseCount = 18;

/// All that a run remembers. A value; survives runs, so that batch sizes learnt on a link are kept.
struct State {
    Phase phase = Phase::Idle;
    Phase resume = Phase::Idle;     ///< Where to go after Resting.
    Phase afterToken = Phase::Idle; ///< Where to go with a new token.
    std::uint64_t ticket = 0;       ///< Of the open order, or of the last one.
    std::uint64_t dice = 1;         ///< State of the random numbers for pauses.
    Plan plan;
    std::size_t batchLines = 0, batchBytes = 0; ///< What the link has shown to carry.
    std::size_t pageLines = 0;
    Milliseconds pushTook{0};
    protocol::OfferedLimits limits;
    int failures = 0;          ///< In a row, without progress.
    int unauthorised = 0;      ///< In a row.
    bool greetedAgain = false; ///< A call that was held was refused, and hello said once more because of it.
    bool localWork = false;
    bool outboxEmpty = false;
    bool revoked = false;
    bool pushOnly = false; ///< A device that is revoked, or ordered to wipe itself, gives and gets nothing.
    bool news = false;     ///< Listening has brought something.
    std::chrono::seconds listened{0};
    std::int64_t sentEpoch = 0, sentFrom = 0, sentCount = 0; ///< The push under way.
    std::int64_t judgedEpoch = 0, judgedThrough = 0;         ///< Last position that got a verdict in this run.
    struct Offer {
        std::optional<base::CaseId> caseId; ///< Set where it is about mending this case.
        std::int64_t above = 0;             ///< Otherwise what the server may have lost with its restore.
        std::int64_t after = 0, next = 0, sent = 0;
        bool refused = false; ///< Something was not taken.
    } offer;
    std::string nextLogId; ///< The server's other log, until the store has taken to it.
    std::int64_t nextLogN = 0;
    int logChanges = 0;
    struct Comparison {
        bool wanted = false;
        int passes = 0;
        std::optional<base::CaseId> from; ///< Behind which the next part begins.
        changelog::DigestPart part;
        std::vector<base::CaseId> differing; ///< Of the pass under way.
        bool settled = true;                 ///< In the pass under way no right has changed behind the cursor.
        std::vector<base::CaseId> toMend;
        std::int64_t held = 0, proven = 0, differedAtFirst = 0;
    } comparison;
    std::optional<base::CaseId> again; ///< To be asked for with the next page.
    std::string lastCursor;
    bool more = false; ///< The page being stored is not the last.
    std::vector<protocol::DeviceCommand> commands;
    Report report;

    /// Everything is here, and the run waits for news: in a call that the server holds, or between two of them.
    [[nodiscard]] bool isListening() const noexcept
    {
        return phase == Phase::Listening || (phase == Phase::Resting && resume == Phase::Listening && failures == 0);
    }

    /// A state at rest. `seed` makes the pauses of different devices differ.
    [[nodiscard]] static State atRest(std::uint64_t seed);
};

struct Step {
    State state;
    std::vector<Order> orders;
};

/// One step. Every phase has a way out: an answer, a failure or Stop; an answer of the wrong kind ends the run.
[[nodiscard]] Step advance(State state, Event event);

/// Numbers that steer a run.
struct Pace {
    static constexpr std::size_t LeastLines = 20;
    static constexpr std::size_t FirstLines = 100;
    static constexpr std::size_t FirstPageLines = 250;
    static constexpr std::size_t LeastBytes = 2 * changelog::ChangeLimits::LineBytes;
    /// A full batch that went faster is followed by one twice as large, one that took longer by one half as large: what a
    /// break of the line costs stays some seconds of work.
    static constexpr Milliseconds Swift{2000};
    static constexpr Milliseconds Slow{6000};
    /// At most this between two calls that wait for news: a server that answers them all at once is not asked without end.
    static constexpr Milliseconds ListeningPause{1000};
    /// A store put back again and again skips one epoch for each time; more than this is a fault.
    static constexpr int MostForks = 64;
    /// A token that is refused right after it was given is not asked for for ever.
    static constexpr int MostUnauthorised = 2;
    /// The first one finds what differs, the second one shows it mended, the third one is for what came in between: rights
    /// that changed, and lines.
    static constexpr int MostPasses = 3;
    /// Lines that the store reads and hashes in one go.
    static constexpr std::size_t SummedLines = 2000;
};

} // namespace faltakt::engine
