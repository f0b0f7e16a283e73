#include "sync/server/api/access_log.h"

#include "core/changelog/journal.h"
#include "core/crypto/hash.h"

#include <charconv>

namespace faltakt::server {

using base::Result;
using changelog::CompartmentSet;

namespace {

constexpr int ChunkSize = 1000;

/// The text whose hash goes into the chain. Words hold no line end (they are codes), so no two entries share a text.
std::string statementOf(TenantId tenant, const AccessLogEntry &entry)
{
    std::string text = "faltakt-access-1\n";
    for (const std::string &part :
         {tenant.toString(), std::to_string(entry.n), std::to_string(base::toMs(entry.at)), entry.worker.toString(),
          entry.device.toString(), std::to_string(int(entry.act)),
          entry.caseId ? entry.caseId->toString() : std::string(), std::to_string(entry.compartments.bits()),
          std::to_string(entry.lines), entry.word, entry.purpose})
        text.append(part).append(1, '\n');
    return text;
}

base::Hash linkAfter(const base::Hash &previous, TenantId tenant, const AccessLogEntry &entry)
{
    const std::string statement = statementOf(tenant, entry);
    return changelog::nextLink(previous, crypto::blake2b256(base::bytesOf(statement)));
}

} // namespace

std::string toText(const AccessLog::Known &known)
{
    return std::to_string(known.first) + ' ' + base::toBase64Url(known.second) + '\n';
}

Result<AccessLog::Known> knownFromText(std::string_view text)
{
    AccessLog::Known known;
    const auto space = text.find(' ');
    if (space != std::string_view::npos && text.ends_with('\n')) {
        const std::string_view number = text.substr(0, space);
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), known.first);
        const auto link = base::hashFromBase64Url(text.substr(space + 1, text.size() - space - 2));
        if (error == std::errc() && end == number.data() + number.size() && known.first > 0 && link) {
            known.second = *link;
            return known;
        }
    }
    return base::fail(base::ErrorCode::Damaged, "where the last review ended cannot be read");
}

std::string_view accessActName(AccessAct act) noexcept
{
    switch (act) {
    case AccessAct::Delivered: return "delivered";
    case AccessAct::Written: return "written";
    case AccessAct::Returned: return "returned";
    case AccessAct::Told: return "told";
    case AccessAct::Fetched: return "fetched";
    case AccessAct::Appointed: return "appointed";
    case AccessAct::Exported: return "exported";
    case AccessAct::Asked: return "asked";
    }
    return "unknown";
}

void AccessNotes::add(AccessAct act, const std::optional<CaseId> &caseId, CompartmentSet compartments, std::string word,
                      std::string purpose)
{
    Sum &sum = m_notes[{caseId, act, std::move(word), std::move(purpose)}];
    sum.compartments = sum.compartments | compartments;
    ++sum.lines;
}

std::vector<AccessLogEntry> AccessNotes::entries() const
{
    std::vector<AccessLogEntry> entries;
    entries.reserve(m_notes.size());
    for (const auto &[key, sum] : m_notes) {
        AccessLogEntry entry;
        std::tie(entry.caseId, entry.act, entry.word, entry.purpose) = key;
        entry.compartments = sum.compartments;
        entry.lines = sum.lines;
        entries.push_back(std::move(entry));
    }
    return entries;
}

base::Hash AccessLog::seal(TenantId tenant, std::int64_t n, const base::Hash &link) const
{
    const std::string statement =
        "faltakt-access-head-1\n" + tenant.toString() + '\n' + std::to_string(n) + '\n' + base::toBase64Url(link);
    return crypto::mac(m_keys->stampKey(), base::bytesOf(statement));
}

Result<void> AccessLog::append(StoreTransaction &transaction, const Session &who, const AccessNotes &notes) const
{
    if (notes.empty())
        return {};
    TRY(AccessLogHead head, transaction.accessLog().head(who.tenant));
    const base::Instant now = m_clock->now();
    std::vector<AccessLogEntry> entries = notes.entries();
    for (AccessLogEntry &entry : entries) {
        entry.n = ++head.n;
        entry.at = now;
        entry.worker = who.worker;
        entry.device = who.device;
        entry.link = head.link = linkAfter(head.link, who.tenant, entry);
    }
    head.seal = seal(who.tenant, head.n, head.link);
    return transaction.accessLog().append(who.tenant, entries, head);
}

Result<AccessLog::Review> AccessLog::review(StoreSnapshot &snapshot, TenantId tenant, const std::optional<Known> &known,
                                            const std::function<void(const AccessLogEntry &)> &each) const
{
    Review review;
    TRY(review.head, snapshot.accessLog().head(tenant));
    const auto breakAt = [&review](std::int64_t n, const char *fault) {
        if (review.brokenAt)
            return;
        review.brokenAt = n;
        review.fault = fault;
    };
    std::int64_t last = 0;
    base::Hash link = changelog::firstLink();
    while (true) {
        TRY(const auto entries, snapshot.accessLog().entriesAfter(tenant, last, ChunkSize));
        for (const AccessLogEntry &entry : entries) {
            if (entry.n != last + 1)
                breakAt(last + 1, "entries are missing");
            if (entry.link != linkAfter(link, tenant, entry))
                breakAt(entry.n, "an entry was changed");
            if (known && known->first == entry.n && known->second != entry.link)
                breakAt(entry.n, "it is another log than at the review before");
            last = entry.n;
            link = entry.link;
            ++review.entries;
            each(entry);
        }
        if (entries.size() < std::size_t(ChunkSize))
            break;
    }
    if (review.head.n != last || review.head.link != link)
        breakAt(last + 1, "the end is missing");
    else if (last > 0 && review.head.seal != seal(tenant, last, link))
        breakAt(last, "the seal at the end is not this server's");
    if (known && known->first > last)
        breakAt(last + 1, "it is shorter than at the review before");
    return review;
}

} // namespace faltakt::server
