#pragma once

#include "core/store/case_store.h"
#include "sync/blobs/blob_folder.h"

namespace faltakt::blobs {

/// Where an attachment's bytes are, as a person at the device sees it.
enum class AttachmentState {
    Waiting,   ///< Here, and to be sent.
    Here,      ///< Here, and at the server.
    Ordered,   ///< Not here whole yet; comes with the next transfer.
    Elsewhere, ///< Not here; is fetched from the server where somebody asks for it.
};

/// One word for each way in which an attachment could not be carried; kept in the store's row, put into words by whoever
/// shows it.
struct BlobFault {
    static constexpr const char *Missing = "missing"; ///< The server does not have it yet: its author has not sent it.
    static constexpr const char *Refused = "refused"; ///< No right to it, or not any more.
    static constexpr const char *Full = "full";       ///< No room left at the server.
    static constexpr const char *TooLarge = "tooLarge"; ///< Larger than the server takes.
    static constexpr const char *Damaged = "damaged";   ///< What is here, or what came, is not what was meant.
    static constexpr const char *Stuck = "stuck";       ///< The server does not keep what it takes.
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
    /// The same for one that is here and does not open: what was fetched of it goes, and it is fetched from its beginning.
    [[nodiscard]] base::Result<void> orderAnew(base::CaseId caseId, base::RecordId record,
                                               const crypto::BlobReference &blob);
    /// Takes away what was fetched of a blob; nothing of one that is here alone, whichever record leads to that.
    [[nodiscard]] base::Result<void> dropFetched(const BlobFile &blob);
    /// What was made here and is not at the server yet.
    [[nodiscard]] base::Result<std::set<BlobFile>> hereAlone() const;
    /// Takes away the bytes that nothing here leads to any more: of cases that were taken away, of removed attachments that
    /// the server has, or that nobody can bring back any more, of what a crash left. What was made here and is not at the
    /// server yet stays, unless the server will never take it and no record leads to it.
    [[nodiscard]] base::Result<void> tidy();

private:
    store::CaseStore *m_cases;
    BlobFolder *m_folder;
};

} // namespace faltakt::blobs
