#pragma once

#include "qml/viewmodels/child/act_form.h"
#include "qml/viewmodels/child/child_words.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

// What the page of an act reads and writes on the store thread.

/// What an act is about: a person, and one child where it is about one.
struct ActSubject {
    base::CaseId caseId;
    std::optional<base::RecordId> child = {};
};

/// What is read from the person's file.
struct ActHeader {
    store::CardEntry card;
    std::optional<store::RecordView> child;  ///< Whom it is about.
    std::optional<store::RecordView> record; ///< What is changed.
    std::optional<EditBase> base;            ///< Of the same.
    std::vector<RingNumber> numbers;         ///< Those that the form shows.
};
[[nodiscard]] base::Result<ActHeader> readActHeader(OpenStore &store, const ActForm &form, const ActSubject &subject,
                                                    base::Language language);

/// The form as it was begun, read apart from the file: it is the worker's own.
struct ActStart {
    std::optional<store::FormDraft> draft;
    base::RecordId newForm;
};
[[nodiscard]] base::Result<ActStart> readActStart(OpenStore &store, const ActForm &form, const ActSubject &subject);

/// Of one form there is one draft for each person and child: two children's never meet.
[[nodiscard]] base::json::Object actDraftFields(const ActSubject &subject, const ActValues &values,
                                                const std::optional<EditBase> &base);
[[nodiscard]] ActValues actValuesIn(const base::json::Object &draft);
/// The child that a draft is about.
[[nodiscard]] std::optional<base::RecordId> actChildIn(const base::json::Object &draft);
/// What stands in a record, as the form wants it.
[[nodiscard]] ActValues actValuesOf(const ActForm &form, const store::RecordView &record);

struct ActSaved {
    base::RecordId record;
    std::vector<base::ChangeId> changes; ///< None where nothing was different.
};
/// Saves the act, finishes the tasks that it answers, and takes the form away, in one transaction.
[[nodiscard]] base::Result<ActSaved> saveAct(OpenStore &store, const ActForm &form, const ActSubject &subject,
                                             const ActValues &values, const std::optional<EditBase> &base,
                                             base::Instant begun, std::optional<base::RecordId> draft);

} // namespace faltakt::viewmodels
