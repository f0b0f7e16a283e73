#include "sync/client/field_store.h"

#include "core/crypto/sealed_outbox.h"
#include "sync/protocol/profile.h"
#include "sync/protocol/push_sequence.h"

#include <cstdio>
#include <limits>

namespace faltakt::client {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// The new device in its staging folder; beside it may lie the key with which it enrols.
constexpr std::string_view StagedStore = "device";
/// Cases whose projections are rebuilt in one transaction.
constexpr int RebuildStep = 200;
/// How much may pass before it is written down; a crash gives back so much of a lease at most.
constexpr std::chrono::minutes LeaseLeeway(5);

crypto::KeyEnvironment keyEnvironment(const FieldEnvironment &environment)
{
    return {environment.clock, environment.random, environment.deviceSecrets, environment.kdfFloor, environment.files};
}

store::StoreSetup storeSetup(const fs::path &folder, const Projections &projections,
                             const FieldEnvironment &environment)
{
    store::StoreSetup setup;
    setup.path = folder / FieldStore::DatabaseName;
    setup.pageCacheMiB = environment.pageCacheMiB;
    setup.schema = projections.schema;
    setup.agenda = projections.agenda.get();
    setup.cases = projections.cases.get();
    setup.guard = projections.guard.get();
    setup.clock = &environment.clock;
    setup.random = &environment.random;
    return setup;
}

/// The folder's own path, without a separator at its end.
fs::path placeOf(const fs::path &folder)
{
    const fs::path target = fs::absolute(folder).lexically_normal();
    return target.has_filename() ? target : target.parent_path();
}

} // namespace

Result<void> FieldStore::checkFree(const fs::path &folder)
{
    std::error_code fault;
    if (fs::exists(folder, fault) && !fs::is_empty(folder, fault))
        return fail(ErrorCode::AlreadyExists, "the store's folder holds something already; enrol into a new one");
    if (fault)
        return fail(ErrorCode::StorageFailed, "the store's folder");
    return {};
}

fs::path FieldStore::stagingOf(const fs::path &folder)
{
    fs::path staging = placeOf(folder);
    staging += ".enrolling";
    return staging;
}

Result<void> FieldStore::create(const fs::path &folder, NewDevice device, const FieldEnvironment &environment)
{
    TRY_VOID(checkFree(folder));
    const fs::path named = placeOf(folder);
    const fs::path staging = stagingOf(folder) / StagedStore;
    std::error_code fault;
    fs::remove_all(staging, fault); // What an interrupted enrolment left; no store was ever opened in it.
    fs::create_directories(staging, fault);
    if (fault)
        return fail(ErrorCode::StorageFailed, "the store's folder cannot be made");
    for (const fs::path &own : {staging.parent_path(), staging})
        fs::permissions(own, fs::perms::owner_all, fault);

    TRY(const Projections projections, environment.projections(device.registration.profile, {}));
    const store::Owner owner = device.registration.owner;
    base::json::Object attributes{{std::string(Registration::AttributeName), device.registration.toJson()}};
    TRY(const crypto::KeyRing keys,
        crypto::KeyRing::create(staging,
                                {std::move(device.passphrase), device.recoveryKey, std::move(device.signingKey),
                                 device.kdfCost, std::move(attributes)},
                                keyEnvironment(environment)));
    TRY(auto cases, store::CaseStore::create(storeSetup(staging, projections, environment), keys.databaseKey(), owner));
    for (const changelog::PullPage &page : device.content)
        TRY_VOID(cases->applyPage(page));
    cases.reset();
    // An empty folder of that name gives way; anything else stops the renaming.
    if (std::rename(staging.c_str(), named.c_str()) != 0)
        return fail(ErrorCode::StorageFailed, "the store's folder cannot be put into its place");
    TRY_VOID(crypto::SystemFileSteps().syncFolder(named.parent_path()));
    fs::remove_all(staging.parent_path(), fault); // Otherwise the first unlocking does it.
    return {};
}

Result<crypto::KeyStatus> FieldStore::readStatus(const fs::path &folder, const FieldEnvironment &environment)
{
    return crypto::KeyRing::readStatus(folder, keyEnvironment(environment));
}

