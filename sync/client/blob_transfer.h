#pragma once

#include "core/crypto/signing_key.h"
#include "core/store/case_store.h"
#include "sync/client/attachments.h"
#include "sync/client/transport.h"
#include "sync/protocol/blob.h"

#include <deque>
#include <functional>
#include <memory>

class QObject;

namespace faltakt::client {

/// What one transfer did.
struct TransferReport {
    std::int64_t sent = 0;    ///< Attachments that are whole at the server now.
    std::int64_t fetched = 0; ///< That are whole here now.
    std::int64_t failed = 0;  ///< That could not be carried, each with its fault in the store.
    bool interrupted = false; ///< It made way for changes, which go first; the rest waits.
};

/// Carries the bytes of attachments between the folder and the server, chunk by chunk, from where it broke off last. Changes
/// go first: it starts where none wait, and makes way between two chunks where some do. Beside a sync that listens it may
/// run; two at a time of one store may not. In the thread that owns the store and has an event loop. Dropping it gives up;
/// what was carried stays.
class BlobTransfer {
public:
    /// Unreachable where the server could not be reached or asked for patience, Refused where it does not take the device,
    /// and the store's own errors. What is wrong with one attachment is no error of the transfer.
    using Done = std::function<void(base::Result<TransferReport>)>;
    /// What a transfer carries: on a link that is paid for by amount only what somebody waits for.
    enum class Scope { All, OrderedOnly };
    /// Told after each attachment: something about it is to be shown anew.
    using Moved = std::function<void()>;

    BlobTransfer(store::CaseStore &cases, BlobFolder &folder, const crypto::SigningKey &deviceKey,
                 RequestSender &sender, base::Random &random);
    ~BlobTransfer();
    BlobTransfer(const BlobTransfer &) = delete;
    BlobTransfer &operator=(const BlobTransfer &) = delete;

    /// `done` is called once, from the event loop, where there was anything to carry or not.
    void start(Scope scope, Moved moved, Done done);
    [[nodiscard]] bool isRunning() const noexcept { return m_done != nullptr; }

private:
    /// What to do with a 2xx answer's body; with another one a fault is noted, or the transfer ends.
    using Answered = std::function<base::Result<void>(std::string body)>;
    void ask(Request request, Answered answered);
    void send(Request request, const Answered &answered, bool mayRenew);
    void renewToken(std::function<void()> then);
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
    const crypto::SigningKey *m_deviceKey;
    RequestSender *m_sender;
    base::Random *m_random;
    /// Receiver of late answers: with it they end.
    std::unique_ptr<QObject> m_anchor;
    Done m_done;
    Moved m_moved;
    std::string m_token;
    RequestNumber m_request = 0; ///< The last one that was sent.
    std::deque<store::BlobRow> m_rows;
    store::BlobRow m_row;    ///< Under way.
    int m_startsLeft = 0;    ///< How often the one under way may begin anew.
    std::int64_t m_held = 0; ///< Bytes of it at the server, as it said last.
    TransferReport m_report;
};

} // namespace faltakt::client
