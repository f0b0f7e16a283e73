#pragma once

#include "core/base/language.h"
#include "core/base/sentence_comparison.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <QString>

#include <optional>
#include <vector>

namespace faltakt::viewmodels {

/// One of the values that stand against each other, in words.
struct VersionContent {
    base::ChangeId change;
    base::json::Value value;
    bool isOwn = false; ///< Written by the worker who has unlocked.
    QString when;
    QString words; ///< The value in full.
    /// Where two texts are compared: the text in pieces, those that differ marked. Empty otherwise.
    std::vector<base::ComparedSentence> pieces;
};

/// How a field's values can be brought together beside choosing one.
enum class FieldNature {
    Single,   ///< A date, a code, a number: one of them holds.
    Text,     ///< May stand one after the other, or be written anew.
    List,     ///< Elements of both may stand together.
    Deletion, ///< Deleted by one, changed by another.
};

struct ConflictContent {
    base::CaseId caseId;
    std::string kind;
    QString person;
    QString fieldName;
    bool isProtected = false;
    bool isSafe = false;     ///< Said in a talk about safety, or in a form that is not known here.
    QString discreetName;    ///< In the place of the field's name until the values are shown; empty where not safe.
    bool isStanding = false; ///< False once a change has brought the values together.
    QString standingValue;   ///< What holds then.
    QString before;          ///< The value that both had seen; empty where it is not held or there was none.
    FieldNature nature = FieldNature::Single;
    std::vector<VersionContent> versions; ///< Newest first.
};

struct ConflictQuestion {
    base::RecordId record;
    std::string field;
    base::Language language = base::Language::Swedish;
    bool namesHidden = false;
};

/// Reads a conflict on the store thread. NotFound where the record is not here.
[[nodiscard]] base::Result<ConflictContent> readConflict(OpenStore &store, const ConflictQuestion &question);

} // namespace faltakt::viewmodels