Result<std::unique_ptr<FieldStore>> FieldStore::unlock(const fs::path &folder, const crypto::SecretBytes &passphrase,
                                                       const FieldEnvironment &environment)
{
    TRY(StoreLock lock, StoreLock::take(folder));
    TRY(crypto::KeyRing keys, crypto::KeyRing::unlock(folder, passphrase, keyEnvironment(environment)));
    // A second copy of the device key under the passphrase would outlive a wipe.
    std::error_code ignored;
    fs::remove_all(stagingOf(folder), ignored);
    TRY(Registration registration, Registration::fromAttributes(keys.attributes()));
    auto store = std::unique_ptr<FieldStore>(
        new FieldStore(folder, std::move(lock), std::move(keys), std::move(registration), environment));
    TRY_VOID(store->openDatabase(environment));
    store->m_attachments = std::make_unique<blobs::Attachments>(*store->m_cases, store->m_blobs);
    // What cannot be cleared away today is tomorrow; it keeps nobody from the work.
    static_cast<void>(store->m_attachments->tidy());
    store->m_cases->setForgotten(
        [attachments = store->m_attachments.get()] { static_cast<void>(attachments->tidy()); });
    store->m_confirmed = environment.clock.now();
    static_cast<void>(store->noteTimePassed(base::Duration(0)));
    return store;
}

FieldStore::FieldStore(fs::path folder, StoreLock lock, crypto::KeyRing keys, Registration registration,
                       const FieldEnvironment &environment)
    : m_folder(std::move(folder)), m_lock(std::move(lock)), m_keys(std::move(keys)),
      m_registration(std::move(registration)), m_files(environment.files ? environment.files : &m_systemFiles),
      m_clock(&environment.clock), m_monotonic(environment.monotonic),
      m_blobs(m_folder / blobs::BlobFolder::FolderName, *m_files), m_profiles(m_folder, *m_files)
{
}

FieldStore::~FieldStore() = default;

Result<void> FieldStore::openDatabase(const FieldEnvironment &environment)
{
    m_received = m_profiles.read(m_registration.owner.tenant, m_registration.tenantKey);
    TRY(m_projections, environment.projections(m_registration.profile, m_received));
    const store::StoreSetup setup = storeSetup(m_folder, m_projections, environment);
    TRY_VOID(openByEitherKey(setup));
    TRY_VOID(renewKeyIfWanted(setup));
    return rebuild();
}

Result<void> FieldStore::rebuild()
{
    for (bool done = false; !done;) {
        TRY(done, m_cases->rebuildStep(RebuildStep));
    }
    return {};
}

Result<void> FieldStore::keepProfile(const base::Hash &name, std::string_view signedText)
{
    const auto profile = protocol::decodeSignedProfile(signedText);
    if (!profile || !protocol::isProven(*profile, name, m_registration.owner.tenant, m_registration.tenantKey))
        return fail(ErrorCode::Damaged, "this is not the profile that the server told of");
    TRY_VOID(m_profiles.keep(name, signedText));
    m_received.push_back({name, profile->text});
    return {};
}

Result<void> FieldStore::renewProjections(const FieldEnvironment &environment)
{
    TRY(Projections next, environment.projections(m_registration.profile, m_received));
    m_cases->useRules(*next.agenda);
    m_projections.agenda = std::move(next.agenda);
    return rebuild();
}

Result<void> FieldStore::openByEitherKey(const store::StoreSetup &setup)
{
    auto opened = store::CaseStore::open(setup, m_keys.databaseKey());
    if (m_keys.nextDatabaseKey()) {
        // A re-keying was cut short: one of the two keys fits, and the other one goes.
        if (opened) {
            TRY_VOID(m_keys.abandonRekey());
        } else if (opened.error().code() == ErrorCode::WrongKey) {
            opened = store::CaseStore::open(setup, *m_keys.nextDatabaseKey());
            if (opened)
                TRY_VOID(m_keys.finishRekey());
        }
    }
    TRY(m_cases, std::move(opened));
    return {};
}

Result<void> FieldStore::renewKeyIfWanted(const store::StoreSetup &setup)
{
    TRY(const store::SyncPosition position, m_cases->syncPosition());
    if (!position.rekeyWanted || renewKey())
        return {};
    // A full disk must not keep anybody from the work: the mark or the second key stays, and the next unlocking goes on
    // from there. Which key the file has now is found out by opening it.
    m_cases.reset();
    auto opened = store::CaseStore::open(setup, m_keys.databaseKey());
    if (!opened && opened.error().code() == ErrorCode::WrongKey && m_keys.nextDatabaseKey())
        opened = store::CaseStore::open(setup, *m_keys.nextDatabaseKey());
    TRY(m_cases, std::move(opened));
    return {};
}

Result<void> FieldStore::renewKey()
{
    TRY_VOID(m_keys.beginRekey());
    TRY_VOID(m_cases->rekey(*m_keys.nextDatabaseKey()));
    return m_keys.finishRekey();
}

