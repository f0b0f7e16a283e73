#include "core/casework/lob_intake.h"

#include "core/casework/swedish_time.h"
#include "core/changelog/record_state.h"

namespace faltakt::casework {

using base::json::Object;
using base::json::Value;
using changelog::Compartment;

namespace {

using Way = LobRoute::Way;

constexpr std::chrono::months FlagReview{6};

void appendText(Object &fields, std::string_view name, const std::string &value)
{
    if (!value.empty())
        fields.append(std::string(name), value);
}

void appendYesNo(Object &fields, std::string_view name, const std::optional<bool> &value)
{
    if (value)
        fields.append(std::string(name), *value);
}

/// A list of elements by id, as List fields hold them.
void addElement(Object &list, Object element, base::UuidMaker &ids)
{
    list.append(ids.make().toString(), std::move(element));
}

Object contactWaysOf(const LobReportRow &row, base::UuidMaker &ids)
{
    Object ways;
    if (!row.phone.empty())
        addElement(ways, {{"kind", "phone"}, {"value", row.phone}}, ids);
    if (!row.address.empty())
        addElement(ways, {{"kind", "address"}, {"value", row.address}}, ids);
    return ways;
}

Object flagsOf(const LobReportRow &row, base::UuidMaker &ids)
{
    Object flags;
    if (row.violent.value_or(false)) {
        const base::Date taken = swedishDate(row.takenAt);
        const base::Date review{std::chrono::sys_days(taken + FlagReview)};
        addElement(flags,
                   {{"code", "twoAtVisit"},
                    {"source", "lob"},
                    {"date", base::formatDate(taken)},
                    {"review", base::formatDate(review)}},
                   ids);
    }
    return flags;
}

/// The card of a person whose name may be shown.
Object openPersonFields(const LobReportRow &row, base::UuidMaker &ids)
{
    Object fields;
    appendText(fields, "givenName", row.givenName);
    appendText(fields, "familyName", row.familyName);
    appendText(fields, "identityNumber", row.identityNumber);
    fields.append("identityKind", row.identityKind ? Value(identityKindName(*row.identityKind)) : Value("unconfirmed"));
    if (row.birthDate)
        fields.append("birthDate", base::formatDate(*row.birthDate));
    appendText(fields, "sex", row.sex);
    appendText(fields, "homeMunicipality", row.homeMunicipality);
    fields.append("protection", "none");
    if (Object ways = contactWaysOf(row, ids); !ways.empty())
        fields.append("contactWays", std::move(ways));
    if (Object flags = flagsOf(row, ids); !flags.empty())
        fields.append("flags", std::move(flags));
    return fields;
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

void appendCircumstances(Object &fields, const LobReportRow &row)
{
    appendText(fields, "ground", row.ground);
    appendText(fields, "substance", row.substance);
    appendText(fields, "condition", row.condition);
    appendYesNo(fields, "injuries", row.injuries);
    appendYesNo(fields, "medicalCheck", row.medicalCheck);
    appendText(fields, "keptAt", row.keptAt);
    appendText(fields, "decidedBy", row.decidedBy);
    if (row.releasedAt)
        fields.append("releasedAt", base::formatInstant(*row.releasedAt));
    appendText(fields, "releasedTo", row.releasedTo);
    appendYesNo(fields, "violent", row.violent);
    appendText(fields, "childrenPresent", row.childrenPresent);
    appendYesNo(fields, "guardianInformed", row.guardianInformed);
    appendYesNo(fields, "licenceRegister", row.licenceRegister);
    appendYesNo(fields, "dangerSign", row.dangerSign);
    appendText(fields, "event", row.event);
}

Object reportFields(const LobReportRow &row, const LobRoute &route, const KnownPerson &known, base::Instant registered)
{
    Object fields{
        {"source", row.source}, {"sheetNumber", row.sheetNumber}, {"takenAt", base::formatInstant(row.takenAt)}};
    appendText(fields, "place", row.place);
    fields.append("received", base::formatInstant(row.received));
    fields.append("registered", base::formatInstant(registered));
    appendCircumstances(fields, row);
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
