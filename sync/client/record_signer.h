#pragma once

#include "sync/client/field_store.h"

#include <vector>

namespace faltakt::client {

/// Signs records as they stand: a change of its own for each, with the record, all its heads and their hashes, worker and
/// time, and the device key's word for them. An edit after that is no longer covered. Borrows the store, and lives in
/// its thread.
class RecordSigner {
public:
    /// How long a passphrase that was given stands for the worker's hand.
    static constexpr base::Duration ConfirmedFor = std::chrono::seconds(60);

    RecordSigner(FieldStore &store, const base::Clock &clock, base::Random &random)
        : m_store(&store), m_clock(&clock), m_random(&random)
    {
    }

    /// All of them or none, in one transaction; the changes in the order of the records. Locked where the passphrase has to
    /// be given again first (FieldStore::confirmPassphrase), NotFound where a record is not here, Unsupported where this
    /// version does not know its kind or the kind takes no signature, Refused where values stand against each other in
    /// it; the detail names the kind.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> sign(const std::vector<base::RecordId> &records);

private:
    [[nodiscard]] base::Result<store::Draft> draftFor(base::RecordId record, base::Instant at) const;

    FieldStore *m_store;
    const base::Clock *m_clock;
    base::Random *m_random;
};

} // namespace faltakt::client
