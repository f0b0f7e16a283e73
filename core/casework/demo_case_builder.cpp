#include "core/casework/demo_case_builder.h"

#include "core/casework/identity_number.h"
#include "core/casework/lob_routing.h"
#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "core/changelog/record_state.h"

#include <algorithm>

namespace faltakt::casework::demo {

using base::json::Object;
using changelog::Compartment;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

/// The first languages of those who want an interpreter.
constexpr std::string_view Interpreters[] = {"ar", "so", "fi", "pl", "fa"};

/// From the post to the register.
constexpr minutes Registering{20};

void addAll(Object &fields, const Object &more)
{
    for (const auto &[name, value] : more)
        fields.set(name, value);
}

} // namespace

CaseBuilder::CaseBuilder(People &people, base::Random &random, const DemoSettings &settings, base::WorkerId worker)
    : m_people(people), m_settings(settings), m_clock(instantOf({settings.today, {}})), m_ids(m_clock, random)
{
    m_case.responsible = worker;
}

base::Date CaseBuilder::workingDay(int daysAgo) const
{
    std::chrono::sys_days day = std::chrono::sys_days(m_settings.today) - days(daysAgo);
    const int pastFriday = int((std::chrono::weekday(day) - std::chrono::Friday).count());
    if (pastFriday == 1 || pastFriday == 2) {
        const std::chrono::sys_days monday = day + days(3 - pastFriday);
        // What has happened must not lie ahead: a weekend today sends it back to Friday.
        const bool isPast = daysAgo >= 0 && monday > std::chrono::sys_days(m_settings.today);
        day = isPast ? day - days(pastFriday) : monday;
    }
    return base::Date(day);
}

base::Instant CaseBuilder::morning(int daysAgo) const
{
    return instantOf({workingDay(daysAgo), hours(8) + minutes(15)});
}

base::Instant CaseBuilder::workingTime(int daysAgo)
{
    return instantOf({workingDay(daysAgo), hours(9) + minutes(5 * int(m_people.below(84)))});
}

base::RecordId CaseBuilder::add(Compartment compartment, base::Instant at, std::string kind, Object fields)
{
    m_clock.setWall(at);
    const auto record = m_ids.makeId<base::RecordId>();
    m_case.changes.push_back(
        {compartment, at, m_case.responsible, {changelog::makeCreation(record, std::move(kind), std::move(fields))}});
    return record;
}

Object CaseBuilder::personFields(const Person &person)
{
    Object fields{{"givenName", person.givenName},
                  {"familyName", person.familyName},
                  {"identityNumber", person.identityNumber},
                  {"identityKind", "personnummer"},
                  {"birthDate", base::formatDate(person.birthDate)},
                  {"sex", person.sex},
                  {"homeMunicipality", m_settings.municipality},
                  {"protection", "none"}};
    if (m_people.oneIn(12))
        fields.append("interpreter", m_people.pick(Interpreters));
    if (m_people.oneIn(10))
        fields.append("aliases", Object{{m_ids.make().toString(),
                                         Object{{"name", initialName(person.familyName, person.givenName)}}}});
    Object ways{{m_ids.make().toString(), Object{{"kind", "phone"}, {"value", person.phone}}},
                {m_ids.make().toString(), Object{{"kind", "address"}, {"value", person.address}}}};
    if (m_people.oneIn(8))
        ways.append(m_ids.make().toString(),
                    Object{{"kind", "place"}, {"value", "Dagcentralen, förmiddagar"}, {"neverVoicemail", true}});
    fields.append("contactWays", std::move(ways));
    return fields;
}

void CaseBuilder::open(const Person &person, std::string caseNumber, int daysAgo, Object caseFields)
{
    const base::Instant at = morning(daysAgo) + Registering;
    m_person = person;
    m_clock.setWall(at);
    m_case.id = m_ids.makeId<base::CaseId>();
    m_case.caseNumber = caseNumber;
    Object fields{{"stage", "intake"},
                  {"openedAt", base::formatInstant(at)},
                  {"caseNumber", std::move(caseNumber)},
                  {"profile", m_settings.profile},
                  {"responsible", m_case.responsible.toString()}};
    addAll(fields, caseFields);
    const auto personId = m_ids.makeId<base::RecordId>();
    const auto caseRecord = m_ids.makeId<base::RecordId>();
    m_case.changes.push_back({Compartment::Card,
                              at,
                              m_case.responsible,
                              {changelog::makeCreation(personId, "person", personFields(person)),
                               changelog::makeCreation(caseRecord, "case", std::move(fields))}});
}

