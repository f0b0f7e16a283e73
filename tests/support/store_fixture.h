#pragma once

#include "core/base/random.h"
#include "core/store/case_store.h"
#include "tests/support/temporary_folder.h"

#include <array>

namespace faltakt::test {

/// Three kinds, enough to show what the store does with any.
inline constexpr std::array<changelog::FieldSchema, 3> PersonFields = {{
    {.name = "givenName"},
    {.name = "familyName"},
    {.name = "identityNumber"},
}};
inline constexpr std::array<changelog::FieldSchema, 3> NoteFields = {{
    {.name = "text", .type = changelog::FieldType::LongText, .maxLength = 100000},
    {.name = "at", .type = changelog::FieldType::Instant},
    {.name = "due", .type = changelog::FieldType::Instant},
}};
inline constexpr std::array<changelog::FieldSchema, 2> AccessFields = {{{.name = "action"}, {.name = "purpose"}}};
inline constexpr std::array<changelog::FieldSchema, 2> AssessmentFields = {{
    {.name = "instrument"},
    {.name = "answers", .type = changelog::FieldType::Answer, .isPrefix = true},
}};
inline constexpr std::array<changelog::KindSchema, 4> Kinds = {{
    {.name = "person", .compartment = changelog::Compartment::Card, .fields = PersonFields},
    {.name = "note", .compartment = changelog::Compartment::File, .fields = NoteFields},
    {.name = "access", .compartment = changelog::Compartment::Reading, .fields = AccessFields},
    {.name = "assessment", .compartment = changelog::Compartment::Screening, .fields = AssessmentFields},
}};
inline constexpr changelog::SchemaTable Schema{Kinds};

/// Notes with `due` stand on the agenda.
class NoteAgenda final : public store::AgendaProjector {
public:
    std::string m_version = "1";
    [[nodiscard]] std::string version() const override { return m_version; }
    [[nodiscard]] bool reads(std::string_view kind) const override { return kind == "note"; }
    [[nodiscard]] base::Result<std::vector<store::AgendaEntry>> agenda(base::CaseId caseId,
                                                                       const store::CaseReader &reader) const override
    {
        std::vector<store::AgendaEntry> entries;
        TRY(const auto notes, reader.records(caseId, "note"));
        for (const auto &note : notes)
            if (const auto due = note.instant("due"))
                entries.push_back({note.id, "agreed", "note.due", "note", due, std::nullopt});
        return entries;
    }
};

class PersonCards final : public store::CaseProjector {
public:
    std::string m_version = "1";
    [[nodiscard]] std::string version() const override { return m_version; }
    [[nodiscard]] bool reads(std::string_view kind) const override { return kind == "person"; }
    [[nodiscard]] base::Result<store::CardEntry> card(base::CaseId caseId,
                                                      const store::CaseReader &reader) const override
    {
        TRY(const auto people, reader.records(caseId, "person"));
        if (people.empty())
            return store::CardEntry();
        const auto &person = people.front();
        return store::CardEntry{person.text("givenName") + " " + person.text("familyName"),
                                person.text("familyName"),
                                "insats",
                                person.text("familyName") == "Protected",
                                person.text("givenName"),
                                base::parseDate("1990-02-03").value(),
                                person.text("identityNumber")};
    }
    [[nodiscard]] base::Result<std::vector<std::string>> searchTerms(base::CaseId caseId,
                                                                     const store::CaseReader &reader) const override
    {
        std::vector<std::string> terms;
        TRY(const auto people, reader.records(caseId, "person"));
        for (const auto &person : people)
            for (const char *field : {"givenName", "familyName", "identityNumber"})
                terms.push_back(person.text(field));
        return terms;
    }
    [[nodiscard]] std::optional<store::TimelineEntry> timeline(const store::RecordView &record) const override
    {
        const auto at = record.instant("at");
        return at ? std::optional(store::TimelineEntry{*at}) : std::nullopt;
    }
};

/// A device with its store: clock, randomness and projections of its own.
class Device {
public:
    explicit Device(std::uint64_t seed, std::string vfs = {})
        : m_random(seed), m_clock(base::instantFromMs(1'780'000'000'000)), m_ids(m_clock, m_random)
    {
        m_setup = {.path = m_folder.file("store.db"),
                   .vfs = std::move(vfs),
                   .pageCacheMiB = 4,
                   .schema = &Schema,
                   .agenda = &m_agenda,
                   .cases = &m_cards,
                   .clock = &m_clock,
                   .random = &m_random};
        m_key = crypto::SecretBytes::makeRandom(m_random, 32);
        m_owner = {m_ids.makeId<base::TenantId>(), m_ids.makeId<base::WorkerId>(), m_ids.makeId<base::DeviceId>()};
    }

