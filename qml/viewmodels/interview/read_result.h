#pragma once

#include "core/rules/guidance_card.h"
#include "core/screening/assessment_record.h"
#include "core/screening/brief_advice.h"
#include "core/screening/result_history.h"
#include "core/store/projection.h"
#include "qml/viewmodels/interview/rating_profile.h"
#include "qml/viewmodels/interview/talk_facts.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// What a result page shows, as read on the store thread; texts of data files are in the language asked for.
struct ReadResult {
    screening::AnswerSheet answers;
    screening::ScreeningResult result;
    std::map<std::string, std::string, std::less<>> notes = {};
    std::vector<std::string> unreadable = {}; ///< Answers that only another version of the form can read.
    std::string status = {};
    std::optional<base::Instant> completed = {};
    ReadTalk talk = {};
    bool isSigned = false;
    std::optional<store::CardEntry> card = {};
    screening::ResultHistory history = {};
    std::vector<RatedPoint> profile = {};
    std::vector<RatedPoint> earlierProfile = {}; ///< Of the last interview before this one that rates the same areas.
    std::optional<base::Instant> earlierAt = {};
    std::vector<rules::GuidanceCard> guidance = {};
    std::optional<screening::AdviceCard> advice = {};
    std::vector<screening::AdviceLevel> adviceLevels = {};
    screening::LocalText adviceNote = {};
    std::vector<base::CaseId> files = {};        ///< Whose results stand in the history.
    std::vector<std::string> longerForms = {};   ///< Ids of forms that can take over these answers.
    base::json::Object context = {};             ///< Of a scratch: age band and sex row.
    std::optional<base::Instant> keptUntil = {}; ///< Of a scratch: when it goes by itself.
};

/// NotFound where the record is gone; Unsupported where its form is not known here or was another version's.
/// `files`: those shown as one with the result's own, which counts always; what came before is looked for in all of them.
[[nodiscard]] base::Result<ReadResult> readResult(OpenStore &store, base::RecordId assessment, base::Language language,
                                                  std::vector<base::CaseId> files = {});
[[nodiscard]] base::Result<ReadResult> readScratchResult(OpenStore &store, base::ScratchId scratch,
                                                         base::Language language);

} // namespace faltakt::viewmodels
