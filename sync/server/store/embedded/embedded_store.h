#pragma once

#include "core/crypto/secret_bytes.h"
#include "sync/server/store/server_store.h"

#include <memory>
#include <string>

namespace faltakt::server {

struct EmbeddedStoreSetup {
    std::string path;    ///< The database file; its folder must exist.
    std::string vfs;     ///< Name of a registered SQLite VFS; empty for the system's.
    bool create = false; ///< Make the file; AlreadyExists where it is there.
    /// Connections that read beside the writer. 0: reads take turns with writes on one connection, which then has the file
    /// for itself (the simulation, single commands).
    int readers = 4;
    int pageCacheMiB = 64;
};

/// The server's data in one SQLCipher file: one connection writes, several read, each from a snapshot of its own.
/// Thread-safe.
class EmbeddedStore final : public ServerStore {
public:
    /// `key` has 32 bytes. WrongKey, Damaged, NotFound, AlreadyExists, Unsupported (a newer version's), StorageFailed.
    [[nodiscard]] static base::Result<std::unique_ptr<EmbeddedStore>> open(const EmbeddedStoreSetup &setup,
                                                                           const crypto::SecretBytes &key);
    ~EmbeddedStore() override;
    base::Result<void> copyInto(const std::string &path) override;

protected:
    base::Result<void> runRead(const std::function<base::Result<void>(StoreSnapshot &)> &function) override;
    base::Result<void> runWrite(const std::function<base::Result<void>(StoreTransaction &)> &function,
                                Durability durability) override;

private:
    struct Parts;
    explicit EmbeddedStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace faltakt::server
