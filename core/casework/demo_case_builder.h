#pragma once

#include "core/base/clock.h"
#include "core/casework/demo_caseload.h"
#include "core/casework/demo_people.h"
#include "core/casework/demo_screening.h"

namespace faltakt::casework::demo {

/// Writes one made-up case, entry by entry. Days are counted back from `today` (negative: ahead); working time never
/// falls on a Saturday or Sunday. Ids carry the time of their entry. One case, then thrown away.
class CaseBuilder {
public:
    CaseBuilder(People &people, base::Random &random, const DemoSettings &settings, base::WorkerId worker);

    /// Person and case as they were opened `daysAgo`; `fields` adds to the case.
    void open(const Person &person, std::string caseNumber, int daysAgo, base::json::Object caseFields);
    /// A LOB report taken in the night `daysAgo`.
    base::RecordId addReport(int daysAgo, base::json::Object fields = {});
    void addContact(int daysAgo, std::string_view way, std::string_view outcome, base::json::Object fields = {});
    void addNote(int daysAgo);
    void addNoteAt(base::Instant at);
    /// All answers, or the first `answered` of a talk that was broken off.
    void addAssessment(int daysAgo, const AnsweredSheet &sheet);
    void addDraft(int daysAgo, const AnsweredSheet &sheet, std::size_t answered);
    void addTask(int daysAgo, std::string_view what, std::string_view basis, int dueInDays,
                 base::json::Object fields = {});

    /// Some time between nine and four.
    [[nodiscard]] base::Instant workingTime(int daysAgo);
    [[nodiscard]] DemoCase take();

private:
    /// Weekends move to Monday, or back to Friday where Monday has not come yet.
    [[nodiscard]] base::Date workingDay(int daysAgo) const;
    /// When the post is opened.
    [[nodiscard]] base::Instant morning(int daysAgo) const;
    base::RecordId add(changelog::Compartment compartment, base::Instant at, std::string kind,
                       base::json::Object fields);
    [[nodiscard]] base::json::Object personFields(const Person &person);
    [[nodiscard]] base::json::Object assessmentFields(base::Instant at, const AnsweredSheet &sheet,
                                                      std::size_t answered);

    People &m_people;
    const DemoSettings &m_settings;
    base::ManualClock m_clock;
    base::UuidMaker m_ids;
    DemoCase m_case;
    Person m_person;
    std::vector<base::Instant> m_custodies;
};

} // namespace faltakt::casework::demo
