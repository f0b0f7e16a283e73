#pragma once

#include "core/casework/person_card.h"
#include "core/rules/children_facts.h"
#include "core/rules/decisions_in_force.h"
#include "core/store/case_store.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/today/today_reader.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <set>

namespace faltakt::viewmodels {

/// What a person's page shows besides the timeline. A value, made in the store thread.
struct PersonContent {
    store::CardEntry listed;
    casework::PersonCard card;
    std::optional<base::RecordId> person; ///< The record behind the card.
    store::RecordView record;             ///< The same, for the fields shown one by one.
    EditBase base;                        ///< Of the same, for what is changed in it.
    bool isResponsible = true;            ///< This worker answers for the matter.
    std::string responsibleName;          ///< Empty where it is another's, whose name this device does not know.
    std::string responsible = {};         ///< Id of that worker; empty where nobody is named.
    std::string deputyName = {};          ///< Who stands in today; empty where nobody does.
    bool hasDeputies = false;             ///< Somebody stands in, will, or has.
    bool canHandOver = false;             ///< It is this worker's, and there are colleagues.
    std::vector<TodayRow> steps;          ///< By urgency.
    std::optional<base::RecordId> report; ///< The latest police report.
    bool hasAttempts = false;             ///< A follow-up call stands to be made.
    std::vector<store::RecordView> assessments;
    rules::ChildrenChip children = rules::ChildrenChip::NotAsked;
    std::vector<rules::InForce> inForce = {}; ///< Decisions and plans that hold today, of all her files.
    std::vector<store::RecordView> related;   ///< People around her, in the order in which they were noted.
    std::vector<store::CaseRow> tied;         ///< Files of hers that are shown with this one.
    /// What is arranged by one of these and not by this one: code, and which file says so.
    std::vector<std::pair<std::string, store::CardEntry>> tiedFlags;
    std::optional<store::CaseRow> main; ///< The file with which this one is shown.
    bool isCheckWaiting = false;        ///< The server is still to be asked whether she has a file already.
    std::int64_t older = 0;             ///< Records that stayed at the server.
};

/// NotFound where the device does not hold the case. Files that are shown with it are opened with it: that is logged before
/// anything of them is read, but of those in `logged` it has been.
[[nodiscard]] base::Result<PersonContent> readPerson(OpenStore &store, base::CaseId caseId, const ListWording &wording,
                                                     const std::set<base::CaseId> &logged = {});

} // namespace faltakt::viewmodels
