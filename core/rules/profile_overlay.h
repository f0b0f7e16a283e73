#pragma once

#include "core/rules/profile.h"

namespace faltakt::rules {

/// Lays the child's decisions over the parent's. A setting, or an element of a list by its code, that the child does not
/// state is the parent's; what the child takes away is gone; laws and outcomes are the child's or the parent's as a
/// whole. InvalidInput with "path: reason" of the child's file where it takes away what is not there, where figures
/// contradict each other, and where a code names nothing.
[[nodiscard]] base::Result<Profile> overlayProfile(const Profile &parent, const Profile &child);

/// The same for a profile without a parent.
[[nodiscard]] base::Result<Profile> completeProfile(const Profile &profile);

/// Instruments that a profile may name: those of assets/instruments, and asi for its three interviews.
[[nodiscard]] bool isInstrumentName(std::string_view code) noexcept;
/// Tests of the instrument medical-test.
[[nodiscard]] bool isMedicalTestName(std::string_view code) noexcept;

} // namespace faltakt::rules
