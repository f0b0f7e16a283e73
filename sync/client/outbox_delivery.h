#pragma once

#include "sync/client/field_store.h"
#include "sync/client/transport.h"
#include "sync/protocol/outbox.h"

#include <functional>
#include <memory>

namespace faltakt::client {

/// Brings the sealed outbox of a locked device to its server: without the passphrase, which may be forgotten, and after the
/// end of the lease. The file goes once the server holds what is in it; what is in the store stays, and is sent once more
/// after the next unlocking, to no effect. One at a time; lives in a thread with an event loop. Dropping it gives up.
class OutboxDelivery {
public:
    /// NotFound where nothing waits, and errors as of readLockedDevice(); TooLarge where the file has to be brought by hand;
    /// Unreachable and Busy as of a sync; Refused where the server does not take it: the file stays then.
    using Done = std::function<void(base::Result<protocol::OutboxAnswer>)>;

    OutboxDelivery(std::filesystem::path folder, FieldEnvironment environment);
    ~OutboxDelivery();
    OutboxDelivery(const OutboxDelivery &) = delete;
    OutboxDelivery &operator=(const OutboxDelivery &) = delete;

    /// True where something waits in the folder.
    [[nodiscard]] static bool isWaiting(const std::filesystem::path &folder);
    /// `done` is called once, from the event loop.
    void start(Done done);
    /// How long the server wants to be left alone; nothing unless it said so.
    [[nodiscard]] std::chrono::seconds retryAfter() const noexcept { return m_retryAfter; }
    [[nodiscard]] Traffic traffic() const { return m_transport ? m_transport->traffic() : Traffic(); }

private:
    [[nodiscard]] base::Result<void> send();
    /// Unless the store was open meanwhile: then another one lies there, or will.
    void removeDelivered();
    void finish(base::Result<protocol::OutboxAnswer> outcome);

    std::filesystem::path m_folder;
    FieldEnvironment m_environment;
    crypto::SystemFileSteps m_systemFiles;
    crypto::FileSteps *m_files;
    base::Bytes m_sealed;
    std::optional<crypto::SigningKey> m_key; ///< Of this delivery alone.
    std::unique_ptr<Transport> m_transport;
    std::chrono::seconds m_retryAfter{0};
    Done m_done;
};

} // namespace faltakt::client
