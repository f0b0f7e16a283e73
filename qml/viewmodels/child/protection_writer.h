#pragma once

#include "qml/viewmodels/child/child_words.h"
#include "qml/viewmodels/child/protection_form.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

// What the page of an act reads and writes on the store thread.

/// What an act is about: a person, and one child where it is about one.
struct ProtectionSubject {
    base::CaseId caseId;
    std::optional<base::RecordId> child = {};
};

/// What is read from the person's file.
struct ProtectionHeader {
    store::CardEntry card;
    std::optional<store::RecordView> child;  ///< Whom it is about.
    std::optional<store::RecordView> record; ///< What is changed.
    std::optional<EditBase> base;            ///< Of the same.
    std::vector<RingNumber> numbers;         ///< Those that the form shows.
};
[[nodiscard]] base::Result<ProtectionHeader> readActHeader(OpenStore &store, const ProtectionForm &form,
                                                           const ProtectionSubject &subject, base::Language language);

/// The form as it was begun, read apart from the file: it is the worker's own.
struct ProtectionStart {
    std::optional<store::FormDraft> draft;
    base::RecordId newForm;
};
[[nodiscard]] base::Result<ProtectionStart> readActStart(OpenStore &store, const ProtectionForm &form,
                                                         const ProtectionSubject &subject);

/// What the worker had before her when she began to change a record: only what differs from it is hers.
struct ProtectionEdit {
    EditBase base;
    ProtectionValues begun;
};

/// Of one form there is one draft for each person and child: two children's never meet.
[[nodiscard]] base::json::Object protectionDraftFields(const ProtectionSubject &subject, const ProtectionValues &values,
                                                       const std::optional<ProtectionEdit> &edit);
[[nodiscard]] ProtectionValues protectionValuesIn(const base::json::Object &draft);
/// Empty where nothing is changed but made.
[[nodiscard]] std::optional<ProtectionEdit> protectionEditIn(const base::json::Object &draft);
/// The child that a draft is about.
[[nodiscard]] std::optional<base::RecordId> protectionChildIn(const base::json::Object &draft);
/// What stands in a record, as the form wants it.
[[nodiscard]] ProtectionValues protectionValuesOf(const ProtectionForm &form, const store::RecordView &record);

struct ProtectionSaved {
    base::RecordId record;
    std::vector<base::ChangeId> changes; ///< None where nothing was different.
};
/// Saves the act, finishes the tasks that it answers, and takes the form away, in one transaction.
[[nodiscard]] base::Result<ProtectionSaved> saveAct(OpenStore &store, const ProtectionForm &form,
                                                    const ProtectionSubject &subject, const ProtectionValues &values,
                                                    const std::optional<ProtectionEdit> &edit, base::Instant begun,
                                                    std::optional<base::RecordId> draft);

/// The form again, under an id of its own; an edit stands on the record as it is once the save is taken back.
struct ProtectionUndone {
    base::RecordId form;
    std::optional<ProtectionEdit> edit;
};
[[nodiscard]] base::Result<ProtectionUndone> undoAct(OpenStore &store, const ProtectionForm &form,
                                                     const ProtectionSubject &subject, const ProtectionValues &values,
                                                     std::optional<ProtectionEdit> edit,
                                                     const std::vector<base::ChangeId> &changes);

} // namespace faltakt::viewmodels