Result<void> FieldStore::sealOutbox()
{
    if (m_registration.training) // There is nobody who could open it.
        return {};
    constexpr auto Everything = std::numeric_limits<std::size_t>::max();
    const fs::path file = m_folder / SealedOutboxName;
    TRY(const changelog::JournalBatch unsent, m_cases->outbox(Everything, Everything));
    if (unsent.lines.empty())
        return m_files->remove(file);
    const store::Owner &owner = m_registration.owner;
    // Cut as pushes and signed now, since the device key is out of reach once the store is locked.
    TRY(const auto pushes, protocol::signPushes(unsent, owner.tenant, owner.device, m_keys.signingKey()));
    const std::string text = protocol::encodePushSequence(pushes);
    const auto bytes = base::bytesOf(text);
    const crypto::SealedOutbox outbox{owner.device, m_keys.store(), base::Bytes(bytes.begin(), bytes.end())};
    return outbox.writeFile(*m_files, file, m_registration.outboxKey);
}

Result<void> FieldStore::confirmPassphrase(const crypto::SecretBytes &passphrase)
{
    TRY_VOID(m_keys.verifyPassphrase(passphrase));
    m_confirmed = m_clock->now();
    return {};
}

Result<void> FieldStore::changePassphrase(const crypto::SecretBytes &current, const crypto::SecretBytes &next,
                                          const crypto::KdfCost &cost)
{
    TRY_VOID(confirmPassphrase(current));
    return m_keys.changePassphrase(next, cost);
}

Result<store::LeaseTerms> FieldStore::leaseTerms()
{
    TRY(store::LeaseTerms terms, m_cases->leaseTerms());
    if (!m_monotonic)
        return terms;
    if (!m_leaseStart || m_leaseStart->contact != terms.lastContact)
        m_leaseStart = {terms.lastContact, m_monotonic->elapsed(), passedSinceContact(terms, m_clock->now())};
    const auto open = std::chrono::duration_cast<base::Duration>(m_monotonic->elapsed() - m_leaseStart->at);
    terms.passedSince = std::max(terms.passedSince, m_leaseStart->passed + open);
    return terms;
}

Result<base::Instant> FieldStore::countedTime()
{
    TRY(const store::LeaseTerms terms, leaseTerms());
    return client::countedTime(terms, m_clock->now());
}

Result<void> FieldStore::noteTimePassed(base::Duration leeway)
{
    TRY(const store::LeaseTerms written, m_cases->leaseTerms());
    TRY(const store::LeaseTerms terms, leaseTerms());
    const base::Duration passed = passedSinceContact(terms, m_clock->now());
    if (!terms.lastContact || passed <= written.passedSince + leeway)
        return {};
    return m_cases->noteTimePassed(passed);
}

Result<Lease> FieldStore::lease()
{
    // A full disk must not keep anybody from what they may read.
    static_cast<void>(noteTimePassed(LeaseLeeway));
    TRY(const store::LeaseTerms terms, leaseTerms());
    return leaseOf(terms, m_clock->now());
}

Result<void> FieldStore::close()
{
    if (!m_cases)
        return {};
    static_cast<void>(noteTimePassed(base::Duration(0)));
    const auto sealed = sealOutbox();
    noteBlobsHereAlone();
    m_attachments.reset();
    m_cases.reset();
    return sealed;
}

void FieldStore::noteBlobsHereAlone()
{
    static_cast<void>(m_attachments->tidy());
    if (auto files = m_attachments->hereAlone())
        m_hereAlone = std::move(*files);
}

Result<void> FieldStore::wipe(bool serverHoldsAll, const FieldEnvironment &environment)
{
    // A full disk may keep the outbox from being sealed anew; it must not keep a wipe from happening. The store's file
    // stays then, and the recovery key still leads to what is unsent.
    static_cast<void>(close());
    TRY_VOID(crypto::KeyRing::destroyWraps(m_folder, keyEnvironment(environment)));
    if (!m_hereAlone)
        return {};
    if (!serverHoldsAll || !m_hereAlone->empty())
        return m_blobs.keepOnly(*m_hereAlone);
    const std::string database(DatabaseName);
    for (const std::string &name : {database, database + "-wal", database + "-shm", std::string(SealedOutboxName),
                                    std::string(crypto::KeyRing::FileName)})
        TRY_VOID(m_files->remove(m_folder / name));
    TRY_VOID(m_blobs.keepOnly({}));
    TRY_VOID(m_profiles.clear());
    return m_files->syncFolder(m_folder);
}

} // namespace faltakt::client
