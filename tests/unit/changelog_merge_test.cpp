#include "tests/support/catch.h"
#include "tests/unit/changelog_history.h"

using namespace faltakt;
using namespace faltakt::test;
using changelog::ChangeMeta;
using changelog::Conflict;

namespace {

/// Writes for one replica and remembers what was written, so that others can take it.
class Author {
public:
    const HistoryChange &edit(base::json::Object fields)
    {
        return write(changelog::makeEdit(m_replica.state(), std::move(fields)));
    }
    const HistoryChange &remove() { return write(changelog::makeDelete(m_replica.state())); }
    void take(const HistoryChange &change) { m_replica.take(change); }
    [[nodiscard]] const RecordState &state() const { return m_replica.state(); }

private:
    const HistoryChange &write(RecordSet set)
    {
        static std::size_t next = 1000;
        m_written.push_back(std::make_unique<HistoryChange>(HistoryChange{changeId(++next), std::move(set), {}}));
        m_replica.take(*m_written.back());
        return *m_written.back();
    }
    Replica m_replica;
    std::vector<std::unique_ptr<HistoryChange>> m_written;
};

std::vector<std::string> conflictFields(const RecordState &state)
{
    std::vector<std::string> fields;
    for (const Conflict &conflict : changelog::conflictsOf(state))
        fields.push_back(conflict.field);
    return fields;
}

base::json::Value shown(const RecordState &state, std::string_view field)
{
    return changelog::displayedValue(state.heads(field), [](ChangeId) { return ChangeMeta(); });
}

} // namespace

TEST_CASE("an edit over what was seen replaces it")
{
    Author author;
    author.edit({{"text", "one"}});
    author.edit({{"text", "two"}});
    CHECK(author.state().heads("text").size() == 1);
    CHECK(shown(author.state(), "text") == base::json::Value("two"));
    CHECK(conflictFields(author.state()).empty());
}

TEST_CASE("edits of different fields at the same time are no conflict")
{
    Author one;
    Author two;
    const auto &first = one.edit({{"text", "one"}});
    two.take(first);
    const auto &a = one.edit({{"place", "here"}});
    const auto &b = two.edit({{"way", "call"}});
    one.take(b);
    two.take(a);
    CHECK(conflictFields(one.state()).empty());
    CHECK(fingerprint(one.state()) == fingerprint(two.state()));
}

TEST_CASE("equal values written at the same time are one value")
{
    Author one;
    Author two;
    const auto &a = one.edit({{"text", "same"}});
    const auto &b = two.edit({{"text", "same"}});
    one.take(b);
    two.take(a);
    CHECK(one.state().heads("text").size() == 2);
    CHECK(conflictFields(one.state()).empty());
    CHECK(shown(two.state(), "text") == base::json::Value("same"));
}

TEST_CASE("values are compared parsed: 1 and 1.0 are equal, the order of members does not matter")
{
    Author one;
    Author two;
    const auto &a = one.edit({{"n", 1}, {"address", base::json::Object{{"street", "A"}, {"city", "B"}}}});
    const auto &b = two.edit({{"n", 1.0}, {"address", base::json::Object{{"city", "B"}, {"street", "A"}}}});
    one.take(b);
    two.take(a);
    CHECK(conflictFields(one.state()).empty());
}

TEST_CASE("three values at once stay three until a change names them all")
{
    Author authors[3];
    const HistoryChange *changes[3];
    for (int i = 0; i < 3; ++i)
        changes[i] = &authors[i].edit({{"text", i}});
    for (auto &author : authors)
        for (const auto *change : changes)
            author.take(*change);
    CHECK(authors[0].state().heads("text").size() == 3);
    CHECK(conflictFields(authors[2].state()) == std::vector<std::string>{"text"});
    const auto &resolution = authors[1].edit({{"text", "agreed"}});
    CHECK(resolution.set.base.size() == 3);
    authors[0].take(resolution);
    CHECK(conflictFields(authors[0].state()).empty());
    CHECK(authors[0].state().heads("text").size() == 1);
}

TEST_CASE("a resolution by one who saw two of three leaves the third standing")
{
    Author authors[3];
    const HistoryChange *changes[3];
    for (int i = 0; i < 3; ++i)
        changes[i] = &authors[i].edit({{"text", i}});
    authors[0].take(*changes[1]);
    const auto &resolution = authors[0].edit({{"text", "half"}});
    authors[0].take(*changes[2]);
    CHECK(authors[0].state().heads("text").size() == 2);
    authors[2].take(resolution);
    authors[2].take(*changes[0]);
    authors[2].take(*changes[1]);
    CHECK(fingerprint(authors[2].state()) == fingerprint(authors[0].state()));
}

