#pragma once

#include "qml/viewmodels/today/today_reader.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <QString>

#include <vector>

namespace faltakt::viewmodels {

/// One sentence of what may be shown to the person.
struct ReadingSentence {
    QString text;
    bool mayBeOfOthers = false; ///< It may be about somebody else: left out unless the worker says otherwise.
};
struct ReadingPart {
    QString title; ///< In words to the person: "Det du önskar".
    std::vector<ReadingSentence> sentences;
};

/// What a note, a contact or a plan says, for the person's own eyes: without who told it, who was present, children, and the like.
struct ReadingContent {
    std::vector<ReadingPart> parts;
    /// Somebody else has told it: nothing of it is shown.
    bool isWithheld = false;
    base::json::Object fields; ///< As they stood, to see whether they still do.
};

/// NotFound where the record is not here, deleted, or of a kind that has no reading view. Store thread.
[[nodiscard]] base::Result<ReadingContent> readForPerson(OpenStore &store, base::CaseId caseId, base::RecordId record,
                                                         base::Language language);

/// Whether the record has a reading view: notes, contacts, and the forms that are made together with the person.
[[nodiscard]] bool hasReadingView(const store::RecordView &record);

} // namespace faltakt::viewmodels
