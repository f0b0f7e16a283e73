#include "core/casework/lob_report_fields.h"

#include "core/casework/swedish_time.h"

namespace faltakt::casework {

using base::json::Object;
using base::json::Value;

namespace {

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

} // namespace

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

Object circumstancesOf(const LobReportRow &row)
{
    Object fields;
    appendText(fields, "place", row.place);
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
    return fields;
}

} // namespace faltakt::casework
