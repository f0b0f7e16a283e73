#pragma once

#include "core/casework/lob_routing.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <string>

namespace faltakt::viewmodels {

/// A police sheet as it is typed in: eight fields, what may be urgent in it, and when it came in. The rest comes with the
/// police's file.
struct LobSheetForm {
    /// Name of the form among the app's forms.
    static constexpr std::string_view Name = "lobSheet";

    std::string source = "lob";
    std::string sheetNumber;
    std::optional<base::Instant> takenAt = {};
    std::string givenName;
    std::string familyName;
    std::string identity;
    std::string phone;
    std::string children; ///< codes::YesNoUnknown, as the next three
    std::string dangerSign;
    std::string medicalCheck;
    std::string violent;
    /// "now", or "earlier" with the moment named.
    std::string cameIn = "now";
    std::optional<base::Instant> received = {};

    [[nodiscard]] bool isEmpty() const;
};

[[nodiscard]] base::json::Object toJson(const LobSheetForm &form);
[[nodiscard]] LobSheetForm readLobSheetForm(const base::json::Object &fields);
/// What was typed before, or an id for what will be.
[[nodiscard]] base::Result<store::FormDraft> openLobSheetForm(OpenStore &store);

/// Where the sheet went.
struct LobSheetTaken {
    enum class Way {
        NewFile,   ///< Into a file of its own.
        KnownFile, ///< Into the file of somebody who was known here.
        Office,    ///< It belongs to the office, and nothing was written: the draft is gone too.
        Here,      ///< A sheet with this number is here already.
    };
    Way way = Way::NewFile;
    base::CaseId caseId = {};                          ///< Not with Office.
    std::optional<casework::OfficeReason> reason = {}; ///< With Office only.
    std::vector<base::ChangeId> changes = {};
};
/// Whether the server is asked, when it is there, if the person has a file elsewhere.
enum class AskLater { No, Yes };
/// Routes the sheet by what this device knows, with the rules of the server's import, and writes it. The import sees the sheet
/// again by its number. Store thread.
[[nodiscard]] base::Result<LobSheetTaken> takeLobSheet(OpenStore &store, const LobSheetForm &form,
                                                       std::optional<base::RecordId> draft, AskLater ask);
/// Takes it back, and keeps the form again; its id.
[[nodiscard]] base::Result<base::RecordId> undoLobSheet(OpenStore &store, const LobSheetTaken &taken,
                                                        const LobSheetForm &form);

} // namespace faltakt::viewmodels
