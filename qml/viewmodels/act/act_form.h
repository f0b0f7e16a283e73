#pragma once

#include "core/screening/act_record.h"
#include "core/store/projection.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/shell/router.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <map>

namespace faltakt::viewmodels {

// What a form of assets/forms does on the store thread: read where it stands, keep what was begun, write the act.

/// The name under which forms that were begun are kept. One for each file, form and act that is changed: two never mix.
inline constexpr std::string_view ActFormName = "act";

/// A form as it is being filled in.
struct ActSheet {
    screening::AnswerSheet answers;
    std::map<std::string, std::string, std::less<>> typed = {}; ///< By key: written, and no answer yet.
};
[[nodiscard]] base::json::Object toJson(const ActSheet &sheet, const ActOrder &order, const EditBase &base,
                                        const base::json::Object &before);

struct OpenedAct {
    ActSheet sheet;
    std::optional<store::FormDraft> draft = {};
    base::RecordId newForm = {};    ///< For what is begun now.
    EditBase base = {};             ///< Of the act that is changed, as it was when that was begun.
    base::json::Object before = {}; ///< Its fields then.
    bool goesOn = false;            ///< Begun with the answers of an earlier act.
};
/// What of the file may be read: all, or nothing where reading has ended; the form can be filled in all the same.
enum class ActReading { File, Nothing };
/// NotFound for a form or act that is not here, Refused for one that is signed, Unsupported for one of another version's form.
[[nodiscard]] base::Result<OpenedAct> openAct(OpenStore &store, const ActOrder &order, ActReading reading);

struct ActSaved {
    base::RecordId act;
    std::vector<base::ChangeId> changes;
    std::vector<std::string> clocks; ///< What I dag now says of it, in words, with its time.
};
/// Writes the act and takes the form away, in one transaction. InvalidInput where something needed is missing.
[[nodiscard]] base::Result<ActSaved> saveAct(OpenStore &store, const ActOrder &order, const OpenedAct &opened,
                                             const screening::AnswerSheet &answers, std::optional<base::RecordId> form,
                                             base::Language language);

} // namespace faltakt::viewmodels
