#pragma once

#include "qml/viewmodels/workspace/workspace_setup.h"

namespace faltakt::viewmodels {

// What to tell somebody in front of a locked or a new device: what happened, what is safe, what to do.

/// Why an unlocking failed; `device` as it is after the try.
[[nodiscard]] QString unlockProblem(const base::Error &error, const WorkerDevice &device);
/// "Du kan försöka igen 13:09." with its reason; empty where no wait runs.
[[nodiscard]] QString waitText(const WorkerDevice &device, base::Instant now, const QString &language);
/// Why an enrolment failed. Whatever the reason, nothing on the device has changed, and the words say so.
[[nodiscard]] QString enrolProblem(const base::Error &error);
/// What a new passphrase lacks; empty for a good one.
[[nodiscard]] QString passphraseProblem(crypto::PassphraseFault fault, crypto::KeystoreKind keystore);

} // namespace faltakt::viewmodels
