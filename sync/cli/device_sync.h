#pragma once

#include "sync/cli/context.h"
#include "sync/client/blob_transfer.h"
#include "sync/client/field_store.h"
#include "sync/client/pack_transfer.h"
#include "sync/client/profile_transfer.h"
#include "sync/client/sync_runner.h"
#include "sync/client/transport.h"

namespace faltakt::cli {

/// The way of an open store to its server: first the changes, then profiles, the bytes of attachments and content packs. Borrows store and context; runs
/// the program's event loop.
class DeviceSync {
public:
    DeviceSync(CommandContext &context, client::FieldStore &fieldStore);

    [[nodiscard]] base::Result<client::SyncReport> sync(const client::SyncOrder &order);
    [[nodiscard]] base::Result<blobs::TransferReport> carryAttachments();
    /// Fetches the content packs of which the sync was told and judges them; gives how many were taken.
    [[nodiscard]] base::Result<int> fetchPacks();
    /// Fetches the profiles of which the sync was told, and applies them; gives how many came.
    [[nodiscard]] base::Result<int> fetchProfiles(const client::FieldEnvironment &environment);
    [[nodiscard]] client::SyncRunner &runner() noexcept { return m_runner; }
    /// Of all.
    [[nodiscard]] client::Traffic traffic() const { return m_transport.traffic(); }

private:
    client::Transport m_transport;
    client::SyncRunner m_runner;
    client::BlobTransfer m_transfer;
    client::PackTransfer m_packs;
    client::ProfileTransfer m_profiles;
    client::FieldStore *m_store;
};

} // namespace faltakt::cli
