#pragma once

#include "core/crypto/signing_key.h"
#include "core/store/case_store.h"

#include <vector>

namespace faltakt::client {

/// Tells whether a record is signed as it stands now. A signature record proves nothing by being there: its words must
/// verify under the key of the device that it names, for the worker whose device that is, over all heads of the record
/// and the lines held for them. An edit after the signing adds a head, and the record no longer counts as signed.
/// A reader without state of its own; borrows the store, and lives in its thread.
class SignatureCheck {
public:
    /// `ownKey` is this device's: signatures made here count before the server has told anybody of the key.
    SignatureCheck(const store::CaseStore &cases, const crypto::PublicKey &ownKey) : m_cases(&cases), m_ownKey(ownKey)
    {
    }

    /// `ofCase` holds the records of the record's case, the signatures among them. A signature that is malformed, forged,
    /// or by an unknown device does not count and is no error; errors are the store's.
    [[nodiscard]] base::Result<bool> isSigned(base::RecordId record,
                                              const std::vector<store::RecordView> &ofCase) const;

private:
    [[nodiscard]] base::Result<bool> proves(const store::RecordView &signature, base::RecordId record) const;
    /// Empty where the device is unknown or belongs to another worker.
    [[nodiscard]] base::Result<std::optional<crypto::PublicKey>> keyOf(base::DeviceId device,
                                                                       base::WorkerId worker) const;

    const store::CaseStore *m_cases;
    crypto::PublicKey m_ownKey;
};

} // namespace faltakt::client
