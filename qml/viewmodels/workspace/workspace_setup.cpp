#include "qml/viewmodels/workspace/workspace_setup.h"

#include "core/casework/case_projector.h"
#include "core/casework/record_schemas.h"
#include "core/casework/swedish_time.h"
#include "core/crypto/hash.h"
#include "core/rules/agenda.h"
#include "core/rules/file_guard.h"
#include "sync/client/outbox_delivery.h"
#include "sync/client/registration.h"

#include <algorithm>
#include <array>
#include <span>

namespace faltakt::viewmodels {

namespace fs = std::filesystem;
using base::Result;

namespace {

constexpr std::string_view WorkersFolder = "workers";

std::optional<WorkerDevice> readDevice(const fs::path &folder, const WorkspaceSetup &setup)
{
    const auto status = client::FieldStore::readStatus(folder, fieldEnvironment(setup));
    if (!status)
        return std::nullopt;
    WorkerDevice device;
    device.folder = folder;
    device.hasSealedWork = client::OutboxDelivery::isWaiting(folder);
    device.canUnlock = status->hasPassphrase;
    device.triesLeft = int(status->triesLeft);
    if (status->wait > base::Duration::zero())
        device.waitUntil = setup.clock.now() + status->wait;
    const base::json::Value *attribute = status->attributes.find("registration");
    if (attribute && attribute->object()) {
        if (const auto registration = client::Registration::fromJson(*attribute->object())) {
            device.workerName = QString::fromStdString(registration->workerName);
            device.tenantName = QString::fromStdString(registration->tenantName);
        }
    }
    return device;
}

} // namespace

std::vector<WorkerDevice> workerDevices(const WorkspaceSetup &setup)
{
    std::vector<WorkerDevice> devices;
    std::error_code fault;
    for (const auto &entry : fs::directory_iterator(setup.dataFolder / WorkersFolder, fault)) {
        if (auto device = entry.is_directory() ? readDevice(entry.path(), setup) : std::nullopt)
            devices.push_back(std::move(*device));
    }
    std::ranges::sort(devices, [](const WorkerDevice &left, const WorkerDevice &right) {
        return QString::localeAwareCompare(left.workerName, right.workerName) < 0;
    });
    return devices;
}

fs::path enrolmentFolder(const WorkspaceSetup &setup, const protocol::EnrolmentCode &code)
{
    const base::Hash hash = crypto::sha256(base::bytesOf(code.toString()));
    std::array<std::uint8_t, 16> name{};
    std::ranges::copy(std::span(hash).first<16>(), name.begin());
    return setup.dataFolder / WorkersFolder / base::Uuid(name).toString();
}

rules::LaidProfiles profilesWith(const std::vector<client::ReceivedProfile> &received)
{
    const auto &shipped = rules::shippedProfiles();
    if (!shipped)
        return {};
    std::vector<rules::ProfileFile> files;
    for (const client::ReceivedProfile &each : received)
        files.push_back({base::toBase64Url(each.hash), each.text});
    return rules::layProfiles(*shipped, files);
}

Result<rules::Profile> profileFor(const rules::ProfileCatalogue &known, const std::string &name, base::Instant now)
{
    return rules::profileOrProducts(known, name, casework::swedishDate(now));
}

client::FieldEnvironment fieldEnvironment(const WorkspaceSetup &setup)
{
    const base::Clock &clock = setup.clock;
    auto projections = [&clock](const std::string &name,
                                const std::vector<client::ReceivedProfile> &received) -> Result<client::Projections> {
        TRY(rules::Profile profile, profileFor(profilesWith(received).catalogue, name, clock.now()));
        client::Projections made;
        made.schema = &casework::recordSchemas();
        made.agenda = std::make_unique<rules::FieldAgendaProjector>(std::move(profile));
        made.cases = std::make_unique<casework::CasePersonProjector>();
        made.guard = std::make_unique<rules::FileGuard>();
        return made;
    };
    return {setup.clock,        setup.random, std::move(projections), setup.deviceSecrets, setup.kdfFloor,
            setup.pageCacheMiB, nullptr,      &setup.monotonic};
}

} // namespace faltakt::viewmodels