base::RecordId CaseBuilder::addReport(int daysAgo, Object more)
{
    // Between nine in the evening and five in the morning of the next day.
    const base::Date evening{std::chrono::sys_days(m_settings.today) - days(daysAgo)};
    const base::Instant takenAt = instantOf({evening, hours(21)}) + minutes(5 * int(m_people.below(96)));
    const base::Instant received = std::max(morning(daysAgo - 1), takenAt + hours(5));
    static constexpr std::string_view Substances[] = {"alcohol", "alcohol", "alcohol",  "alcohol",
                                                      "mixed",   "drugs",   "medicines"};
    static constexpr std::string_view Kept[] = {"arrest", "arrest", "soberingUnit", "home", "hospital"};
    Object fields{
        {"source", "lob"},
        {"sheetNumber", "5000-K" + std::to_string(100'000 + m_people.below(800'000)) + "-" + m_case.caseNumber},
        {"takenAt", base::formatInstant(takenAt)},
        {"place", m_people.pick(places())},
        {"received", base::formatInstant(received)},
        {"registered", base::formatInstant(received + Registering)},
        {"ground", "intoxicated"},
        {"substance", m_people.pick(Substances)},
        {"condition", m_people.pick(conditions())},
        {"injuries", m_people.oneIn(6)},
        {"medicalCheck", m_people.oneIn(4)},
        {"keptAt", m_people.pick(Kept)},
        {"releasedAt", base::formatInstant(takenAt + minutes(90 + 5 * int(m_people.below(70))))},
        {"violent", false},
        {"childrenPresent", "no"},
        {"dangerSign", false},
        {"homeMunicipality", m_settings.municipality},
        {"ageAtCustody", ageOn(m_person.birthDate, swedishDate(takenAt))},
        {"repeatCount", repeatCountIn12Months(takenAt, m_custodies)},
        {"status", "open"}};
    addAll(fields, more);
    m_custodies.push_back(takenAt);
    return add(Compartment::Lob, received + Registering, "lobReport", std::move(fields));
}

void CaseBuilder::addContact(int daysAgo, std::string_view way, std::string_view outcome, Object more)
{
    const base::Instant at = workingTime(daysAgo);
    Object fields{{"way", way}, {"outcome", outcome}, {"at", base::formatInstant(at)}};
    if (outcome == "reached" && !more.contains("text"))
        fields.append("text", m_people.pick(talkTexts()));
    addAll(fields, more);
    add(Compartment::File, at + minutes(6), "contact", std::move(fields));
}

void CaseBuilder::addNote(int daysAgo) { addNoteAt(workingTime(daysAgo)); }

void CaseBuilder::addNoteAt(base::Instant at)
{
    Object fields{{"text", m_people.pick(noteTexts())}, {"at", base::formatInstant(at)}};
    if (m_people.oneIn(3))
        fields.append("judgement", m_people.pick(judgements()));
    add(Compartment::File, at + minutes(15), "note", std::move(fields));
}

Object CaseBuilder::assessmentFields(base::Instant at, const AnsweredSheet &sheet, std::size_t answered)
{
    Object fields{{"instrument", sheet.instrument},
                  {"version", sheet.version},
                  {"startedAt", base::formatInstant(at)},
                  {"sex", m_person.sex},
                  {"age", ageOn(m_person.birthDate, swedishDate(at))},
                  {"skipRule", true},
                  {"influenced", "no"},
                  {"selfReported", false},
                  {"othersPresent", false}};
    appendAnswers(fields, sheet, answered);
    return fields;
}

void CaseBuilder::addAssessment(int daysAgo, const AnsweredSheet &sheet)
{
    const base::Instant at = workingTime(daysAgo);
    Object fields = assessmentFields(at, sheet, sheet.options.size());
    fields.append("status", "completed");
    fields.append("completedAt", base::formatInstant(at + minutes(9)));
    fields.append("score", sheet.score);
    fields.append("zone", Object{{"f", sheet.zoneF}, {"m", sheet.zoneM}});
    add(Compartment::Screening, at + minutes(9), "assessment", std::move(fields));
}

void CaseBuilder::addDraft(int daysAgo, const AnsweredSheet &sheet, std::size_t answered)
{
    const base::Instant at = workingTime(daysAgo);
    Object fields = assessmentFields(at, sheet, answered);
    fields.append("status", "inProgress");
    add(Compartment::Screening, at + minutes(4), "assessment", std::move(fields));
}

void CaseBuilder::addTask(int daysAgo, std::string_view what, std::string_view basis, int dueInDays, Object more)
{
    Object fields{{"what", what},
                  {"basis", basis},
                  {"due", base::formatInstant(workingTime(-dueInDays))},
                  {"assignedTo", m_case.responsible.toString()},
                  {"status", "open"}};
    addAll(fields, more);
    add(Compartment::Card, workingTime(daysAgo), "task", std::move(fields));
}

DemoCase CaseBuilder::take()
{
    std::stable_sort(m_case.changes.begin(), m_case.changes.end(),
                     [](const DemoChange &a, const DemoChange &b) { return a.at < b.at; });
    return std::move(m_case);
}

} // namespace faltakt::casework::demo
