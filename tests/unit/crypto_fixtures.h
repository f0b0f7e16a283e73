#pragma once

// What the tests of keys share: a folder that goes away, a file system that fails where it is told, a keystore.
#include "core/base/clock.h"
#include "core/crypto/key_ring.h"
#include "core/crypto/system_random.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

namespace faltakt::crypto::testing {

class TempFolder {
public:
    TempFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "faltakt-crypto-XXXXXX").string();
        if (!mkdtemp(name.data()))
            std::abort();
        m_path = name;
    }
    TempFolder(const TempFolder &) = delete;
    TempFolder &operator=(const TempFolder &) = delete;
    ~TempFolder()
    {
        std::error_code error;
        std::filesystem::remove_all(m_path, error);
    }
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// The real file system up to a step; that step and, after a crash, all later ones fail. A crash while writing leaves a
/// part of the content.
class BreakingFileSteps final : public crypto::FileSteps {
public:
    enum class Break { Error, Crash };

    /// Counts writing steps from 1; 0 breaks nothing.
    void breakAt(int step, Break how)
    {
        m_breakAt = step;
        m_how = how;
        m_steps = 0;
    }
    [[nodiscard]] int steps() const { return m_steps; }
    [[nodiscard]] int folderSyncs(const std::filesystem::path &folder) const
    {
        const auto known = m_folderSyncs.find(folder);
        return known == m_folderSyncs.end() ? 0 : known->second;
    }
    [[nodiscard]] bool broke() const { return m_breakAt > 0 && m_steps >= m_breakAt; }

    base::Result<base::Bytes> read(const std::filesystem::path &path, std::size_t maxBytes) override
    {
        return m_system.read(path, maxBytes);
    }
    base::Result<void> writeNew(const std::filesystem::path &path, base::ByteView content) override
    {
        const bool first = ++m_steps == m_breakAt;
        if (first)
            static_cast<void>(m_system.writeNew(path, content.first(content.size() / 2)));
        if (fails())
            return base::fail(base::ErrorCode::StorageFull, "step");
        return m_system.writeNew(path, content);
    }
    base::Result<void> rename(const std::filesystem::path &from, const std::filesystem::path &to,
                              crypto::OldContent oldContent) override
    {
        ++m_steps;
        return fails() ? failure() : m_system.rename(from, to, oldContent);
    }
    base::Result<void> syncFolder(const std::filesystem::path &folder) override
    {
        ++m_steps;
        ++m_folderSyncs[folder];
        return fails() ? failure() : m_system.syncFolder(folder);
    }
    base::Result<void> remove(const std::filesystem::path &path) override
    {
        ++m_steps;
        return fails() ? failure() : m_system.remove(path);
    }
    bool exists(const std::filesystem::path &path) override { return m_system.exists(path); }
    base::Result<std::vector<std::filesystem::path>> list(const std::filesystem::path &folder) override
    {
        return m_system.list(folder);
    }
    base::Result<bool> ensureFolder(const std::filesystem::path &folder) override
    {
        return m_system.ensureFolder(folder);
    }
    base::Result<void> removeFolder(const std::filesystem::path &folder) override
    {
        return m_system.removeFolder(folder);
    }

private:
    [[nodiscard]] bool fails() const
    {
        return m_breakAt > 0 && (m_how == Break::Crash ? m_steps >= m_breakAt : m_steps == m_breakAt);
    }
    static base::Result<void> failure() { return base::fail(base::ErrorCode::StorageFailed, "step"); }

    crypto::SystemFileSteps m_system;
    int m_breakAt = 0;
    Break m_how = Break::Error;
    int m_steps = 0;
    std::map<std::filesystem::path, int> m_folderSyncs;
};

class FakeDeviceSecretStore final : public crypto::DeviceSecretStore {
public:
    explicit FakeDeviceSecretStore(crypto::KeystoreKind kind) : m_kind(kind) {}
    [[nodiscard]] crypto::KeystoreKind kind() const override { return m_kind; }
    base::Result<crypto::SecretBytes> read() override
    {
        if (m_secret.empty())
            return base::fail(base::ErrorCode::NotFound, "device secret");
        return m_secret.clone();
    }
    base::Result<void> write(const crypto::SecretBytes &secret) override
    {
        m_secret = secret.clone();
        return {};
    }
    base::Result<void> remove() override
    {
        m_secret.wipe();
        return {};
    }
    [[nodiscard]] bool holdsSecret() const { return !m_secret.empty(); }

private:
    crypto::KeystoreKind m_kind;
    crypto::SecretBytes m_secret;
};

inline crypto::SecretBytes secret(std::string_view text) { return crypto::SecretBytes::copyOf(base::bytesOf(text)); }

/// A folder with everything that a key ring needs, at a fixed time.
struct KeyFixture {
    TempFolder folder;
    base::ManualClock clock{base::instantFromMs(1'790'000'000'000)};
    crypto::SystemRandom random;
    BreakingFileSteps files;
    crypto::DeviceSecretStore *deviceSecrets = nullptr;
    crypto::BoxKeyPair recovery = crypto::BoxKeyPair::make(random);

    static constexpr std::string_view Passphrase = "björk vid sjön 7";

    [[nodiscard]] crypto::KeyEnvironment environment()
    {
        return {clock, random, deviceSecrets, crypto::KdfCost::forTests(), &files};
    }
    [[nodiscard]] crypto::NewKeys newKeys(std::string_view passphrase = Passphrase)
    {
        return {secret(passphrase), recovery.publicKey(), std::move(crypto::SigningKey::make().value()),
                crypto::KdfCost::forTests(), base::json::Object{{"server", "https://example.test"}}};
    }
    [[nodiscard]] base::Result<crypto::KeyRing> create()
    {
        return crypto::KeyRing::create(folder.path(), newKeys(), environment());
    }
    [[nodiscard]] base::Result<crypto::KeyRing> unlock(std::string_view passphrase = Passphrase)
    {
        return crypto::KeyRing::unlock(folder.path(), secret(passphrase), environment());
    }
    [[nodiscard]] base::Result<crypto::KeyRing> recover()
    {
        return crypto::KeyRing::openWithBox(folder.path(), recovery, environment());
    }
    [[nodiscard]] std::filesystem::path keyFile() const { return folder.path() / crypto::KeyRing::FileName; }
    [[nodiscard]] std::string fileText()
    {
        const auto bytes = crypto::SystemFileSteps().read(keyFile(), crypto::KeyFile::MaxBytes);
        return bytes ? std::string(base::textOf(*bytes)) : std::string();
    }
    void setFileText(std::string_view text)
    {
        crypto::SystemFileSteps system;
        if (!crypto::replaceFile(system, keyFile(), base::bytesOf(text)))
            std::abort();
    }
};

} // namespace faltakt::crypto::testing
