#include "core/casework/lob_intake.h"

#include "core/casework/lob_report_fields.h"
#include "core/casework/swedish_time.h"
#include "core/changelog/record_state.h"

namespace faltakt::casework {

using base::json::Object;
using changelog::Compartment;

namespace {

using Way = LobRoute::Way;

void appendText(Object &fields, std::string_view name, const std::string &value)
{
    if (!value.empty())
        fields.append(std::string(name), value);
}

/// Name and number where only the protected compartment may know them.
Object protectedFields(const LobReportRow &row, std::string_view level)
{
    Object fields;
    appendText(fields, "givenName", row.givenName);
    appendText(fields, "familyName", row.familyName);
    appendText(fields, "identityNumber", row.identityNumber);
    appendText(fields, "phone", row.phone);
    if (level == "sekretessmarkering")
        appendText(fields, "address", row.address);
    return fields;
}

Object caseFields(const LobRoute &route, const KnownPerson &known, const LobIntakeContext &context)
{
    Object fields{{"stage", "intake"}, {"openedAt", base::formatInstant(context.registered)}};
    appendText(fields, "caseNumber", context.caseNumber);
    appendText(fields, "profile", context.profile);
    if (context.responsible && route.way != Way::Office)
        fields.append("responsible", context.responsible->toString());
    if (route.way == Way::Office && !known.caseId.isNil())
        fields.append("mergedInto", known.caseId.toString());
    return fields;
}

Object reportFields(const LobReportRow &row, const LobRoute &route, const KnownPerson &known, base::Instant registered)
{
    Object fields{
        {"source", row.source}, {"sheetNumber", row.sheetNumber}, {"takenAt", base::formatInstant(row.takenAt)}};
    fields.append("received", base::formatInstant(row.received));
    fields.append("registered", base::formatInstant(registered));
    for (const auto &[name, value] : circumstancesOf(row))
        fields.append(name, value);
    if (protectionLevel(row, known) == "none") {
        appendText(fields, "homeMunicipality", row.homeMunicipality);
        if (row.birthDate)
            fields.append("ageAtCustody", ageOn(*row.birthDate, swedishDate(row.takenAt)));
    }
    if (route.way != Way::Unidentified)
        fields.append("repeatCount", repeatCountIn12Months(row.takenAt, known.earlierCustodies));
    fields.append("status", "open");
    return fields;
}

Object taskFields(const LobIntake &intake, const KnownPerson &known, const LobIntakeContext &context)
{
    Object fields{
        {"what", "newReport"}, {"basis", "default"}, {"status", "open"}, {"lobReport", intake.report.toString()}};
    if (known.responsible)
        fields.append("assignedTo", known.responsible->toString());
    if (context.taskDue)
        fields.append("due", base::formatInstant(*context.taskDue));
    return fields;
}

/// Person and case, or what stands for the person where the identity is protected or not known.
void addNewCase(LobIntake &intake, const LobReportRow &row, const LobRoute &route, const KnownPerson &known,
                const LobIntakeContext &context, base::UuidMaker &ids)
{
    CompartmentSets card{Compartment::Card, {}};
    const std::string level = protectionLevel(row, known);
    const bool isProtected = level != "none";
    if (isProtected)
        card.sets.push_back(changelog::makeCreation(ids.makeId<base::RecordId>(), "person", {{"protection", level}}));
    else if (route.way != Way::Unidentified)
        card.sets.push_back(
            changelog::makeCreation(ids.makeId<base::RecordId>(), "person", openPersonFields(row, ids)));
    card.sets.push_back(
        changelog::makeCreation(ids.makeId<base::RecordId>(), "case", caseFields(route, known, context)));
    intake.changes.push_back(std::move(card));
    if (Object fields = protectedFields(row, level); isProtected && !fields.empty())
        intake.changes.push_back(
            {Compartment::Protected,
             {changelog::makeCreation(ids.makeId<base::RecordId>(), "protectedPerson", std::move(fields))}});
}

} // namespace

std::vector<changelog::RecordSet> LobIntake::allSets() const
{
    std::vector<changelog::RecordSet> all;
    for (const CompartmentSets &change : changes)
        all.insert(all.end(), change.sets.begin(), change.sets.end());
    return all;
}

LobIntake makeLobIntake(const LobReportRow &row, const LobRoute &route, const KnownPerson &known,
                        const LobIntakeContext &context, base::UuidMaker &ids)
{
    LobIntake intake;
    intake.makesCase = route.way != Way::OpenMatter;
    intake.caseId = intake.makesCase ? ids.makeId<base::CaseId>() : known.caseId;
    intake.report = ids.makeId<base::RecordId>();
    if (intake.makesCase)
        addNewCase(intake, row, route, known, context, ids);
    else
        intake.changes.push_back(
            {Compartment::Card,
             {changelog::makeCreation(ids.makeId<base::RecordId>(), "task", taskFields(intake, known, context))}});
    intake.changes.push_back(
        {Compartment::Lob,
         {changelog::makeCreation(intake.report, "lobReport", reportFields(row, route, known, context.registered))}});
    return intake;
}

} // namespace faltakt::casework
