#pragma once

#include "core/casework/misfiled.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <string>
#include <vector>

// "Förd på fel person": sealing what was written in the wrong person's file, and writing it anew in the right one. In the
// store thread.
namespace faltakt::viewmodels {

/// What can be moved out of a file, seen from one record's page. A value.
struct MisfiledItems {
    enum class What {
        Nothing,
        Record,    ///< The record, with what hangs on it.
        Late,      ///< It was moved before; something came later from a device that did not know.
        WithChild, ///< It is about a child of this file, and goes along when the child is moved.
    };
    What what = What::Nothing;
    /// Records to be written anew; the first is the record itself where it is not sealed yet.
    std::vector<base::RecordId> records;
    std::vector<base::RecordId> photos;
    /// Of a sealed record: it was changed where nobody knew of the act.
    bool isEdited = false;
    /// Photos whose bytes are not on this device: they have to be fetched first.
    int photosElsewhere = 0;
    /// Two versions stand against each other, and one has to be chosen first.
    bool isConflicted = false;
    /// Something about it was begun on this device and is not saved: it would end up where it should not.
    bool isBegun = false;
    bool isSigned = false;
    std::optional<base::RecordId> child = {}; ///< With which it goes.
};

/// Nothing where this worker may not: that is for whoever wrote in it and for a leader of the team. `sealed`: the record is.
[[nodiscard]] base::Result<MisfiledItems> misfiledItems(OpenStore &store, base::CaseId caseId, base::RecordId record,
                                                        bool sealed);

struct MisfiledMove {
    base::CaseId from;
    base::RecordId record;
    base::CaseId to;
    std::string reason = {};  ///< Why the file of a protected person is opened.
    std::string purpose = {}; ///< What for, where it is opened as a deputy.
    bool isLogged = false;    ///< The worker came through the gate of the other file, which has logged it.
};
/// True where somebody could write in that file, as far as the device knows: no team's own, none that is shown in another
/// one, none whose matter is closed.
[[nodiscard]] bool takesMisfiled(const store::CardEntry &card);
/// Writes all of it anew in the other file, then seals it here. Both files are logged as opened. Refused where the other
/// file cannot take it or somebody was quicker; Unsupported while photos are elsewhere; NotFound where either file is not
/// here, or the other one does not hold what this belongs to.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> moveMisfiled(OpenStore &store, const MisfiledMove &move);

/// The record on which a sealed one hangs, where it hangs on one.
[[nodiscard]] base::Result<std::optional<base::RecordId>> sealedParent(OpenStore &store, base::RecordId record);

} // namespace faltakt::viewmodels
