#pragma once

#include "core/casework/deputy.h"
#include "qml/viewmodels/team/takeover_store.h"

namespace faltakt::viewmodels {

/// Namings that belong together: one of a person's case, or of all cases the same deputy for the same days.
struct DeputyStretch {
    casework::Deputy deputy; ///< The first of them.
    std::vector<base::RecordId> records;
    bool isOver = false;
    bool isOwn = false; ///< By this worker, or of a case that this worker is responsible for.
};

/// What the page is opened with.
struct DeputiesOpened {
    std::optional<store::CaseRow> person; ///< Without: all of the worker's own cases.
    std::vector<Colleague> colleagues;
    std::vector<DeputyStretch> stretches; ///< The latest first; of all cases those that are not over.
    bool isResponsible = false;
    int ownCases = 0;      ///< That a naming for all is about.
    int protectedLeft = 0; ///< Own ones of people with protected identity.
    base::RecordId newForm;
    std::optional<store::FormDraft> draft = {};
};

inline constexpr std::string_view DeputyForm = "deputy";

/// Which page, and what is read again of it.
struct DeputiesOpening {
    std::optional<base::CaseId> caseId;
};
/// NotFound where the device does not hold the case.
[[nodiscard]] base::Result<DeputiesOpened> openDeputies(OpenStore &store, const DeputiesOpening &opening);

struct DeputyPlan {
    Colleague whom;
    base::Date firstDay;
    base::Date lastDay;
};
/// For one case, or for all of the worker's own but those of people with protected identity; takes the form away with it, in
/// one transaction.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> nameDeputy(OpenStore &store, std::optional<base::CaseId> caseId,
                                                                   const DeputyPlan &plan, base::RecordId form);
/// Ends them now, all in one go.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> endDeputies(OpenStore &store,
                                                                    const std::vector<base::RecordId> &records);

} // namespace faltakt::viewmodels
