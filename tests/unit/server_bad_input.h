#pragma once

#include "tests/unit/server_bad_values.h"
#include "tests/unit/server_routes_world.h"

#include <cstdio>

/// What the tests of wrong input share: a device of a worker with every right to a case, and ways to spoil what it sends.
namespace faltakt::server::testing {

/// What a member of a message is, for saying which values may stand there.
enum class MemberType { Exact, Text, CountFromZero, CountFromOne, Instant, List, AnyObject };

inline bool mayStand(MemberType type, BadKind kind)
{
    switch (type) {
    case MemberType::Exact: return false;
    case MemberType::Text: return kind == BadKind::EmptyText || kind == BadKind::Word || kind == BadKind::BidiText;
    case MemberType::CountFromZero: return kind == BadKind::Zero;
    case MemberType::CountFromOne: return false;
    case MemberType::Instant: return kind == BadKind::Zero || kind == BadKind::MinusOne;
    case MemberType::List: return kind == BadKind::EmptyList;
    case MemberType::AnyObject: return kind == BadKind::Object;
    }
    return false;
}

inline std::string text(std::size_t length, const std::string &of = "a")
{
    std::string made = "\"";
    for (std::size_t i = 0; i < length; ++i)
        made += of;
    return made + "\"";
}

struct BadInput : RoutesWorld {
    BadInput()
    {
        device = std::make_unique<RoutesDevice>(*this, addWorker("Anna", team));
        signable = device->own.note(caseId);
        taken.insert(signable.line);
        device->push({signable.line});
        need(store->write([&](StoreTransaction &transaction) {
            return setAccess(transaction, tenant, caseId, device->own.session.worker.uuid(),
                             changelog::CompartmentSet(0x7fU));
        }));
    }
    ~BadInput()
    {
        // Whatever came, the log of it is whole.
        const auto review = need(store->read([&](StoreSnapshot &snapshot) {
            return core->accessLog().review(snapshot, tenant, {}, [](const AccessLogEntry &) {});
        }));
        CHECK_FALSE(review.brokenAt.has_value());
        std::printf("%s: %zu cases\n", Catch::getResultCapture().getCurrentTestName().c_str(), cases);
    }
    void count()
    {
        // The rates and the token's life, under a clock that stands still otherwise.
        if (++cases % 50 == 0)
            clock.advance(std::chrono::seconds(5));
        if (cases % 1000 == 0)
            device->fetchToken();
    }
    std::string post(std::string_view path, const std::string &body, const std::string &token = {})
    {
        count();
        return codeOf(ask(device->own.key, "POST", std::string(path), {}, body, token));
    }
    /// Every member with every value, without it, twice, and one more than there should be.
    void spoilEach(std::string_view path, const RawMembers &members,
                   const std::vector<std::pair<std::string, MemberType>> &types)
    {
        const auto send = [&](const RawMembers &sent) { return post(path, rawObject(sent)); };
        REQUIRE(types.size() == members.size());
        for (const auto &[name, type] : types) {
            for (const BadValue &value : badValues()) {
                INFO(path << ' ' << name << ": " << value.name);
                const auto code = send(replaced(members, name, value.raw));
                if (mayStand(type, value.kind))
                    CHECK(code == "done");
                else
                    CHECK(code == (value.kind == BadKind::Deep || value.raw.size() > 1000 ? "tooLarge" : "invalid"));
            }
            INFO(path << ' ' << name);
            CHECK(send(without(members, name)) == "invalid");
            CHECK(send(replaced(members, name, text(1'000'000))) == "tooLarge");
            RawMembers twice = members;
            twice.emplace_back(name, "1");
            CHECK(send(twice) == "invalid");
            if (type == MemberType::Text)
                CHECK(send(replaced(members, name, text(protocol::Limits::CursorBytes + 1))) == "tooLarge");
        }
        RawMembers more = members;
        more.emplace_back("memberOfTomorrow", "{\"a\":[1,2]}");
        CHECK(send(more) == "done");
        const std::string whole = rawObject(members);
        for (std::size_t end = 0; end < whole.size(); ++end) {
            INFO(path << " cut at " << end);
            CHECK(post(path, whole.substr(0, end)) == "invalid");
        }
    }
    RawMembers lineMembers(const std::string &kind, const std::string &fields)
    {
        const std::string set = rawObject({{"rec", '"' + ids.makeId<RecordId>().toString() + '"'},
                                           {"kind", '"' + kind + '"'},
                                           {"set", fields},
                                           {"base", "[]"}});
        return {{"id", '"' + ids.makeId<ChangeId>().toString() + '"'},
                {"by", '"' + device->own.session.worker.toString() + '"'},
                {"case", '"' + caseId.toString() + '"'},
                {"at", "1772438400000"},
                {"event", "\"2026-03-02T08:00:00Z\""},
                {"v", "1"},
                {"sets", '[' + set + ']'}};
    }
    /// Pushes the lines, in as many calls as they need, and gives each verdict as "accepted", its reason, or reason and field.
    std::vector<std::string> judge(const std::vector<std::string> &lines)
    {
        std::vector<std::string> outcomes;
        for (std::size_t from = 0; from < lines.size();) {
            std::vector<std::string> some;
            std::size_t bytes = 0;
            while (from < lines.size() && some.size() < 400 && bytes + lines[from].size() < 900'000) {
                bytes += lines[from].size() + 1;
                some.push_back(lines[from++]);
            }
            REQUIRE_FALSE(some.empty());
            const auto verdicts = device->push(some);
            for (std::size_t i = 0; i < some.size(); ++i) {
                count();
                const bool accepted = verdicts[i].kind == VerdictKind::Accepted;
                outcomes.push_back(verdicts[i].kind == VerdictKind::Duplicate ? "again"
                                   : accepted                                 ? "accepted"
                                                                              : verdicts[i].reason
                                                    + (verdicts[i].field.empty() ? "" : ' ' + verdicts[i].field));
                if (accepted)
                    taken.insert(some[i]);
            }
        }
        return outcomes;
    }
    /// Another device of the worker gets what was accepted as it was written, and nothing else.
    void requireByteForByte()
    {
        RoutesDevice other(*this, device->own.session.worker);
        std::set<std::string> got;
        for (const auto &item : other.pull())
            if (const auto *delivered = std::get_if<changelog::DeliveredChange>(&item))
                got.insert(delivered->line.line);
        std::set<std::string> readable;
        for (const std::string &line : taken)
            if (line.find("\"kind\":\"access\"") == std::string::npos)
                readable.insert(line);
        CHECK(got == readable);
    }

    std::unique_ptr<RoutesDevice> device;
    CaseId caseId = ids.makeId<CaseId>();
    changelog::ChangeLine signable;
    std::set<std::string> taken;
    std::size_t cases = 0;
};

} // namespace faltakt::server::testing
