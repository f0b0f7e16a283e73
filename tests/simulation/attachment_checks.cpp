#include "tests/simulation/attachment_checks.h"

#include "core/casework/attachment.h"

#include <algorithm>

namespace faltakt::simulation {

using blobs::BlobFault;
using changelog::Compartment;
using crypto::BlobForm;
using store::BlobRow;
using store::BlobState;

namespace {

std::string nameOf(SimulatedDevice &device) { return "device " + std::to_string(device.number()); }

bool hasBytes(SimulatedDevice &device, const BlobRow &row)
{
    return device.blobs().folder().chunksHeld({row.name, row.size}) == BlobForm::chunkCount(row.size);
}

bool mayRead(const Witness &witness, SimulatedDevice &device, CaseId caseId)
{
    return !witness.isRevoked(device.number())
           && witness.rightsOf(workerOf(device.number()), caseId).contains(Compartment::File);
}

/// Who was only ever asked, and knows the card, brings nothing into the file: also the author, where a restored server knows
/// no more of him.
bool mayBring(const Witness &witness, int device, CaseId caseId)
{
    return !witness.isRevoked(device) && witness.everHeld(workerOf(device), caseId).contains(Compartment::File);
}

std::vector<BlobRow> rowsOf(SimulatedDevice &device)
{
    auto rows = device.store().blobs();
    return rows ? std::move(*rows) : std::vector<BlobRow>();
}

} // namespace

/// The fields are written once.
std::optional<AttachmentOracle::AttachedBlob> AttachmentOracle::blobIn(const changelog::RecordSet &set)
{
    const auto *name = set.kind == casework::Attachment::Kind ? set.fields.find("blob") : nullptr;
    if (!name)
        return std::nullopt;
    return AttachedBlob{*base::hashFromBase64Url(*name->string()), *set.fields.find("size")->integer(),
                        *set.fields.find("key")->string()};
}

bool AttachmentOracle::opensTo(base::RecordId record, const AttachedBlob &blob, const std::vector<base::Bytes> &chunks)
{
    // The assembler borrows it.
    const crypto::BlobReference reference{blob.name, blob.size,
                                          crypto::SecretBytes::copyOf(*base::fromBase64Url(blob.key))};
    auto assembler = crypto::BlobAssembler::begin(reference);
    for (const base::Bytes &chunk : chunks)
        if (!assembler || !assembler->add(chunk))
            return false;
    const auto content = assembler ? assembler->takeContent() : base::fail(assembler.error());
    return content && *content == photoOf(record, contentSize(blob.size));
}

AttachmentOracle::AttachmentOracle(const Witness &witness, SimulatedServer &server, const std::set<base::Hash> &excused)
    : m_witness(&witness), m_server(&server), m_excused(&excused)
{
    if (const auto stored = server.blobs())
        for (const server::StoredBlob &blob : *stored)
            m_atServer.emplace(std::pair(blob.caseId, blob.name), blob);
    const Oracle oracle(witness);
    for (const SeenChange &seen : witness.order())
        for (const changelog::RecordSet &set : seen.line.change.sets)
            if (auto blob = blobIn(set))
                m_accepted.push_back({set.record, seen.line.change.caseId, std::move(*blob), seen.device,
                                      oracle.isDeleted(set.record), oracle.isDeletedByAll(set.record)});
}

const server::StoredBlob *AttachmentOracle::atServer(CaseId caseId, const base::Hash &name) const
{
    const auto found = m_atServer.find({caseId, name});
    return found == m_atServer.end() ? nullptr : &found->second;
}

bool AttachmentOracle::isWhole(CaseId caseId, const base::Hash &name) const
{
    const auto *stored = atServer(caseId, name);
    return stored && stored->isWhole();
}

std::vector<std::string> AttachmentOracle::differences(Devices devices) const
{
    std::vector<std::string> differences;
    for (const Accepted &attachment : m_accepted)
        if (!attachment.isRemoved && !isWhole(attachment.caseId, attachment.blob.name))
            compareDelivery(attachment, devices, differences);
    for (const auto &device : devices)
        if (device->isRunning())
            compareDevice(*device, differences);
    return differences;
}

/// It is not at the server: somebody who has the bytes must say why, or they are nowhere and that is known.
void AttachmentOracle::compareDelivery(const Accepted &attachment, Devices devices,
                                       std::vector<std::string> &differences) const
{
    if (m_excused->contains(attachment.blob.name))
        return;
    const std::string name = "attachment " + attachment.record.toString();
    bool isSomewhere = false;
    for (const auto &device : devices) {
        if (!device->isRunning())
            continue;
        for (const BlobRow &row : rowsOf(*device)) {
            if (row.record != attachment.record || !hasBytes(*device, row))
                continue;
            isSomewhere = true;
            if (const Reason reason = reasonOf(attachment, *device, row); reason.verdict == Reason::Verdict::Owed)
                differences.push_back(name + " is not at the server: " + nameOf(*device) + " " + reason.text);
        }
    }
    if (!isSomewhere && !isForsaken(attachment))
        differences.push_back(name + " is nowhere whole, and its record was accepted");
}

/// By what a restored server knows who put it in may not bring it any more.
bool AttachmentOracle::isForsaken(const Accepted &attachment) const
{
    for (int device = 0; device < DeviceCount; ++device)
        if (deviceId(device) == attachment.device)
            return !mayBring(*m_witness, device, attachment.caseId);
    return false;
}

AttachmentOracle::Reason AttachmentOracle::reasonOf(const Accepted &attachment, SimulatedDevice &device,
                                                    const BlobRow &row) const
{
    using enum Reason::Verdict;
    const int number = device.number();
    if (row.state != BlobState::ToSend)
        return {Owed, "believes that it is there"};
    if (row.fault == BlobFault::Refused && !mayBring(*m_witness, number, attachment.caseId))
        return {Good, "may not bring it"};
    const auto room = m_server->roomOf(number);
    const std::int64_t wanted = std::max(row.size, server::StoredBlob::LeastRoom);
    if (row.fault == BlobFault::Full && room && room->ofDevice + wanted > m_server->blobRoom())
        return {Good, "has no room for it"};
    return {Owed, "says '" + row.fault + "'"};
}

void AttachmentOracle::compareDevice(SimulatedDevice &device, std::vector<std::string> &differences) const
{
    std::set<std::string> stems;
    for (const BlobRow &row : rowsOf(device)) {
        compareRow(device, row, differences);
        stems.insert(base::toBase64Url(row.name) + '.' + std::to_string(row.size));
    }
    for (const std::string &file : device.blobs().filesHeld())
        if (!stems.contains(file.substr(0, file.rfind('.'))))
            differences.push_back(nameOf(device) + " keeps bytes that nothing leads to");
}

void AttachmentOracle::compareRow(SimulatedDevice &device, const BlobRow &row,
                                  std::vector<std::string> &differences) const
{
    const std::string name = nameOf(device) + ": attachment " + row.record.toString();
    const auto record = device.store().record(row.record);
    const bool isHere = record && *record;
    // What was made here and is not sent is its author's work; everything else goes with the right to it.
    const bool isOwnWork = row.state == BlobState::ToSend && row.isOwn;
    if (!isOwnWork && !isHere && !m_witness->isRevoked(device.number()))
        differences.push_back(name + " is kept without its record");
    // What was fetched can be fetched again, as long as the server has it.
    const bool isElsewhere = !row.isOwn && isWhole(row.caseId, row.name);
    if ((isOwnWork || row.state == BlobState::Here) && !hasBytes(device, row) && !isElsewhere
        && !m_excused->contains(row.name))
        differences.push_back(name + " has lost its bytes");
    if (row.state == BlobState::Wanted && isHere && mayRead(*m_witness, device, row.caseId)
        && isWhole(row.caseId, row.name))
        differences.push_back(name + " was asked for and does not come: " + row.fault);
}

void AttachmentOracle::checkBytes(Devices devices, Findings &findings) const
{
    std::map<base::Hash, std::vector<base::Bytes>> sound;
    for (const Accepted &attachment : m_accepted) {
        const auto chunks = m_server->chunksOf(attachment.caseId, attachment.blob.name);
        if (!chunks)
            continue;
        if (!opensTo(attachment.record, attachment.blob, *chunks))
            findings.diverged.push_back("the server holds another photo: " + attachment.record.toString());
        sound.emplace(attachment.blob.name, *chunks);
    }
    for (const auto &device : devices) {
        if (!device->isRunning())
            continue;
        for (const BlobRow &row : rowsOf(*device)) {
            const auto same = sound.find(row.name);
            if (same == sound.end() || row.state != BlobState::Here)
                continue;
            for (std::size_t i = 0; i < same->second.size(); ++i) {
                const auto chunk = device->blobs().folder().chunk({row.name, row.size}, std::int64_t(i));
                if (!chunk || *chunk != same->second[i])
                    findings.diverged.push_back(nameOf(*device) + " holds another photo: " + row.record.toString());
            }
        }
    }
    checkRoom(findings);
}

void AttachmentOracle::checkRoom(Findings &findings) const
{
    for (int device = 0; device < DeviceCount; ++device) {
        std::int64_t taken = 0;
        for (const auto &[place, blob] : m_atServer)
            taken += blob.device == deviceId(device) ? blob.room() : 0;
        const auto room = m_server->roomOf(device);
        if (!room || room->ofDevice != taken || taken > m_server->blobRoom())
            findings.diverged.push_back("device " + std::to_string(device) + " takes " + std::to_string(taken)
                                        + " bytes, and is said to take " + std::to_string(room ? room->ofDevice : -1));
    }
}

void AttachmentOracle::checkNothingLingers(Findings &findings) const
{
    const auto returned = m_server->quarantinedLines();
    if (!returned) {
        findings.stalled.push_back("the quarantine cannot be read: " + returned.error().toString());
        return;
    }
    std::set<std::pair<CaseId, base::Hash>> named;
    for (const Accepted &attachment : m_accepted)
        if (!attachment.isRemovedByAll)
            named.emplace(attachment.caseId, attachment.blob.name);
    for (const changelog::ChangeLine &line : *returned)
        for (const changelog::RecordSet &set : line.change.sets)
            if (const auto blob = blobIn(set))
                named.emplace(line.change.caseId, blob->name);
    for (const auto &[place, blob] : m_atServer)
        if (!named.contains(place))
            findings.diverged.push_back("bytes that nothing names are kept: case " + place.first.toString());
}

std::set<base::Hash> AttachmentOracle::whole(SimulatedServer &server, Devices devices)
{
    std::set<base::Hash> names;
    if (const auto stored = server.blobs())
        for (const server::StoredBlob &blob : *stored)
            if (blob.isWhole())
                names.insert(blob.name);
    for (const auto &device : devices)
        if (device->isRunning())
            for (const BlobRow &row : rowsOf(*device))
                if (hasBytes(*device, row))
                    names.insert(row.name);
    return names;
}

std::set<base::Hash> AttachmentOracle::notKept(const Witness &witness, SimulatedServer &server, Devices devices)
{
    std::set<base::Hash> names = whole(server, {});
    const auto forgetting = server.forgettingUnderWay();
    for (const auto &device : devices)
        if (device->isRunning())
            for (const BlobRow &row : rowsOf(*device)) {
                const auto record = device->store().record(row.record);
                if (hasBytes(*device, row) && record && *record && !(*record)->deleted
                    && mayRead(witness, *device, row.caseId) && !forgetting.contains(row.caseId))
                    names.erase(row.name);
            }
    return names;
}

} // namespace faltakt::simulation
