#pragma once

#include "sync/server/api/access_log.h"
#include "sync/server/api/change_intake.h"
#include "sync/server/api/push_service.h"

namespace faltakt::server {

/// POST /v1/offer without HTTP: takes back what this server's own stamp proves that it once took, and has lost since to an
/// old backup. Whoever brings a line, it stands under its author and with the time of its first receipt, at a new place in
/// the order and with a new stamp.
///
/// Rights that were given in the lost part are not taken from devices: a device could bring one that was taken away again.
/// But whoever brings own lines of a case that nobody has a right to gets it back, for himself and, where the case is his
/// team's, for the team: what is still on the device was not taken from it. Thread-safe.
class OfferService {
public:
    OfferService(ServerStore &store, const KeyVault &keys, const base::Clock &clock, const AccessLog &accessLog,
                 const changelog::SchemaTable &schema, OrderListener orderGrew)
        : m_store(&store), m_keys(&keys), m_clock(&clock), m_accessLog(&accessLog), m_schema(&schema),
          m_orderGrew(std::move(orderGrew))
    {
    }

    /// A verdict for each line, in order; also for a revoked device, which may hand in what it holds but gets no right.
    [[nodiscard]] base::Result<std::vector<changelog::OfferVerdict>> take(
        const Session &session, const std::vector<changelog::OfferedLine> &lines);

private:
    ServerStore *m_store;
    const KeyVault *m_keys;
    const base::Clock *m_clock;
    const AccessLog *m_accessLog;
    const changelog::SchemaTable *m_schema;
    OrderListener m_orderGrew;
};

} // namespace faltakt::server
