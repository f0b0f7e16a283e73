#pragma once

#include "core/casework/demo_caseload.h"
#include "core/casework/demo_people.h"

namespace faltakt::casework::demo {

/// People of the caseload whom the police meet again.
struct KnownForFile {
    std::vector<Person> withOpenMatter;
    std::vector<Person> withClosedMatter;
};

/// The file of the last weekend's LOB reports: first the special paths (known people, a minor, a nineteen-year-old,
/// protected identity, another municipality, nobody known, no phone, the same person twice), then new people, up to
/// settings.newReports rows.
[[nodiscard]] std::string makeLobFile(People &people, const DemoSettings &settings, const KnownForFile &known);

} // namespace faltakt::casework::demo
