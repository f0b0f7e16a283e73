#include "core/base/clock.h"
#include "core/casework/case_projector.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using casework::CasePersonProjector;
using store::RecordView;

namespace {

const base::CaseId Case;

/// Records of one case, written down in a test.
class ListedRecords final : public store::CaseReader {
public:
    explicit ListedRecords(std::vector<RecordView> records) : m_records(std::move(records)) {}
    base::Result<std::vector<RecordView>> records(base::CaseId, std::string_view kind) const override
    {
        std::vector<RecordView> found;
        std::copy_if(m_records.begin(), m_records.end(), std::back_inserter(found),
                     [&](const RecordView &record) { return record.kind == kind; });
        return found;
    }

private:
    std::vector<RecordView> m_records;
};

RecordView record(std::string kind, base::json::Object fields)
{
    RecordView view;
    view.kind = std::move(kind);
    view.fields = std::move(fields);
    return view;
}
RecordView matter() { return record("case", {{"stage", "intake"}, {"caseNumber", "2026-0042"}}); }
RecordView asa(base::json::Value protection = "none")
{
    return record(
        "person",
        {{"givenName", "Åsa"},
         {"familyName", "Öberg"},
         {"identityNumber", "198112189876"},
         {"protection", std::move(protection)},
         {"aliases", base::json::Object{{"a", base::json::Object{{"name", "Kikki"}}}}},
         {"contactWays", base::json::Object{{"w", base::json::Object{{"kind", "phone"}, {"value", "0701740640"}}}}},
         {"flags", base::json::Object{{"f", base::json::Object{{"code", "violence"}}}}}});
}
RecordView hidden()
{
    return record("protectedPerson",
                  {{"givenName", "Eva"}, {"familyName", "Dold"}, {"identityNumber", "198112189876"}});
}

store::CardEntry cardOf(std::vector<RecordView> records,
                        CasePersonProjector::ProtectedNames names = CasePersonProjector::ProtectedNames::Hidden)
{
    return *CasePersonProjector(names).card(Case, ListedRecords(std::move(records)));
}
std::vector<std::string> termsOf(std::vector<RecordView> records)
{
    return *CasePersonProjector().searchTerms(Case, ListedRecords(std::move(records)));
}
std::optional<base::Instant> timeOf(std::string kind, base::json::Object fields, base::RecordId id = {})
{
    RecordView view = record(std::move(kind), std::move(fields));
    view.id = id;
    const auto entry = CasePersonProjector().timeline(view);
    return entry ? std::optional(entry->at) : std::nullopt;
}

} // namespace

TEST_CASE("the card shows name and stage")
{
    const auto card = cardOf({asa(), matter()});
    CHECK(card.name == "Åsa Öberg");
    CHECK(card.sortKey < cardOf({matter()}).sortKey);
    CHECK(card.stage == "intake");
    CHECK_FALSE(card.isProtected);
}

TEST_CASE("lists show given name and initial, the birth date and the case number")
{
    const auto card = cardOf({asa(), matter()});
    CHECK(card.shortName == "Åsa Ö.");
    CHECK(card.birthDate == base::parseDate("1981-12-18").value());
    CHECK(card.caseNumber == "2026-0042");
    CHECK(cardOf({record("person", {{"familyName", "Ek"}})}).shortName == "Ek");
    CHECK(cardOf({record("person", {{"givenName", "Kim"}})}).shortName == "Kim");
    CHECK(cardOf({matter()}).shortName.empty());
}

TEST_CASE("the card says who answers for the case, and says nobody where nobody is named")
{
    CHECK(cardOf({asa(), matter()}).responsible.empty());
    const std::string worker = "01890a5d-ac96-774b-bcce-b302099a8057";
    CHECK(cardOf({asa(), record("case", {{"responsible", worker}})}).responsible == worker);
    CHECK(cardOf({asa("fingerade"), record("case", {{"responsible", worker}})}).responsible == worker);
}

