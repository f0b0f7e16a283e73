#pragma once

#include "tests/simulation/checks.h"

#include <span>

namespace faltakt::simulation {

using Devices = std::span<const std::unique_ptr<SimulatedDevice>>;

/// Where the bytes of attachments are, held against what the whole order names. Made anew for each look.
class AttachmentOracle {
public:
    /// `excused`: names of blobs whose bytes were nowhere any more when a server or a device went back to an old copy.
    AttachmentOracle(const Witness &witness, SimulatedServer &server, const std::set<base::Hash> &excused);

    /// What is not where it belongs yet, in words: every attachment that was accepted is whole at the server, or a device says
    /// why not; what somebody asked for is there; nobody keeps what he may not see.
    [[nodiscard]] std::vector<std::string> differences(Devices devices) const;
    /// Looks into every byte, at the server and on the devices, and at the room that is taken.
    void checkBytes(Devices devices, Findings &findings) const;
    /// What nothing names any more for a month is gone.
    void checkNothingLingers(Findings &findings) const;

    /// Names of all blobs that are whole somewhere.
    [[nodiscard]] static std::set<base::Hash> whole(SimulatedServer &server, Devices devices);
    /// Of these, what no device will bring a server that has lost it: who put it in or fetched it may not see it any more, and
    /// clears it away as soon as it hears that it has arrived.
    [[nodiscard]] static std::set<base::Hash> notKept(const Witness &witness, SimulatedServer &server, Devices devices);

private:
    /// As the order names it. A key is made of it only where the bytes are looked into: one lies in memory of its own.
    struct AttachedBlob {
        base::Hash name{};
        std::int64_t size = 0;
        std::string key;
    };
    [[nodiscard]] static std::optional<AttachedBlob> blobIn(const changelog::RecordSet &set);
    [[nodiscard]] static bool opensTo(base::RecordId record, const AttachedBlob &blob,
                                      const std::vector<base::Bytes> &chunks);
    struct Accepted {
        base::RecordId record;
        CaseId caseId;
        AttachedBlob blob;
        base::DeviceId device;
        bool isRemoved = false;      ///< As it is shown.
        bool isRemovedByAll = false; ///< No side of a conflict wants it.
    };
    void compareDelivery(const Accepted &attachment, Devices devices, std::vector<std::string> &differences) const;
    [[nodiscard]] bool isForsaken(const Accepted &attachment) const;
    struct Reason {
        enum class Verdict { Good, Owed };
        Verdict verdict = Verdict::Good;
        std::string text;
    };
    /// Why a device that has the bytes has not brought them.
    [[nodiscard]] Reason reasonOf(const Accepted &attachment, SimulatedDevice &device, const store::BlobRow &row) const;
    void compareDevice(SimulatedDevice &device, std::vector<std::string> &differences) const;
    void compareRow(SimulatedDevice &device, const store::BlobRow &row, std::vector<std::string> &differences) const;
    void checkRoom(Findings &findings) const;
    [[nodiscard]] const server::StoredBlob *atServer(CaseId caseId, const base::Hash &name) const;
    [[nodiscard]] bool isWhole(CaseId caseId, const base::Hash &name) const;

    const Witness *m_witness;
    SimulatedServer *m_server;
    const std::set<base::Hash> *m_excused;
    std::vector<Accepted> m_accepted;
    std::map<std::pair<CaseId, base::Hash>, server::StoredBlob> m_atServer;
};

} // namespace faltakt::simulation