    [[nodiscard]] base::Result<void> create()
    {
        TRY(m_store, store::CaseStore::create(m_setup, m_key, m_owner));
        return {};
    }
    [[nodiscard]] base::Result<void> reopen()
    {
        m_store.reset();
        TRY(m_store, store::CaseStore::open(m_setup, m_key));
        return {};
    }

    store::CaseStore &store() { return *m_store; }
    void close() { m_store.reset(); }
    base::ManualClock &clock() { return m_clock; }
    NoteAgenda &agenda() { return m_agenda; }
    PersonCards &cards() { return m_cards; }
    const crypto::SecretBytes &key() const { return m_key; }
    store::StoreSetup &setup() { return m_setup; }
    const TemporaryFolder &folder() const { return m_folder; }
    base::UuidMaker &ids() { return m_ids; }

    template <typename IdType>
    IdType makeId()
    {
        return m_ids.makeId<IdType>();
    }
    /// A case with a person in it.
    base::CaseId addPerson(const std::string &given, const std::string &family, const std::string &number = {})
    {
        const auto caseId = makeId<base::CaseId>();
        base::json::Object fields{{"givenName", given}, {"familyName", family}};
        if (!number.empty())
            fields.append("identityNumber", number);
        (void)m_store
            ->save({caseId, {changelog::makeCreation(makeId<base::RecordId>(), "person", std::move(fields))}, {}})
            .value();
        return caseId;
    }
    base::RecordId addNote(base::CaseId caseId, const std::string &text)
    {
        const auto record = makeId<base::RecordId>();
        base::json::Object fields{{"text", text}, {"at", base::formatInstant(m_clock.now())}};
        (void)m_store->save({caseId, {changelog::makeCreation(record, "note", std::move(fields))}, {}}).value();
        return record;
    }

private:
    TemporaryFolder m_folder;
    base::SeededRandom m_random;
    base::ManualClock m_clock;
    base::UuidMaker m_ids;
    NoteAgenda m_agenda;
    PersonCards m_cards;
    store::StoreSetup m_setup;
    crypto::SecretBytes m_key;
    store::Owner m_owner;
    std::unique_ptr<store::CaseStore> m_store;
};

/// Everything that one device has not sent, as another device would get it: grants first, then lines with receipts.
inline changelog::PullPage pageFrom(store::CaseStore &from, std::int64_t firstSeq, base::Instant received)
{
    changelog::PullPage page;
    std::vector<base::CaseId> granted;
    std::vector<std::string> lines = from.unsentLines().value();
    for (std::string &line : lines) {
        auto change = changelog::readChangeLine(std::move(line)).value();
        if (std::find(granted.begin(), granted.end(), change.change.caseId) == granted.end()) {
            granted.push_back(change.change.caseId);
            page.items.emplace_back(
                changelog::GrantLine{change.change.caseId, changelog::CompartmentSet::ofCaseworker(), firstSeq++});
        }
        if (changelog::compartmentOf(change.change, Schema) != changelog::Compartment::Reading)
            page.items.emplace_back(changelog::DeliveredChange{{firstSeq, received, {}}, std::move(change)});
        ++firstSeq;
    }
    page.cursor = "c" + std::to_string(firstSeq);
    return page;
}

/// The server takes everything in the outbox.
inline void acceptAll(store::CaseStore &store, std::int64_t firstSeq, base::Instant received)
{
    while (true) {
        const auto batch = store.outbox(100, 1 << 20).value();
        if (batch.lines.empty())
            return;
        std::vector<changelog::Verdict> verdicts;
        verdicts.reserve(batch.lines.size());
        for (std::size_t i = 0; i < batch.lines.size(); ++i)
            verdicts.push_back({batch.from + std::int64_t(i),
                                changelog::VerdictKind::Accepted,
                                changelog::Receipt{firstSeq++, received, {}},
                                {},
                                {}});
        store.applyVerdicts(batch.epoch, verdicts).value();
    }
}

} // namespace faltakt::test
