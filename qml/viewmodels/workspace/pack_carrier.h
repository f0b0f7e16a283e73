#pragma once

#include "sync/client/pack_transfer.h"

#include <QObject>

#include <memory>

namespace faltakt::viewmodels {

/// Fetches content packs beside the sync of the open store and has them judged. Lives in the store thread, no longer than the
/// store is open and the sender is there; dropping it gives up what is under way, and what came stays.
class PackCarrier final : public QObject {
    Q_OBJECT
public:
    PackCarrier(client::FieldStore &field, const base::Clock &clock, base::Random &random, QObject *parent = nullptr)
        : QObject(parent), m_field(field), m_clock(clock), m_random(random)
    {
    }

    /// What a greeting told of. Does nothing while it is at it, or where all of that is here.
    void carry(client::RequestSender &sender, const std::vector<protocol::PackNotice> &notices);
    /// Judges what is here and has not been judged, or was judged by another program.
    void judge();
    /// Gives up what is under way. Before the store closes.
    void stop() { m_transfer.reset(); }

Q_SIGNALS:
    /// Another pack is here, or is used now.
    void changed();

private:
    client::FieldStore &m_field;
    const base::Clock &m_clock;
    base::Random &m_random;
    std::unique_ptr<client::PackTransfer> m_transfer;
};

} // namespace faltakt::viewmodels
