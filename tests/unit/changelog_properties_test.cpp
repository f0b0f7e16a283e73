// Properties of merging, over arbitrary histories; a failing one is shrunk and printed with its seed.
#include "tests/support/catch.h"
#include "tests/unit/changelog_history.h"

#include <rapidcheck.h>

#include <algorithm>

using namespace faltakt;
using namespace faltakt::test;

namespace {

using Steps = std::vector<std::uint16_t>;

RecordState stateOf(const std::vector<HistoryChange> &changes)
{
    Replica replica;
    for (const HistoryChange &change : changes)
        replica.take(change);
    return replica.state();
}

std::vector<HistoryChange> shuffled(std::vector<HistoryChange> changes, const Steps &dice)
{
    for (std::size_t i = 0; i + 1 < changes.size() && !dice.empty(); ++i)
        std::swap(changes[i], changes[i + dice[i % dice.size()] % (changes.size() - i)]);
    return changes;
}

/// Changes whose bases name anything at all, later ones and themselves too: what a hostile device might send.
std::vector<HistoryChange> makeHostileHistory(const Steps &steps)
{
    std::vector<HistoryChange> changes;
    const std::size_t count = std::min<std::size_t>(steps.size(), 9);
    for (std::size_t i = 0; i < count; ++i) {
        HistoryChange change{changeId(i + 1), {base::RecordId(), "note", {}, {}}, {}};
        const char *field = std::array{"a", "b", "deleted"}[steps[i] % 3];
        if (steps[i] % 3 == 2)
            change.set.fields.set(field, steps[i] / 3 % 2 == 0);
        else
            change.set.fields.set(field, std::int64_t(steps[i] / 3 % 3));
        if (steps[i] % 5 == 0)
            change.set.fields.set("b", std::int64_t(7));
        for (std::size_t j = 0; j < count + 1; ++j)
            if ((steps[i] >> (4 + j) & 1) != 0)
                change.set.base.push_back(changeId(j + 1));
        changes.push_back(std::move(change));
    }
    return changes;
}

/// Concurrent and different: two changes to the field, neither in the past of the other nor of any other change to the
/// field, with values that differ.
bool hasConcurrentDifferent(const std::vector<HistoryChange> &changes, const std::string &field)
{
    std::vector<const HistoryChange *> latest;
    for (const HistoryChange &change : changes) {
        if (!change.set.fields.contains(field))
            continue;
        const bool surpassed = std::any_of(changes.begin(), changes.end(), [&](const HistoryChange &other) {
            return other.set.fields.contains(field) && other.past.contains(change.id);
        });
        if (!surpassed)
            latest.push_back(&change);
    }
    return std::any_of(latest.begin(), latest.end(), [&](const HistoryChange *change) {
        return !(*change->set.fields.find(field) == *latest.front()->set.fields.find(field));
    });
}

bool conflictsIn(const RecordState &state, const std::string &field)
{
    const auto conflicts = changelog::conflictsOf(state);
    return std::any_of(conflicts.begin(), conflicts.end(),
                       [&](const auto &conflict) { return conflict.field == field; });
}

void checkProperty(const char *name, const std::function<void(const Steps &, const Steps &)> &property)
{
    CHECK(rc::check(name, property));
}

} // namespace

TEST_CASE("any order of the same changes gives the same state")
{
    checkProperty("order", [](const Steps &steps, const Steps &dice) {
        const auto history = makeHistory(steps);
        RC_ASSERT(fingerprint(stateOf(shuffled(history, dice))) == fingerprint(stateOf(history)));
    });
}

TEST_CASE("any order of hostile changes gives the same state")
{
    checkProperty("hostile order", [](const Steps &steps, const Steps &dice) {
        const auto history = makeHostileHistory(steps);
        RC_ASSERT(fingerprint(stateOf(shuffled(history, dice))) == fingerprint(stateOf(history)));
    });
}

TEST_CASE("a change that comes again changes nothing")
{
    checkProperty("idempotence", [](const Steps &steps, const Steps &dice) {
        auto history = makeHistory(steps);
        const std::string once = fingerprint(stateOf(history));
        const auto again = shuffled(history, dice);
        history.insert(history.end(), again.begin(), again.end());
        RC_ASSERT(fingerprint(stateOf(shuffled(history, dice))) == once);
    });
}