TEST_CASE("two different resolutions at once are a new conflict between the two, and the old values are gone")
{
    Author one;
    Author two;
    const auto &a = one.edit({{"text", "a"}});
    const auto &b = two.edit({{"text", "b"}});
    one.take(b);
    two.take(a);
    const auto &keepA = one.edit({{"text", "a"}});
    const auto &keepB = two.edit({{"text", "b"}});
    one.take(keepB);
    two.take(keepA);
    REQUIRE(one.state().heads("text").size() == 2);
    CHECK(one.state().heads("text")[0].change == keepA.id);
    CHECK(one.state().heads("text")[1].change == keepB.id);
    CHECK(conflictFields(one.state()) == std::vector<std::string>{"text"});
    CHECK(fingerprint(one.state()) == fingerprint(two.state()));
}

TEST_CASE("two equal resolutions at once end the conflict")
{
    Author one;
    Author two;
    const auto &a = one.edit({{"text", "a"}});
    const auto &b = two.edit({{"text", "b"}});
    one.take(b);
    two.take(a);
    const auto &first = one.edit({{"text", "c"}});
    const auto &second = two.edit({{"text", "c"}});
    one.take(second);
    two.take(first);
    CHECK(conflictFields(one.state()).empty());
}

TEST_CASE("deleted here, changed there, is a conflict with both sides named")
{
    Author one;
    Author two;
    const auto &first = one.edit({{"text", "x"}});
    two.take(first);
    const auto &deletion = one.remove();
    const auto &change = two.edit({{"text", "y"}});
    one.take(change);
    two.take(deletion);
    REQUIRE(conflictFields(one.state()) == std::vector<std::string>{"deleted"});
    const Conflict conflict = changelog::conflictsOf(one.state()).front();
    REQUIRE(conflict.heads.size() == 2);
    CHECK(conflict.heads[0].value == base::json::Value(true));
    CHECK(conflict.heads[1].value == base::json::Value(false));
    CHECK(conflict.heads[1].change == change.id);
    CHECK(fingerprint(one.state()) == fingerprint(two.state()));
}

TEST_CASE("a delete that saw the last edit is no conflict, and neither are two deletes at once")
{
    Author one;
    Author two;
    const auto &first = one.edit({{"text", "x"}});
    two.take(first);
    const auto &deletion = one.remove();
    const auto &other = two.remove();
    one.take(other);
    two.take(deletion);
    CHECK(conflictFields(one.state()).empty());
    CHECK(shown(one.state(), "deleted") == base::json::Value(true));
}

TEST_CASE("editing a deleted record brings it back and names the delete")
{
    Author one;
    one.edit({{"text", "x"}});
    const auto &deletion = one.remove();
    const auto &edit = one.edit({{"text", "y"}});
    CHECK(*edit.set.fields.find("deleted") == base::json::Value(false));
    CHECK(std::count(edit.set.base.begin(), edit.set.base.end(), deletion.id) == 1);
    CHECK(shown(one.state(), "deleted") == base::json::Value(false));
    CHECK(conflictFields(one.state()).empty());
}

TEST_CASE("a delete is never undone by an older edit that arrives late")
{
    Author one;
    const auto &create = one.edit({{"text", "x"}});
    const auto &edit = one.edit({{"text", "y"}});
    const auto &deletion = one.remove();
    Author late;
    late.take(deletion);
    late.take(edit);
    late.take(create);
    CHECK(conflictFields(late.state()).empty());
    CHECK(shown(late.state(), "deleted") == base::json::Value(true));
    CHECK(late.state().awaited().empty());
}

TEST_CASE(
    "of values in conflict the one shown is the latest, and a clock ahead counts at most five minutes past the receipt")
{
    const auto received = base::instantFromMs(1'000'000'000);
    const ChangeMeta ahead{{}, received + std::chrono::hours(24 * 365 * 10), received};
    const ChangeMeta honest{{}, received + std::chrono::minutes(6), received + std::chrono::minutes(7)};
    CHECK(changelog::displayOrderOf(changeId(1), ahead).at == received + std::chrono::minutes(5));
    CHECK(changelog::displayOrderOf(changeId(1), honest) > changelog::displayOrderOf(changeId(2), ahead));
    const ChangeMeta unsent{{}, received + std::chrono::hours(1), std::nullopt};
    CHECK(changelog::displayOrderOf(changeId(1), unsent).at == unsent.at);
    CHECK(changelog::displayOrderOf(changeId(1), unsent) < changelog::displayOrderOf(changeId(2), unsent));
}
