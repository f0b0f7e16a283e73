#include "sync/server/api/letter_service.h"

#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "core/rules/attempt_choices.h"
#include "core/rules/case_facts.h"
#include "core/rules/letter_text.h"
#include "sync/server/api/record_reader.h"

#include <algorithm>
#include <map>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view Word = "letter";
/// So many cases in one question to the store.
constexpr std::size_t CasesAtOnce = 100;
constexpr int ReportsOfCase = 100;

} // namespace

struct LetterService::Opened {
    Tenant tenant;
    WholeCase records;
    rules::CaseFacts facts;
    rules::ReportFacts report;
    QueuedLetter queued;
    std::string responsible;
};

Result<LetterService::Opened> LetterService::open(StoreTransaction &transaction, TenantId tenantId,
                                                  RecordId letter) const
{
    TRY(const auto tenant, transaction.identity().tenant(tenantId));
    TRY(const auto home, transaction.log().recordHome(tenantId, letter));
    if (!tenant || !home || home->kind != "lobReport")
        return fail(ErrorCode::NotFound, "no letter of this id was asked for");
    TRY(WholeCase records, WholeCase::read(transaction.log(), tenantId, home->caseId));
    TRY(rules::CaseFacts facts, rules::readCaseFacts(home->caseId, records));
    const auto report = std::ranges::find(facts.reports, letter, &rules::ReportFacts::id);
    if (report == facts.reports.end() || !report->letterRequested)
        return fail(ErrorCode::NotFound, "no letter of this id was asked for");
    QueuedLetter queued{letter, home->caseId, {}, *report->letterRequested, rules::letterWait(facts, *report)};
    TRY(const auto files, records.records(home->caseId, "case"));
    if (!files.empty())
        queued.caseNumber = files.front().text("caseNumber");
    const rules::ReportFacts found = *report;
    return Opened{*tenant, std::move(records), std::move(facts),
                  found,   std::move(queued),  files.empty() ? std::string() : files.front().text("responsible")};
}

/// Reports whose letter was asked for and has not gone.
Result<std::vector<RecordId>> LetterService::asked(StoreTransaction &transaction, TenantId tenant) const
{
    const RecordReader reader(transaction.log(), tenant);
    TRY(const auto files, transaction.log().cases(tenant));
    std::vector<RecordId> letters;
    for (std::size_t from = 0; from < files.size(); from += CasesAtOnce) {
        std::vector<CaseId> some;
        for (std::size_t index = from; index < std::min(from + CasesAtOnce, files.size()); ++index)
            some.push_back(files[index].id);
        TRY(const auto states, transaction.log().recordStatesOf(tenant, some, {"lobReport"}, ReportsOfCase));
        for (const changelog::RecordState &state : states)
            if (!reader.isDeleted(state) && !reader.text(state, "letterRequestedAt").empty()
                && reader.text(state, "letterSentAt").empty())
                letters.push_back(state.id());
    }
    return letters;
}

Result<bool> LetterService::write(StoreTransaction &transaction, const Opened &opened,
                                  const std::vector<rules::PlannedWrite> &writes) const
{
    if (writes.empty())
        return false;
    TRY(auto sets, rules::makeSets(writes, [&](RecordId record) { return opened.records.state(record); }));
    TRY_VOID(m_author->write(transaction, opened.tenant, opened.queued.caseId, std::move(sets)));
    return true;
}

Result<bool> LetterService::tellWorker(StoreTransaction &transaction, const Opened &opened) const
{
    const auto writes = m_ids->use([&](base::UuidMaker &ids) {
        return rules::planLetterHeld(opened.facts, opened.queued.letter, opened.responsible, ids);
    });
    return write(transaction, opened, writes);
}

void LetterService::tell(TenantId tenant, bool hasGrown) const
{
    if (hasGrown && m_orderGrew)
        m_orderGrew(tenant);
}

