#pragma once

#include "core/casework/person_card.h"
#include "core/rules/call_queue.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <vector>

namespace faltakt::viewmodels {

/// One call of the list with whom it is about.
struct QueuedCall {
    rules::CallQueueItem item;
    store::CardEntry card;
};

/// The day's calls in working order, read on the store thread.
[[nodiscard]] base::Result<std::vector<QueuedCall>> readCallQueue(OpenStore &store);

/// The numbers to ring, and whether messages may be sent to them; empty with protected identity.
[[nodiscard]] std::vector<casework::CallChoice> numbersOf(const casework::PersonCard &person);

} // namespace faltakt::viewmodels
