#pragma once

#include "core/store/case_store.h"
#include "qml/viewmodels/people/misfiled_look.h"
#include "qml/viewmodels/today/today_reader.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <QString>

#include <vector>

namespace faltakt::viewmodels {

/// One line of a record: what the field is called and what it says.
struct RecordLine {
    std::string key; ///< The field's name.
    QString label;
    QString value;
    bool operator==(const RecordLine &) const = default;
};

/// An addition to a signed record.
struct RecordAddendum {
    base::RecordId record;
    QString when;
    QString text;
};

/// What a record's page shows. A value, made in the store thread.
struct RecordContent {
    store::CardEntry person;
    store::RecordView record;
    QString title;
    QString status;
    std::vector<RecordLine> lines; ///< Everything but the long texts.
    QString written;               ///< When it was entered here or by a colleague.
    store::Delivery delivery = store::Delivery::Local;
    std::optional<base::Instant> received = {}; ///< When the server had taken all of it.
    bool isOwn = false;                         ///< Every change to it is this worker's.
    bool isSigned = false;                      ///< As it stands now.
    bool takesSignature = false;
    QString signedText; ///< By whom and when.
    std::vector<RecordAddendum> addenda;
    std::vector<RecordAddendum> photos; ///< That belong to it, with what is to be seen.
    std::string conflictField;          ///< Empty where nothing stands against each other.
    MisfiledLook misfiled;              ///< Where it is sealed, nothing else of it is read.
    QString conflictName;               ///< Of that field; what is said of a talk about safety names none.
};

/// NotFound where the record is not here, or deleted.
[[nodiscard]] base::Result<RecordContent> readRecord(OpenStore &store, base::CaseId caseId, base::RecordId record,
                                                     const ListWording &wording);

} // namespace faltakt::viewmodels