Result<std::vector<QueuedLetter>> LetterService::list(TenantId tenant)
{
    bool hasGrown = false;
    auto listed = m_store->write([&](StoreTransaction &transaction) -> Result<std::vector<QueuedLetter>> {
        hasGrown = false;
        TRY(const auto letters, asked(transaction, tenant));
        std::vector<QueuedLetter> queue;
        for (const RecordId &letter : letters) {
            TRY(const Opened opened, open(transaction, tenant, letter));
            TRY(const bool wrote, tellWorker(transaction, opened));
            hasGrown = hasGrown || wrote;
            queue.push_back(opened.queued);
        }
        std::ranges::stable_sort(queue, {}, &QueuedLetter::asked);
        return queue;
    });
    tell(tenant, listed && hasGrown);
    return listed;
}

Result<PrintedLetter> LetterService::print(StoreTransaction &transaction, const Opened &opened,
                                           rules::TemplateWords words) const
{
    TRY(const rules::Profile profile,
        m_profiles(transaction.profiles(), opened.tenant, casework::swedishDate(m_clock->now())));
    TRY(const auto persons, opened.records.records(opened.queued.caseId, "person"));
    const casework::PersonCard card =
        persons.empty() ? casework::PersonCard() : casework::readPersonCard(persons.front());
    if (const auto id = WorkerId::parse(opened.responsible)) {
        TRY(const auto worker, transaction.identity().worker(opened.tenant.id, *id));
        if (worker)
            words.try_emplace("worker", worker->name);
    }
    TRY(rules::LetterText written, rules::writeLetter(profile, card, std::move(words)));
    PrintedLetter letter;
    letter.queued = opened.queued;
    letter.address = std::move(written.address);
    letter.language = base::languageTag(written.language);
    letter.interpreter = std::move(written.interpreter);
    letter.opening = std::move(written.opening);
    letter.text = std::move(written.text);
    letter.missing = std::move(written.missing);
    return letter;
}

namespace {

tl::unexpected<base::Error> heldBack(const std::string &code)
{
    return fail(ErrorCode::Refused, "the letter is held: " + rules::obstacleText(code, base::Language::English)
                                        + " The person's worker has a task about it.");
}

} // namespace

Result<PrintedLetter> LetterService::show(TenantId tenant, RecordId letter, rules::TemplateWords words)
{
    bool hasGrown = false;
    std::string held;
    auto shown = m_store->write([&](StoreTransaction &transaction) -> Result<PrintedLetter> {
        hasGrown = false;
        TRY(const Opened opened, open(transaction, tenant, letter));
        held = opened.queued.held;
        if (!held.empty()) {
            TRY(hasGrown, tellWorker(transaction, opened));
            return PrintedLetter{opened.queued, {}, {}, {}, {}, {}, {}};
        }
        AccessNotes notes;
        notes.add(AccessAct::Exported, opened.queued.caseId,
                  changelog::CompartmentSet{changelog::Compartment::Card, changelog::Compartment::Lob},
                  std::string(Word));
        TRY_VOID(
            m_accessLog->append(transaction, {tenant, opened.tenant.serverWorker, opened.tenant.serverDevice}, notes));
        return print(transaction, opened, words);
    });
    tell(tenant, shown && hasGrown);
    if (shown && !held.empty())
        return heldBack(held);
    return shown;
}

Result<QueuedLetter> LetterService::markSent(TenantId tenant, RecordId letter, base::Instant at)
{
    bool hasGrown = false;
    std::string held;
    auto sent = m_store->write([&](StoreTransaction &transaction) -> Result<QueuedLetter> {
        hasGrown = false;
        TRY(const Opened opened, open(transaction, tenant, letter));
        if (opened.report.letterSent)
            return fail(ErrorCode::AlreadyExists, "the letter was sent before");
        if (at < opened.queued.asked || at > m_clock->now())
            return fail(ErrorCode::InvalidInput, "a letter goes after it was asked for, and not in the future");
        held = opened.queued.held;
        if (!held.empty()) {
            TRY(hasGrown, tellWorker(transaction, opened));
            return opened.queued;
        }
        TRY(const auto writes,
            m_ids->use([&](base::UuidMaker &ids) { return rules::planLetterSent(opened.facts, letter, at, ids); }));
        TRY(hasGrown, write(transaction, opened, writes));
        return opened.queued;
    });
    tell(tenant, sent && hasGrown);
    if (sent && !held.empty())
        return heldBack(held);
    return sent;
}

} // namespace faltakt::server
