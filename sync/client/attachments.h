#pragma once

#include "core/store/case_store.h"
#include "sync/client/blob_folder.h"

namespace faltakt::client {

/// Where an attachment's bytes are, as a person at the device sees it.
enum class AttachmentState {
    Waiting,   ///< Here, and to be sent.
    Here,      ///< Here, and at the server.
    Ordered,   ///< Not here whole yet; comes with the next transfer.
    Elsewhere, ///< Not here; is fetched from the server where somebody asks for it.
};

/// Keeps record and bytes of attachments together: puts new ones in, in an order in which a crash loses neither, has others
/// fetched, takes away what nothing leads to. What the fields of the record are is the caller's business. In the thread that
/// owns the store; borrows both.
class Attachments {
public:
    Attachments(store::CaseStore &cases, BlobFolder &folder) : m_cases(&cases), m_folder(&folder) {}

    /// Saves `draft`, which makes `record` with what leads to the blob in it. Nothing is left of one that failed: StorageFull,
    /// and the store's errors.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> add(const store::Draft &draft, base::RecordId record,
                                                                const crypto::SealedBlob &blob);
    [[nodiscard]] base::Result<AttachmentState> stateOf(base::RecordId record) const;
    /// Has the bytes fetched with the next transfer; nothing where they are here already, or come.
    [[nodiscard]] base::Result<void> order(base::CaseId caseId, base::RecordId record,
                                           const crypto::BlobReference &blob);
    /// Takes away the bytes that nothing here leads to any more: of cases that were taken away, of removed attachments that
    /// the server has, of what a crash left. What is not at the server yet stays.
    [[nodiscard]] base::Result<void> tidy();

private:
    store::CaseStore *m_cases;
    BlobFolder *m_folder;
};

} // namespace faltakt::client
