#include "tests/simulation/device_blobs.h"

#include "core/casework/attachment.h"
#include "tests/simulation/simulated_server.h"

namespace faltakt::simulation {

using base::ErrorCode;
using base::Result;
using blobs::BlobCall;

namespace {

constexpr const char *Folder = "/blobs";

bool isOfBlob(ErrorCode code)
{
    return code == ErrorCode::Refused || code == ErrorCode::NotFound || code == ErrorCode::InvalidInput
           || code == ErrorCode::TooLarge || code == ErrorCode::StorageFull;
}

} // namespace

base::Bytes photoOf(base::RecordId record, std::size_t size)
{
    const std::string text = record.toString();
    base::Bytes photo(size);
    std::copy_n(text.begin(), std::min(text.size(), size), photo.begin());
    // Again and again; what stands there already is copied, twice as much each time.
    for (std::size_t at = text.size(); at < size; at *= 2)
        std::copy_n(photo.begin(), std::min(at, size - at), photo.begin() + std::ptrdiff_t(at));
    return photo;
}

std::size_t contentSize(std::int64_t sealedSize)
{
    return std::size_t(sealedSize - crypto::BlobForm::chunkCount(sealedSize) * std::int64_t(crypto::AeadOverhead));
}

DeviceBlobs::DeviceBlobs(int device, store::CaseStore &store, CrashDisk &disk, Timeline &timeline, Network &network,
                         SimulatedServer &server, Failed failed)
    : m_device(device), m_store(&store), m_timeline(&timeline), m_network(&network), m_server(&server),
      m_failed(std::move(failed)), m_files(disk), m_folder(Folder, m_files), m_attachments(store, m_folder),
      m_carrier(makeCarrier())
{
    static_cast<void>(m_attachments.tidy());
    store.setForgotten([this] { static_cast<void>(m_attachments.tidy()); });
}

DeviceBlobs::~DeviceBlobs() = default;

Result<std::vector<base::ChangeId>> DeviceBlobs::add(base::CaseId caseId, base::RecordId record, std::size_t size,
                                                     base::Random &random)
{
    TRY(const auto sealed, crypto::sealBlob(photoOf(record, size), random));
    casework::Attachment attachment;
    attachment.mediaType = casework::Attachment::Jpeg;
    attachment.at = m_timeline->now();
    attachment.blob = {sealed.reference.name, sealed.reference.size, sealed.reference.key.clone()};
    return m_attachments.add({caseId,
                              {changelog::makeCreation(record, std::string(casework::Attachment::Kind),
                                                       casework::attachmentFields(attachment))},
                              {}},
                             record, sealed);
}

Result<void> DeviceBlobs::order(base::CaseId caseId, base::RecordId record)
{
    TRY(const auto view, m_store->record(record));
    const auto attachment = view ? casework::readAttachment(*view) : std::nullopt;
    return attachment ? m_attachments.order(caseId, record, attachment->blob) : Result<void>();
}

void DeviceBlobs::carry(blobs::BlobCarrier::Scope scope)
{
    if (!isCarrying())
        m_carrier->start(scope, {}, [this](const Result<blobs::TransferReport> &report) { conclude(report); });
}

std::unique_ptr<blobs::BlobCarrier> DeviceBlobs::makeCarrier()
{
    blobs::BlobLine &line = *this;
    return std::make_unique<blobs::BlobCarrier>(*m_store, m_folder, line);
}

std::vector<std::string> DeviceBlobs::filesHeld()
{
    std::vector<std::string> names;
    if (const auto files = m_files.list(Folder))
        for (const auto &file : *files)
            names.push_back(file.filename().string());
    return names;
}

void DeviceBlobs::stop() { m_carrier = makeCarrier(); }

/// What went wrong on the line is of no interest: the next transfer goes on. Not from within the carrier, which may be dropped
/// over it.
void DeviceBlobs::conclude(const Result<blobs::TransferReport> &report)
{
    const bool isOfLine =
        !report && (report.error().code() == ErrorCode::Unreachable || report.error().code() == ErrorCode::Refused);
    if (report || isOfLine)
        return;
    m_timeline->after(Duration(0), [failed = m_failed, life = std::weak_ptr(m_life), error = report.error()] {
        if (!life.expired())
            failed(error);
    });
}

/// As the client does it: a token where there is none, and another one where it has ended.
void DeviceBlobs::call(BlobCall call, Answered answered, Broken broken)
{
    m_underWay = std::make_shared<UnderWay>(UnderWay{std::move(call), std::move(answered), std::move(broken), false});
    if (m_hasToken)
        send();
    else
        renewToken();
}

void DeviceBlobs::carry(const Network::Serve &serve, void (DeviceBlobs::*take)(Network::Arrival &))
{
    // What comes late for the token says nothing of the call behind it.
    const int step = ++m_step;
    m_network->carry(serve, [this, take, step, waiting = std::weak_ptr(m_underWay)](Network::Arrival arrival) {
        if (!waiting.expired() && step == m_step)
            (this->*take)(arrival);
    });
}

void DeviceBlobs::breakOff()
{
    std::exchange(m_underWay, nullptr)->broken(base::Error(ErrorCode::Unreachable, "no answer"));
}

void DeviceBlobs::renewToken()
{
    m_underWay->hasFreshToken = true;
    carry(
        [server = m_server]() -> Result<std::string> {
            return server->isUp() ? Result<std::string>(std::string())
                                  : base::fail(ErrorCode::Unreachable, "server is down");
        },
        &DeviceBlobs::takeToken);
}

void DeviceBlobs::takeToken(Network::Arrival &arrival)
{
    if (!std::holds_alternative<std::string>(arrival))
        return breakOff();
    m_hasToken = true;
    send();
}

void DeviceBlobs::send()
{
    carry(
        [server = m_server, device = m_device,
         sent = std::make_shared<const BlobCall>(m_underWay->call)]() -> Result<std::string> {
            switch (sent->kind) {
            case BlobCall::Kind::Announce: return server->announceBlob(device, sent->body);
            case BlobCall::Kind::Bring: return server->bringChunk(device, sent->query, sent->body);
            case BlobCall::Kind::Fetch: return server->fetchChunk(device, sent->query);
            }
            return base::fail(ErrorCode::Internal, "no such call");
        },
        &DeviceBlobs::takeAnswer);
}

void DeviceBlobs::takeAnswer(Network::Arrival &arrival)
{
    const auto *failed = std::get_if<engine::Failed>(&arrival);
    if (failed && failed->kind == engine::FailureKind::Unauthorised && !m_underWay->hasFreshToken)
        return renewToken();
    const auto *error = std::get_if<base::Error>(&arrival);
    if (failed || (error && !isOfBlob(error->code())))
        return breakOff();
    // The next call may come from within.
    const auto asked = std::exchange(m_underWay, nullptr);
    asked->answered(error ? Result<std::string>(base::fail(*error))
                          : Result<std::string>(std::move(std::get<std::string>(arrival))));
}

} // namespace faltakt::simulation
