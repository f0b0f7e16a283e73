#pragma once

#include "core/store/case_store.h"
#include "sync/blobs/attachments.h"
#include "sync/blobs/blob_line.h"
#include "sync/protocol/blob.h"

#include <deque>
#include <functional>

namespace faltakt::blobs {

/// What one transfer did.
struct TransferReport {
    std::int64_t sent = 0;    ///< Attachments that are whole at the server now.
    std::int64_t fetched = 0; ///< That are whole here now.
    std::int64_t failed = 0;  ///< That could not be carried, each with its fault in the store.
    bool interrupted = false; ///< It made way for changes, which go first; the rest waits.
};

/// Carries the bytes of attachments between the folder and the server, chunk by chunk, from where it broke off last. Changes
/// go first: it starts where none wait, and makes way between two chunks where some do. It has no timer, thread or socket:
/// each step is taken within an answer of the line. In the thread that owns the store; borrows all that it is given. Dropping it
/// gives up; what was carried stays.
class BlobCarrier {
public:
    /// What a transfer carries: on a link that is paid for by amount only what somebody waits for.
    enum class Scope { All, OrderedOnly };
    /// The line's errors, and the store's own. What is wrong with one attachment is no error of the transfer.
    using Done = std::function<void(base::Result<TransferReport>)>;
    /// Told after each attachment: something about it is to be shown anew.
    using Moved = std::function<void()>;

    BlobCarrier(store::CaseStore &cases, BlobFolder &folder, BlobLine &line)
        : m_cases(&cases), m_folder(&folder), m_line(&line)
    {
    }
    ~BlobCarrier();
    BlobCarrier(const BlobCarrier &) = delete;
    BlobCarrier &operator=(const BlobCarrier &) = delete;

    /// `done` is called once, maybe from within start(), and must not drop the carrier. Not while it is running.
    void start(Scope scope, Moved moved, Done done);
    [[nodiscard]] bool isRunning() const noexcept { return m_done != nullptr; }

private:
    void ask(BlobCall call, std::function<base::Result<void>(const std::string &body)> answered);
    void refused(const base::Error &error);
    void take(const base::Result<void> &step);

    void next();
    void goOn();
    void announce();
    [[nodiscard]] base::Result<void> sendFrom(std::int64_t held);
    void fetch();
    [[nodiscard]] base::Result<void> keepChunk(const std::string &body);
    [[nodiscard]] base::Result<void> concludeFetch();
    void conclude(const char *fault);
    void finish(base::Result<TransferReport> report);
    [[nodiscard]] base::Result<protocol::BlobHeld> readHeld(const std::string &body) const;

    store::CaseStore *m_cases;
    BlobFolder *m_folder;
    BlobLine *m_line;
    Done m_done;
    Moved m_moved;
    std::deque<store::BlobRow> m_rows;
    store::BlobRow m_row; ///< Under way.
    int m_startsLeft = 0; ///< How often the one under way may begin anew.
    TransferReport m_report;
};

} // namespace faltakt::blobs
