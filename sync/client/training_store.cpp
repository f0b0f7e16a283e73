#include "sync/client/training_store.h"

namespace faltakt::client {

base::Result<void> createTrainingStore(const std::filesystem::path &folder, TrainingDevice device,
                                       const FieldEnvironment &environment)
{
    TRY(const crypto::SigningKey nobodysKey, crypto::SigningKey::make());
    TRY(crypto::SigningKey deviceKey, crypto::SigningKey::make());
    base::UuidMaker ids(environment.clock, environment.random);
    Registration registration{{},
                              {},
                              {ids.makeId<base::TenantId>(), device.worker, ids.makeId<base::DeviceId>()},
                              std::move(device.workerName),
                              std::move(device.tenantName),
                              std::move(device.profile),
                              crypto::BoxKeyPair::make(environment.random).publicKey(),
                              nobodysKey.publicKey(),
                              {},
                              true};
    const auto recoveryKey = crypto::BoxKeyPair::make(environment.random).publicKey();
    return FieldStore::create(folder,
                              {std::move(device.passphrase), device.kdfCost, std::move(deviceKey), recoveryKey,
                               std::move(registration), std::move(device.pages)},
                              environment);
}

} // namespace faltakt::client
