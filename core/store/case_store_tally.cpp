// Anonymous counts by kind and week: no name, and nowhere to write one.
#include "core/store/case_store_parts.h"

#include <algorithm>

namespace faltakt::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<std::int64_t> countOf(Database &database, std::string_view kind, std::string_view week)
{
    TRY(auto statement, database.prepare("SELECT count FROM tally WHERE kind = ?1 AND week = ?2"));
    TRY(const bool row, statement.bind(1, kind).bind(2, week).step());
    return row ? statement.integer(0) : 0;
}

} // namespace

Result<std::int64_t> CaseStore::addToTally(std::string_view kind, std::string_view week, std::int64_t number)
{
    if (kind.empty() || kind.size() > MostTallyName || week.size() != std::string_view("2026-W07").size())
        return fail(ErrorCode::InvalidInput, "tally");
    return m_parts->inTransaction([&]() -> Result<std::int64_t> {
        TRY(const std::int64_t before, countOf(*m_parts->database, kind, week));
        const std::int64_t after = std::max<std::int64_t>(0, before + number);
        TRY(auto statement, m_parts->database->prepare("INSERT INTO tally (kind, week, count) VALUES (?1, ?2, ?3)"
                                                       " ON CONFLICT (kind, week) DO UPDATE SET count = ?3"));
        TRY_VOID(statement.bind(1, kind).bind(2, week).bind(3, after).run());
        return after;
    });
}

Result<std::vector<TallyRow>> CaseStore::tallies(std::string_view week) const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT kind, count FROM tally WHERE week = ?1 AND count > 0 ORDER BY kind"));
    statement.bind(1, week);
    std::vector<TallyRow> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back({std::string(statement.text(0)), statement.integer(1)});
    }
}

} // namespace faltakt::store
