#include "sync/server/api/office_row.h"

namespace faltakt::server {

base::json::Object officeRow(const casework::LobReportRow &row)
{
    base::json::Object object{{"takenAt", base::formatInstant(row.takenAt)},
                              {"received", base::formatInstant(row.received)}};
    const auto text = [&](const char *name, const std::string &value) {
        if (!value.empty())
            object.append(name, value);
    };
    const auto yesNo = [&](const char *name, const std::optional<bool> &value) {
        if (value)
            object.append(name, *value);
    };
    text("place", row.place);
    text("givenName", row.givenName);
    text("familyName", row.familyName);
    text("identityNumber", row.identityNumber);
    if (row.identityKind)
        object.append("identityKind", std::string(casework::identityKindName(*row.identityKind)));
    if (row.birthDate)
        object.append("birthDate", base::formatDate(*row.birthDate));
    text("sex", row.sex);
    text("homeMunicipality", row.homeMunicipality);
    text("phone", row.phone);
    text("address", row.address);
    text("ground", row.ground);
    text("substance", row.substance);
    text("condition", row.condition);
    yesNo("injuries", row.injuries);
    yesNo("medicalCheck", row.medicalCheck);
    text("keptAt", row.keptAt);
    text("decidedBy", row.decidedBy);
    if (row.releasedAt)
        object.append("releasedAt", base::formatInstant(*row.releasedAt));
    text("releasedTo", row.releasedTo);
    yesNo("violent", row.violent);
    text("childrenPresent", row.childrenPresent);
    yesNo("guardianInformed", row.guardianInformed);
    yesNo("licenceRegister", row.licenceRegister);
    yesNo("dangerSign", row.dangerSign);
    text("protection", row.protection);
    text("event", row.event);
    return object;
}

} // namespace faltakt::server
