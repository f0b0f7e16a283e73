#pragma once

// Field packages for tests: a case with something of everything that is old by now, and what a device makes of its lines.

#include "tests/unit/server_world.h"

#include <set>

namespace faltakt::server::testing {

using changelog::CaseSum;
using changelog::Compartment;
using changelog::CompartmentSet;
using changelog::DeliveredChange;
using changelog::ForgetLine;
using changelog::GrantLine;
using changelog::OlderLine;
using changelog::PullItem;

inline constexpr auto Year = std::chrono::days(365);

/// What a device makes of the lines it is sent: by case, each line once.
struct Held {
    std::map<ChangeId, ChangeLine> lines;
    CompartmentSet granted;
    std::int64_t older = 0;

    void take(const std::vector<PullItem> &items, CaseId of)
    {
        for (const PullItem &item : items) {
            if (const auto *delivered = std::get_if<DeliveredChange>(&item);
                delivered && delivered->line.change.caseId == of)
                lines.insert_or_assign(delivered->line.change.id, delivered->line);
            if (const auto *grant = std::get_if<GrantLine>(&item); grant && grant->caseId == of) {
                granted = grant->compartments;
                older = 0;
            }
            if (const auto *forget = std::get_if<ForgetLine>(&item); forget && forget->caseId == of) {
                granted = forget->remaining;
                if (forget->anew || forget->remaining.empty())
                    lines.clear();
            }
            if (const auto *told = std::get_if<OlderLine>(&item); told && told->caseId == of)
                older = told->count;
        }
    }
    std::set<ChangeId> ids() const
    {
        std::set<ChangeId> all;
        for (const auto &[id, line] : lines)
            all.insert(id);
        return all;
    }
};

/// A case with something of everything that was written two years ago, and Bo, who gets a right to it now.
struct OldCase : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo");
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();
    Held held;

    std::map<std::string, RecordId> records;
    std::map<std::string, std::vector<ChangeLine>> lines;

    OldCase()
    {
        make("person", "person", {{"givenName", "Kim"}});
        make("contact", "contact", {{"text", "ringde"}});
        make("note", "note", {{"text", "gammal"}});
        make("other note", "note", {{"text", "annan"}});
        make("open task", "task", {{"what", "call"}, {"status", "open"}});
        make("done task", "task", {{"what", "call"}, {"status", "open"}});
        edit("done task", {{"status", "done"}});
        make("screening", "assessment", {{"instrument", "audit"}});
        make("open report", "lobReport", {{"place", "torget"}});
        make("closed report", "lobReport", {{"status", "closed"}});
        clock.advance(2 * Year);
    }
    void write(const std::string &name, const ChangeLine &line)
    {
        REQUIRE(annas.push(line).kind == VerdictKind::Accepted);
        lines[name].push_back(line);
    }
    void make(const std::string &name, const std::string &kind, json::Object fields)
    {
        records[name] = ids.makeId<RecordId>();
        write(name, annas.change(caseId, records[name], kind, std::move(fields)));
    }
    void edit(const std::string &name, json::Object fields)
    {
        const auto &before = lines.at(name);
        const std::string kind = before.front().change.sets.front().kind;
        write(name, annas.change(caseId, records.at(name), kind, std::move(fields), {before.back().change.id}));
    }
    std::set<ChangeId> linesOf(const std::vector<const char *> &names) const
    {
        std::set<ChangeId> all;
        for (const char *name : names)
            for (const ChangeLine &line : lines.at(name))
                all.insert(line.change.id);
        return all;
    }
    void assignBo() { need(core->administration().assignCase(caseId, bo)); }
    std::vector<PullItem> pull(std::size_t limit = 1000)
    {
        auto items = bos.pull(limit);
        held.take(items, caseId);
        return items;
    }
    protocol::DigestAnswer compare()
    {
        CaseSum sum{caseId, held.granted, {}};
        for (const auto &[id, line] : held.lines)
            sum.lines.add(line.hash);
        return need(core->digest().compare(bos.session, {bos.cursor, logId(), {{}, {}, {sum}}}));
    }
    /// The server agrees with what the device holds, to the line.
    void checkAgrees()
    {
        const auto answer = compare();
        CHECK(answer.differ.empty());
        CHECK(answer.unsettled.empty());
        CHECK(answer.lines == std::int64_t(held.lines.size()));
    }
    void fetch(std::optional<base::Instant> since = {}, const std::string &reason = "wants to know")
    {
        need(core->fetch().fetch(bos.session, {caseId, reason, since}));
    }

    const std::vector<const char *> InForce = {"person", "open task", "screening", "open report"};
    static constexpr std::int64_t Behind = 5; // contact, two notes, the done task, the closed report
};

} // namespace faltakt::server::testing
