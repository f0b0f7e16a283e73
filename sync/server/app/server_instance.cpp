#include "sync/server/app/server_instance.h"

#include "core/crypto/file_steps.h"
#include "sync/server/api/server_settings.h"
#include "sync/server/app/profile_facts.h"
#include "sync/server/ops/certificate_authority.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<base::Hash> makeCertificates(const std::filesystem::path &folder, const std::string &name,
                                    const std::vector<std::string> &addresses, base::Instant now, base::Random &random)
{
    TRY(const auto root, makeRoot(name, now, random));
    TRY(const auto server, makeServerCertificate(root, addresses, now, random));
    crypto::SystemFileSteps files;
    TRY_VOID(files.writeNew(folder / CertificateFiles::RootKey, root.privateKey.view()));
    TRY_VOID(files.writeNew(folder / CertificateFiles::RootCertificate, base::bytesOf(root.certificate)));
    TRY_VOID(files.writeNew(folder / CertificateFiles::ServerKey, server.privateKey.view()));
    TRY_VOID(files.writeNew(folder / CertificateFiles::ServerCertificate, base::bytesOf(server.certificate)));
    return certificateFingerprint(root.certificate);
}

} // namespace

Result<base::Hash> initialiseData(const DataFolder &folder, const std::string &name,
                                  const std::vector<std::string> &addresses, const base::Clock &clock,
                                  base::Random &random, const std::string &database)
{
    if (folder.isInitialised())
        return fail(ErrorCode::AlreadyExists, "this folder already holds a server's data");
    TRY_VOID(folder.create());
    TRY(auto lock, DataLock::tryTake(folder));
    if (!lock)
        return fail(ErrorCode::Busy, "another process is at work in this folder");
    TRY(const auto fingerprint, makeCertificates(folder.keys(), name, addresses, clock.now(), random));
    TRY_VOID(FolderKeyVault::create(folder.keys(), random));
    TRY(const auto keys, FolderKeyVault::open(folder.keys()));
    // The store comes last: a folder without it counts as not made.
    TRY(const auto store, openStore(folder, *keys, {.database = database, .create = true}));
    TRY_VOID(prepareStore(*store, name, random));
    TRY_VOID(store->write([&](StoreTransaction &transaction) {
        return transaction.identity().setSetting(SettingNames::FirstAddress, addresses.front());
    }));
    TRY_VOID(bindStore(folder, *keys, *store, database));
    return fingerprint;
}

Result<std::unique_ptr<ServerInstance>> ServerInstance::open(DataFolder folder, DataLock lock, int readers,
                                                             const base::Clock &clock, base::Random &random,
                                                             OrderListener orderGrew, const std::string &database)
{
    std::unique_ptr<ServerInstance> instance(new ServerInstance(std::move(folder), std::move(lock)));
    TRY(instance->m_keys, FolderKeyVault::open(instance->m_folder.keys()));
    TRY(instance->m_store,
        openStore(instance->m_folder, *instance->m_keys,
                  {.database = database, .create = false, .readers = readers, .orderGrew = orderGrew}));
    const auto profiles = std::make_shared<TenantProfiles>();
    const ServerCoreSetup setup{.store = *instance->m_store,
                                .keys = *instance->m_keys,
                                .clock = clock,
                                .random = random,
                                .policy = {},
                                .profileFacts = profileFactsFrom(profiles),
                                .agendaRules = agendaRulesFrom(profiles),
                                .orderGrew = std::move(orderGrew),
                                .profiles = profileOfDayFrom(profiles)};
    instance->m_core = std::make_unique<ServerCore>(setup);
    return instance;
}

Result<std::string> readTextFile(const std::filesystem::path &path, std::size_t maxBytes)
{
    crypto::SystemFileSteps files;
    TRY(const auto bytes, files.read(path, maxBytes));
    return std::string(base::textOf(bytes));
}

} // namespace faltakt::server
