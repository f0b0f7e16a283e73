#pragma once

#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/workspace/open_store.h"

#include "core/base/language.h"

namespace faltakt::viewmodels {

/// How changes are put into words on the store thread; nothing in it outlives the call.
struct ChangeWording {
    base::Language language = base::Language::Swedish;
    bool namesHidden = false;
    base::Instant now;
};

/// "Samtal, i dag 13:07" and "Johan E." for a change of this device; what it was about comes from the record as it stands.
[[nodiscard]] base::Result<LineListModel::Line> changeLine(OpenStore &store, const changelog::Change &change,
                                                           const ChangeWording &wording);

/// Whether the change only tells that a file was opened: written by reading, not by the worker's own hand.
[[nodiscard]] bool isOpening(const changelog::Change &change);

/// What the change set, field by field in words: what the worker would have to write again. What tells who a person is
/// stays hidden as it does elsewhere; `isProtected` where that is known of a person whose file may not be here.
/// Of a talk about safety, of answers to questions about violence in another form, and of answers to a form that is not known
/// here, it tells how many there are and no more.
[[nodiscard]] base::Result<QString> contentText(OpenStore &store, const changelog::Change &change,
                                                const ChangeWording &wording, bool isProtected = false);

} // namespace faltakt::viewmodels
