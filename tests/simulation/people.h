#pragma once

#include "core/base/ids.h"
#include "core/crypto/signing_key.h"
#include "core/store/case_store.h"

#include <array>

/// Who and what a simulated municipality is made of; the same in every seed.
namespace faltakt::simulation {

inline constexpr int DeviceCount = 4;
inline constexpr int WorkerCount = 3;

/// An id that is the same in every run.
template <typename IdType>
IdType fixedId(std::uint8_t group, std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{0x01, 0x80, 0, 0, 0, 0, 0x70, 0, 0x80};
    bytes[14] = group;
    bytes[15] = number;
    return IdType(base::Uuid(bytes));
}

inline base::TenantId tenantId() { return fixedId<base::TenantId>(1, 1); }
inline base::TeamId teamId() { return fixedId<base::TeamId>(2, 1); }
/// The team's own, for what belongs to no person.
inline base::CaseId teamCaseId() { return base::CaseId(teamId().uuid()); }
inline base::WorkerId workerId(int worker) { return fixedId<base::WorkerId>(3, std::uint8_t(worker)); }
inline base::DeviceId deviceId(int device) { return fixedId<base::DeviceId>(4, std::uint8_t(device)); }
inline base::WorkerId serverWorkerId() { return fixedId<base::WorkerId>(3, 200); }
inline base::DeviceId serverDeviceId() { return fixedId<base::DeviceId>(4, 200); }

/// The first worker has two devices; the first two workers are a team.
inline int workerOf(int device) { return device == 0 || device == 1 ? 0 : device - 1; }
inline bool isInTeam(int worker) { return worker < 2; }

/// Made once for each process: signatures are real, and which key signs plays no part in what happens.
[[nodiscard]] const crypto::SigningKey &deviceKey(int device);
[[nodiscard]] const crypto::SecretBytes &databaseKey();

/// What a program knows of kinds and fields. The newer one has a kind more (`visit`, in the compartment of screening), and
/// in notes a field (`weather`) and a value of a code (`mood`) more. Devices of both versions take longer notes than the
/// server: what is written there may come back.
enum class Version { Older, Newer };
[[nodiscard]] const changelog::SchemaTable &serverSchema(Version version);
[[nodiscard]] const changelog::SchemaTable &deviceSchema(Version version);
/// Two of the devices are of the newer version.
inline Version versionOf(int device) { return device % 2 == 0 ? Version::Older : Version::Newer; }
inline constexpr std::size_t ServerNoteLength = 40;

[[nodiscard]] const store::AgendaProjector &agendaProjector();
[[nodiscard]] const store::CaseProjector &caseProjector();

} // namespace faltakt::simulation