TEST_CASE("a birth date that was written wins over the day in the number, and a temporary number has none")
{
    const auto born = [](base::json::Object fields) { return cardOf({record("person", std::move(fields))}).birthDate; };
    CHECK(born({{"birthDate", "1981-12-19"}, {"identityNumber", "198112189876"}})
          == base::parseDate("1981-12-19").value());
    CHECK(born({{"identityNumber", "198112789873"}}) == base::parseDate("1981-12-18").value());
    CHECK_FALSE(born({{"identityNumber", "TEMP-23456-789AB"}}).has_value());
    CHECK_FALSE(born({{"identityNumber", "198112189875"}}).has_value());
}

TEST_CASE("the list stands in the order of the Swedish alphabet, as the name is shown: given name first")
{
    const auto keyOf = [](const char *given, const char *family) {
        return cardOf({record("person", {{"givenName", given}, {"familyName", family}}), matter()}).sortKey;
    };
    CHECK(keyOf("Eva", "Zetterlund") < keyOf("Eva", "Åberg"));
    CHECK(keyOf("Eva", "Åberg") < keyOf("Eva", "Ärlig"));
    CHECK(keyOf("Eva", "Ärlig") < keyOf("Eva", "Öberg"));
    CHECK(keyOf("Eva", "Öberg") < keyOf("Åsa", "Öberg"));
    CHECK(keyOf("Zoe", "Berg") > keyOf("Ada", "Bergman"));
    CHECK(keyOf("Eva", "Öberg") < keyOf("Evald", "Ahl"));
    CHECK(keyOf("Ida", "ek") > keyOf("Ida", "Ahl"));
}

TEST_CASE("names, aliases, both lengths of the number and the case number are found, and nothing else")
{
    const auto terms = termsOf({asa(), matter()});
    CHECK(terms
          == std::vector<std::string>{"2026-0042", "Åsa", "Öberg", "Kikki", "198112189876", "8112189876",
                                      "19811218-9876", "811218-9876"});
}

TEST_CASE("a protected person has no name in the list and is found by case number alone")
{
    for (const auto level : {"sekretessmarkering", "skyddadFolkbokforing", "fingerade", "aLevelOfANewerVersion"}) {
        CAPTURE(level);
        const auto card = cardOf({asa(level), matter()});
        CHECK(card.isProtected);
        CHECK(card.name.empty());
        CHECK(card.shortName.empty());
        CHECK_FALSE(card.birthDate.has_value());
        CHECK(card.caseNumber == "2026-0042");
        CHECK(card.sortKey.find("berg") == std::string::npos);
        CHECK(termsOf({asa(level), matter()}) == std::vector<std::string>{"2026-0042"});
    }
}

TEST_CASE("while protection is in conflict the person is protected, whichever value is displayed")
{
    RecordView person = asa();
    person.conflicted = true;
    person.otherValues.emplace_back("protection", "sekretessmarkering");
    CHECK(cardOf({matter(), person}).isProtected);
    CHECK(cardOf({matter(), person}).name.empty());
}

TEST_CASE("protected data in the case is enough, whatever the card says")
{
    const auto card = cardOf({asa(), matter(), hidden()});
    CHECK(card.isProtected);
    CHECK(card.name.empty());
    CHECK(termsOf({asa(), matter(), hidden()}) == std::vector<std::string>{"2026-0042"});
}

TEST_CASE("where the right was checked, the name is that of the protected compartment, and search stays as it is")
{
    const auto names = CasePersonProjector::ProtectedNames::Shown;
    CHECK(cardOf({asa("fingerade"), matter(), hidden()}, names).name == "Eva Dold");
    CHECK(cardOf({asa("fingerade"), matter(), hidden()}, names).shortName == "Eva D.");
    CHECK(cardOf({asa("fingerade"), matter()}, names).name.empty());
    CHECK(*CasePersonProjector(names).searchTerms(Case, ListedRecords({asa("fingerade"), matter(), hidden()}))
          == std::vector<std::string>{"2026-0042"});
    CHECK(CasePersonProjector(names).version() != CasePersonProjector().version());
}

