#pragma once

#include "qml/viewmodels/today/today_reader.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// Somebody of the team who may be asked.
struct Colleague {
    std::string worker; ///< Empty: the whole team.
    std::string name;
};

/// Those of the team but the worker, by name.
[[nodiscard]] base::Result<std::vector<Colleague>> colleaguesOf(OpenStore &store);
/// The worker's own name, as the team knows it.
[[nodiscard]] base::Result<std::string> ownName(OpenStore &store);

/// A question to take over a matter, as this device knows it.
struct TakeoverQuestion {
    base::RecordId record;
    std::string from;
    std::string fromName;
    std::string to;
    std::string toName;
    std::string text;
    std::string answer; ///< Empty while nobody has answered.
    std::string answeredByName;
    std::string reason;
    bool isClosed = false;
    bool isAnswerReceived = false; ///< The server has taken the answer, so that it counts.
};

/// Which page it is for.
struct TakeoverOpening {
    base::CaseId caseId;
    std::optional<base::RecordId> question;
    bool isLogged = false; ///< The page has read the question before.
};

/// What the page is opened with.
struct TakeoverOpened {
    store::CaseRow person;
    std::optional<TakeoverQuestion> question;
    std::vector<Colleague> colleagues; ///< Without the worker.
    std::vector<TodayRow> steps;       ///< What stands open in the matter.
    std::string self;
    /// What was asked may be read here; a protected person's file is opened on the person's own page.
    bool isReadable = false;
    base::RecordId newForm;
    std::optional<store::FormDraft> draft = {};
};

inline constexpr std::string_view TakeoverForm = "takeover";

/// With the question asked for, else with one of the worker's own that waits for its answer. NotFound where the device
/// does not hold the case.
/// A colleague's question is of the person's file: its first reading is written down.
[[nodiscard]] base::Result<TakeoverOpened> openTakeover(OpenStore &store, const TakeoverOpening &opening,
                                                        const ListWording &wording);

struct TakeoverWritten {
    base::RecordId record;
    std::vector<base::ChangeId> changes;
};
/// Asks; takes the form away with it.
[[nodiscard]] base::Result<TakeoverWritten> askToTakeOver(OpenStore &store, base::CaseId caseId, const Colleague &whom,
                                                          const std::string &text, std::optional<base::RecordId> draft);
enum class TakeoverAnswer { Accepted, Declined, Withdrawn };
/// Answers, once; with a yes the responsibility goes over in the same change. Refused where it was answered meanwhile.
[[nodiscard]] base::Result<TakeoverWritten> answerTakeover(OpenStore &store, base::CaseId caseId,
                                                           base::RecordId question, TakeoverAnswer answer,
                                                           const std::string &reason,
                                                           std::optional<base::RecordId> draft);
/// The asker has read that somebody said no.
[[nodiscard]] base::Result<TakeoverWritten> closeTakeover(OpenStore &store, base::RecordId question);

} // namespace faltakt::viewmodels
