#include "sync/cli/device_sync.h"

#include "sync/cli/event_loop.h"

namespace faltakt::cli {

DeviceSync::DeviceSync(CommandContext &context, client::FieldStore &fieldStore)
    : m_transport(fieldStore.registration().server, fieldStore.registration().rootCertificate,
                  fieldStore.keys().signingKey(), context.clock, context.random),
      m_runner(fieldStore.cases(), fieldStore.keys().signingKey(), fieldStore.registration().tenantKey, m_transport,
               {context.clock, context.monotonic, context.random}),
      m_transfer(fieldStore.cases(), fieldStore.blobs(), fieldStore.keys().signingKey(), m_transport, context.random)
{
}

base::Result<client::SyncReport> DeviceSync::sync(const client::SyncOrder &order)
{
    return runToEnd<client::SyncReport>([&](auto done) { m_runner.start(order, std::move(done)); });
}

base::Result<blobs::TransferReport> DeviceSync::carryAttachments()
{
    return runToEnd<blobs::TransferReport>(
        [&](auto done) { m_transfer.start(client::BlobTransfer::Scope::All, {}, std::move(done)); });
}

} // namespace faltakt::cli
