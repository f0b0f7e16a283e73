#include "sync/cli/device_sync.h"

#include "core/screening/pack_judge.h"
#include "sync/cli/event_loop.h"

namespace faltakt::cli {

DeviceSync::DeviceSync(CommandContext &context, client::FieldStore &fieldStore)
    : m_transport(fieldStore.registration().server, fieldStore.registration().rootCertificate,
                  fieldStore.keys().signingKey(), context.clock, context.random),
      m_runner(fieldStore.cases(), fieldStore.keys().signingKey(), fieldStore.registration().tenantKey, m_transport,
               {context.clock, context.monotonic, context.random}),
      m_transfer(fieldStore.cases(), fieldStore.blobs(), fieldStore.keys().signingKey(), m_transport, context.random),
      m_packs(fieldStore.cases(), fieldStore.keys().signingKey(), m_transport, context.clock, context.random),
      m_profiles(fieldStore, m_transport, context.random), m_store(&fieldStore)
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

base::Result<int> DeviceSync::fetchPacks()
{
    base::Result<int> fetched = 0;
    if (const auto &notices = m_runner.packs())
        fetched = runToEnd<int>([&](auto done) { m_packs.start(*notices, std::move(done)); });
    // What had come before a break, or is to be judged anew, does not wait for a better line.
    TRY(const auto publishers, client::trustedPublishers(*m_store));
    TRY(const int taken, screening::judgeArrivedPacks(m_store->cases().contentPacks(), publishers, client::AppName));
    return fetched ? base::Result<int>(taken) : fetched;
}

base::Result<int> DeviceSync::fetchProfiles(const client::FieldEnvironment &environment)
{
    if (!m_profiles.hasWork(m_runner.profiles()))
        return 0;
    const auto fetched = runToEnd<int>([&](auto done) { m_profiles.start(m_runner.profiles(), std::move(done)); });
    // What came before a break counts.
    TRY_VOID(m_store->renewProjections(environment));
    return fetched;
}

} // namespace faltakt::cli
