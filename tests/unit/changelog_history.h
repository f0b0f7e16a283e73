#pragma once

#include "core/changelog/record_state.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

/// Histories of one record, made by several replicas that save and exchange, and a second opinion on what they mean.
namespace faltakt::test {

using base::ChangeId;
using changelog::RecordSet;
using changelog::RecordState;

struct HistoryChange {
    ChangeId id;
    RecordSet set;
    std::set<ChangeId> past; ///< All changes that the replica held when it wrote; what it could have seen.
};

inline ChangeId changeId(std::size_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[6] = 0x70;
    bytes[14] = std::uint8_t(number >> 8);
    bytes[15] = std::uint8_t(number);
    return ChangeId(base::Uuid(bytes));
}

/// One store's view of the record: applies each change once, in any order.
class Replica {
public:
    Replica() : m_state(base::RecordId(), base::CaseId(), "note") {}

    void take(const HistoryChange &change)
    {
        if (m_applied.contains(change.id))
            return;
        m_state.apply(change.id, change.set, [this](ChangeId id) { return m_applied.contains(id); });
        m_applied.insert(change.id);
    }
    [[nodiscard]] const RecordState &state() const { return m_state; }
    [[nodiscard]] const std::set<ChangeId> &applied() const { return m_applied; }

private:
    RecordState m_state;
    std::set<ChangeId> m_applied;
};

/// Everything in a state that tells two states apart, as text.
inline std::string fingerprint(const RecordState &state)
{
    std::string text;
    for (const auto &[field, heads] : state.fields()) {
        text += field + ":";
        for (const auto &head : heads) {
            text += head.change.toString() + "=" + base::json::serialise(head.value) + "(";
            std::set<ChangeId> seen(head.seen.begin(), head.seen.end());
            for (const ChangeId id : seen)
                text += id.toString() + ",";
            text += ")";
        }
        text += "\n";
    }
    for (const auto &[id, fields] : state.awaited()) {
        const std::set<std::string> sorted(fields.begin(), fields.end());
        text += "awaits " + id.toString() + ":";
        for (const std::string &field : sorted)
            text += field + ",";
        text += "\n";
    }
    return text;
}

/// A history from arbitrary numbers: each number is a step of one of three replicas. Bases are those that the program
/// itself writes, so the past is real.
inline std::vector<HistoryChange> makeHistory(const std::vector<std::uint16_t> &steps)
{
    constexpr std::size_t Replicas = 3;
    constexpr std::array<const char *, 3> Fields = {"a", "b", "c"};
    std::vector<Replica> replicas(Replicas);
    std::vector<HistoryChange> history;
    const auto write = [&](std::size_t who, RecordSet set) {
        HistoryChange change{changeId(history.size() + 1), std::move(set), replicas[who].applied()};
        replicas[who].take(change);
        history.push_back(std::move(change));
    };
    for (const std::uint16_t step : steps) {
        const std::size_t who = step % Replicas;
        const std::size_t what = step / Replicas % 8;
        const std::size_t detail = step / (Replicas * 8U);
        const RecordState &state = replicas[who].state();
        if (what <= 3) {
            base::json::Object fields{{Fields[detail % 3], std::int64_t(detail / 3 % 3)}};
            if (what == 3) // Two fields at once.
                fields.set(Fields[(detail + 1) % 3], std::int64_t(detail / 9 % 3));
            write(who, changelog::makeEdit(state, std::move(fields)));
        } else if (what == 4) {
            write(who, changelog::makeDelete(state));
        } else { // Take over all, or a beginning, of what another replica has.
            const auto &other = replicas[(who + 1 + detail % 2) % Replicas].applied();
            std::size_t count = what == 5 ? detail / 2 % (other.size() + 1) : other.size();
            for (const HistoryChange &change : history)
                if (other.contains(change.id) && count-- > 0)
                    replicas[who].take(change);
                else if (count == 0)
                    break;
        }
    }
    return history;
}

/// What the set of changes means, by the definition and without any cleverness: for each field the changes that set it
/// and that no other change setting it names.
using Meaning = std::map<std::string, std::map<ChangeId, base::json::Value>>;
inline Meaning meaningOf(const std::vector<HistoryChange> &changes)
{
    Meaning meaning;
    for (const HistoryChange &change : changes) {
        for (const auto &[field, value] : change.set.fields) {
            bool replaced = false;
            for (const HistoryChange &other : changes)
                replaced |=
                    other.id != change.id && other.set.fields.contains(field)
                    && std::find(other.set.base.begin(), other.set.base.end(), change.id) != other.set.base.end();
            auto &heads = meaning[field];
            if (!replaced)
                heads.emplace(change.id, value);
        }
    }
    return meaning;
}

inline Meaning meaningOf(const RecordState &state)
{
    Meaning meaning;
    for (const auto &[field, heads] : state.fields()) {
        auto &values = meaning[field];
        for (const auto &head : heads)
            values.emplace(head.change, head.value);
    }
    return meaning;
}

} // namespace faltakt::test
