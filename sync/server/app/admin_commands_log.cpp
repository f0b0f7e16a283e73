// The review of the access log.
#include "core/casework/swedish_time.h"
#include "core/crypto/file_steps.h"
#include "sync/server/api/server_settings.h"
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/json_line.h"

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t MostShown = 50'000; // What goes through the admin socket in one answer.
constexpr std::size_t MaxSeenFile = 256;

/// What the reviewer asks to see; the check goes over everything all the same.
struct Selection {
    std::optional<WorkerId> worker;
    std::optional<CaseId> caseId;
    base::Instant from = base::Instant::min();
    base::Instant until = base::Instant::max(); ///< Not included.

    [[nodiscard]] bool takes(const AccessLogEntry &entry) const
    {
        return (!worker || entry.worker == *worker) && (!caseId || entry.caseId == *caseId) && entry.at >= from
               && entry.at < until;
    }
};

/// The beginning of a Swedish day, `later` days after it.
Result<base::Instant> dayOption(const AdminRequest &request, const std::string &name, int later)
{
    const auto date = base::parseDate(request.option(name));
    if (!date)
        return fail(ErrorCode::InvalidInput, "--" + name + " takes a day, YYYY-MM-DD");
    const auto day = std::chrono::sys_days(*date) + std::chrono::days(later);
    return casework::instantOf({base::Date(day), std::chrono::minutes(0)});
}

/// Where the last review of a whole log ended; empty before the first.
Result<std::optional<AccessLog::Known>> readSeen(const std::filesystem::path &path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return std::optional<AccessLog::Known>();
    crypto::SystemFileSteps files;
    TRY(const auto bytes, files.read(path, MaxSeenFile));
    const auto known = knownFromText(base::textOf(bytes));
    if (!known)
        return fail(known.error().withContext(path.string()));
    return std::optional(*known);
}

Result<void> writeSeen(const std::filesystem::path &path, const AccessLogHead &head)
{
    crypto::SystemFileSteps files;
    const std::string text = toText({head.n, head.link});
    return crypto::replaceFile(files, path, base::bytesOf(text));
}

std::string lineOf(const AccessLogEntry &entry, const std::map<WorkerId, std::string> &names)
{
    const auto name = names.find(entry.worker);
    json::Array compartments;
    for (const std::string_view compartment : entry.compartments.names())
        compartments.emplace_back(compartment);
    return jsonLine({{"n", entry.n},
                     {"at", base::formatInstant(entry.at)},
                     {"worker", entry.worker.toString()},
                     {"name", name == names.end() ? std::string() : name->second},
                     {"device", entry.device.toString()},
                     {"act", accessActName(entry.act)},
                     {"case", entry.caseId ? json::Value(entry.caseId->toString()) : json::Value()},
                     {"compartments", std::move(compartments)},
                     {"lines", entry.lines},
                     {"word", entry.word},
                     {"purpose", entry.purpose}});
}

} // namespace

AdminCommands::Lines AdminCommands::logReview(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    Selection selection;
    if (request.has("worker")) {
        TRY(selection.worker, workerNamed(request.option("worker")));
    }
    if (request.has("case")) {
        const auto caseId = CaseId::parse(request.option("case"));
        if (!caseId)
            return fail(ErrorCode::InvalidInput, "that is not the id of a case; case list shows them");
        selection.caseId = *caseId;
    }
    if (request.has("from")) {
        TRY(selection.from, dayOption(request, "from", 0));
    }
    if (request.has("to")) {
        TRY(selection.until, dayOption(request, "to", 1));
    }
    const auto seen = m_instance->folder().accessLogSeen(tenant.id);
    TRY(const auto known, readSeen(seen));
    // What is remembered of this review must not be taken back by a power cut: this write waits for the disk, and with it
    // goes every entry before it.
    TRY_VOID(m_instance->core().store().write([&](StoreTransaction &transaction) {
        return transaction.identity().setSetting(SettingNames::LogReviewed,
                                                 base::formatInstant(m_instance->core().clock().now()));
    }));
    std::string lines;
    std::int64_t matching = 0;
    std::int64_t shown = 0;
    TRY(const auto review, m_instance->core().store().read([&](StoreSnapshot &snapshot) -> Result<AccessLog::Review> {
        lines.clear();
        matching = shown = 0;
        TRY(const auto workers, snapshot.identity().workers(tenant.id));
        std::map<WorkerId, std::string> names;
        for (const Worker &worker : workers)
            names.emplace(worker.id, worker.name);
        return m_instance->core().accessLog().review(snapshot, tenant.id, known, [&](const AccessLogEntry &entry) {
            if (!selection.takes(entry) || ++matching > std::int64_t(MostShown))
                return;
            ++shown;
            lines += lineOf(entry, names);
        });
    }));
    const bool whole = !review.brokenAt;
    if (whole && review.entries > 0)
        TRY_VOID(writeSeen(seen, review.head));
    m_exitCode = whole ? 0 : 1;
    if (!whole)
        m_remark = "faltakt-server: the access log is not what was written: " + review.fault + ", at entry "
                   + std::to_string(*review.brokenAt) + ".\n";
    else if (shown < matching)
        m_remark = "Only the first " + std::to_string(shown)
                   + " are shown: choose fewer with --from, --to, --worker, "
                     "--case.\n";
    return lines
           + jsonLine({{"entries", review.entries},
                       {"matching", matching},
                       {"shown", shown},
                       {"head", base::toBase64Url(review.head.link)},
                       {"whole", whole},
                       {"brokenAt", whole ? json::Value() : json::Value(*review.brokenAt)},
                       {"fault", whole ? json::Value() : json::Value(review.fault)}});
}

} // namespace faltakt::server
