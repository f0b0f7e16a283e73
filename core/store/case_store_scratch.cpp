// Quick screening without a person: the one thing here that may be thrown away, and says so.
#include "core/store/case_store_parts.h"

#include <array>
#include <cstdio>

namespace faltakt::store {

using base::CaseId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using base::ScratchId;
namespace json = base::json;

namespace {

constexpr std::string_view DiscardedTally = "quickScreening";

/// ISO 8601 week of a moment in UTC, such as "2026-W07": coarse enough for a count that must name no day.
std::string isoWeek(base::Instant instant)
{
    using namespace std::chrono;
    const auto day = floor<days>(instant);
    const auto thursday = day - (weekday(day) - Monday) + days(3);
    const year_month_day date(thursday);
    const int week = int((thursday - sys_days(date.year() / January / 1)).count()) / 7 + 1;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-W%02d", int(date.year()), week);
    return text.data();
}

Result<json::Object> readObject(std::string_view text)
{
    TRY(json::Value value, json::parse(text));
    if (!value.object())
        return fail(ErrorCode::Damaged, "scratch row");
    return std::move(*value.object());
}

Result<void> eraseScratch(Database &database, ScratchId id)
{
    TRY(auto statement, database.prepare("DELETE FROM scratch WHERE id = ?1"));
    TRY_VOID(statement.bind(1, id).run());
    return database.changedRows() == 0 ? Result<void>(fail(ErrorCode::NotFound, "scratch")) : Result<void>();
}

Result<void> count(Database &database, base::Instant when, std::int64_t number)
{
    TRY(auto statement, database.prepare("INSERT INTO tally (kind, week, count) VALUES (?1, ?2, ?3)"
                                         " ON CONFLICT (kind, week) DO UPDATE SET count = count + excluded.count"));
    return statement.bind(1, DiscardedTally).bind(2, isoWeek(when)).bind(3, number).run();
}

} // namespace

Result<ScratchId> CaseStore::startScratch(std::string_view instrument, std::string_view version, json::Object context,
                                          std::optional<ScratchId> chosen)
{
    const ScratchId id = chosen ? *chosen : m_parts->ids.makeId<ScratchId>();
    TRY_VOID(m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto statement,
            m_parts->database->prepare("INSERT INTO scratch (id, instrument, version, context, answers, created)"
                                       " VALUES (?1, ?2, ?3, ?4, '{}', ?5)"));
        statement.bind(1, id).bind(2, instrument).bind(3, version).bind(4, json::serialise(std::move(context)));
        return statement.bind(5, m_parts->setup.clock->now()).run();
    }));
    return id;
}

Result<void> CaseStore::answerScratch(ScratchId id, std::string_view item, json::Value value)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto read, m_parts->database->prepare("SELECT answers FROM scratch WHERE id = ?1"));
        TRY(const bool row, read.bind(1, id).step());
        if (!row)
            return fail(ErrorCode::NotFound, "scratch");
        TRY(json::Object answers, readObject(read.text(0)));
        answers.set(std::string(item), std::move(value));
        TRY(auto write, m_parts->database->prepare("UPDATE scratch SET answers = ?2 WHERE id = ?1"));
        return write.bind(1, id).bind(2, json::serialise(std::move(answers))).run();
    });
}

Result<void> CaseStore::rewriteScratch(const Scratch &scratch)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto statement, m_parts->database->prepare("UPDATE scratch SET instrument = ?2, version = ?3, context = ?4,"
                                                       " answers = ?5 WHERE id = ?1"));
        statement.bind(1, scratch.id).bind(2, scratch.instrument).bind(3, scratch.version);
        TRY_VOID(statement.bind(4, json::serialise(scratch.context)).bind(5, json::serialise(scratch.answers)).run());
        return m_parts->database->changedRows() == 0 ? Result<void>(fail(ErrorCode::NotFound, "scratch"))
                                                     : Result<void>();
    });
}

Result<std::vector<CaseStore::Scratch>> CaseStore::scratches() const
{
    TRY(auto statement, m_parts->database->prepare(
                            "SELECT id, instrument, version, context, answers, created FROM scratch ORDER BY created"));
    std::vector<Scratch> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        Scratch scratch;
        scratch.id = statement.id<ScratchId>(0);
        scratch.instrument = statement.text(1);
        scratch.version = statement.text(2);
        TRY(scratch.context, readObject(statement.text(3)));
        TRY(scratch.answers, readObject(statement.text(4)));
        scratch.created = statement.instant(5);
        rows.push_back(std::move(scratch));
    }
}

Result<RecordId> CaseStore::attachScratch(ScratchId id, CaseId caseId)
{
    return m_parts->inTransaction([&]() -> Result<RecordId> {
        TRY(const auto all, scratches());
        for (const Scratch &scratch : all) {
            if (scratch.id != id)
                continue;
            json::Object fields = scratch.context;
            fields.set("instrument", scratch.instrument);
            fields.set("version", scratch.version);
            fields.set("status", "inProgress");
            fields.set("startedAt", base::formatInstant(scratch.created));
            for (const auto &[item, value] : scratch.answers)
                fields.set("answers/" + item, value);
            const auto record = m_parts->ids.makeId<RecordId>();
            ApplySession session = m_parts->session();
            TRY_VOID(m_parts->writeDraft(
                {caseId, {changelog::makeCreation(record, "assessment", std::move(fields))}, {}}, session));
            TRY_VOID(session.flush());
            TRY_VOID(eraseScratch(*m_parts->database, id));
            return record;
        }
        return fail(ErrorCode::NotFound, "scratch");
    });
}

Result<void> CaseStore::discardScratch(ScratchId id)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY_VOID(eraseScratch(*m_parts->database, id));
        return count(*m_parts->database, m_parts->setup.clock->now(), 1);
    });
}

Result<int> CaseStore::discardScratchOlderThan(base::Duration age)
{
    return m_parts->inTransaction([&]() -> Result<int> {
        const base::Instant now = m_parts->setup.clock->now();
        TRY(auto statement, m_parts->database->prepare("DELETE FROM scratch WHERE created < ?1"));
        TRY_VOID(statement.bind(1, now - age).run());
        const auto deleted = m_parts->database->changedRows();
        if (deleted > 0)
            TRY_VOID(count(*m_parts->database, now, deleted));
        return int(deleted);
    });
}

} // namespace faltakt::store
