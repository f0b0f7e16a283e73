#pragma once

#include "sync/client/field_store.h"
#include "sync/client/known_question.h"

#include <QObject>

#include <memory>
#include <optional>

namespace faltakt::viewmodels {

/// Asks the server, beside the sync of the open store, whether somebody whose number was taken down has a file already: at once
/// for a page, and later for people who were made while there was no server to ask. Those lie among the unfinished forms of the
/// device, so that they are asked after whatever happens in between. Lives in the store thread, no longer than the store is
/// open and the sender is there; dropping it gives up what is under way, without an answer.
class KnownCheck final : public QObject {
    Q_OBJECT
public:
    /// Name of what is kept among the app's forms.
    static constexpr const char *FormName = "knownCheck";

    KnownCheck(client::FieldStore &field, const base::Clock &clock, base::Random &random, QObject *parent = nullptr)
        : QObject(parent), m_field(field), m_clock(clock), m_random(random)
    {
    }

    /// One at a time: what a page asked before is given up.
    void ask(client::RequestSender &sender, const protocol::KnownRequest &request, client::KnownQuestion::Done done);
    /// There is a server: those who were made without one are asked after, one by one. Does nothing while it is at it.
    void askKept(client::RequestSender &sender);
    /// Gives up what is under way; what is kept is asked another time. Before the store closes.
    void stop();

Q_SIGNALS:
    /// Pages show something else now: there is a task for somebody.
    void changed();

private:
    struct Kept {
        base::RecordId form;
        protocol::KnownRequest request;
    };
    [[nodiscard]] base::Result<std::optional<Kept>> nextKept() const;
    void conclude(client::RequestSender &sender, const Kept &kept, const base::Result<protocol::KnownAnswer> &answer);
    [[nodiscard]] base::Result<void> makeTask(const Kept &kept, const std::string &unit);

    client::FieldStore &m_field;
    const base::Clock &m_clock;
    base::Random &m_random;
    std::unique_ptr<client::KnownQuestion> m_ofPage;
    std::unique_ptr<client::KnownQuestion> m_ofKept;
    bool m_isAsking = false;
};

/// What is kept until the server can be asked; `number` as the record holds it.
[[nodiscard]] store::FormDraft makeKnownCheck(base::RecordId id, base::CaseId caseId, const std::string &number);
/// Whether the server is still to be asked after the person of this case.
[[nodiscard]] base::Result<bool> isCheckWaiting(const store::CaseStore &cases, base::CaseId caseId);

} // namespace faltakt::viewmodels