TEST_CASE("a report without person has an empty name and stands after those with one")
{
    const auto card = cardOf({matter()});
    CHECK(card.name.empty());
    CHECK_FALSE(card.isProtected);
    CHECK(card.sortKey > cardOf({asa(), matter()}).sortKey);
    CHECK(card.sortKey > cardOf({record("person", {{"familyName", "Ωμέγα"}})}).sortKey);
    CHECK(card.sortKey > cardOf({record("case", {{"caseNumber", "2026-0041"}})}).sortKey);
    CHECK(termsOf({}).empty());
    CHECK(cardOf({}).stage.empty());
}

TEST_CASE("of two person records the one not tied to another is shown, and both are found")
{
    const auto tied =
        record("person",
               {{"givenName", "Asa"}, {"familyName", "Berg"}, {"mergedInto", "01930000-0000-7000-8000-00000000000a"}});
    CHECK(cardOf({tied, asa(), matter()}).name == "Åsa Öberg");
    const auto terms = termsOf({tied, asa(), matter()});
    CHECK(std::find(terms.begin(), terms.end(), "Berg") != terms.end());
}

TEST_CASE("the timeline stands at the time of the event")
{
    const auto time = *base::parseInstant("2026-11-14T00:15:00Z");
    CHECK(timeOf("contact", {{"at", "2026-11-14T00:15:00Z"}}) == time);
    CHECK(timeOf("note", {{"at", "2026-11-14T00:15:00Z"}}) == time);
    CHECK(timeOf("lobReport", {{"takenAt", "2026-11-14T00:15:00Z"}, {"received", "2026-11-16T00:15:00Z"}}) == time);
    CHECK(timeOf("assessment", {{"startedAt", "2026-11-13T00:15:00Z"}, {"completedAt", "2026-11-14T00:15:00Z"}})
          == time);
    CHECK(timeOf("assessment", {{"startedAt", "2026-11-14T00:15:00Z"}}) == time);
}

TEST_CASE("the end of a matter has its place, or that it goes on, whichever came last")
{
    const auto earlier = *base::parseInstant("2026-11-14T00:15:00Z");
    const auto later = *base::parseInstant("2026-11-15T00:15:00Z");
    CHECK(timeOf("case", {{"closedAt", "2026-11-14T00:15:00Z"}}) == earlier);
    CHECK(timeOf("case", {{"closedAt", "2026-11-14T00:15:00Z"}, {"reopenedAt", "2026-11-15T00:15:00Z"}}) == later);
    CHECK(timeOf("case", {{"closedAt", "2026-11-15T00:15:00Z"}, {"reopenedAt", "2026-11-14T00:15:00Z"}}) == later);
    CHECK(timeOf("case", {{"stageAt", "2026-11-14T00:15:00Z"}}) == earlier);
    CHECK(timeOf("case", {{"reopenedAt", "2026-11-14T00:15:00Z"}, {"stageAt", "2026-11-15T00:15:00Z"}}) == later);
    CHECK_FALSE(timeOf("case", {{"stage", "closed"}, {"openedAt", "2026-11-14T00:15:00Z"}}));
}

TEST_CASE("tasks and signatures have no place in the timeline")
{
    for (const auto *kind : {"task", "signature", "person", "case", "access", "protectedPerson"})
        CHECK_FALSE(timeOf(kind, {{"at", "2026-11-14T00:15:00Z"}}));
}

TEST_CASE("what a newer version made stands in the timeline at its moment")
{
    const auto time = base::parseInstant("2026-11-14T00:15:00Z").value();
    CHECK(timeOf("somethingNewer", {{"at", "2026-11-14T00:15:00Z"}}) == time);
}

TEST_CASE("an entry without its time stands where it was made")
{
    const auto made = *base::parseInstant("2026-11-14T00:15:00Z");
    base::ManualClock clock(made);
    base::SeededRandom random(1);
    base::UuidMaker ids(clock, random);
    CHECK(timeOf("note", {{"text", "x"}}, ids.makeId<base::RecordId>()) == made);
    CHECK_FALSE(timeOf("note", {{"text", "x"}}));
}

TEST_CASE("only the kinds that make up card and search terms are read")
{
    const CasePersonProjector projector;
    for (const auto *kind : {"person", "case", "protectedPerson"})
        CHECK(projector.reads(kind));
    for (const auto *kind : {"note", "contact", "lobReport", "task"})
        CHECK_FALSE(projector.reads(kind));
}