TEST_CASE("merging is associative and commutative: parts may be brought together in any grouping")
{
    checkProperty("grouping", [](const Steps &steps, const Steps &dice) {
        const auto history = makeHistory(steps);
        std::vector<HistoryChange> parts[3];
        for (std::size_t i = 0; i < history.size(); ++i)
            parts[dice.empty() ? i % 3 : dice[i % dice.size()] % 3].push_back(history[i]);
        const auto join = [](std::initializer_list<const std::vector<HistoryChange> *> groups) {
            Replica replica;
            for (const auto *group : groups)
                for (const HistoryChange &change : *group)
                    replica.take(change);
            return fingerprint(replica.state());
        };
        const std::string abc = join({&parts[0], &parts[1], &parts[2]});
        RC_ASSERT(join({&parts[2], &parts[1], &parts[0]}) == abc);
        RC_ASSERT(join({&parts[1], &parts[2], &parts[0]}) == abc);
        RC_ASSERT(join({&parts[1], &parts[0], &parts[1], &parts[2]}) == abc);
    });
}

TEST_CASE("heads are the changes that no other change to the field names")
{
    checkProperty("meaning", [](const Steps &steps, const Steps &dice) {
        const auto history = makeHistory(steps);
        RC_ASSERT(meaningOf(stateOf(shuffled(history, dice))) == meaningOf(history));
        const auto hostile = makeHostileHistory(steps);
        RC_ASSERT(meaningOf(stateOf(shuffled(hostile, dice))) == meaningOf(hostile));
    });
}

TEST_CASE("heads are right at every moment, also while changes that others build on are still missing")
{
    checkProperty("prefixes", [](const Steps &steps, const Steps &dice) {
        const auto order = shuffled(makeHistory(steps), dice);
        Replica replica;
        std::vector<HistoryChange> so_far;
        for (const HistoryChange &change : order) {
            replica.take(change);
            so_far.push_back(change);
            RC_ASSERT(meaningOf(replica.state()) == meaningOf(so_far));
        }
        RC_ASSERT(replica.state().awaited().empty());
    });
}

TEST_CASE("a field conflicts exactly when concurrent changes gave it different values")
{
    checkProperty("conflicts", [](const Steps &steps, const Steps &dice) {
        const auto history = makeHistory(steps);
        const RecordState state = stateOf(shuffled(history, dice));
        for (const char *field : {"a", "b", "c"})
            RC_ASSERT(conflictsIn(state, field) == hasConcurrentDifferent(history, field));
    });
}

TEST_CASE("deleted conflicts exactly when a standing delete and a standing edit did not know of each other")
{
    checkProperty("delete against edit", [](const Steps &steps, const Steps &dice) {
        const auto history = makeHistory(steps);
        const RecordState state = stateOf(shuffled(history, dice));
        const Meaning meaning = meaningOf(history);
        bool expected = hasConcurrentDifferent(history, "deleted");
        for (const HistoryChange &deletion : history) {
            const auto heads = meaning.find("deleted");
            const bool stands = heads != meaning.end() && heads->second.contains(deletion.id)
                                && heads->second.at(deletion.id) == base::json::Value(true);
            if (!stands)
                continue;
            for (const auto &[field, values] : meaning)
                for (const auto &[id, value] : values)
                    expected |= field != "deleted" && id != deletion.id && !deletion.past.contains(id);
        }
        RC_ASSERT(conflictsIn(state, "deleted") == expected);
    });
}

TEST_CASE("one who has seen everything ends every conflict by writing once more")
{
    checkProperty("resolution", [](const Steps &steps, const Steps &dice) {
        auto history = makeHistory(steps);
        const RecordState before = stateOf(history);
        base::json::Object fields;
        for (const auto &[field, heads] : before.fields())
            if (field != "deleted")
                fields.set(field, "agreed");
        if (fields.empty())
            return;
        RecordSet edit = changelog::makeEdit(before, fields);
        history.push_back({changeId(history.size() + 1), std::move(edit), {}});
        const RecordState after = stateOf(shuffled(history, dice));
        RC_ASSERT(!changelog::hasConflict(after));
        RC_ASSERT(!changelog::isDeleted(after, [](ChangeId) { return changelog::ChangeMeta(); }));
    });
}

TEST_CASE("what is displayed does not depend on the order of arrival")
{
    checkProperty("display", [](const Steps &steps, const Steps &dice) {
        const auto history = makeHistory(steps);
        const auto meta = [&](ChangeId id) {
            changelog::ChangeMeta result;
            const std::size_t number = id.uuid().bytes()[15];
            result.at = base::instantFromMs(dice.empty() ? 0 : dice[number % dice.size()] % 4 * 1000);
            return result;
        };
        const RecordState one = stateOf(history);
        const RecordState other = stateOf(shuffled(history, dice));
        for (const auto &[field, heads] : one.fields())
            RC_ASSERT(changelog::displayedValue(heads, meta) == changelog::displayedValue(other.heads(field), meta));
    });
}
