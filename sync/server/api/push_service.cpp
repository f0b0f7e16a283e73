#include "sync/server/api/push_service.h"

#include <algorithm>
#include <iterator>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::Verdict;
using protocol::PushAnswer;
using protocol::PushFork;
using protocol::PushGap;
using protocol::PushVerdicts;

namespace {

/// Where a batch meets the journal that is held: a gap, a fork, or the number of lines that are known already.
struct Meeting {
    std::optional<PushAnswer> obstacle;
    std::vector<Verdict> known;
};

Result<Meeting> meetJournal(LogReader &log, const Session &session, const changelog::JournalBatch &batch,
                            const std::vector<PreparedLine> &lines)
{
    TRY(const JournalHead head, log.journalHead(session.tenant, session.device, batch.epoch));
    Meeting meeting;
    if (batch.from > head.n + 1) {
        meeting.obstacle = PushGap{head.n + 1};
        return meeting;
    }
    const std::int64_t last = batch.from + std::int64_t(lines.size()) - 1;
    TRY(const auto entries,
        log.journal(session.tenant, session.device, batch.epoch, batch.from - 1, std::min(last, head.n)));
    base::Hash before = changelog::firstLink();
    for (const JournalEntry &entry : entries) {
        if (entry.n == batch.from - 1) {
            before = entry.link;
            continue;
        }
        if (entry.link != lines[std::size_t(entry.n - batch.from)].link) {
            meeting.obstacle = PushFork{entry.n};
            return meeting;
        }
        meeting.known.push_back(entry.verdict);
    }
    if (before != batch.previous)
        meeting.obstacle = PushFork{batch.from - 1};
    return meeting;
}

} // namespace

Result<PushAnswer> PushService::push(const Session &session, const protocol::PushRequest &request)
{
    if (request.device != session.device)
        return fail(ErrorCode::Refused, "the journal of another device");
    if (request.batch.epoch < 1 || request.batch.from < 1 || request.batch.lines.empty())
        return fail(ErrorCode::InvalidInput, "position");
    const auto lines = prepareLines(request.batch, *m_schema);

    ExpectedReads expectation = expectedReads(lines);
    expectation.journal = {session.device, request.batch.epoch, request.batch.from - 1, lines.back().n};

    bool grew = false;
    auto answer = m_store->write([&](StoreTransaction &transaction) -> Result<PushAnswer> {
        grew = false;
        // Announced before the caller is looked at, so that a store that is far away answers both in one go.
        TRY_VOID(transaction.log().expect(session.tenant, expectation));
        // Inside the transaction, and nowhere else: a revocation counts from its commit on.
        TRY(const Caller caller, findCaller(transaction.identity(), session));
        if (!protocol::verifyPush(request, session.tenant, caller.key))
            return fail(ErrorCode::InvalidInput, "signature");
        if (lines.back().link != request.batch.head)
            return fail(ErrorCode::InvalidInput, "head");
        TRY(Meeting meeting, meetJournal(transaction.log(), session, request.batch, lines));
        if (meeting.obstacle)
            return std::move(*meeting.obstacle);
        const std::int64_t last = lines.back().n;
        const std::span<const PreparedLine> fresh = std::span(lines).subspan(meeting.known.size());
        PushVerdicts verdicts{std::move(meeting.known), last};
        if (fresh.empty())
            return PushAnswer(std::move(verdicts));
        TRY(auto taken, m_intake->take(transaction, caller, Authority::Worker, request.batch.epoch, fresh));
        TRY_VOID(transaction.log().setJournalHead(session.tenant, session.device, request.batch.epoch,
                                                  {last, lines.back().link}, request.signature));
        grew = taken.orderGrew;
        std::move(taken.verdicts.begin(), taken.verdicts.end(), std::back_inserter(verdicts.verdicts));
        return PushAnswer(std::move(verdicts));
    });
    if (answer && grew && m_orderGrew)
        m_orderGrew(session.tenant);
    return answer;
}

} // namespace faltakt::server
