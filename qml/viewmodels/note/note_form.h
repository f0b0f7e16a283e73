#pragma once

#include "core/store/case_store.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// A note as it is being written.
struct NoteForm {
    /// Name of the form among the app's forms.
    static constexpr std::string_view Name = "note";

    std::string text;
    std::string judgement;
    bool isDisputed = false;
    std::string disputed;                 ///< How the person sees it.
    std::optional<base::Instant> at = {}; ///< When it happened; empty: when the note was begun.
    std::optional<base::RecordId> addendumTo = {};
    std::string toldBy = {};     ///< codes::ToldBy, where somebody other than the person told it.
    std::string toldByName = {}; ///< Who that is, where it is to be written down.

    [[nodiscard]] bool isEmpty() const
    {
        return text.empty() && judgement.empty() && disputed.empty() && toldByName.empty();
    }
};

[[nodiscard]] base::json::Object toJson(const NoteForm &form);
[[nodiscard]] NoteForm readNoteForm(const base::json::Object &fields);

/// What was written, for signing and for undoing.
struct NoteSaved {
    base::RecordId note;
    std::vector<base::ChangeId> changes;
};

/// Saves the note in the file of the case, and takes the form away, in one transaction.
[[nodiscard]] base::Result<NoteSaved> saveNote(OpenStore &store, base::CaseId caseId, const NoteForm &form,
                                               base::Instant begun, std::optional<base::RecordId> draft);

} // namespace faltakt::viewmodels
