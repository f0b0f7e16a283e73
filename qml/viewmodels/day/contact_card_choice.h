#pragma once

#include "qml/viewmodels/workspace/open_store.h"

#include <string>

namespace faltakt::viewmodels {

/// Which contact card the worker gave last, and whether it bears her first name: kept with the forms of this device. To whom
/// a card was given is kept nowhere.
struct ContactCardChoice {
    std::string contact; ///< Code of the profile's contact, OwnCard, or empty where none was given yet.
    bool namesWorker = false;
    bool operator==(const ContactCardChoice &) const = default;
};

/// The card with the worker's own number; no code of a profile's contact, which begins with a small letter.
inline constexpr auto OwnCard = "OWN";

[[nodiscard]] base::Result<ContactCardChoice> readContactCardChoice(const OpenStore &store);
[[nodiscard]] base::Result<void> keepContactCardChoice(OpenStore &store, const ContactCardChoice &choice);

} // namespace faltakt::viewmodels
