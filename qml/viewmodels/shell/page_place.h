#pragma once

#include "core/base/json.h"
#include "qml/viewmodels/shell/router.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// Which page lies open, in a form that outlives the program: kept in the encrypted store, so that a page comes back after
/// the app was killed. Ids only, never a name. A value.
struct PagePlace {
    std::string kind; ///< "person"
    base::json::Object ids = {};
    bool operator==(const PagePlace &) const = default;
};

[[nodiscard]] PagePlace personPlace(base::CaseId caseId);
[[nodiscard]] PagePlace dayPlace(DayPage page);
[[nodiscard]] PagePlace lobContactPlace(base::CaseId caseId, std::optional<base::RecordId> report);
[[nodiscard]] PagePlace contactPlace(std::optional<base::CaseId> caseId, std::optional<base::RecordId> contact);
[[nodiscard]] PagePlace checkInPlace(const std::optional<base::RecordId> &visit);
[[nodiscard]] PagePlace deputiesPlace(const std::optional<base::CaseId> &caseId);
[[nodiscard]] PagePlace takeoverPlace(base::CaseId caseId, const std::optional<base::RecordId> &question);
[[nodiscard]] PagePlace closingPlace(base::CaseId caseId);
[[nodiscard]] PagePlace stagePlace(base::CaseId caseId);
[[nodiscard]] PagePlace letterPlace(base::CaseId caseId, base::RecordId report);
[[nodiscard]] PagePlace caseFormsPlace(base::CaseId caseId);
[[nodiscard]] PagePlace formsPlace(const std::optional<base::CaseId> &caseId);
[[nodiscard]] PagePlace actPlace(const ActOrder &order);
[[nodiscard]] PagePlace interviewPlace(const InterviewOrder &order);
[[nodiscard]] PagePlace handoverPlace(const HandoverOrder &order);
[[nodiscard]] PagePlace resultPlace(base::CaseId caseId, base::RecordId assessment);
[[nodiscard]] PagePlace scratchResultPlace(base::ScratchId scratch);
[[nodiscard]] PagePlace notePlace(std::optional<base::CaseId> caseId, std::optional<base::RecordId> draft,
                                  std::optional<base::RecordId> addendumTo);
[[nodiscard]] PagePlace toldNotePlace(const std::string &toldBy);
[[nodiscard]] PagePlace recordPlace(base::CaseId caseId, base::RecordId record);
[[nodiscard]] PagePlace childrenPlace(base::CaseId caseId);
[[nodiscard]] PagePlace protectionPlace(base::CaseId caseId, const std::string &form,
                                        std::optional<base::RecordId> child);
[[nodiscard]] PagePlace attachmentPlace(base::CaseId caseId, base::RecordId attachment);
[[nodiscard]] PagePlace conflictPlace(base::RecordId record, const std::string &field);
/// A page that needs no id, or one with a name: "call-list", "sync", "settings", "guidance-card".
[[nodiscard]] PagePlace namedPlace(const std::string &kind, const std::string &name = {});

/// The person that the page is about, where it is about one.
[[nodiscard]] std::optional<base::CaseId> caseOf(const PagePlace &place);

/// Where a worker is in the app: one of the places, and what lies open on it, the lowest first.
struct Whereabouts {
    Router::Place place = Router::Place::Today;
    std::vector<PagePlace> pages = {};
};

[[nodiscard]] base::json::Object toJson(const Whereabouts &whereabouts);
/// What cannot be read is left out: the worker is then at the place, which is no loss.
[[nodiscard]] Whereabouts whereaboutsFrom(const base::json::Object &fields);

/// Opens the page again. False where the place is not understood: written by another version.
bool openPlace(Router &router, const PagePlace &place);

} // namespace faltakt::viewmodels
